import type { cases as english } from '../en/cases.ts';
import { counted } from '../plural.ts';

const calls = { one: 'rozmowa', few: 'rozmowy', many: 'rozmów', other: 'rozmowy' };

export const cases: typeof english = {
  title: 'Sprawy',
  mine: 'moje',
  all: 'wszystkie',
  open: 'Otwarta',
  ticket: 'Zgłoszenie',
  subscriber: 'Subskrybent',
  agent: 'Kto',
  caller: 'Zweryf.',
  verified: { none: 'nie', passed: 'tak', lapsed: 'wygasła', failed: 'nieudana', aborted: 'przerw.' },
  lapsed: 'weryfikacja wygasła: zweryfikuj ponownie',
  calls: '7 dni',
  callsThisWeek: (count) => `${counted('pl', count, calls)} w ciągu 7 dni`,
  notHandedOver: 'Prowadzi ją osoba, która ją otworzyła.',
  handedOver: (from, moment, note) => `Od: ${from}, ${moment}: „${note}”`,
  said: (words) => `Rozmówca: „${words}”`,
  noneOfMine: 'Nie masz otwartej sprawy. Sprawa otwiera się przy weryfikacji rozmówcy; Tab pokazuje wszystkie.',
  none: 'Nikt nie ma otwartej sprawy.',
  closed: 'Sprawa zamknięta.',
  gone: 'Ta sprawa jest zamknięta albo jej nie ma.',
  handOver: 'Przekazanie sprawy',
  note: 'Notatka',
  noteHint: 'co zrobiono, czego jeszcze trzeba; następna osoba czyta to najpierw',
  to: 'Komu',
  role: 'Rola',
  nobody: 'Nie ma nikogo, kto mógłby ją przejąć.',
  verificationGoes: 'Następna osoba weryfikuje rozmówcę od nowa: nie słyszała tego, co Ty.',
  verificationStays: 'Rozmówca pozostaje zweryfikowany dla następnej osoby, póki weryfikacja jest ważna.',
  done: (name) => `Sprawę prowadzi teraz: ${name}.`,
  list: {
    none: 'Nie ma otwartej sprawy.',
    handedOver: (caseId, agentId) => `Sprawę ${caseId} prowadzi teraz ${agentId}.`,
  },
};

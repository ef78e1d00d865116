import type { Texts } from '../en.ts';
import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';

const { time, moment, duration } = momentsIn('pl');
const people = (count: number) =>
  counted('pl', count, { one: 'aktywacja', few: 'aktywacje', many: 'aktywacji', other: 'aktywacji' });
const callers = (count: number) =>
  counted('pl', count, { one: 'dzwoniący', few: 'dzwoniących', many: 'dzwoniących', other: 'dzwoniącego' });

export const radar: Texts['radar'] = {
  title: 'Radar SMS',
  empty: 'W ostatnich godzinach nie wysłano żadnego SMS-a.',
  from: (at) => `od ${time(at)}`,
  now: 'teraz',
  legend: 'wysokość: mediana doręczenia · ✗ większość nie doszła · puste: bez SMS-ów',
  columns: { operator: 'Operator', state: 'Teraz', sent: 'Wysłano', failed: 'Nie doszło', chart: 'Doręczanie' },
  state: { fine: 'w porządku', slow: 'wolno', missing: 'nie dochodzą', out: 'awaria', quiet: 'cisza' },
  slow: (operator, median, since, count) =>
    `${operator}: mediana ${duration(median)} od ${time(since)}, ${callers(count)}`,
  nothing: (operator, since, count) => `${operator}: nic nie dochodzi od ${time(since)}, ${callers(count)}`,
  half: (operator, median) => `${operator}: połowa SMS-ów dochodzi w ciągu ${duration(median)}`,
  nearlyAll: (p95) => `95 % SMS-ów dochodzi w ciągu ${duration(p95)}`,
  outageSince: (from) => `uznana awaria, od ${moment(from)}`,
  outageWas: (from, until) => `ostatnia awaria: od ${moment(from)} do ${moment(until)}`,
  noOutage: 'brak uznanej awarii',
  excused: (count) =>
    `${counted('pl', count, { one: 'nieudana próba', few: 'nieudane próby', many: 'nieudanych prób', other: 'nieudanej próby' })} bez liczenia: awaria`,
  recognise: (operator) => `Uznaj awarię: ${operator}`,
  end: (operator) => `Koniec awarii: ${operator}`,
  ask: (operator) => `Poproś o odblokowanie tych, których zablokowała awaria: ${operator}`,
  follows: 'Co z tego wyniknie',
  recogniseFollows: (from) => [
    `Awaria liczy się od ${moment(from)}.`,
    'Próby, które się przez nią nie udadzą, nie liczą się odtąd do blokady, a konto o tym mówi.',
    'Próby nieudane wcześniej zostają policzone: kogo zablokowały, tego odblokuje się zbiorczo po awarii.',
  ],
  endFollows: (locked) => [
    'Od tej chwili nieudane próby znów się liczą.',
    locked === 0
      ? 'Ta awaria nikogo nie zablokowała.'
      : `Zablokowane przez nią (${people(locked)}) można odblokować razem, za zgodą innej osoby.`,
  ],
  askFollows: (locked) => [
    `Kierownik, czyli inna osoba, ma zatwierdzić dokładnie tę listę: ${people(locked)}.`,
    'Nie ma na niej nikogo, kogo zablokowało coś innego. Przed zgodą nic się nie zmienia.',
  ],
  approveFollows: (locked) => [
    `${people(locked)}: odblokowanie po kolei, każda z własnym wpisem w dzienniku i powiadomieniem.`,
    'To, co nie udało się przez awarię, już się nie liczy. Nikogo innego to nie dotyczy.',
  ],
  note: 'Notatka',
  noteMissing: 'Potrzebna jest notatka: kilka słów zrozumiałych dla innych.',
  noteHint: 'Własnymi słowami: co zauważono i gdzie. Enter prowadzi dalej.',
  confirmAsk: 'Wykonać? Naciśnij t.',
  list: (count) => `Zablokowane przez tę awarię: ${people(count)}`,
  nobody: 'Z powodu tej awarii nikt nie jest zablokowany.',
  because: (failed, of) => `niepowodzenia przez nią: ${failed} z ${of}`,
  lockedAt: (at) => `blokada od ${moment(at)}`,
  pending: (by, count, until) =>
    `Prośba o odblokowanie (${people(count)}), prosi ${by}; czeka na kierownika do ${moment(until)}`,
  approved: (by, left) =>
    left === 0 ? `Zgoda: ${by}; wszystkie odblokowane` : `Zgoda: ${by}; do odblokowania: ${people(left)}`,
  listOf: (operator, count) => `${operator}: ${people(count)}`,
  outageTimes: (from, until) => `awaria ${time(from)}–${time(until)}`,
  listColumns: {
    name: 'Subskrybent',
    customer: 'Klient',
    certificate: 'Certyfikat',
    since: 'Blokada',
    why: 'Dlaczego',
  },
  told: {
    recognised: (operator) => `Uznano awarię: ${operator}`,
    ended: (operator) => `Zakończono awarię: ${operator}`,
    asked: (until) => `Poproszono o zgodę; kierownik, czyli inna osoba, decyduje do ${moment(until)}`,
    rejected: 'Odrzucono; nikogo nie odblokowano',
    unlocked: (count) => `Odblokowano: ${people(count)}`,
    refused: (count) => `; zablokowane zostają: ${count}`,
  },
  notOnScreen: 'nic nie czeka na zgodę',
  cli: {
    fields: { median: 'Mediana', p95: '95 %', since: 'Kłopoty od', callers: 'Dzwoniło', outage: 'Awaria' },
  },
};

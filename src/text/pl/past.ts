import type { Counter } from '../../domain/account-then.ts';
import type { Texts } from '../en.ts';

const counters: Readonly<Record<Counter, string>> = {
  consecutiveFailures: 'nieudane próby SMS z rzędu',
  wrongOtps: 'błędne OTP z rzędu',
  lifetimeFailures: 'niepowodzenia łącznie',
};

export const past: Texts['past'] = {
  title: 'Historia konta',
  asOf: (moment) => `STAN Z ${moment}`,
  before: 'PRZED wszystkim, co zapisano',
  isNow: 'STAN OBECNY',
  now: (moment) => `teraz: ${moment}`,
  ago: (duration) => `${duration} temu`,
  place: (place, count) => `${place} z ${count}`,
  nobodyYet: 'Tego konta jeszcze nie było.',
  noSteps: 'Dziennik nic nie mówi o tym koncie.',
  nothingHappened: 'Niczego to nie zmieniło.',
  byTime: 'czas',
  byTimeMeans: 'minął termin; zapisano później',
  account: 'Konto',
  phone: 'Telefon',
  certificate: (end) => `Certyfikat …${end}`,
  activation: (end) => `Aktywacja …${end}`,
  counter: (counter, end) => `…${end}: ${counters[counter]}`,
  absent: 'nie było',
  noPhone: 'brak',
  arrow: (from, to) => `${from} → ${to}`,
  changes: 'Przed → po',
  moment: 'Przejdź do',
  momentHint: '23.11.2026 10:42 (w Polsce) · 23.11 · 10:42 (ostatnia) · 2026-11-23T09:42:00Z',
  notAMoment: (text) => `„${text}” to nie chwila. Zapisz ją tak: 23.11.2026 10:42`,
  future: 'To dopiero nadejdzie: oto konto w stanie obecnym.',
  noEarlier: 'Nic wcześniejszego nie zapisano.',
  noLater: 'To konto w stanie obecnym.',
  onlyNow: 'To przeszłość: niczego nie można w niej zmienić. Esc wraca do konta w stanie obecnym.',
  asOfLine: (moment, now) => `Stan z ${moment}; teraz: ${now}.`,
  lastStep: (seq, moment, who, command) => `Ostatnio przed tą chwilą: wpis ${seq}, ${moment}, ${who}: ${command}`,
};

import type { Texts } from '../en.ts';
import { momentsIn } from '../moments.ts';
import { counted, type Forms } from '../plural.ts';
import { spacedPhone } from '../spaced-phone.ts';
import { words } from './words.ts';

const { moment } = momentsIn('pl');
const number = (count: number, forms: Forms) => counted('pl', count, forms);
const attempts: Forms = {
  one: 'nieudana próba SMS',
  few: 'nieudane próby SMS',
  many: 'nieudanych prób SMS',
  other: 'nieudanej próby SMS',
};
const otps: Forms = { one: 'błędny OTP', few: 'błędne OTP', many: 'błędnych OTP', other: 'błędnego OTP' };
const failures: Forms = {
  one: 'niepowodzenie',
  few: 'niepowodzenia',
  many: 'niepowodzeń',
  other: 'niepowodzenia',
};
const unlocks: Forms = {
  one: 'odblokowanie',
  few: 'odblokowania',
  many: 'odblokowań',
  other: 'odblokowania',
};
const requests: Forms = { one: 'prośbę', few: 'prośby', many: 'próśb', other: 'prośby' };
const resets: Forms = { one: 'reset', few: 'resety', many: 'resetów', other: 'resetu' };
const urgent: Forms = { one: 'raz', few: 'razy', many: 'razy', other: 'razu' };
const counters = {
  consecutiveFailures: 'Nieudane próby SMS z rzędu',
  wrongOtps: 'Błędne kody OTP z rzędu',
  lifetimeFailures: 'Niepowodzenia w całym okresie',
} as const;
const secrets = {
  revoked: 'Sekret OTP zostanie unieważniony: jego wpis w aplikacji już nigdy nie zadziała. Tego nie da się cofnąć.',
  kept: 'Sekret OTP pozostaje bez zmian.',
  none: 'Sekretu OTP nie ma; ta zmiana go nie utworzy.',
} as const;

export const safety: Texts['safety'] = {
  change: (change) => {
    switch (change.what) {
      case 'status':
        return `Aktywacja: ${words.activation[change.from]} → ${words.activation[change.to]}${change.to === 'frozen' ? ` (${words.activationMeaning.frozen})` : ''}`;
      case 'counter':
        return `${counters[change.counter]}: ${change.from} → ${change.to}`;
      case 'secret':
        return secrets[change.becomes];
      case 'attempt-ended':
        return `Otwarta próba SMS nr ${change.number} kończy się: jej kod przestaje działać.`;
      case 'request':
        switch (change.becomes) {
          case 'waiting':
            return change.emergency
              ? `TRYB PILNY: prośba czeka na dwóch kierowników do ${moment(change.until)}; poza tym nic się nie zmienia.`
              : `Prośba czeka na kierownika, czyli kogoś innego, do ${moment(change.until)}; poza tym nic się nie zmienia.`;
          case 'half-approved':
            return 'Pierwsza z dwóch zgód: nic więcej się nie zmieni, dopóki nie zgodzi się drugi kierownik.';
          case 'over':
            return 'Prośba, która czeka, kończy się.';
        }
        break;
      case 'cooling-down':
        return 'Prośby na tym koncie upadają; o nowe można prosić za kilka godzin.';
      case 'phone':
        return `Numer telefonu: ${change.from ? spacedPhone(change.from.e164) : 'brak'} → ${change.to ? spacedPhone(change.to.e164) : 'brak'}`;
      case 'phone-usable-from':
        return `Kody będą tam wysyłane od ${moment(change.at)}.`;
      case 'account':
        return `Konto: ${words.account[change.to]}`;
    }
  },
  toldTo: (sms, email) =>
    [sms > 0 ? (sms > 1 ? `SMS na ${sms} numery` : 'SMS') : '', email > 0 ? 'e-mail' : ''].filter(Boolean).join(' i '),
  told: (by, text) => `Subskrybent dostanie wiadomość (${by}): „${text}”`,
  toldShort: (by) => `Subskrybent dostanie ${by}; odpowiedź „to nie ja” zamrozi aktywację.`,
  toldOnly: (by) => `Subskrybent dostanie wiadomość (${by}).`,
  toldNobody: 'Nikogo nie da się powiadomić: w systemie nie ma ani komórki, ani adresu e-mail.',
  atOnce: (key) => `${key}: zgoda, po której kody idą na nowy numer od razu.`,
  wouldBeRefused: (what, next) => `Tego nie da się teraz zrobić. ${what} ${next}`,
  now: 'Teraz',
  afterYes: 'Po zgodzie',
  noSupervisor: 'Nie ma innego kierownika, który mógłby się zgodzić.',
  emergency: 'TRYB PILNY',
  emergencyOn: (valid) => `TRYB PILNY: bez czekania, dwóch kierowników, ${valid}, znak w dzienniku. E cofa.`,
  emergencyHint: 'Jeśli nie da się czekać: E prosi w trybie pilnym, co wymaga zgody dwóch kierowników.',
  firstYes: (by) => `Zgoda: ${by}; potrzebny jest jeszcze jeden kierownik.`,
  possession:
    'Brakuje czegoś, co ma tylko subskrybent: oddzwonienia, odpowiedzi z adresu e-mail z systemu albo wizyty, którą zapisuje kierownik.',
  callBack: 'Oddzwonienie niczego tu nie dowodzi: w systemie nie ma numeru albo jest nowy i jeszcze się nie liczy.',
  phoneStep: 'Nowy numer',
  phoneHint: 'Tak, jak podaje go rozmówca; bez numeru kierunkowego kraju: numer polski.',
  phoneWrong: 'To nie jest numer telefonu.',
  phoneLandline: 'To telefon stacjonarny; nie odbiera SMS-ów.',
  phoneRead: (e164, kind) => `${e164} · ${kind}`,
  phoneAsked: (e164) => `Nowy numer: ${spacedPhone(e164)}`,
  words: 'Słowa rozmówcy',
  wordsHint: 'Tab: co dosłownie powiedział rozmówca (może zostać puste)',

  abort: {
    title: 'Przerwanie rozmowy',
    why: 'Dlaczego przerywasz?',
    effects: 'To stanie się od razu',
    caseClosed: 'Sprawa zostanie zamknięta, a to, co już sprawdzono, zapisane.',
    alarm: 'Każdy kierownik zobaczy alarm w kolejce i przy zgodach.',
    question: (name) => `Przerwać rozmowę i zamrozić aktywację? ${name}. Naciśnij t.`,
    done: (name) => `Przerwano. Aktywacja jest zamrożona: ${name}.`,
    say: 'Dziś nie mogę w tym pomóc. Odezwiemy się na adres, który mamy w systemie. Do widzenia.',
    next: 'Rozłącz się. Nie musisz niczego tłumaczyć i nikt nie będzie miał do Ciebie pretensji.',
    failed: 'Nie przerwano',
  },
  frozenDone: (name) => `Zamrożono. Tą aktywacją nikt teraz niczego nie podpisze: ${name}.`,
  frozenSay: 'Dla bezpieczeństwa wstrzymaliśmy aktywację. Przyjrzy się jej kierownik.',

  evidence: 'Podstawa prośby',
  points: (have) => number(have, { one: 'punkt', few: 'punkty', many: 'punktów', other: 'punktu' }),
  counters: (failed, wrong, lifetime, unlocked) =>
    `${number(failed, attempts)} z rzędu, ${number(wrong, otps)}, ${number(lifetime, failures)} w całym okresie, ${number(unlocked, unlocks)}`,
  foundThen: 'Przyczyna wtedy',
  alarms: (count) => number(count, { one: 'alarm', few: 'alarmy', many: 'alarmów', other: 'alarmu' }),
  pattern: (pattern, within) => {
    switch (pattern.what) {
      case 'same-pair':
        return `${pattern.approvedBy}: zgoda na ${number(pattern.count, requests)} (prosi: ${pattern.requestedBy}, ostatnie ${within})`;
      case 'many-resets':
        return `${pattern.requestedBy}: ${number(pattern.count, resets)} za zgodą (ostatnie ${within})`;
      case 'emergencies':
        return `${pattern.requestedBy}: tryb pilny za zgodą ${number(pattern.count, urgent)} (ostatnie ${within})`;
    }
  },
  question: {
    unlock: (name) => `Odblokować aktywację? ${name}. Naciśnij t.`,
    'ask-unlock': (name) => `Poprosić kierownika o odblokowanie? ${name}. Naciśnij t.`,
    'ask-reset': (name) => `Poprosić kierownika o reset? ${name}. Naciśnij t.`,
    'ask-phone': (name) => `Poprosić kierownika o zmianę numeru? ${name}. Naciśnij t.`,
    freeze: (name) => `Zamrozić aktywację? ${name}. Naciśnij t.`,
  },
  decide: {
    reset: (name) => `Zresetować aktywację? ${name}`,
    unlock: (name) => `Odblokować aktywację jeszcze raz? ${name}`,
    'phone-change': (name) => `Zmienić numer telefonu? ${name}`,
  },
  half: (name) => `Zgodę zapisano. Potrzebny jest jeszcze drugi kierownik: ${name}.`,
};

import type { Texts } from '../en.ts';
import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';
import { cli } from './cli.ts';

const { duration, countdown } = momentsIn('pl');
const scopes = { phone: 'ten telefon', operator: 'ten operator', all: 'wszyscy operatorzy' };
const messages = { one: 'wiadomość', few: 'wiadomości', many: 'wiadomości', other: 'wiadomości' };

export const stage: Texts['stage'] = {
  title: 'Scena',
  whyNot: {
    live: 'Scena pokazuje symulowanych subskrybentów; otwiera się tylko w bazie szkoleniowej.',
    role: 'Scena jest dla trenerów i kierowników: widać na niej sekretny kod QR symulowanego subskrybenta.',
  },
  panes: {
    portal: 'Portal klienta',
    phone: 'Telefon',
    computer: 'Komputer',
    network: 'Sieć SMS',
    support: 'Co widzi wsparcie',
  },

  stories: {
    title: 'Który scenariusz?',
    free: { title: 'Gra dowolna', teaches: 'Nowy klient, a subskrybentem jesteś Ty: a działa, f psuje.' },
    teaches: 'Uczy',
    steps: (count) => counted('pl', count, { one: 'krok', few: 'kroki', many: 'kroków', other: 'kroku' }),
    none: 'Nie ma tu żadnego scenariusza. Esc wraca.',
  },

  story: {
    paused: 'pauza',
    playing: 'gra',
    over: 'koniec scenariusza',
    free: 'gra dowolna',
    step: (done, all) => `krok ${done} z ${all}`,
    nextIn: (left) => `następny za ${countdown(left)}`,
    waiting: (left) => `oczekiwanie, jeszcze ${countdown(left)}`,
    next: 'Dalej',
    said: (words) => `„${words}”`,
    belongs: (what) => `odmowa, tak jak w scenariuszu: ${what}`,
    broke: (what) => `Scenariusz nie może iść dalej: ${what}`,
    again: (key) => `${key} gra go od nowa z innym klientem.`,
    begin: (play, step) => `${play} odtwarza, ${step} robi po jednym kroku.`,
    freely: (act, fault, play) => `${act}: co robi subskrybent. ${fault}: usterki. ${play}: czas biegnie.`,
    refused: (what) => `Odmowa: ${what}`,
    nothingDue: 'Nic nie nadchodzi: żadna wiadomość nie jest w drodze i żaden termin nie biegnie.',
    leave: 'Zegar szkoleniowy znów biegnie w zwykłym tempie.',
    cannotBegin: (what) => `Scenariusz nie może się zacząć: ${what}`,
    working: 'Chwileczkę …',
  },

  act: { title: 'Co robi subskrybent?' },
  fault: { title: 'Co się psuje?' },

  network: {
    none: 'Nie ma jeszcze żadnej wiadomości.',
    code: (number) => `kod ${number}`,
    notice: 'powiadomienie',
    leaving: 'czeka na wyjście',
    gateway: 'w naszej bramce',
    taken: 'u operatora',
    held: (cause) => `czeka u operatora: ${cause}`,
    delivered: 'doręczono',
    late: 'doręczono za późno',
    failed: (cause) => `nie doręczono: ${cause}`,
    others: (operator, count) => `${operator}: w drodze do innych ${counted('pl', count, messages)}`,
    rule: (scope, effect) => `${scope}: ${effect}`,
    everybody: 'wszyscy operatorzy',
    thisPhone: 'ten telefon',
  },

  qr: {
    none: 'Portal nie pokazuje teraz żadnego sekretnego kodu QR.',
    tooLarge: (key) => `Kod QR potrzebuje więcej miejsca: ${key} pokazuje go na całym ekranie.`,
    hint: 'Zeskanuj prawdziwą aplikacją. Dowolny klawisz wraca.',
  },

  moves: {
    'send-code': () => 'Subskrybent klika „Wyślij kod SMS”: kod wychodzi na numer zapisany na koncie.',
    'wait-for-sms': () => 'SMS jest w drodze; kod jest ważny 5 minut od kliknięcia.',
    wait: ({ milliseconds }) => `Mija ${duration(milliseconds)}.`,
    'enter-code': ({ which }) =>
      ({
        right: 'Subskrybent wpisuje kod z najnowszego SMS-a.',
        wrong: 'Subskrybent wpisuje błędny kod.',
        previous: 'Subskrybent wpisuje kod z poprzedniego SMS-a: ten już nie działa.',
        swapped: 'Subskrybent przestawia dwie cyfry kodu.',
        'one-off': 'Subskrybent myli jedną cyfrę kodu.',
      })[which],
    'show-qr': () => 'Portal pokazuje kod QR „Sekret”. Pokazuje go tylko raz.',
    scan: () => 'Subskrybent skanuje kod QR aplikacją: od teraz pokazuje ona kody OTP.',
    'close-window': () => 'Subskrybent zamyka okno: czego nie zeskanowano, to przepadło.',
    sign: ({ otp }) =>
      ({
        next: 'Subskrybent podpisuje dokument w SecureDoc kodem OTP z aplikacji.',
        same: 'Subskrybent podpisuje drugi raz tym samym kodem OTP: każdy działa tylko raz.',
        wrong: 'Subskrybent wpisuje błędny kod OTP.',
        'of-first-entry': 'Subskrybent bierze kod OTP ze starego wpisu w aplikacji.',
      })[otp],
    'phone-clock': ({ skew }) =>
      skew === 0
        ? 'Zegar telefonu zostaje ustawiony.'
        : `Zegar telefonu ${skew > 0 ? 'spieszy się' : 'spóźnia się'} teraz o ${duration(Math.abs(skew))}.`,
    network: ({ scope, effect, by }) => `Od teraz ${scopes[scope]}: ${cli.network.effects[effect]({ by })}.`,
    'crowd-sends-code': () => 'Inni klienci tego samego operatora też proszą o kody.',
    'suspend-certificate': () => 'Centrum certyfikacji zawiesza certyfikat.',
    'revoke-certificate': () => 'Centrum certyfikacji unieważnia certyfikat na zawsze.',
    ring: () => 'Subskrybent dzwoni do wsparcia.',
    'open-case': () => 'Konsultant otwiera sprawę dla tej rozmowy.',
    verify: ({ failed }) =>
      failed.length > 0
        ? 'Konsultant pyta o dowody; rozmówca myli się i zostaje to zapisane.'
        : 'Konsultant weryfikuje rozmówcę: bez tego nikomu niczego się nie zmienia.',
    unlock: () => 'Konsultant odblokowuje: nieudane próby z rzędu zostają wyzerowane.',
    'ask-approval': ({ action }) =>
      action === 'reset'
        ? 'Konsultant prosi kierownika o reset: sam nie może go zrobić.'
        : 'Konsultant prosi kierownika o jeszcze jedno odblokowanie: sam nie może.',
    approve: () => 'Kierownik, czyli ktoś inny, ogląda dowody i zgadza się.',
    reject: () => 'Kierownik odmawia.',
    freeze: () => 'Konsultant zamraża aktywację z powodu podejrzenia.',
    'ask-phone-change': () => 'Konsultant prosi kierownika o nowy numer telefonu.',
    'approve-phone-change': () => 'Kierownik zatwierdza nowy numer telefonu.',
    'recognise-outage': () => 'Kierownik uznaje awarię operatora: co przez nią zawiedzie, nie liczy się.',
    'end-outage': () => 'Kierownik kończy awarię operatora.',
    tell: () => 'Konsultant mówi to rozmówcy.',
    'pass-time': ({ milliseconds }) => `Mija ${duration(milliseconds)}.`,
    'close-case': () => 'Konsultant zamyka sprawę.',
  },
};

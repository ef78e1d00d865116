import type { Texts } from '../en.ts';
import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';

const { countdown } = momentsIn('pl');
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

  act: {
    title: 'Co robi subskrybent?',
    items: {
      sendCode: 'Wyślij kod SMS',
      rightCode: 'Wpisz kod z najnowszego SMS-a',
      wrongCode: 'Wpisz błędny kod',
      previousCode: 'Wpisz kod z poprzedniego SMS-a',
      swappedCode: 'Wpisz kod z zamienionymi cyframi',
      showQr: 'Pokaż kod QR „Secret”',
      scan: 'Zeskanuj kod QR',
      closeWindow: 'Zamknij okno z kodem QR',
      sign: 'Podpisz dokument',
      signWithWrongOtp: 'Podpisz z błędnym OTP',
      signWithSameOtp: 'Podpisz z OTP z poprzedniego podpisu',
      openApp: 'Otwórz aplikację kodem PIN',
      wrongPin: 'Otwórz aplikację błędnym kodem PIN',
      reinstallApp: 'Usuń aplikację i zainstaluj ją ponownie',
      startDesktop: 'Uruchom ECSigner Desktop',
      stopDesktop: 'Zakończ ECSigner Desktop',
    },
  },
  fault: {
    title: 'Co się psuje?',
    items: {
      outage: 'Operator: awaria',
      operatorLate: 'Operator: SMS-y idą 6 min 12 s',
      operatorBusy: 'Operator: sieć przeciążona',
      operatorNormal: 'Operator: znów w porządku',
      crowd: 'Operator: inni też zamawiają kody',
      late: 'Ten telefon: SMS idzie 6 min 12 s',
      lost: 'Ten telefon: SMS nie dociera',
      phoneOff: 'Ten telefon: wyłączony',
      absent: 'Ten telefon: poza zasięgiem',
      inboxFull: 'Ten telefon: pełna pamięć',
      wrongNumber: 'Ten telefon: operator nie zna numeru',
      barred: 'Ten telefon: odbiór SMS-ów wyłączony',
      rejected: 'Ten telefon: operator odrzuca SMS-y',
      normal: 'Ten telefon: znów w porządku',
      clockFast: 'Zegar telefonu spieszy się o 4 min',
      clockRight: 'Zegar telefonu znów chodzi dobrze',
      losePhone: 'Telefon zgubiony',
      newPhone: 'Nowy telefon, ten sam numer',
      newNumber: 'Nowy numer, ten sam telefon',
      suspend: 'Certyfikat zawieszony',
      revoke: 'Certyfikat unieważniony na stałe',
    },
  },

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
};

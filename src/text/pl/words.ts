import { momentsIn } from '../moments.ts';
import type { BriefWords } from '../words-shape.ts';
import { command, role } from './commands.ts';

const { time } = momentsIn('pl');

const notYou = (reference: string): string =>
  `To nie Ty? Odpowiedz w portalu TO NIE JA ${reference}, a wszystko wstrzymamy.`;

export const words: BriefWords = {
  quoted: (text) => `„${text}”`,
  realm: { live: 'PRODUKCJA', training: 'SZKOLENIE' },
  activation: {
    inactive: 'nieaktywna',
    awaiting_code: 'czeka na kod SMS',
    awaiting_otp: 'czeka na pierwszy OTP',
    active: 'aktywna',
    locked: 'zablokowana',
    frozen: 'zamrożona',
    disabled: 'wyłączona',
  },
  activationMeaning: {
    inactive: 'nierozpoczęta albo znów na początku: subskrybent może zamówić kod SMS',
    awaiting_code: 'kod SMS wysłany; subskrybent ma go wpisać na czas',
    awaiting_otp: 'sekret wydany; aktywację potwierdzi pierwszy właściwy kod OTP',
    active: 'potwierdzona właściwym kodem OTP; subskrybent może podpisywać',
    locked: 'zbyt wiele niepowodzeń z rzędu; odblokować może tylko wsparcie',
    frozen: 'wstrzymana z powodu podejrzenia; uruchomi ją tylko reset',
    disabled: 'zbyt wiele niepowodzeń w całym okresie; uruchomi ją tylko reset',
  },
  activationBarred: {
    account: 'konto jest zablokowane: niczego nie można aktywować ani podpisać',
    certificate: 'certyfikat nie jest ważny: nie można go aktywować ani nim podpisać',
  },
  lockCause: { sms: 'nieudane próby SMS', otp: 'błędne kody OTP' },
  certificate: {
    valid: 'ważny',
    suspended: 'zawieszony',
    revoked: 'unieważniony',
    expired: 'wygasły',
    'not-yet-valid': 'jeszcze nieważny',
  },
  account: { open: 'otwarte', blocked: 'zastrzeżone' },
  phoneKind: { mobile: 'komórkowy', landline: 'stacjonarny, nie odbiera SMS-ów', unknown: 'rodzaj nieznany' },
  outcome: {
    confirmed: 'potwierdzona',
    not_delivered: 'niedoręczona',
    expired: 'po terminie',
    wrong_code: 'błędny kod',
    superseded: 'zastąpiona nowszą',
  },
  attemptOpen: 'w toku',
  receiptCause: {
    'absent-subscriber': 'telefon wyłączony lub poza zasięgiem',
    'inbox-full': 'pamięć na SMS-y w telefonie pełna',
    'unknown-subscriber': 'operator nie zna tego numeru',
    barred: 'odbiór SMS-ów na tym numerze wyłączony u operatora',
    rejected: 'odrzucona przez operatora',
    expired: 'przeterminowała się u operatora',
    unknown: 'przyczyny nie podano',
  },
  lasts: { temporary: 'przejściowe', permanent: 'trwałe' },
  qr: { unseen: 'jeszcze niepokazany', shown: 'na ekranie', closed: 'zamknięty' },
  role,
  actor: {
    agent: 'konsultant',
    subscriber: 'subskrybent',
    network: 'sieć SMS',
    authority: 'urząd certyfikacji',
    administrator: 'administrator',
    clock: 'zegar',
  },
  agent: { enabled: 'włączony', locked: 'zablokowany', disabled: 'wyłączony' },
  proof: {
    'call-back': 'oddzwonienie na numer z systemu',
    'contract-number': 'numer umowy',
    'date-of-birth': 'data urodzenia',
    'certificate-expiry': 'data ważności ostatniego certyfikatu',
    'e-mail-on-file': 'adres e-mail z systemu',
    'last-signature': 'co ostatnio podpisano',
    'e-mail-reply': 'odpowiedź z adresu e-mail z systemu',
    'personal-visit': 'wizyta osobista, dokument tożsamości',
  },
  reason: {
    'sms-not-received': 'SMS nie doszedł',
    'sms-late': 'SMS przyszedł za późno',
    'wrong-code-typed': 'wpisano błędny kod',
    'operator-outage': 'awaria operatora',
    'new-phone': 'nowy telefon',
    'lost-phone': 'zgubiony telefon',
    'clock-drift': 'przestawiony zegar telefonu',
    suspicion: 'podejrzenie oszustwa',
    other: 'inny',
  },
  queueReason: {
    'locked-sms': 'blokada: próby SMS',
    'locked-otp': 'blokada: błędne OTP',
    'not-me': 'subskrybent: to nie ja',
    'aborted-call': 'przerwano rozmowę',
    frozen: 'zamrożona: podejrzenie',
    'waiting-for-sms': 'długo czeka na SMS',
    'expiring-soon': 'certyfikat wkrótce wygasa',
  },
  approvalAction: {
    reset: 'reset aktywacji',
    unlock: 'odblokowanie ponad limit',
    'phone-change': 'inny numer telefonu',
    'bulk-unlock': 'odblokowanie po awarii',
  },
  verification: {
    none: 'rozmówca niezweryfikowany',
    passed: 'rozmówca zweryfikowany',
    failed: 'weryfikacja nieudana',
    aborted: 'weryfikacja przerwana',
  },
  freezeCause: { suspicion: 'podejrzenie', 'aborted-call': 'przerwano rozmowę', 'not-me': 'subskrybent: to nie ja' },
  abortCause: {
    pressure: 'rozmówca naciska: pośpiech, groźby, stanowisko',
    'not-the-subscriber': 'rozmówca wygląda na kogoś innego',
    'somebody-dictates': 'ktoś podpowiada rozmówcy',
    'asks-for-secrets': 'rozmówca chce kodów, PIN-u lub sekretów',
  },
  supportCase: { open: 'otwarta', closed: 'zamknięta' },
  command,
  verdict: { done: 'wykonano', refused: 'odmówiono' },
  auditFault: {
    'content-changed': 'jego treść zmieniono po zapisaniu',
    'link-broken': 'nie wynika z wpisu, który go poprzedza',
    gap: 'brakuje wpisów przed nim',
    'tail-cut': 'odcięto wpisy, które po nim następowały',
    'head-missing': 'nie ma w nim podanego wpisu końcowego: odcięto wpisy albo podstawiono inny dziennik',
    'signature-wrong': 'jego podpis nie jest nasz',
    'other-installation': 'pochodzi z innej instalacji',
    'rolled-back': 'od tego miejsca ten komputer widział inny dziennik: przywrócono starą kopię albo odcięto koniec',
  },
  importVerdict: {
    accepted: 'przyjęte',
    unchanged: 'bez zmian',
    conflicting: 'sprzeczne',
    rejected: 'odrzucone',
  },
  importRejection: {
    'serial-of-another-customer': 'Ten numer seryjny należy do innego klienta. Porównaj go z certyfikatem.',
    'unknown-subscriber':
      'Żadne konto nie ma tego adresu e-mail. Zaimportuj najpierw eksport z portalu albo załóż konta opcją --create.',
  },
  conflictField: {
    phone: 'numer telefonu',
    login: 'login',
    givenName: 'imię',
    familyName: 'nazwisko',
    email: 'e-mail',
    subject: 'podmiot certyfikatu',
    validity: 'okres ważności',
    status: 'stan certyfikatu',
  },
  notice: {
    'activation-unlocked': ({ certificate, reference }) =>
      `ECSigner: wsparcie odblokowało aktywację certyfikatu …${certificate}. Można próbować dalej. ${notYou(reference)}`,
    'activation-locked': ({ certificate }) =>
      `ECSigner: aktywacja certyfikatu …${certificate} została zablokowana po nieudanych próbach. Zadzwoń do wsparcia.`,
    'activation-reset': ({ certificate, reference }) =>
      `ECSigner: aktywacja certyfikatu …${certificate} została zresetowana. Kody ze starego wpisu w aplikacji już nie działają. ${notYou(reference)}`,
    'activation-frozen': ({ certificate }) =>
      `ECSigner: dla bezpieczeństwa wstrzymaliśmy aktywację certyfikatu …${certificate}. Zadzwoń do wsparcia.`,
    'reset-asked': ({ certificate, reference }) =>
      `ECSigner: poproszono o reset aktywacji certyfikatu …${certificate}. Prośba czeka na decyzję. ${notYou(reference)}`,
    'phone-change-asked': ({ reference }) =>
      `ECSigner: poproszono o zmianę numeru telefonu na Twoim koncie. Prośba czeka na decyzję. ${notYou(reference)}`,
    'phone-changed': ({ reference }) => `ECSigner: zmieniono numer telefonu na Twoim koncie. ${notYou(reference)}`,
    'account-blocked': () => 'ECSigner: Twoje konto zostało zastrzeżone. Zadzwoń do wsparcia.',
    'account-unblocked': () => 'ECSigner: Twoje konto znów działa.',
  },
  smsCode: ({ code, validUntil }) =>
    `ECSigner: Twój kod aktywacyjny to ${code}, ważny do ${time(validUntil)}. Nie podawaj go nikomu, nawet pracownikom wsparcia.`,
};

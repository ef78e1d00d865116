import type { Texts } from '../en.ts';
import { momentsIn } from '../moments.ts';
import { counted, type Forms } from '../plural.ts';

const { countdown, date, duration, moment, time, timeExact } = momentsIn('pl');
const number = (count: number, forms: Forms) => counted('pl', count, forms);
const triesLeft = (count: number) =>
  `Pozostało: ${number(count, { one: 'próba', few: 'próby', many: 'prób', other: 'próby' })}.`;
/** After „po”: the locative. */
const failedAttempts: Forms = {
  one: 'nieudanej próbie',
  few: 'nieudanych próbach',
  many: 'nieudanych próbach',
  other: 'nieudanej próby',
};
const digitsOf: Forms = { one: 'cyfry', few: 'cyfr', many: 'cyfr', other: 'cyfry' };
const STEP = 30_000;
const CALL = 'Skontaktuj się ze wsparciem technicznym EuroCert.';

const certificateStates: Readonly<Record<string, (since: number) => string>> = {
  suspended: (since) => `Certyfikat jest zawieszony od ${date(since)}. ${CALL}`,
  revoked: (since) => `Certyfikat unieważniono ${date(since)}. ${CALL}`,
  expired: (since) => `Certyfikat wygasł ${date(since)}. ${CALL}`,
  'not-yet-valid': (since) => `Certyfikat jest ważny dopiero od ${date(since)}.`,
};

export const machines: Texts['machines'] = {
  portal: {
    title: 'Portal klienta EuroCert',
    logIn: { heading: 'Logowanie', login: 'Login', password: 'Hasło', button: 'Zaloguj się' },
    logOut: 'Wyloguj się',
    tabs: { software: 'Oprogramowanie', certificates: 'Certyfikaty' },
    software: {
      heading: 'Oprogramowanie',
      names: { app: 'Aplikacja mobilna ECSigner', desktop: 'ECSigner Desktop', 'secure-doc': 'SecureDoc 2.0' },
      purposes: {
        app: 'generuje jednorazowy kod OTP, potrzebny przy każdym podpisie',
        desktop: 'łączy podpis w chmurze z programem do podpisywania na komputerze',
        'secure-doc': 'składa i weryfikuje podpisy kwalifikowane',
      },
      sources: {
        app: 'Google Play albo App Store',
        desktop: 'do pobrania na komputer',
        'secure-doc': 'do pobrania na komputer',
      },
      install: 'Zainstaluj',
      installed: 'zainstalowano',
    },
    list: {
      heading: 'Lista',
      qrCode: 'QR Kod',
      serial: 'Numer seryjny',
      validTo: 'Ważny do',
      status: 'Stan',
      none: 'Brak certyfikatów.',
    },
    qrCode: {
      heading: 'Aktywacja ECSigner',
      send: 'Wyślij kod SMS',
      notice: 'SMS powinien dotrzeć w ciągu 5 minut. Jeśli nie dotrze, powtórz ten krok.',
      wallAhead: (limit) =>
        `Po ${number(limit, failedAttempts)} z rzędu skontaktuj się ze wsparciem technicznym EuroCert.`,
      failed: (failures, limit) => `Nieudane próby z rzędu: ${failures} z ${limit}.`,
      lastEnded: {
        confirmed: 'Ostatni kod wpisano prawidłowo.',
        not_delivered: 'Ostatniego SMS-a nie udało się doręczyć.',
        expired: 'Ostatniego kodu nie wpisano w ciągu 5 minut; stracił ważność.',
        wrong_code: 'Ostatni kod zbyt wiele razy wpisano błędnie.',
        superseded: 'Ostatni kod zastąpiono nowszym.',
      },
    },
    enterCode: {
      heading: 'Wprowadź kod SMS',
      sentTo: (phone) => `Kod wysłano na numer ${phone}.`,
      field: 'Kod SMS',
      confirm: 'Zatwierdź',
      timeLeft: (milliseconds) => `Kod jest ważny jeszcze ${countdown(milliseconds)}.`,
      over: 'Czas na wpisanie tego kodu minął.',
      notice: 'SMS powinien dotrzeć w ciągu 5 minut.',
      resend: 'Wyślij kod SMS',
      resendFrom: (at) => `Nowy kod można wysłać od ${timeExact(at)}.`,
      entriesLeft: triesLeft,
    },
    confirmed: {
      heading: 'Kod zatwierdzony',
      text: 'Sekret dla aplikacji ECSigner jest gotowy.',
      show: 'Pokaż kod QR',
    },
    secret: {
      heading: 'Secret',
      scan: 'Zeskanuj kod QR aplikacją ECSigner: naciśnij w niej +.',
      keepOpen: 'Nie zamykaj tego okna, dopóki nie zeskanujesz kodu!',
      timeLeft: (milliseconds) => `Okno zamknie się samo za ${countdown(milliseconds)}.`,
      close: 'Zamknij',
    },
    windowClosed: {
      heading: 'Okno „Secret” jest zamknięte',
      text: 'Kod QR nie pojawi się ponownie. Jeśli go zeskanowano, podpisuj w SecureDoc kodem z aplikacji.',
      again: 'Jeśli kodu nie zeskanowano, wyślij nowy kod SMS.',
      send: 'Wyślij kod SMS',
    },
    support: {
      heading: 'Skontaktuj się ze wsparciem technicznym EuroCert',
      sms: (failures) => `Nieudane próby aktywacji z rzędu: ${failures}. Kolejnego kodu nie można wysłać.`,
      otp: (failures) =>
        `Wpisano z rzędu ${number(failures, { one: 'błędny kod OTP', few: 'błędne kody OTP', many: 'błędnych kodów OTP', other: 'błędnego kodu OTP' })}. Podpis jest zablokowany.`,
      frozen: 'Aktywację wstrzymano ze względów bezpieczeństwa.',
      disabled: (failures) => `Aktywację wyłączono po ${number(failures, failedAttempts)}.`,
      next: 'Teraz może pomóc tylko wsparcie techniczne.',
    },
    active: {
      heading: 'ECSigner jest aktywny',
      since: (at) => `Aktywny od ${moment(at)}.`,
      next: 'Podpisuj w SecureDoc 2.0 kodem OTP, który pokazuje aplikacja.',
    },
  },
  phone: {
    lost: 'Telefon zgubiono.',
    off: 'Telefon jest wyłączony.',
    appName: 'ECSigner',
    store: { heading: 'Sklep z aplikacjami', found: 'ECSigner: kody OTP do podpisu w chmurze', install: 'Zainstaluj' },
    choosePin: {
      heading: 'Ustaw PIN',
      first: 'Wybierz 4-cyfrowy PIN',
      again: 'Wpisz PIN jeszcze raz',
      notice: 'Aplikacja pyta o PIN przy każdym uruchomieniu.',
    },
    askPin: {
      heading: 'Wpisz PIN',
      forgotten: 'Nie pamiętasz? Usuń aplikację i zainstaluj ją ponownie; jej kody wtedy znikną.',
    },
    codes: {
      heading: 'Kody OTP',
      add: '+',
      none: 'Nie ma jeszcze kodów. Naciśnij + i zeskanuj kod QR z portalu.',
      changesIn: (milliseconds) => `nowy kod za ${Math.ceil(milliseconds / 1000)} s`,
      once: 'Każdego kodu można użyć tylko raz.',
    },
    scanner: { heading: 'Zeskanuj kod QR', hint: 'Skieruj aparat na kod QR w oknie „Secret” portalu.' },
    inbox: { heading: 'Wiadomości', none: 'Brak wiadomości.' },
    clock: (at) => time(at),
  },
  desktop: {
    title: 'ECSigner Desktop',
    absent: 'nie zainstalowano',
    stopped: 'nie działa',
    logIn: {
      heading: 'Zaloguj się loginem i hasłem do portalu',
      login: 'Login',
      password: 'Hasło',
      button: 'Zaloguj się',
    },
    running: 'Zalogowano. Okno można zminimalizować; ECSigner będzie działał w tle.',
    minimise: 'Minimalizuj',
    minimised: 'działa w tle',
    quit: 'Zakończ',
  },
  secureDoc: {
    title: 'SecureDoc 2.0',
    absent: 'nie zainstalowano',
    addFile: 'Dodaj plik',
    dropHint: 'Dodaj plik, który chcesz podpisać albo zweryfikować.',
    signFiles: 'Podpisz pliki',
    verify: 'Weryfikuj',
    devices: 'Urządzenia kryptograficzne',
    chooseDevice: 'Gdzie jest certyfikat?',
    chooseCertificate: 'Wybierz certyfikat',
    noCertificate: 'Nie znaleziono certyfikatu.',
    ok: 'OK',
    close: 'Zamknij',
    otp: {
      heading: 'Kod autoryzacji',
      field: 'Kod OTP',
      hint: 'Przepisz kod, który pokazuje teraz aplikacja ECSigner.',
    },
    signed: (document, at) => `Podpisano ${moment(at)}: ${document}.`,
    valid: (document, signer, at) => `Podpis jest prawidłowy: ${document}, podpisujący: ${signer}, ${moment(at)}.`,
    notValid: (document) => `Podpis jest NIEPRAWIDŁOWY: ${document}.`,
    faults: {
      'not-a-signature': 'Ten plik nie jest takim podpisem.',
      'document-changed': 'Dokument zmieniono po podpisaniu.',
      'signature-broken': 'Zmieniono sam podpis.',
      'certificate-swapped': 'To nie ten certyfikat, którym podpisano.',
      'authority-unknown': 'Certyfikat wydał nieznany urząd.',
      'certificate-not-valid-then': 'W chwili podpisania certyfikat nie był ważny.',
    },
  },
  refusals: {
    unexpected: () => `Coś poszło nie tak. ${CALL}`,
    'account-blocked': () => `Twoje konto jest zastrzeżone. ${CALL}`,
    'account-unknown': () => 'Nie ma takiego konta.',
    'no-phone': () => `Na Twoim koncie nie ma numeru telefonu. ${CALL}`,
    'phone-too-new': ({ usableFrom }) =>
      `Numer telefonu niedawno zmieniono. Kody można na niego wysyłać od ${moment(usableFrom)}.`,
    'certificate-unknown': () => 'Nie ma takiego certyfikatu.',
    'certificate-not-valid': ({ status, since }) =>
      certificateStates[status]?.(since) ?? `Certyfikat nie jest ważny. ${CALL}`,
    'activation-locked': () => `Aktywacja jest zablokowana. ${CALL}`,
    'activation-frozen': () => `Aktywację wstrzymano ze względów bezpieczeństwa. ${CALL}`,
    'activation-disabled': () => `Aktywacja jest wyłączona. ${CALL}`,
    'already-active': () => 'ECSigner jest już aktywny. Podpisuj kodem OTP z aplikacji.',
    'too-soon': ({ retryAt }) => `Przed chwilą wysłano kod. Nowy można wysłać od ${timeExact(retryAt)}.`,
    'too-many-codes': ({ retryAt }) =>
      `Na ten numer wysłano zbyt wiele kodów. Następny można wysłać od ${moment(retryAt)}.`,
    'code-to-old-number': () => 'Ten kod wysłano na poprzedni numer. Wyślij nowy kod SMS.',
    'no-open-attempt': () => 'Ten kod stracił ważność. Wyślij nowy kod SMS.',
    'code-malformed': ({ digits }) => `Kod składa się dokładnie z ${number(digits, digitsOf)}.`,
    'wrong-code': ({ entriesLeft }) => `Błędny kod. ${triesLeft(entriesLeft)} Wpisz kod z najnowszego SMS-a.`,
    'attempt-failed': ({ failures, limit }) =>
      `Błędny kod. Ta próba się nie powiodła: ${failures} z ${limit}. Wyślij nowy kod SMS.`,
    'no-secret': () => 'Nie ma kodu QR do pokazania. Najpierw wyślij kod SMS.',
    'qr-already-shown': () => 'Kod QR już pokazano. Pojawia się tylko raz.',
    'qr-expired': () => 'Okno „Secret” jest zamknięte. Wyślij nowy kod SMS.',
    'qr-window-closed': () => 'Okno „Secret” jest już zamknięte.',
    'secret-unreadable': () => `Kodu QR nie da się pokazać. ${CALL}`,
    'clock-behind': () => `Kodów nie można teraz sprawdzić. ${CALL}`,
    'not-activated': () => 'Ten certyfikat nie jest aktywny. Najpierw aktywuj ECSigner w portalu.',
    'otp-malformed': ({ digits }) => `Kod OTP składa się dokładnie z ${number(digits, digitsOf)}.`,
    'otp-wrong': ({ triesLeft: left }) => `Błędny kod OTP. ${triesLeft(left)}`,
    'otp-already-used': ({ triesLeft: left }) => `Tego kodu OTP już użyto. Poczekaj na następny. ${triesLeft(left)}`,
    'otp-of-old-secret': ({ triesLeft: left }) =>
      `Ten kod OTP pochodzi ze starego wpisu w aplikacji. Użyj najnowszego. ${triesLeft(left)}`,
    'otp-clock-off': ({ steps, triesLeft: left }) =>
      `Zegar telefonu ${steps > 0 ? 'spieszy się' : 'spóźnia się'} o ${duration(Math.abs(steps) * STEP)}. Nastaw go i użyj następnego kodu. ${triesLeft(left)}`,
    'login-wrong': () => 'Błędny login albo hasło.',
    'not-logged-in': () => 'Najpierw się zaloguj.',
    'not-on-screen': () => 'Tutaj nie da się tego zrobić.',
    'phone-unknown': () => 'Nie ma takiego telefonu.',
    'phone-lost': () => 'Telefon zgubiono.',
    'phone-off': () => 'Telefon jest wyłączony.',
    'app-not-installed': () => 'Aplikacja ECSigner nie jest zainstalowana.',
    'app-installed': () => 'Aplikacja ECSigner jest już zainstalowana.',
    'app-closed': () => 'Najpierw uruchom aplikację.',
    'pin-malformed': () => 'PIN składa się dokładnie z 4 cyfr.',
    'pin-mismatch': () => 'PIN-y różnią się od siebie. Wybierz PIN ponownie.',
    'pin-not-chosen': () => 'Najpierw wybierz PIN.',
    'pin-already-chosen': () => 'Aplikacja ma już PIN.',
    'pin-wrong': () => 'Błędny PIN.',
    'no-app-entry': () => 'W aplikacji nie ma kodu.',
    'no-qr-open': () => 'Nie widać kodu QR.',
    'qr-unreadable': () => 'To nie jest kod QR dla ECSigner.',
    'desktop-not-installed': () => 'Nie znaleziono certyfikatu. Zainstaluj ECSigner Desktop.',
    'desktop-not-running': () => 'Nie znaleziono certyfikatu. Uruchom ECSigner Desktop i zaloguj się.',
    'desktop-logged-out': () => 'Nie znaleziono certyfikatu. Zaloguj się do ECSigner Desktop.',
    'desktop-installed': () => 'ECSigner Desktop jest już zainstalowany.',
    'desktop-running': () => 'ECSigner Desktop już działa.',
    'secure-doc-not-installed': () => 'SecureDoc 2.0 nie jest zainstalowany.',
    'secure-doc-installed': () => 'SecureDoc 2.0 jest już zainstalowany.',
    'no-certificate-chosen': () => 'Najpierw wybierz certyfikat.',
    'document-unreadable': ({ path }) => `Nie da się odczytać: ${path}.`,
    'signature-not-written': ({ path }) => `Nie da się zapisać podpisu: ${path}.`,
    'signature-not-valid': () => 'Podpis jest NIEPRAWIDŁOWY.',
  },
};

import type { consoleTexts as english } from '../en/console.ts';
import { counted, type Forms } from '../plural.ts';

const number = (count: number, forms: Forms) => counted('pl', count, forms);
const points: Forms = { one: 'punkt', few: 'punkty', many: 'punktów', other: 'punktu' };

export const consoleTexts: typeof english = {
  product: 'Wsparcie ECSigner',
  realmHint: { live: 'prawdziwi subskrybenci', training: 'dane zmyślone' },
  tooSmall: ({ columns, rows }) =>
    `To okno ma ${columns}×${rows}. Konsola potrzebuje co najmniej 80×24: powiększ je, nic nie przepadnie.`,
  notATerminal: 'Konsola potrzebuje terminala. Dla skryptów są polecenia: ecsc --help',
  idleKey: (key, help) => `Klawisz ${key} teraz nic tu nie robi. ${help} pokazuje klawisze, które działają.`,
  clockStands: 'Zegar szkoleniowy stoi, więc nic nie dochodzi. Wznowienie: ecsc clock resume',
  failed: (what) => `Coś się u nas nie udało: ${what}. Niczego nie zmieniono.`,
  loading: 'Chwileczkę…',

  unreadable: (what) =>
    `Baza danych nie odpowiada: ${what}. To, co tu widać, może być nieaktualne. Konsola zapyta ponownie sama; nic nie przepadło.`,

  meanwhile: {
    changed: 'To się właśnie zmieniło. Poniżej widać, jak jest teraz.',
    lookAgain: 'To się zmieniło w trakcie: sprawdź, jak jest teraz, i naciśnij Enter.',
    notDone: 'Nic nie zrobiono: w tej chwili to się zmieniło. Sprawdź jeszcze raz.',
  },

  signIn: {
    title: 'Logowanie',
    chooseWho: 'Kim jesteś w tym szkoleniu?',
    nobody: 'W tej bazie nie ma jeszcze konsultantów. Administrator dodaje ich poleceniem: ecsc agents add',
    name: 'Nazwa użytkownika',
    password: 'Hasło',
    checking: 'Sprawdzam…',
    nameMissing: 'Najpierw wpisz nazwę użytkownika.',
    signedOut: 'Wylogowano.',
    noLongerEnabled: 'Odebrano Ci dostęp, nastąpiło wylogowanie.',
  },

  locked: {
    title: 'Ekran zablokowany',
    explained: 'Konsola jest zablokowana i ukryła swoją zawartość. Twoja praca czeka.',
    resumeTraining: (name) => `Naciśnij Enter, aby pracować dalej jako ${name}.`,
    resumeLive: (name) => `Hasło, ${name}:`,
  },

  queue: {
    title: 'Kolejka',
    subscriber: 'Subskrybent',
    reason: 'Powód',
    since: 'Od',
    phone: 'Telefon',
    certificate: 'Certyfikat',
    failures: 'Nieudane',
    empty: 'Nikt nie czeka. Gdy ktoś się zablokuje albo za długo czeka na SMS, sam się tu pojawi.',
    ago: (duration) => duration,
    endsIn: (duration) => `za ${duration}`,
    counts: {
      'not-me': (count) => `to nie ja ${count}`,
      'aborted-call': (count) => `przerwane ${count}`,
      'locked-sms': (count) => `blokady SMS ${count}`,
      'locked-otp': (count) => `blokady OTP ${count}`,
      frozen: (count) => `zamrożone ${count}`,
      'waiting-for-sms': (count) => `czekają ${count}`,
      'expiring-soon': (count) => `wygasają ${count}`,
    },
  },

  search: {
    title: 'Szukaj',
    prompt: 'Szukaj',
    subscriber: 'Subskrybent',
    email: 'E-mail',
    phone: 'Telefon',
    customerId: 'Klient',
    certificates: 'Cert.',
    activation: 'Aktywacja',
    hint: [
      'Wpisz cokolwiek z tego, co mówi rozmówca:',
      '  nazwisko, imię albo ich część, także bez polskich liter (lukasz: Łukasz)',
      '  imię i nazwisko w dowolnej kolejności (anna kow)',
      '  cyfry numeru telefonu, jego początek albo koniec',
      '  adres e-mail, numer klienta (EC-…), początek numeru seryjnego certyfikatu',
    ],
    none: (query) => `Nikogo nie znaleziono: „${query}”.`,
    noneNext: 'Spróbuj krócej, inną pisownią, końcówką numeru telefonu albo numerem klienta.',
    count: (count, limit) =>
      count >= limit
        ? `pierwszych ${limit}, wpisz więcej, by zawęzić`
        : number(count, { one: 'trafienie', few: 'trafienia', many: 'trafień', other: 'trafienia' }),
    noCertificate: 'brak certyfikatu',
  },

  account: {
    title: 'Konto',
    gone: 'Takiego konta nie ma.',
    phone: 'Telefon',
    noPhone: 'brak w systemie',
    phoneUsableFrom: (moment) => `kody SMS dopiero od ${moment}`,
    email: 'E-mail',
    login: 'Login',
    language: 'Język',
    blockedSince: (moment) => `zastrzeżone od ${moment}`,
    certificates: 'Certyfikaty',
    noCertificates: 'Na tym koncie nie ma żadnego certyfikatu.',
    serial: 'Numer seryjny',
    validUntil: 'Ważny do',
    status: 'Certyfikat',
    activationColumn: 'Aktywacja',
    activation: 'Aktywacja',
    since: (moment, duration) => `od ${moment} (${duration})`,
    cause: (cause) => `powód: ${cause}`,
    failuresInARow: (count, limit) => `nieudane próby SMS z rzędu: ${count} z ${limit}`,
    wrongOtps: (count, limit) => `błędne OTP z rzędu: ${count} z ${limit}`,
    codeRunsFor: (countdown) => `kod jest ważny jeszcze ${countdown}`,
    qrState: (state) => `kod QR z sekretem: ${state}`,
    coolingDown: (moment) => `zgody odmówiono albo rozmowę przerwano: nowa prośba od ${moment}`,
    approvalPending: (action, by) => `czeka na zgodę: ${action}, prosi ${by}`,
    attempts: 'Próby SMS',
    noAttempts: 'Nie zamówiono jeszcze żadnego kodu SMS.',
    attempt: (count) => `Nr ${count}`,
    requested: (time) => `zamówiono ${time}`,
    accepted: (time) => `przyjęto ${time}`,
    notTaken: (operator) => `operator ${operator} nie przejął`,
    submitted: (time, operator) => `u operatora ${operator} ${time}`,
    held: (time, cause, raw) => `operator wstrzymuje od ${time}: ${cause} (${raw})`,
    delivered: (time, duration, raw) => `doręczono ${time}, po ${duration} (${raw})`,
    deliveredLate: (time, duration, raw) => `doręczono ${time}, po ${duration}: za późno (${raw})`,
    undelivered: 'brak raportu doręczenia',
    failed: (cause, said) => `niedoręczona: ${cause} (${said})`,
    entered: (time, duration) => `kod wpisano ${time}, po ${duration}`,
    wrongEntries: (count) =>
      number(count, { one: 'błędny wpis', few: 'błędne wpisy', many: 'błędnych wpisów', other: 'błędnego wpisu' }),
    ended: (time, duration) => `zakończona ${time}, po ${duration}`,
    left: (countdown) => `zostało ${countdown}`,
    notCounted: (operator) => `nieliczona: awaria, ${operator}`,
    audit: 'Dziennik tego konta',
    noAudit: 'Dla tego konta niczego jeszcze nie zapisano.',
    caller: 'Otwarta sprawa',
    nextToSay: 'Dalej',
    next: {
      inactive: 'Poproś rozmówcę, by nacisnął w portalu „Wyślij kod SMS”.',
      awaiting_code: 'Poproś, by poczekał na SMS i wpisał najnowszy kod.',
      awaiting_otp: 'Poproś o zeskanowanie kodu QR, a gdy okno już zamknięte – o zamówienie nowego kodu.',
      active: 'Nic do zrobienia: rozmówca może podpisywać następnym kodem OTP.',
      locked: 'Zweryfikuj rozmówcę i odblokuj (u).',
      frozen: 'Zamrożona z powodu podejrzenia: pomoże tylko reset za zgodą kierownika.',
      disabled: 'Zbyt wiele niepowodzeń: pomoże tylko reset za zgodą kierownika.',
    },
  },

  unlock: {
    titles: {
      verify: 'Weryfikacja rozmówcy',
      unlock: 'Odblokowanie',
      'ask-unlock': 'Prośba o odblokowanie',
      'ask-reset': 'Prośba o reset',
      'ask-phone': 'Inny numer telefonu',
      freeze: 'Zamrożenie',
    },
    whom: (name, customerId) => `${name} · ${customerId}`,
    certificate: (serial, validUntil) => `certyfikat ${serial}, ważny do ${validUntil}`,
    frozenSince: (cause, moment, duration) => `zamrożona (${cause}), od ${moment} (${duration})`,
    lockedSince: (cause, moment, duration) => `blokada: ${cause}, od ${moment} (${duration})`,
    steps: { ticket: 'Zgłoszenie', verify: 'Weryfikacja rozmówcy', reason: 'Powód', confirm: 'Potwierdzenie' },
    ticketHint: 'Numer zgłoszenia tej rozmowy, na przykład INC-20931',
    ticketWrong: 'Numer zgłoszenia ma od 2 do 32 liter, cyfr lub znaków # / - _ i zaczyna się literą albo cyfrą.',
    verifyHint: 'Zapytaj, porównaj, zaznacz. Spacja: dobra odpowiedź. x: zła. Nie pytaj o kod, PIN ani hasło.',
    points: (have, needed) => `${number(have, points)}, potrzeba ${needed}`,
    pointsMissing: (missing) => `Brakuje: ${number(missing, points)}. Sprawdź z rozmówcą coś jeszcze.`,
    someFailed: 'Zaznaczono złą odpowiedź: naciśnij f, by zapisać nieudaną weryfikację, albo cofnij znak klawiszem x.',
    nothingMarked: 'Zaznacz klawiszem x, na co rozmówca odpowiedział źle, albo wróć klawiszem Esc.',
    onFile: (value) => `w systemie: ${value}`,
    elsewhere: 'porównaj z umową',
    inAudit: 'porównaj z dziennikiem',
    reasonHint: {
      unlock: 'Dlaczego odblokowujesz?',
      'ask-unlock': 'Dlaczego odblokować jeszcze raz?',
      'ask-reset': 'Dlaczego potrzebny jest reset?',
      'ask-phone': 'Dlaczego potrzebny jest inny numer?',
      freeze: 'Dlaczego zamrażasz?',
    },
    note: 'Notatka',
    noteHint: 'w kilku słowach, co powiedział rozmówca',
    noteMissing: 'Potrzebna jest notatka: kilka słów zrozumiałych dla innych.',
    clears: (cause, count) =>
      cause === 'sms'
        ? `Licznik nieudanych prób SMS z rzędu (${count}) zostanie wyzerowany, aktywacja wróci na początek.`
        : `Licznik błędnych kodów OTP z rzędu (${count}) zostanie wyzerowany, wystarczy następny kod OTP.`,
    cleared: (cause, count) =>
      cause === 'sms'
        ? `Wyzerowano licznik nieudanych prób SMS (było ${count}); aktywacja jest znów na początku.`
        : `Wyzerowano licznik błędnych kodów OTP (było ${count}); następny kod OTP znów się liczy.`,
    stays: (hasSecret) =>
      hasSecret ? 'Sekret OTP pozostaje bez zmian.' : 'Sekretu OTP jeszcze nie ma; ta zmiana go nie utworzy.',
    rests: (proofs, ticket) => `Podstawa: ${proofs}; zgłoszenie ${ticket}.`,
    told: (text) => `Subskrybent dostanie wiadomość: „${text}”`,
    allowance: (left, within) =>
      left === 1
        ? `To ostatnie odblokowanie w ciągu ${within} bez zgody kierownika.`
        : `Bez zgody kierownika w ciągu ${within}: jeszcze ${left}, razem z tym.`,
    resets:
      'Sekret OTP zostanie unieważniony, a wszystkie liczniki wyzerowane; subskrybent aktywuje od nowa, od kodu SMS.',
    needsYes: (moment) =>
      `Nic się nie zmieni, dopóki nie zgodzi się kierownik, czyli ktoś inny; prośba czeka do ${moment}.`,
    working: 'Chwileczkę…',
    done: (name) => `Odblokowano. ${name} może działać dalej.`,
    oneNo: (pause) => `Jedna odmowa kończy sprawę; przez ${pause} o nic nie można poprosić ponownie.`,
    asked: 'Poproszono o zgodę.',
    waitsUntil: (moment) =>
      `Sprawa jest na liście kierowników do ${moment}. Na razie nic się nie zmieniło; konto pokaże, co z tego wynikło.`,
    sayAsked: 'Sprawa czeka na decyzję kierownika. Gdy tylko zapadnie, dostanie Pan/Pani od nas wiadomość.',
    changed: 'Co się zmieniło',
    say: 'Powiedz rozmówcy',
    sayNext: {
      sms: 'Proszę ponownie nacisnąć „Wyślij kod SMS” i w ciągu 5 minut wpisać najnowszy kod. Zostaję na linii.',
      otp: 'Proszę poczekać na następny kod w aplikacji i użyć go jeden raz.',
    },
    failureRecorded: 'Nieudaną weryfikację zapisano. Dla rozmówcy niczego nie zmieniono.',
    verified: (name, until) => `Zweryfikowano: dzwoni ${name}. Ważne do ${until}.`,
    verifiedNext:
      'Sprawa jest otwarta. To, co teraz zrobisz dla rozmówcy, opiera się na tej weryfikacji. Jeśli nie trzeba nic zmieniać, powiedz, co się dzieje, i zamknij sprawę (C).',
    failureNext: 'Uprzejmie zakończ rozmowę; subskrybent może zadzwonić ponownie z umową pod ręką.',
    refused: {
      verify: 'Nie zapisano',
      unlock: 'Nie odblokowano',
      'ask-unlock': 'Nie poproszono',
      'ask-reset': 'Nie poproszono',
      'ask-phone': 'Nie poproszono',
      freeze: 'Nie zamrożono',
    },
    notChanged: 'Niczego nie zmieniono.',
  },

  approvals: {
    title: 'Zgody',
    one: 'Zgoda',
    what: 'Prośba',
    whom: 'Subskrybent',
    askedBy: 'Prosi',
    askedAt: (agent, moment) => `${agent}, ${moment}`,
    left: 'Zostało',
    until: (duration, moment) => `${duration}, do ${moment}`,
    ticket: 'Zgłoszenie',
    reason: 'Powód',
    certificate: 'Certyfikat',
    proofs: 'Potwierdzono',
    noProofs: 'nie wiadomo już co',
    proven: (proofs, have) => `${proofs} (${number(have, points)})`,
    effects: 'Zgoda oznacza',
    told: {
      'approve-request': (name) => `Zgoda, wykonano: ${name}. Subskrybent dostanie wiadomość.`,
      'reject-request': (name) => `Odmowa. Niczego nie zmieniono: ${name}.`,
    },
    decided: 'Nic tu już nie czeka: zapadła decyzja albo minął czas.',
    empty: 'Nic nie czeka na zgodę. Prośby konsultantów pojawią się tu same.',
    waiting: (count) => `zgody ${count}`,
  },

  audit: {
    title: 'Dziennik',
    when: 'Kiedy',
    who: 'Kto',
    what: 'Co',
    whom: 'Klient',
    empty: 'Dziennik jest pusty.',
  },

  why: {
    noCertificateChosen: 'Na tym koncie nie ma certyfikatu do odblokowania.',
  },
};

import type { BriefTexts } from '../en/brief.ts';
import { momentsIn } from '../moments.ts';
import { counted, type Forms } from '../plural.ts';
import { cliHelp } from './cli-help.ts';
import { interrupted, misuse } from './cli-misuse.ts';

const { duration, moment, timeExact } = momentsIn('pl');
const number = (count: number, forms: Forms) => counted('pl', count, forms);
const records: Forms = { one: 'rekord', few: 'rekordy', many: 'rekordów', other: 'rekordu' };

export const cli: BriefTexts['cli'] = {
  help: cliHelp,
  misuse,
  interrupted,
  fields: {
    case: 'sprawa',
    customer: 'Klient',
    name: 'Nazwisko',
    email: 'E-mail',
    phone: 'Telefon',
    login: 'Login',
    language: 'Język',
    account: 'Konto',
    certificate: 'Certyfikat',
    certificates: 'Cert.',
    activation: 'Aktywacja',
    subject: 'Podmiot',
    identity: 'Identyfikator',
    validity: 'Ważność',
    reason: 'Powód',
    since: 'Od',
    failures: 'Nieudane',
    number: 'Nr',
    requested: 'Zamówiono',
    delivered: 'Doręczono',
    wrongEntries: 'Błędne kody',
    outcome: 'Wynik',
    took: 'Trwało',
    entry: 'Wpis',
    at: 'Kiedy',
    who: 'Kto',
    command: 'Co',
    result: 'Wynik',
    agent: 'Konsultant',
    role: 'Rola',
    status: 'Stan',
    password: 'Hasło',
    scope: 'Kogo dotyczy',
    effect: 'Skutek',
    file: 'Plik',
  },
  none: '—',
  yes: 'tak',
  no: 'nie',
  find: {
    nothing: (query) => `Nikogo nie znaleziono dla „${query}”.`,
    more: (limit) => `Pokazano tylko pierwszych ${limit}; wpisz więcej liter, aby zawęzić.`,
  },
  show: {
    inARow: (sms, otp) =>
      `z rzędu: ${number(sms, { one: 'nieudana próba SMS', few: 'nieudane próby SMS', many: 'nieudanych prób SMS', other: 'nieudanej próby SMS' })}, ${number(otp, { one: 'błędny OTP', few: 'błędne OTP', many: 'błędnych OTP', other: 'błędnego OTP' })}`,
    noAttempts: 'Nigdy nie zamówiono kodu SMS.',
    noCertificates: 'Brak certyfikatów.',
    caseOpen: (caseId, ticket, agent) => `Otwarta sprawa ${caseId}: zgłoszenie ${ticket}, konsultant ${agent}`,
    blockedSince: (at) => `zastrzeżone od ${moment(at)}`,
    approvalPending: (action, by, until) => `Czeka na zgodę: ${action}, prosi ${by}, do ${moment(until)}`,
    phonePending: (by, until) => `Zmiana numeru telefonu czeka na zgodę, prosi ${by}, do ${moment(until)}`,
    left: (milliseconds) => `zostało ${duration(milliseconds)}`,
  },
  queue: {
    empty: 'Nikt teraz nie potrzebuje pomocy.',
    counts: (total) =>
      `Pomocy potrzebuje ${number(total, { one: 'subskrybent', few: 'subskrybentów', many: 'subskrybentów', other: 'subskrybenta' })}.`,
    expires: (at) => `wygasa ${moment(at)}`,
  },
  unlock: {
    done: (name, serial) => `Odblokowano aktywację: ${name}, certyfikat ${serial}.`,
    caseOpened: (caseId, ticket) => `Sprawa ${caseId} do zgłoszenia ${ticket}; weryfikację rozmówcy zapisano.`,
    told: (text) => `Subskrybent dostaje wiadomość: „${text}”`,
    next: 'Dalej: subskrybent zamawia w portalu nowy kod SMS i wpisuje go w ciągu 5 minut.',
    nextOtp: 'Dalej: subskrybent podpisuje kodem OTP, który aplikacja pokazuje teraz.',
    password: (agent) => `Hasło (${agent}): `,
  },
  approvals: {
    none: 'Nic nie czeka na zgodę.',
    askedBy: 'Prosi',
    until: 'Do kiedy',
    ticket: 'Zgłoszenie',
    why: 'Dlaczego',
    asked: (action, until) =>
      `Poproszono o zgodę: ${action}. Decyduje kierownik, czyli ktoś inny, do ${moment(until)}.`,
  },
  audit: {
    empty: 'Nie ma żadnego wpisu.',
    more: (before) => `Starsze wpisy: --before ${before}`,
    checking: 'Sprawdzanie dziennika audytu',
    intact: (entries) =>
      `Dziennik audytu jest nienaruszony: ${number(entries, { one: 'wpis', few: 'wpisy', many: 'wpisów', other: 'wpisu' })}.`,
    head: (hash) => `Ostatni skrót: ${hash}`,
    broken: (seq, why) => `Dziennik audytu JEST NARUSZONY. Pierwszy zły wpis: nr ${seq}; ${why}.`,
    brokenNext:
      'Niczego więcej nie zmieniaj w tej bazie, zachowaj jej kopię i zawiadom osobę odpowiedzialną za bezpieczeństwo.',
  },
  init: {
    making: 'Tworzenie bazy danych',
    done: (path, realm) => `Nowa baza danych (${realm}) jest gotowa: ${path}`,
    keys: (path) => `Jej klucze są w pliku ${path}. Rób kopie zapasowe obu plików, każdą w innym miejscu.`,
    nextLive: (path) => `Dalej: ecsc agents add NAZWA --name "Imię Nazwisko" --role agent --db ${path}`,
    nextTraining: (path) => `Dalej: ecsc --db ${path}`,
  },
  seed: {
    seeding: 'Tworzenie subskrybentów',
    done: (accounts, path) =>
      `Utworzono ${number(accounts, { one: 'subskrybenta', few: 'subskrybentów', many: 'subskrybentów', other: 'subskrybenta' })} w bazie ${path}.`,
  },
  agents: {
    none: 'Nie ma konsultantów.',
    added: (agent, role) => `Dodano: ${agent} (${role}).`,
    ownUnknown: (agent, id) =>
      `Żadne konto nie ma jeszcze numeru klienta ${id}: dopóki nie zostanie zaimportowane, ${agent} ma dostęp do każdego konta. Jeśli to pomyłka, wyłącz ${agent} i dodaj tę osobę ponownie.`,
    disabled: (agent) => `Wyłączono: ${agent}. Działa to od następnej czynności konsultanta.`,
    enabled: (agent) => `Włączono: ${agent}.`,
    role: (agent, role) => `${agent} ma teraz rolę: ${role}.`,
    password: (agent) => `Ustawiono hasło: ${agent}.`,
    ask: (agent, least) =>
      `Nowe hasło (${agent}), co najmniej ${number(least, { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' })}: `,
    again: 'Jeszcze raz: ',
    noPasswords: 'W bazie szkoleniowej nikt nie ma hasła.',
  },
  portal: {
    sent: (phone, deadline) => `Kod SMS jest w drodze na numer ${phone}; można go wpisać do ${timeExact(deadline)}.`,
    inboxNext: (serial) => `Zajrzyj do telefonu: ecsc phone inbox ${serial}`,
    askCode: 'Kod z SMS-a: ',
    confirmed: 'Kod jest właściwy. Kod QR „Secret” czeka; nie zamykaj okna, zanim go nie zeskanujesz.',
    qrNext: (serial) => `Pokaż go: ecsc portal qr ${serial}`,
    qrCaption: 'Zeskanuj w aplikacji i naciśnij Enter: kod QR zniknie.',
    qrShown: 'Kod QR został pokazany. Drugi raz się nie pojawi.',
    scanNext: (serial) => `Zeskanuj go: ecsc phone scan ${serial}`,
    closed: 'Okno jest zamknięte.',
  },
  phone: {
    empty: (address) => `Brak wiadomości: ${address}.`,
    askNewPin: 'Wybierz 4-cyfrowy PIN do aplikacji: ',
    askPinAgain: 'Ten sam PIN jeszcze raz: ',
    askPin: 'PIN do aplikacji: ',
    scanned: (entry, label) => `Zeskanowano. Wpis ${entry} w aplikacji: ${label}`,
    otp: (otp, milliseconds) => `${otp}  (zostało ${duration(milliseconds)})`,
    skew: (milliseconds) =>
      milliseconds === 0
        ? 'Zegar telefonu chodzi dobrze.'
        : `Zegar telefonu ${milliseconds > 0 ? 'spieszy się' : 'spóźnia się'} o ${duration(Math.abs(milliseconds))}.`,
  },
  desktop: {
    askOtp: 'Kod OTP z aplikacji: ',
    signed: (file) => `Podpisano: ${file}`,
    verify: (file) =>
      `Sprawdź podpis: openssl cms -verify -binary -inform DER -in ${file}.p7s -content ${file} -CAfile ${file}.ca.pem -purpose any -out /dev/null`,
    valid: (file) => `Podpis jest prawidłowy; ${file} nie zmienił się od podpisania.`,
    signer: (signer, moment) => `Podpisano ${moment}: ${signer}`,
  },
  clock: {
    now: (at) => `Czas szkoleniowy: ${moment(at)} (${timeExact(at)})`,
    speed: (speed) => `Biegnie tyle razy szybciej niż rzeczywisty: ${speed}.`,
    paused: 'Zegar stoi. Wznowienie: ecsc clock resume',
    behind: (at) => `Dziennik audytu wyprzedza ten zegar: kody OTP są odrzucane do ${moment(at)}.`,
  },
  network: {
    ticked: (taken, delivered, failed) => `Przejęto: ${taken}, doręczono: ${delivered}, nie doręczono: ${failed}`,
    normal: 'Brak reguł: wiadomości dochodzą po 2–8 sekundach.',
    set: (scope, effect) => `Odtąd, ${scope}: ${effect}.`,
    all: 'wszyscy',
    effects: {
      normal: () => 'doręczane jak zwykle',
      late: ({ by }) => `doręczane po ${duration(by)}`,
      busy: () => 'powoli, niektóre giną',
      outage: () => 'operator ma awarię: wiadomości czekają, aż wróci',
      lost: () => 'przejmowane przez operatora i gubione',
      'phone-off': () => 'telefon wyłączony: wiadomości czekają, aż się włączy',
      absent: () => 'niedoręczane, numer nieosiągalny',
      'wrong-number': () => 'niedoręczane, operator nie zna numeru',
      'inbox-full': () => 'niedoręczane, pamięć telefonu pełna',
      barred: () => 'niedoręczane, odbiór SMS-ów wyłączony',
      rejected: () => 'odrzucane przez operatora',
    },
    cleared: 'reguła usunięta',
  },
  sweep: {
    done: (settled) =>
      `Zapisano: ${number(settled, { one: 'termin, który minął', few: 'terminy, które minęły', many: 'terminów, które minęły', other: 'terminu, który minął' })}.`,
  },
  import: {
    reading: 'Import',
    total: (files) => `razem (${number(files, { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' })})`,
    counts: {
      records: 'rekordy',
      accepted: 'przyjęte',
      unchanged: 'bez zmian',
      conflicting: 'sprzeczne',
      rejected: 'odrzucone',
      skipped: 'pominięte',
    },
    flags: {
      phoneChanged: (count) => `${number(count, records)} z innym numerem telefonu: zgłoszono, nie zmieniono`,
      landline: (count) => `${number(count, records)} z numerem stacjonarnym, który nie odbiera SMS-ów`,
    },
    conflict: (record, customer, field, stored, given) =>
      `rekord ${record}, ${customer}: ${field} pozostaje „${stored}”, w pliku jest „${given}”`,
    moreConflicts: (count) =>
      `… i jeszcze ${number(count, { one: 'różnica', few: 'różnice', many: 'różnic', other: 'różnicy' })}; wszystkie pokaże --json`,
    reject: (file, record, field, reason) => `odrzucono: ${file}, rekord ${record}, ${field}: ${reason}`,
    moreRejects: (count) =>
      `… i jeszcze ${number(count, { one: 'odrzucony rekord', few: 'odrzucone rekordy', many: 'odrzuconych rekordów', other: 'odrzuconego rekordu' })}`,
    severalSubscribers: 'Kilka kont ma ten adres e-mail. Zaimportuj najpierw eksport z portalu z tym certyfikatem.',
    rejects: (file) => `Odrzucone rekordy, każdy z powodem: ${file}`,
    dryRun: 'Próba: niczego nie zapisano.',
    interrupted: (done) =>
      `Przerwano między dwiema transakcjami. Przyjęto i trwale zapisano: ${number(done, records)}. Uruchom to samo polecenie, aby kontynuować.`,
  },
};

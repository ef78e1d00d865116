import { momentsIn } from '../moments.ts';
import { counted, type Forms } from '../plural.ts';
import type { RefusalTexts, Words } from '../words-shape.ts';
import { command as commandWords, role } from './commands.ts';

const { date, duration, moment, timeExact, within } = momentsIn('pl');
const number = (count: number, forms: Forms) => counted('pl', count, forms);
/** After „po”: the locative. */
const afterFailures: Forms = {
  one: 'niepowodzeniu',
  few: 'niepowodzeniach',
  many: 'niepowodzeniach',
  other: 'niepowodzenia',
};
const afterPasswords: Forms = {
  one: 'błędnym haśle',
  few: 'błędnych hasłach',
  many: 'błędnych hasłach',
  other: 'błędnego hasła',
};
const tries: Forms = { one: 'próba', few: 'próby', many: 'prób', other: 'próby' };
const codes: Forms = { one: 'kod', few: 'kody', many: 'kodów', other: 'kodu' };
const points: Forms = { one: 'punkt', few: 'punkty', many: 'punktów', other: 'punktu' };
const times: Forms = { one: 'raz', few: 'razy', many: 'razy', other: 'razu' };
const digitsOf: Forms = { one: 'cyfra', few: 'cyfry', many: 'cyfr', other: 'cyfry' };
const STEP = 30_000;

const certificateStates = {
  suspended: (since: number) => `Certyfikat jest zawieszony od ${moment(since)}.`,
  revoked: (since: number) => `Certyfikat unieważniono ${moment(since)}.`,
  expired: (since: number) => `Certyfikat wygasł ${moment(since)}.`,
  'not-yet-valid': (since: number) => `Certyfikat jest ważny dopiero od ${date(since)}.`,
} as const;

const certificateNext = {
  suspended: 'Odwiesić go może urząd certyfikacji; po 7 dniach zawieszony certyfikat jest unieważniany na dobre.',
  revoked: 'Unieważnienia nie da się cofnąć: subskrybent potrzebuje nowego certyfikatu.',
  expired: 'Subskrybent potrzebuje nowego certyfikatu.',
  'not-yet-valid': 'Trzeba poczekać na początek okresu ważności.',
} as const;

export const refusals: RefusalTexts = {
  'not-permitted': ({ command, party }) => ({
    what: `Rola „${role[party]}” na to nie pozwala: ${commandWords[command]}.`,
    next: 'Przekaż to osobie, której rola na to pozwala.',
  }),
  'not-your-account': () => ({
    what: 'To należy do kogoś innego.',
    next: 'Może to zrobić tylko właściciel. Sprawdź certyfikat albo nazwę użytkownika.',
  }),
  'own-account': () => ({
    what: 'To Twoje własne konto, a nad własnym nikt nie pracuje.',
    next: 'Poproś kogoś z zespołu o przejęcie sprawy.',
  }),
  'agent-unknown': ({ agentId }) => ({
    what: `Nie ma konsultanta „${agentId}”.`,
    next: 'Sprawdź nazwę. Listę konsultantów administrator zobaczy tak: ecsc agents list',
  }),
  'agent-disabled': () => ({
    what: 'Ten konsultant został wyłączony.',
    next: 'Włączyć go ponownie może kierownik albo administrator.',
  }),
  'agent-locked': ({ failures }) => ({
    what: `Ten konsultant jest zablokowany po ${number(failures, afterPasswords)}.`,
    next: 'Administrator może ustawić nowe hasło albo włączyć go ponownie.',
  }),
  'agent-exists': ({ agentId }) => ({
    what: `Konsultant „${agentId}” już istnieje.`,
    next: 'Wybierz inną nazwę.',
  }),
  'agent-id-malformed': () => ({
    what: 'Nazwa użytkownika ma od 2 do 64 małych liter (bez polskich znaków), cyfr, kropek lub myślników i zaczyna się literą.',
    next: 'Wybierz inną nazwę, np. jan.kowalski.',
  }),
  'agent-name-missing': () => ({
    what: 'Brakuje imienia i nazwiska konsultanta.',
    next: 'Podaj je tak, jak mają się wyświetlać.',
  }),
  'same-person': () => ({
    what: 'Kto poprosił albo już się zgodził, nie może sam zdecydować.',
    next: 'Zdecydować musi inny kierownik.',
  }),
  'no-sign-in-open': () => ({ what: 'Logowanie nie zostało rozpoczęte.', next: 'Zaloguj się od początku.' }),
  'password-wrong': ({ limit }) => ({
    what: 'Nieznana nazwa albo błędne hasło.',
    next: `Spróbuj ponownie; po ${number(limit, afterPasswords)} konsultant zostaje zablokowany.`,
  }),
  'training-only': () => ({
    what: 'To działa tylko w bazie szkoleniowej, a ta jest produkcyjna. Niczego nie zmieniono.',
    next: 'Wskaż bazę szkoleniową przez --db PLIK albo utwórz ją: ecsc init --realm training --db PLIK',
  }),
  'clock-behind': ({ lastEntryAt, now }) => ({
    what: `Zegar spóźnia się o ${duration(lastEntryAt - now)} względem najnowszego wpisu w dzienniku, więc kodów OTP nie da się ocenić.`,
    next: 'Poproś o nastawienie zegara tego komputera i spróbuj ponownie.',
  }),
  'account-unknown': () => ({
    what: 'Nie ma takiego konta.',
    next: 'Poszukaj po nazwisku, adresie e-mail albo numerze telefonu.',
  }),
  'account-blocked': ({ since }) => ({
    what: `Konto jest zastrzeżone od ${moment(since)}.`,
    next: 'Najpierw zastrzeżenie musi znieść kierownik: ecsc account unblock',
  }),
  'account-not-blocked': () => ({ what: 'Konto nie jest zastrzeżone.', next: 'Nic nie trzeba robić.' }),
  'no-phone': () => ({
    what: 'W systemie nie ma numeru telefonu, więc nie można wysłać SMS-a.',
    next: 'Zweryfikuj rozmówcę i poproś o zmianę numeru telefonu.',
  }),
  'phone-too-new': ({ usableFrom }) => ({
    what: `Numer telefonu niedawno zmieniono; można go używać od ${moment(usableFrom)}.`,
    next: 'Trzeba poczekać; przy zmianie numeru kierownik może dopuścić go od razu.',
  }),
  'phone-unchanged': () => ({ what: 'Ten numer już jest w systemie.', next: 'Nic nie trzeba robić.' }),
  'phone-invalid': () => ({
    what: 'To nie jest numer telefonu.',
    next: 'Podaj go z numerem kierunkowym kraju, np. +48 503 405 037.',
  }),
  'phone-not-mobile': () => ({
    what: 'Telefon stacjonarny nie odbiera SMS-ów, więc nie da się tam wysłać kodu.',
    next: 'Poproś o numer komórkowy.',
  }),
  'certificate-unknown': () => ({
    what: 'Nie ma takiego certyfikatu.',
    next: 'Sprawdź numer seryjny albo poszukaj subskrybenta.',
  }),
  'certificate-not-valid': ({ status, since }) => ({
    what: certificateStates[status](since),
    next: certificateNext[status],
  }),
  'certificate-not-suspended': () => ({
    what: 'Certyfikat nie jest zawieszony.',
    next: 'Odwiesić można tylko zawieszony certyfikat.',
  }),
  'activation-locked': ({ cause, since }) => ({
    what: `Aktywacja jest zablokowana od ${moment(since)}: ${cause === 'sms' ? 'zbyt wiele nieudanych prób SMS' : 'zbyt wiele błędnych kodów OTP'}.`,
    next: 'Pomoże tylko wsparcie: subskrybent dzwoni, zostaje zweryfikowany, a konsultant odblokowuje.',
  }),
  'activation-frozen': ({ since }) => ({
    what: `Aktywację zamrożono z powodu podejrzenia: ${moment(since)}.`,
    next: 'Uruchomi ją tylko reset za zgodą kierownika.',
  }),
  'activation-disabled': ({ failures }) => ({
    what: `Aktywacja jest wyłączona po ${number(failures, afterFailures)} w całym okresie.`,
    next: 'Uruchomi ją tylko reset za zgodą kierownika.',
  }),
  'already-active': ({ since }) => ({
    what: `Aktywacja działa od ${moment(since)}: kod SMS nie jest potrzebny.`,
    next: 'Podpisuj kodem OTP z aplikacji. Nowy telefon wymaga resetu.',
  }),
  'too-soon': ({ retryAt }) => ({
    what: 'Kod wysłano mniej niż minutę temu.',
    next: `O nowy można poprosić od ${timeExact(retryAt)}; bieżąca próba liczy się wtedy jako nieudana.`,
  }),
  'too-many-codes': ({ limit, window, retryAt }) => ({
    what: `Limit: na ten numer można wysłać ${number(limit, codes)} w ciągu ${within(window)}.`,
    next: `Następny kod będzie można wysłać od ${moment(retryAt)}.`,
  }),
  'code-to-old-number': () => ({
    what: 'Kod wysłano na numer, którego nie ma już w systemie.',
    next: 'Naciśnij ponownie „Wyślij kod SMS”: następny trafi na nowy numer.',
  }),
  'no-open-attempt': () => ({
    what: 'Nie czekamy teraz na żaden kod SMS.',
    next: 'Najpierw zamów nowy kod: Wyślij kod SMS.',
  }),
  'attempt-unknown': () => ({ what: 'Nie ma takiej próby SMS.', next: 'Sprawdź numer próby.' }),
  'receipt-known': () => ({ what: 'Los tego SMS-a jest już zapisany.', next: 'Nic nie trzeba robić.' }),
  'code-malformed': ({ digits }) => ({
    what: `Kod SMS to dokładnie ${number(digits, digitsOf)}. Tego wpisu nie policzono.`,
    next: 'Wpisz same cyfry, bez spacji.',
  }),
  'wrong-code': ({ entriesLeft }) => ({
    what: `Błędny kod. Dla tego SMS-a: jeszcze ${number(entriesLeft, tries)}.`,
    next: 'Wpisz kod z najnowszego SMS-a, nie z wcześniejszego.',
  }),
  'attempt-failed': ({ failures, limit }) => ({
    what: `Błędny kod. Ta próba się nie udała; nieudane z rzędu: ${failures}, blokada przy ${limit}.`,
    next: 'Zamów nowy kod: Wyślij kod SMS.',
  }),
  'no-secret': () => ({
    what: 'Nie ma sekretu do pokazania: nie potwierdzono żadnego kodu SMS.',
    next: 'Najpierw zamów kod i go wpisz.',
  }),
  'qr-already-shown': ({ shownAt }) => ({
    what: `Kod QR z sekretem pokazano już o ${timeExact(shownAt)}; pokazuje się go tylko raz.`,
    next: 'Zeskanuj go, dopóki okno jest otwarte, albo zamów nowy kod SMS.',
  }),
  'qr-expired': ({ since }) => ({
    what: `Okno z kodem QR zamknięto o ${timeExact(since)}.`,
    next: 'Zamów nowy kod SMS; wpis ze starego kodu QR, jeśli jest, przestanie wtedy działać.',
  }),
  'qr-window-closed': () => ({
    what: 'Okno z kodem QR jest już zamknięte.',
    next: 'Jeśli kodu QR nie zeskanowano, zamów nowy kod SMS.',
  }),
  'not-activated': () => ({
    what: 'Ten certyfikat nie jest aktywowany, więc nie może podpisywać.',
    next: 'Najpierw przejdź aktywację w portalu: Wyślij kod SMS.',
  }),
  'otp-malformed': ({ digits }) => ({
    what: `Kod OTP to dokładnie ${number(digits, digitsOf)}. Tego wpisu nie policzono.`,
    next: 'Wpisz cyfry tak, jak pokazuje je aplikacja, bez spacji.',
  }),
  'otp-wrong': ({ triesLeft }) => ({
    what: `Błędny kod OTP. Do blokady aktywacji: jeszcze ${number(triesLeft, tries)}.`,
    next: 'Użyj kodu, który aplikacja pokazuje teraz dla tego certyfikatu.',
  }),
  'otp-already-used': ({ triesLeft }) => ({
    what: `Ten kod OTP już wykorzystano; każdy działa tylko raz. Jeszcze ${number(triesLeft, tries)}.`,
    next: 'Poczekaj do 30 sekund na następny kod.',
  }),
  'otp-of-old-secret': ({ triesLeft }) => ({
    what: `Ten kod OTP pochodzi ze starego wpisu w aplikacji. Jeszcze ${number(triesLeft, tries)}.`,
    next: 'Usuń stary wpis i użyj najnowszego; jeśli jest tylko jeden, trzeba zeskanować nowy kod QR.',
  }),
  'otp-of-other-certificate': ({ triesLeft }) => ({
    what: `Ten kod OTP należy do innego certyfikatu tej samej osoby. Jeszcze ${number(triesLeft, tries)}.`,
    next: 'W aplikacji użyj wpisu tego certyfikatu; jego numer seryjny stoi nad kodem.',
  }),
  'otp-clock-off': ({ steps, triesLeft }) => ({
    what: `Kod OTP pasuje do zegara telefonu, który ${steps > 0 ? 'spieszy się' : 'spóźnia się'} o ${duration(Math.abs(steps) * STEP)}. Jeszcze ${number(triesLeft, tries)}.`,
    next: 'Włącz w telefonie automatyczną datę i godzinę, a potem użyj następnego kodu.',
  }),
  'secret-unreadable': () => ({
    what: 'Zapisanego sekretu nie da się otworzyć: plik zmieniono albo plik klucza należy do innej bazy.',
    next: 'Niczego nie zmieniaj; administrator powinien sprawdzić plik klucza i uruchomić: ecsc audit verify',
  }),
  'not-locked': () => ({
    what: 'Ta aktywacja nie jest zablokowana, więc nie ma czego odblokować.',
    next: 'Sprawdź jej stan: co innego zatrzymuje rozmówcę?',
  }),
  'already-frozen': () => ({ what: 'Ta aktywacja jest już zamrożona.', next: 'Uruchomi ją tylko reset.' }),
  'case-unknown': () => ({ what: 'Nie ma takiej sprawy.', next: 'Najpierw otwórz sprawę z numerem zgłoszenia.' }),
  'case-closed': () => ({ what: 'Ta sprawa jest zamknięta.', next: 'Otwórz nową sprawę z numerem zgłoszenia.' }),
  'case-exists': () => ({ what: 'Sprawa o tym numerze już istnieje.', next: 'Spróbuj jeszcze raz.' }),
  'case-of-another-account': () => ({
    what: 'Tę sprawę otwarto dla innego subskrybenta.',
    next: 'Otwórz sprawę dla tego subskrybenta.',
  }),
  'case-of-another-agent': () => ({
    what: 'Tę sprawę prowadzi inny konsultant.',
    next: 'Poproś o przekazanie sprawy albo otwórz własną i samodzielnie zweryfikuj rozmówcę.',
  }),
  'already-holds-case': ({ agentId }) => ({
    what: `Tę sprawę prowadzi już ${agentId}.`,
    next: 'Wybierz kogoś innego.',
  }),
  'colleague-cannot': ({ agentId }) => ({
    what: `Tej sprawy nie może przejąć ${agentId}: konto wyłączone, rola bez obsługi rozmówców albo sprawa dotyczy własnej subskrypcji tej osoby.`,
    next: 'Wybierz kogoś innego.',
  }),
  'ticket-malformed': () => ({
    what: 'To nie jest numer zgłoszenia.',
    next: 'Podaj od 2 do 32 znaków: liter, cyfr lub # / _ - jak w INC-20931.',
  }),
  'caller-not-verified': () => ({
    what: 'Rozmówca nie jest zweryfikowany.',
    next: 'Oddzwoń na numer z systemu i sprawdź rozmówcę; wcześniej niczego nie zmieniaj.',
  }),
  'verification-expired': ({ verifiedAt }) => ({
    what: `Rozmówcę zweryfikowano o ${timeExact(verifiedAt)}, a to zbyt dawno.`,
    next: 'Zweryfikuj rozmówcę ponownie.',
  }),
  'not-enough-points': ({ points: reached, needed }) => ({
    what: `Weryfikacja dała ${number(reached, points)}, a potrzeba: ${needed}. Nieudaną weryfikację zapisano.`,
    next: 'Sprawdź więcej: najwięcej warte jest oddzwonienie na numer z systemu.',
  }),
  'note-missing': () => ({
    what: 'Brakuje notatki.',
    next: 'Napisz własnymi słowami, dlaczego to robisz; trafi to do dziennika audytu.',
  }),
  'possession-needed': () => ({
    what: 'Same odpowiedzi na pytania tu nie wystarczą: mogą je znać inni.',
    next: 'Oddzwoń na numer z systemu; jeśli telefonu już nie ma: odpowiedź z adresu e-mail z systemu albo wizyta osobista, którą zapisuje kierownik.',
  }),
  'visit-needs-supervisor': () => ({
    what: 'Wizytę osobistą zapisuje kierownik, który widział dokument tożsamości.',
    next: 'Niech sprawę otworzy kierownik albo sprawdź coś innego.',
  }),
  'call-back-proves-nothing': ({ usableFrom }) => ({
    what:
      usableFrom === null
        ? 'W systemie nie ma numeru: oddzwonienie niczego nie dowodzi.'
        : `Numer w systemie jest nowy i liczy się od ${moment(usableFrom)}: do tego czasu oddzwonienie na niego niczego nie dowodzi.`,
    next: 'Sprawdź coś innego: tyle samo warta jest odpowiedź z adresu e-mail z systemu.',
  }),
  'cool-down': ({ until }) => ({
    what: `Odmówiono tu zgody albo przerwano rozmowę; do ${moment(until)} o nic nie można poprosić.`,
    next: 'Poczekaj do tego czasu. Jeśli nie da się czekać: tryb pilny, który wymaga zgody dwóch kierowników.',
  }),
  overruled: ({ since }) => ({
    what: `Po złożeniu tej prośby odmówiono na tym koncie zgody albo przerwano rozmowę (${moment(since)}). To kończy także tę prośbę.`,
    next: 'Odrzuć ją. Kto jej potrzebuje, prosi ponownie i na nowo weryfikuje rozmówcę.',
  }),
  'reference-unknown': () => ({
    what: 'Nie ma naszej wiadomości z takim numerem albo jest ona zbyt stara.',
    next: 'Przepisz sześć znaków tak, jak stoją w wiadomości, albo zadzwoń do wsparcia.',
  }),
  'approval-needed': ({ limit, window, freeAgainAt }) =>
    freeAgainAt === null
      ? { what: 'Tutaj każde odblokowanie wymaga zgody.', next: 'Poproś kierownika o zgodę.' }
      : {
          what: `Tę aktywację odblokowano już ${number(limit, times)} w ciągu ${within(window)}; kolejny raz wymaga zgody.`,
          next: `Poproś kierownika o zgodę albo poczekaj do ${moment(freeAgainAt)}. Wiele blokad może oznaczać oszustwo.`,
        },
  'approval-pending': ({ expiresAt }) => ({
    what: `O zgodę już poproszono; prośba czeka do ${moment(expiresAt)}.`,
    next: 'Czekaj na decyzję: podejmie ją kierownik, czyli ktoś inny.',
  }),
  'no-approval-pending': () => ({
    what: 'Nie czeka tu żadna prośba o zgodę.',
    next: 'Najpierw musi o nią poprosić konsultant.',
  }),
  'outage-known': () => ({ what: 'Ta awaria jest już uznana.', next: 'Nic nie trzeba robić.' }),
  'no-outage': () => ({ what: 'Nie uznano żadnej awarii tego operatora.', next: 'Sprawdź nazwę operatora.' }),
  'outage-lasts': ({ since }) => ({
    what: `Awaria trwa od ${moment(since)}.`,
    next: 'Odblokuj po jej zakończeniu: wcześniej kody i tak nie dochodzą.',
  }),
  'nobody-locked-by-outage': () => ({
    what: 'Z powodu tej awarii nikt nie jest zablokowany.',
    next: 'Nie trzeba nic robić.',
  }),
  'too-many-at-once': ({ most }) => ({
    what: `Naraz można odblokować najwyżej ${most} aktywacji.`,
    next: 'Poproś najpierw o te, potem o pozostałe.',
  }),
  'bulk-unlock-not-approved': () => ({
    what: 'Dla tego operatora nie ma zatwierdzonego odblokowania zbiorczego.',
    next: 'Jedna osoba o nie prosi, druga – kierownik – zatwierdza.',
  }),
  'not-on-the-list': () => ({
    what: 'Tego certyfikatu nie ma na zatwierdzonej liście.',
    next: 'Odblokuj go podczas rozmowy, po weryfikacji rozmówcy.',
  }),
  'lock-has-another-cause': () => ({
    what: 'To nie awaria zablokowała tę aktywację.',
    next: 'Odblokuj ją podczas rozmowy, po weryfikacji rozmówcy.',
  }),
  yourself: () => ({
    what: 'Nikt nie zmienia własnej roli ani własnego dostępu.',
    next: 'Poproś innego kierownika albo administratora.',
  }),
  'supervisors-by-administrator': () => ({
    what: 'Kierowników powołuje i odwołuje tylko administrator, aby nikt nie stworzył sobie drugiej osoby do zgody.',
    next: 'Poproś administratora: ecsc agents.',
  }),
  'last-supervisor': () => ({
    what: 'To ostatni włączony kierownik; bez niego nikt nie wyrazi zgody.',
    next: 'Najpierw powołaj albo włącz innego kierownika.',
  }),
  'role-unchanged': ({ role: current }) => ({
    what: `Rola już jest taka: ${role[current]}.`,
    next: 'Nic nie trzeba robić.',
  }),
  'filter-incomplete': () => ({
    what: 'Filtr musi mieć nazwę i treść.',
    next: 'Wpisz filtr (f), potem zapisz go pod nazwą.',
  }),
  'filter-too-long': ({ name, text }) => ({
    what: `Nazwa filtra ma najwyżej ${name} znaków, sam filtr ${text}.`,
    next: 'Skróć wpis.',
  }),
  'too-many-filters': ({ most }) => ({
    what: `Dla tej listy zapisano już ${most} filtrów.`,
    next: 'Usuń któryś, już niepotrzebny.',
  }),
  'filter-unknown': ({ name }) => ({
    what: `Nie ma zapisanego filtra „${name}”.`,
    next: 'Spójrz na listę jeszcze raz.',
  }),
};

export const refusalName: Words['refusalName'] = {
  'not-permitted': 'brak uprawnień',
  'not-your-account': 'należy do kogoś innego',
  'own-account': 'własne konto',
  'agent-unknown': 'nieznany konsultant',
  'agent-disabled': 'konsultant wyłączony',
  'agent-locked': 'konsultant zablokowany',
  'agent-exists': 'konsultant już istnieje',
  'agent-id-malformed': 'niewłaściwa nazwa użytkownika',
  'agent-name-missing': 'brak imienia i nazwiska',
  'same-person': 'ta sama osoba',
  'no-sign-in-open': 'logowania nie rozpoczęto',
  'password-wrong': 'błędne hasło',
  'training-only': 'tylko w szkoleniu',
  'clock-behind': 'zegar się spóźnia',
  'account-unknown': 'nieznane konto',
  'account-blocked': 'konto zastrzeżone',
  'account-not-blocked': 'konto niezastrzeżone',
  'no-phone': 'brak numeru telefonu',
  'phone-too-new': 'zbyt nowy numer telefonu',
  'phone-unchanged': 'numer telefonu bez zmian',
  'phone-invalid': 'to nie numer telefonu',
  'phone-not-mobile': 'to nie komórka',
  'certificate-unknown': 'nieznany certyfikat',
  'certificate-not-valid': 'certyfikat nieważny',
  'certificate-not-suspended': 'certyfikat niezawieszony',
  'activation-locked': 'aktywacja zablokowana',
  'activation-frozen': 'aktywacja zamrożona',
  'activation-disabled': 'aktywacja wyłączona',
  'already-active': 'już aktywna',
  'too-soon': 'za wcześnie na nowy kod',
  'too-many-codes': 'zbyt wiele kodów',
  'code-to-old-number': 'kod na dawny numer',
  'no-open-attempt': 'żaden kod nie jest oczekiwany',
  'attempt-unknown': 'nieznana próba',
  'receipt-known': 'raport już zapisany',
  'code-malformed': 'to nie kod',
  'wrong-code': 'błędny kod',
  'attempt-failed': 'błędny kod, próba nieudana',
  'no-secret': 'brak sekretu',
  'qr-already-shown': 'kod QR już pokazano',
  'qr-expired': 'kod QR już ukryty',
  'qr-window-closed': 'okno z kodem QR zamknięte',
  'not-activated': 'nieaktywowany',
  'otp-malformed': 'to nie OTP',
  'otp-wrong': 'błędny OTP',
  'otp-already-used': 'OTP już użyty',
  'otp-of-old-secret': 'OTP ze starego wpisu',
  'otp-of-other-certificate': 'OTP innego certyfikatu',
  'otp-clock-off': 'przestawiony zegar telefonu',
  'secret-unreadable': 'sekret nieczytelny',
  'not-locked': 'niezablokowana',
  'already-frozen': 'już zamrożona',
  'case-unknown': 'nieznana sprawa',
  'case-closed': 'sprawa zamknięta',
  'case-exists': 'sprawa już istnieje',
  'case-of-another-account': 'sprawa innego subskrybenta',
  'case-of-another-agent': 'sprawa innego konsultanta',
  'already-holds-case': 'już prowadzi tę sprawę',
  'colleague-cannot': 'ta osoba nie może przejąć sprawy',
  'ticket-malformed': 'to nie numer zgłoszenia',
  'caller-not-verified': 'rozmówca niezweryfikowany',
  'verification-expired': 'weryfikacja zbyt dawna',
  'not-enough-points': 'za mało punktów',
  'note-missing': 'brak notatki',
  'possession-needed': 'sama wiedza nie wystarczy',
  'visit-needs-supervisor': 'wizytę zapisuje kierownik',
  'call-back-proves-nothing': 'oddzwonienie nie dowodzi',
  'cool-down': 'trzeba odczekać',
  overruled: 'prośba uchylona odmową',
  'reference-unknown': 'nieznany numer wiadomości',
  'approval-needed': 'potrzebna zgoda',
  'approval-pending': 'zgoda w toku',
  'no-approval-pending': 'brak prośby o zgodę',
  'outage-known': 'awaria już uznana',
  'no-outage': 'brak awarii',
  'outage-lasts': 'awaria trwa',
  'nobody-locked-by-outage': 'nikt niezablokowany przez awarię',
  'too-many-at-once': 'zbyt wiele naraz',
  'bulk-unlock-not-approved': 'odblokowanie zbiorcze niezatwierdzone',
  'not-on-the-list': 'nie ma na zatwierdzonej liście',
  'lock-has-another-cause': 'inna przyczyna blokady',
  yourself: 'własna rola lub dostęp',
  'supervisors-by-administrator': 'tylko administrator',
  'last-supervisor': 'ostatni kierownik',
  'role-unchanged': 'rola bez zmian',
  'filter-incomplete': 'filtr niepełny',
  'filter-too-long': 'filtr za długi',
  'too-many-filters': 'za dużo filtrów',
  'filter-unknown': 'nie ma takiego filtra',
};

import type { Texts } from '../en.ts';
import { momentsIn } from '../moments.ts';
import { tellByCode } from '../tell.ts';
import { scenarios } from './scenarios.ts';

const faults = {
  'not-a-signature': 'ten plik nie jest takim podpisem CMS',
  'document-changed': 'dokument zmieniono po podpisaniu albo to inny dokument',
  'signature-broken': 'zmieniono sam podpis',
  'certificate-swapped': 'to nie ten certyfikat, którym podpisano',
  'authority-unknown': 'certyfikatu nie wydał urząd tego szkolenia',
  'certificate-not-valid-then': 'w chwili podpisania certyfikat nie był ważny',
} as const;

export const broken: Texts['cli']['broken'] = {
  'not-found': (path) => ({
    what: `Nie ma bazy danych: ${path}.`,
    next: 'Sprawdź ścieżkę albo utwórz bazę: ecsc init --realm training --db PLIK',
  }),
  exists: (path) => ({
    what: `Plik ${path} już istnieje. Nie został naruszony.`,
    next: 'Wybierz inną ścieżkę.',
  }),
  'left-behind': (path) => ({
    what: `Plik ${path} pozostał po innej bazie, która tam była. Nie został naruszony, a nowa baza nie powstała.`,
    next: 'Przenieś go w inne miejsce, bo jego kluczy może potrzebować kopia zapasowa, albo wybierz inną ścieżkę.',
  }),
  empty: (path) => ({
    what: `Plik ${path} jest pusty, więc nie jest naszą bazą. Nie został naruszony.`,
    next: 'Wybierz inną ścieżkę albo usuń plik i utwórz bazę poleceniem: ecsc init',
  }),
  'not-a-file': (path) => ({
    what: `${path} nie jest zwykłym plikiem. Nie został naruszony.`,
    next: 'Podaj ścieżkę do pliku bazy danych.',
  }),
  'symbolic-link': (path) => ({
    what: `${path} to dowiązanie symboliczne; nigdy nie zapisujemy danych przez dowiązania.`,
    next: 'Podaj ścieżkę samego pliku.',
  }),
  'impossible-path': (path) => ({
    what: `Pod ścieżką ${path} nie może być pliku: coś po drodze nie jest folderem i nie może nim zostać albo nazwa jest za długa.`,
    next: 'Sprawdź ścieżkę.',
  }),
  'no-home': () => ({
    what: 'Nie wiadomo, gdzie jest Twój folder danych: nie ustawiono HOME, a system nie zna tego użytkownika.',
    next: 'Wskaż bazę przez --db PLIK albo ustaw HOME.',
  }),
  'folder-writable-by-others': (path) => ({
    what: `Inni użytkownicy tego komputera mogą pisać w folderze ${path}, mogliby więc podmienić bazę.`,
    next: 'Odbierz im to prawo (chmod go-w) albo użyj innego folderu.',
  }),
  'open-to-others': (path) => ({
    what: `Inni użytkownicy tego komputera mają dostęp do ${path}, a odebrać im go może tylko właściciel pliku.`,
    next: 'Właściciel zrobi to poleceniem: chmod 600 PLIK',
  }),
  'not-a-database': (path) => ({
    what: `${path} nie jest bazą danych. Plik nie został naruszony.`,
    next: 'Podaj ścieżkę do bazy utworzonej poleceniem: ecsc init',
  }),
  foreign: (path) => ({
    what: `${path} to baza innego programu. Nie została naruszona.`,
    next: 'Podaj ścieżkę do bazy utworzonej poleceniem: ecsc init',
  }),
  newer: (path) => ({
    what: `Bazę ${path} utworzyła nowsza wersja tego programu. Nie została naruszona.`,
    next: 'Użyj nowszej wersji.',
  }),
  'edited-migration': (path) => ({
    what: `Skrypty bazy w samym programie zmieniono, odkąd powstała ${path}. Baza nie została naruszona.`,
    next: 'Zainstaluj program od nowa.',
  }),
  'wrong-realm': (path) => ({
    what: `Baza ${path} podaje inny rodzaj (produkcyjna albo szkoleniowa) niż jej klucze: zmieniono ją z pominięciem programu. Program jej nie naruszył.`,
    next: 'Zachowaj jej kopię, powiadom osobę odpowiedzialną za bezpieczeństwo i przywróć ostatnią kopię zapasową razem z jej kluczami.',
  }),
  'keys-missing': (path) => ({
    what: `Brakuje pliku kluczy ${path}. Bez niego sekretów w bazie nie da się otworzyć.`,
    next: 'Przywróć go z kopii zapasowej.',
  }),
  'keys-unreadable': (path) => ({
    what: `Pliku kluczy ${path} nie da się odczytać albo jest uszkodzony.`,
    next: 'Sprawdź jego uprawnienia albo przywróć go z kopii zapasowej.',
  }),
  'keys-of-another-installation': (path) => ({
    what: `Plik kluczy obok ${path} należy do innej bazy.`,
    next: 'Przywróć właściwy z kopii zapasowej.',
  }),
  'keys-of-another-time': (path) => ({
    what: `Plik ${path} jest zapieczętowany kluczem, którego nie ma w pliku kluczy obok: nie pochodzą z tego samego czasu.`,
    next: 'Przywróć bazę i plik kluczy z tej samej kopii zapasowej.',
  }),
  'sqlite-too-old': (path) => ({
    what: `SQLite w tej instalacji nie jest bezpieczne dla ${path}.`,
    next: 'Zainstaluj program od nowa.',
  }),
  busy: (path) => ({
    what: `Baza ${path} jest zbyt długo zajęta. Niczego nie zmieniono.`,
    next: 'Spróbuj ponownie; jeśli to nie minie, sprawdź, jaki inny program na niej pracuje.',
  }),
  'disk-full': (path) => ({
    what: `Zabrakło miejsca na ${path}. Ostatniej zmiany nie zapisano, wszystkie wcześniejsze są.`,
    next: 'Zwolnij miejsce i powtórz; niczego nie trzeba naprawiać.',
  }),
  'output-failed': () => ({
    what: 'Nie udało się wypisać odpowiedzi: standardowe wyjście nic nie przyjmuje. To, co polecenie zmieniło, jest zmienione.',
    next: 'Sprawdź, czy nie brakuje miejsca na dysku; zmiany pokaże: ecsc audit list',
  }),
  'no-space-for-new': (path) => ({
    what: `Zabrakło miejsca na nowy plik ${path}. Nie powstał, a nic innego się nie zmieniło.`,
    next: 'Zwolnij miejsce albo podaj ścieżkę na innym dysku i uruchom to samo polecenie ponownie.',
  }),
  'new-not-written': (path) => ({
    what: `Nie udało się zapisać nowego pliku ${path}. Nie powstał, a nic innego się nie zmieniło.`,
    next: 'Sprawdź jego folder i dysk albo podaj inną ścieżkę i uruchom to samo polecenie ponownie.',
  }),
  'read-only': (path) => ({
    what: `Nie można zapisać ${path}. Niczego nie zmieniono.`,
    next: 'Sprawdź uprawnienia pliku i katalogu oraz czy dysk nie jest tylko do odczytu.',
  }),
  'disk-failed': (path) => ({
    what: `Dysk zawiódł podczas pracy z ${path}. Ostatniej zmiany nie zapisano.`,
    next: 'Najpierw sprawdź dysk, potem: ecsc audit verify',
  }),
  damaged: (path) => ({
    what: `Baza ${path} jest uszkodzona. Niczego nie zmieniono.`,
    next: 'Zachowaj plik bez zmian i przywróć ostatnią kopię zapasową wraz z kluczami.',
  }),
};

export const notWritten: Texts['cli']['notWritten'] = {
  exists: 'coś już tam jest i nie zostało naruszone',
  'no-space': 'zabrakło na to miejsca; nic z tego nie zostało',
  'not-writable': 'folderu nie ma albo nie należy do Ciebie, albo dysk nie przyjmuje zapisu',
};

export const crash: Texts['cli']['crash'] = (brief) => ({
  what: `Coś poszło nie tak po naszej stronie: ${brief}. To, co wcześniej potwierdzono, jest zapisane; reszta się nie wydarzyła.`,
  next: 'Spróbuj ponownie. Jeśli to się powtórzy, uruchom z ECSC_DEBUG=1 i zgłoś nam, co wypisze program.',
});

export const refusals: Texts['cli']['refusals'] = {
  'certificate-ambiguous': ({ serials }) => ({
    what: `To pasuje do kilku certyfikatów: ${serials.join(', ')}`,
    next: 'Podaj więcej znaków numeru seryjnego.',
  }),
  'account-ambiguous': ({ customerIds }) => ({
    what: `To pasuje do kilku kont: ${customerIds.join(', ')}`,
    next: 'Podaj numer klienta.',
  }),
  'no-certificate': ({ customerId }) => ({
    what: `${customerId} nie ma żadnego certyfikatu.`,
    next: 'Sprawdź, czy to właściwy subskrybent.',
  }),
  'account-not-yet': ({ at }) => ({
    what: `${momentsIn('pl').stamp(at)} tego konta jeszcze nie było.`,
    next: 'Podaj późniejszą chwilę; ecsc audit list ID pokazuje, co zapisano.',
  }),
  'terminal-too-small': ({ rows, columns }) => ({
    what: `Kod QR nie mieści się w tym terminalu; potrzeba kolumn: ${columns}, wierszy: ${rows}. Kod nie został wykorzystany.`,
    next: 'Powiększ okno i spróbuj ponownie.',
  }),
  'password-missing': () => ({
    what: 'Nie podano hasła.',
    next: 'Wpisz je, gdy program zapyta, albo przekaż przez --password-stdin.',
  }),
  'passwords-differ': () => ({ what: 'Hasła różnią się od siebie.', next: 'Spróbuj ponownie.' }),
  'password-too-short': ({ least }) => ({
    what: `Hasło jest za krótkie: najmniej znaków to ${least}.`,
    next: 'Wybierz dłuższe; dobre jest kilka słów z rzędu.',
  }),
  'login-wrong': () => ({
    what: 'Portal nie zna takiego loginu i hasła.',
    next: 'Co wpisałby subskrybent, pokaże: ecsc portal password ID',
  }),
  'not-logged-in': () => ({
    what: 'Subskrybent nie jest zalogowany do portalu.',
    next: 'Najpierw się zaloguj: ecsc portal log-in ID',
  }),
  'not-on-screen': () => ({
    what: 'Tego przycisku nie ma teraz na ekranie.',
    next: 'Zobacz, co widać: ecsc portal screen, phone screen, desktop screen',
  }),
  'phone-unknown': () => ({
    what: 'Nie ma takiego telefonu.',
    next: 'Podaj numer jego karty SIM albo oznaczenie, np. +48601000001#2.',
  }),
  'phone-lost': () => ({
    what: 'Telefon zgubiono: nikt nie widzi jego kodów ani wiadomości.',
    next: 'Załatw nowy: ecsc phone replace PHONE',
  }),
  'phone-off': () => ({ what: 'Telefon jest wyłączony.', next: 'Włącz go: ecsc phone power PHONE on' }),
  'app-not-installed': () => ({
    what: 'Na tym telefonie nie ma aplikacji ECSigner.',
    next: 'Zainstaluj ją: ecsc phone install PHONE',
  }),
  'app-installed': () => ({
    what: 'Aplikacja już jest na tym telefonie.',
    next: 'Uruchom ją: ecsc phone launch PHONE. Gdy PIN zapomniano: ecsc phone reinstall PHONE',
  }),
  'app-closed': () => ({ what: 'Aplikacja nie jest otwarta.', next: 'Uruchom ją PIN-em: ecsc phone launch PHONE' }),
  'desktop-not-installed': () => ({
    what: 'ECSigner Desktop nie jest zainstalowany, więc SecureDoc nie widzi certyfikatu. Kod OTP nie został wykorzystany.',
    next: 'Zainstaluj program: ecsc desktop install ID',
  }),
  'desktop-not-running': () => ({
    what: 'ECSigner Desktop nie działa, więc SecureDoc nie widzi certyfikatu. Kod OTP nie został wykorzystany.',
    next: 'Uruchom go i zaloguj się: ecsc desktop start ID, potem ecsc desktop log-in ID',
  }),
  'desktop-logged-out': () => ({
    what: 'Nikt nie jest zalogowany do ECSigner Desktop, więc SecureDoc nie widzi certyfikatu. Kod OTP nie został wykorzystany.',
    next: 'Zaloguj się loginem i hasłem do portalu: ecsc desktop log-in ID',
  }),
  'desktop-installed': () => ({
    what: 'ECSigner Desktop jest już zainstalowany.',
    next: 'Uruchom go: ecsc desktop start ID',
  }),
  'desktop-running': () => ({ what: 'ECSigner Desktop już działa.', next: 'Zobacz go: ecsc desktop screen ID' }),
  'secure-doc-not-installed': () => ({
    what: 'SecureDoc 2.0 nie jest zainstalowany.',
    next: 'Zainstaluj go: ecsc securedoc install ID',
  }),
  'secure-doc-installed': () => ({
    what: 'SecureDoc 2.0 jest już zainstalowany.',
    next: 'Dodaj plik: ecsc securedoc add-file ID FILE',
  }),
  'no-certificate-chosen': () => ({
    what: 'Nie wybrano certyfikatu.',
    next: 'Wybierz jeden z listy: ecsc securedoc choose CERT',
  }),
  'pin-malformed': () => ({ what: 'PIN to dokładnie 4 cyfry.', next: 'Wybierz inny.' }),
  'pin-mismatch': () => ({ what: 'PIN-y różnią się od siebie.', next: 'Spróbuj ponownie.' }),
  'pin-not-chosen': () => ({
    what: 'Aplikacji na tym telefonie jeszcze nie uruchamiano, więc nie ma PIN-u.',
    next: 'Uruchom ją: ecsc phone scan CERT',
  }),
  'pin-already-chosen': () => ({ what: 'Aplikacja na tym telefonie ma już PIN.', next: 'Użyj tego PIN-u.' }),
  'pin-wrong': () => ({ what: 'Błędny PIN: aplikacja się nie otwiera.', next: 'Spróbuj ponownie.' }),
  'no-app-entry': () => ({
    what: 'W aplikacji nie ma wpisu: nie zeskanowano żadnego kodu QR.',
    next: 'Pokaż kod QR w portalu i zeskanuj go: ecsc portal qr CERT, potem ecsc phone scan CERT',
  }),
  'no-qr-open': () => ({
    what: 'Nie ma czego skanować: okno portalu nie jest otwarte.',
    next: 'Otwórz je: ecsc portal qr CERT. Jeśli zostało już zamknięte, zamów nowy kod SMS.',
  }),
  'qr-unreadable': () => ({
    what: 'Tego kodu QR aplikacja nie rozumie.',
    next: 'Zeskanuj kod z okna „Secret” w portalu.',
  }),
  'document-unreadable': ({ path }) => ({
    what: `${path}: nie da się odczytać albo to nie plik. Niczego nie zrobiono, kod OTP nie został wykorzystany.`,
    next: 'Sprawdź ścieżkę i uprawnienia.',
  }),
  'signature-not-written': ({ path }) => ({
    what: `Nie da się zapisać podpisu: ${path}.`,
    next: 'Sprawdź uprawnienia folderu i wolne miejsce; użyj następnego kodu OTP.',
  }),
  'signature-not-valid': ({ why }) => ({
    what: `Podpis jest nieprawidłowy: ${faults[why]}.`,
    next: 'Nie polegaj na tym dokumencie; poproś podpisującego o niego jeszcze raz.',
  }),
  'sms-missing': () => ({
    what: 'Potrzebny SMS nie doszedł.',
    next: 'Sprawdź reguły sieci: ecsc network show',
  }),
  'clock-backwards': () => ({
    what: 'Zegar szkoleniowy idzie tylko do przodu: co się stało, to się nie odstanie.',
    next: 'Powrót do czasu rzeczywistego: ecsc clock reset',
  }),
  'never-rings': () => ({
    what: 'Scenariusz urwał się przed rozmową.',
    next: 'Zobacz, w którym miejscu: ecsc simulate SCENARIO',
  }),
  'rejects-not-written': ({ path }) => ({
    what: `Odrzuconych rekordów nie da się zapisać: ${path}. To, co zaimportowano wcześniej, jest zapisane w całości.`,
    next: 'Podaj inne miejsce przez --rejects PLIK i uruchom to samo polecenie ponownie.',
  }),
  'file-not-written': ({ path, why }) => ({
    what: `Nie da się zapisać pliku ${path}: ${notWritten[why]}.`,
    next: 'Podaj inne miejsce i uruchom to samo polecenie ponownie.',
  }),
  'file-not-read': ({ path, why: code }) => ({
    what: tellByCode(scenarios.files, { code, path }),
    next: 'Sprawdź ścieżkę i uprawnienia.',
  }),
  'operator-unknown': ({ name }) => ({
    what: `Nie ma operatora ani numeru telefonu „${name}”.`,
    next: 'Podaj all, operatora tak, jak nazywa go ecsc radar, albo numer z +48 …',
  }),
  'scenario-unknown': ({ name, meant }) => ({
    what: scenarios.unknown(name, meant),
    next: scenarios.unknownNext,
  }),
  'scenario-unreadable': ({ fault }) => ({
    what: tellByCode(scenarios.files, fault),
    next: 'Nic nie zostało zmienione.',
  }),
  'scenario-wrong': ({ path, mistakes }) => ({
    what: scenarios.check.bad(path, mistakes),
    next: 'Popraw plik i spróbuj ponownie; niczego nie odegrano. Jak pisać scenariusze: docs/SCENARIOS.md',
  }),
  'scenario-without-call': ({ name }) => ({
    what: `W scenariuszu „${name}” nikt nie dzwoni, więc nie ma czego ćwiczyć.`,
    next: 'Obejrzyj go na scenie: ecsc stage. Albo dopisz rozmowę: docs/SCENARIOS.md',
  }),
  'scenario-twice': ({ name }) => ({
    what: `Dwa z tych scenariuszy nazywają się „${name}”.`,
    next: 'Nazwij jeden z plików inaczej: wyniki są zapisywane pod nazwą.',
  }),
};

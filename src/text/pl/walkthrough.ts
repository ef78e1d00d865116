import type { Texts } from '../en.ts';
import { momentsIn } from '../moments.ts';

const { countdown, duration } = momentsIn('pl');

export const walkthrough: Texts['walkthrough'] = {
  title: 'Krok po kroku',
  step: (number, of, name) => `Krok ${number} z ${of}: ${name}`,
  say: (number, of) => `Powiedz (${number} z ${of})`,
  firstSentence: 'To pierwsze zdanie.',
  lastSentence: 'To ostatnie zdanie tego kroku; następny krok przyjdzie sam.',
  expect: 'Wtedy',
  slips: 'Częste potknięcia',
  portal: 'Portal rozmówcy',
  phone: 'Telefon rozmówcy',
  asRecorded: 'według zapisów; zapytaj, co rozmówca widzi naprawdę',
  secretHidden: 'Kod QR: widzi go tylko rozmówca',
  left: (milliseconds) => `zostało ${countdown(milliseconds)}`,
  over: 'czas minął',
  alarms: {
    stuck: (milliseconds) => `Na tym kroku od ${duration(milliseconds)}: zapytaj, co jest na ekranie.`,
    'attempt-failed': () => 'Ostatnia próba się nie powiodła: sprawdź potknięcia i idźcie powoli.',
    'window-closed': () => 'Okno „Secret” zamknięto przed zeskanowaniem: potrzebny jest nowy kod SMS.',
    'scanned-perhaps': () =>
      'Okno „Secret” jest zamknięte: czy aplikacja pokazuje ten certyfikat? Jeśli tak, niech raz podpisze; jeśli nie, potrzebny jest nowy kod SMS.',
    'not-proven': () => 'Zeskanowany, ale jeszcze niesprawdzony: dopiero pierwszy podpis pokaże, że działa.',
  },
  steps: {
    'send-code': {
      name: 'wysłanie kodu SMS',
      say: [
        'Proszę zalogować się do portalu klienta.',
        'Proszę otworzyć zakładkę Certyfikaty, a potem Lista.',
        'Przy certyfikacie proszę nacisnąć ikonę QR Kod.',
        'Czy ma Pan/Pani przy sobie telefon z tym numerem? Jeśli tak, proszę nacisnąć Wyślij kod SMS.',
      ],
      expect: 'Portal prosi o kod SMS; ten ekran sam przejdzie dalej.',
      slips: [
        'Szuka kodu QR w zakładce Oprogramowanie zamiast w Certyfikatach.',
        'Ma dwa certyfikaty i wybiera ten, który wygasł.',
        'Naciska Wyślij kod SMS dwa razy: pierwszy kod przestaje wtedy działać.',
      ],
    },
    'wait-for-sms': {
      name: 'oczekiwanie na SMS',
      say: [
        'SMS może iść do pięciu minut. Proszę niczego nie naciskać w portalu.',
        'W tym czasie: czy na telefonie jest aplikacja ECSigner? Jeśli nie, proszę zainstalować ją ze sklepu.',
        'Proszę otworzyć aplikację. Poprosi dwa razy o czterocyfrowy PIN; proszę go nikomu nie podawać.',
      ],
      expect: 'Operator zgłosi doręczenie; ten ekran sam przejdzie dalej.',
      slips: [
        'Telefon jest w trybie samolotowym albo bez zasięgu.',
        'SMS trafił do wiadomości od nieznanych nadawców.',
      ],
    },
    'enter-code': {
      name: 'wpisanie kodu',
      say: [
        'SMS dotarł. Proszę nie dyktować mi kodu.',
        'Proszę wpisać w portalu kod z najnowszego SMS-a i nacisnąć Zatwierdź.',
      ],
      expect: 'Portal mówi, że kod został potwierdzony.',
      slips: ['Wpisuje kod z wcześniejszego SMS-a.', 'Przestawia dwie cyfry.', 'Wpisuje PIN aplikacji zamiast kodu.'],
    },
    'show-qr': {
      name: 'otwarcie okna „Secret”',
      say: [
        'Proszę przygotować telefon z otwartą aplikacją ECSigner.',
        'Proszę nacisnąć Pokaż kod QR. Okno pokaże się tylko raz: proszę go nie zamykać.',
      ],
      expect: 'Okno „Secret” z kodem QR jest otwarte.',
      slips: ['Otwiera okno przed zainstalowaniem aplikacji: po pięciu minutach zamknie się samo.'],
    },
    scan: {
      name: 'zeskanowanie kodu QR',
      say: [
        'W aplikacji proszę nacisnąć + i skierować aparat na kod QR.',
        'Czy aplikacja pokazuje sześciocyfrowy kod? Proszę mi go nie podawać. Okno można już zamknąć.',
      ],
      expect: 'W aplikacji jest wpis, który co trzydzieści sekund pokazuje nowy kod.',
      slips: [
        'Skanuje aparatem telefonu albo inną aplikacją zamiast ECSigner.',
        'Zamyka okno przed zeskanowaniem.',
        'Aplikacja nie ma dostępu do aparatu: trzeba go włączyć w ustawieniach telefonu.',
      ],
    },
    prove: {
      name: 'pierwszy podpis',
      say: [
        'Proszę uruchomić ECSigner Desktop i zalogować się tak jak w portalu.',
        'W SecureDoc proszę dodać dowolny plik, nacisnąć Podpisz pliki, a potem Urządzenia kryptograficzne.',
        'Proszę wybrać swój certyfikat i nacisnąć OK.',
        'Proszę wpisać kod, który aplikacja pokazuje teraz, i nacisnąć OK, zanim się zmieni.',
      ],
      expect: 'Podpis zostaje przyjęty: aktywacja jest sprawdzona.',
      slips: [
        'ECSigner Desktop nie działa: program nie znajduje certyfikatu.',
        'Zegar telefonu się myli, więc kody też: proszę ustawić czas automatyczny.',
        'Używa starego wpisu w aplikacji albo dwa razy tego samego kodu.',
      ],
    },
    done: {
      name: 'gotowe',
      say: [
        'Działa: podpis jest aktywny.',
        'Każdy podpis wymaga nowego kodu z aplikacji. PIN-u proszę nikomu nie podawać.',
      ],
      expect: 'Nic więcej: zamknij sprawę.',
      slips: [],
    },
  },
  barriers: {
    locked: {
      name: 'Aktywacja jest zablokowana.',
      say: 'Najpierw muszę odblokować aktywację. Proszę pozwolić, że sprawdzę, z kim rozmawiam.',
    },
    frozen: {
      name: 'Aktywacja jest zamrożona z powodu podejrzenia.',
      say: 'Aktywacja została zatrzymana ze względów bezpieczeństwa. Zanim pójdziemy dalej, musi to sprawdzić kierownik.',
    },
    disabled: {
      name: 'Aktywacja jest wyłączona po zbyt wielu niepowodzeniach.',
      say: 'Aktywację trzeba zresetować. Poproszę o to kierownika.',
    },
    certificate: {
      name: 'Certyfikat nie jest teraz ważny.',
      say: 'Certyfikatu nie można teraz używać, więc nie da się go też aktywować.',
    },
    account: {
      name: 'Konto jest zastrzeżone.',
      say: 'Konto jest zastrzeżone, więc nie możemy pójść dalej. Przekażę tę sprawę.',
    },
    'no-phone': {
      name: 'Na koncie nie ma numeru telefonu.',
      say: 'Na koncie nie ma numeru, na który mógłby przyjść SMS. Zacznijmy od podania numeru.',
    },
    'phone-too-new': {
      name: 'Nowy numer jeszcze nie przyjmuje kodów.',
      say: 'Numer zmieniono niedawno. Zaraz powiem, od kiedy będzie można wysłać na niego kod.',
    },
  },
};

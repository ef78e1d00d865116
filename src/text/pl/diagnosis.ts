import type { DiagnosisTexts } from '../diagnosis-shape.ts';
import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';
import { rawReceipt } from '../raw-receipt.ts';
import { spacedPhone } from '../spaced-phone.ts';
import { refusalName } from './refusals.ts';
import { words } from './words.ts';

const { moment, time, duration } = momentsIn('pl');
const times = (count: number): string => counted('pl', count, { one: 'raz', few: 'razy', many: 'razy', other: 'raza' });
const codes = {
  'previous-code': 'wpisano kod z poprzedniego SMS-a',
  'digits-swapped': 'zamieniono dwie sąsiednie cyfry',
  'one-digit-off': 'jedna cyfra była błędna',
  other: 'wpisano kod, którego nie wysłano',
} as const;
const otps = {
  wrong: 'błędny kod OTP',
  used: 'kod OTP użyty drugi raz',
  'old-secret': 'kod OTP ze starego wpisu w aplikacji',
  'other-certificate': 'kod OTP innego certyfikatu tej samej osoby',
  'clock-off': 'kod OTP z innej chwili',
} as const;
const windows = {
  unseen: 'kodu QR jeszcze nie otwarto, od',
  shown: 'kod QR jest na ekranie od',
  closed: 'okno z kodem QR jest zamknięte od',
} as const;

export const diagnosis: DiagnosisTexts = {
  title: 'Dlaczego',
  why: 'Dlaczego',
  evidence: 'Co za tym przemawia',
  say: 'Powiedz',
  next: 'Dalej',
  rulesOut: 'Wyklucza',
  nothing: 'Zapisy nie mówią dlaczego: zapytaj, zanim coś zmienisz.',
  askThis: 'Zapytaj rozmówcę',
  more: (count, key) => `jeszcze ${count}: ${key}`,
  firstUnlock: (how) => `Jest blokada: najpierw zweryfikuj rozmówcę i odblokuj (${how}).`,
  confidence: { certain: 'pewne', likely: 'prawdopodobne', possible: 'możliwe' },
  cause: {
    'account-blocked': {
      name: 'konto jest zastrzeżone',
      say: 'Pana/Pani konto jest teraz zastrzeżone. Przekażę sprawę dalej, oddzwonimy.',
      next: 'Niczego nie odblokowuj, przekaż sprawę kierownikowi.',
    },
    'certificate-revoked': {
      name: 'certyfikat unieważniono',
      say: 'Ten certyfikat został unieważniony i nie będzie już działał. Potrzebny jest nowy.',
      next: 'Wyjaśnij, jak zamówić nowy certyfikat.',
    },
    'certificate-expired': {
      name: 'certyfikat wygasł',
      say: 'Ten certyfikat wygasł. Potrzebny jest nowy.',
      next: 'Wyjaśnij, jak odnowić certyfikat; sprawdź, czy na koncie nie ma nowszego.',
    },
    'certificate-suspended': {
      name: 'certyfikat jest zawieszony',
      say: 'Ten certyfikat jest zawieszony. Cofnąć to może tylko urząd certyfikacji, w ciągu siedmiu dni.',
      next: 'Skieruj rozmówcę do urzędu certyfikacji; tutaj nic się nie da zrobić.',
    },
    'certificate-not-yet-valid': {
      name: 'certyfikat jeszcze nie jest ważny',
      say: 'Certyfikat jeszcze nie jest ważny. Proszę spróbować w dniu, w którym zacznie obowiązywać.',
      next: 'Powiedz, od kiedy jest ważny.',
    },
    'activation-frozen': {
      name: 'aktywację zamrożono z powodu podejrzenia',
      say: 'Ta aktywacja została wstrzymana dla bezpieczeństwa. Musi ją obejrzeć kierownik.',
      next: 'Pomoże tylko reset zatwierdzony przez kierownika.',
    },
    'activation-disabled': {
      name: 'zbyt wiele niepowodzeń łącznie',
      say: 'Ta aktywacja nie udała się zbyt wiele razy. Trzeba ją założyć od nowa.',
      next: 'Pomoże tylko reset zatwierdzony przez kierownika.',
    },
    'phone-missing': {
      name: 'brak numeru telefonu',
      say: 'Na koncie nie ma numeru telefonu, więc SMS nie ma dokąd przyjść.',
      next: 'Trzeba dodać numer; zatwierdza to kierownik.',
    },
    'phone-landline': {
      name: 'numer na koncie jest stacjonarny',
      say: 'Numer na koncie jest stacjonarny; SMS tam nie dotrze.',
      next: 'Trzeba zmienić numer na komórkowy; zatwierdza to kierownik.',
    },
    'phone-malformed': {
      name: 'numer na koncie nie istnieje',
      say: 'Numer na koncie wygląda na błędny. Sprawdźmy go razem.',
      next: 'Porównaj numer z rozmówcą; zmianę zatwierdza kierownik.',
    },
    'phone-too-new': {
      name: 'numer zmieniono niedawno',
      say: 'Nowy numer zacznie działać od chwili, którą zaraz podam.',
      next: 'Powiedz, od kiedy; kierownik może pozwolić od razu.',
    },
    'sms-to-other-number': {
      name: 'SMS poszedł na inny numer',
      say: 'Ostatni kod poszedł na poprzedni numer z konta. Proszę poprosić o nowy; przyjdzie na numer, który jest na koncie teraz.',
      next: 'Porównaj z rozmówcą numer na koncie, potem niech poprosi o nowy kod.',
    },
    'previous-code': {
      name: 'wpisano kod z poprzedniego SMS-a',
      say: 'Proszę otworzyć najnowszy SMS i wpisać kod właśnie z niego.',
      next: 'Zostań na linii, aż zostanie wpisany najnowszy kod.',
    },
    'digits-swapped': {
      name: 'zamieniono dwie cyfry kodu',
      say: 'Proszę wpisać kod powoli, cyfra po cyfrze, tak jak jest w SMS-ie.',
      next: 'Zostań na linii przy ponownym wpisywaniu. Nigdy nie daj sobie podyktować kodu.',
    },
    'one-digit-off': {
      name: 'jedna cyfra kodu była błędna',
      say: 'Proszę wpisać kod powoli, cyfra po cyfrze, tak jak jest w SMS-ie.',
      next: 'Zostań na linii przy ponownym wpisywaniu. Nigdy nie daj sobie podyktować kodu.',
    },
    'wrong-code': {
      name: 'wpisano błędny kod',
      say: 'Proszę odszukać najnowszy SMS od nas i wpisać kod z niego.',
      next: 'Zapytaj, czy SMS dotyczy tego certyfikatu i na który telefon przyszedł.',
    },
    'code-not-typed': {
      name: 'kod dotarł, ale go nie wpisano',
      say: 'SMS z kodem dotarł na telefon. Proszę otworzyć najnowszy i wpisać kod, zanim minie pięć minut; jeśli już minęły, proszę poprosić o nowy.',
      next: 'Zostań na linii, aż kod zostanie wpisany. Jeśli SMS-a tam nie widać, porównaj z rozmówcą numer na koncie.',
    },
    'operator-outage': {
      name: 'awaria u operatora',
      say: 'Operator ma teraz zakłócenia, inni też czekają. To nie Pana/Pani wina.',
      next: 'Umów późniejszą próbę; kierownik może uznać awarię, wtedy niepowodzenia się nie liczą.',
    },
    'operator-outage-over': {
      name: 'operator miał awarię, już jest po niej',
      say: 'Operator miał zakłócenia, ale już się skończyły. To nie Pana/Pani wina; proszę poprosić o nowy kod.',
      next: 'Niech rozmówca poprosi o nowy kod. Wszystkich, których awaria zablokowała, można odblokować naraz.',
    },
    'phone-unreachable': {
      name: 'telefon był wyłączony lub poza zasięgiem',
      say: 'Proszę włączyć telefon i przejść tam, gdzie jest zasięg. SMS może jeszcze przyjść; o nowy kod proszę poprosić dopiero, gdy minie pięć minut.',
      next: 'Poczekaj, aż telefon złapie zasięg; nowy kod dopiero po odliczaniu.',
    },
    'inbox-full': {
      name: 'pamięć na SMS-y w telefonie jest pełna',
      say: 'W telefonie nie ma miejsca na nowe wiadomości. Proszę kilka usunąć. SMS może jeszcze przyjść; o nowy kod proszę poprosić dopiero, gdy minie pięć minut.',
      next: 'Poczekaj, aż zwolni się miejsce; nowy kod dopiero po odliczaniu.',
    },
    'number-unknown': {
      name: 'operator nie zna tego numeru',
      say: 'Operator twierdzi, że taki numer nie istnieje. Sprawdźmy razem numer na koncie.',
      next: 'Porównaj numer z rozmówcą; ponawianie nic nie da. Zmianę zatwierdza kierownik.',
    },
    'number-barred': {
      name: 'odbiór SMS-ów jest wyłączony u operatora',
      say: 'Operator wyłączył odbiór SMS-ów na tym numerze. Proszę go poprosić o włączenie.',
      next: 'Może to zmienić tylko operator; umów późniejszą próbę.',
    },
    'sms-rejected': {
      name: 'operator odrzucił SMS',
      say: 'Operator odrzuca nasze SMS-y. Proszę go poprosić o odblokowanie wiadomości serwisowych.',
      next: 'Sprawdź numer z rozmówcą; niech zapyta operatora o blokadę wiadomości.',
    },
    'sms-expired': {
      name: 'SMS przeterminował się u operatora',
      say: 'Operator trzymał SMS i nie zdążył go doręczyć. Proszę poprosić o nowy kod.',
      next: 'Zapytaj, czy telefon jest włączony i ma zasięg, potem niech rozmówca poprosi o nowy kod.',
    },
    'sms-late': {
      name: 'SMS przyszedł za późno',
      say: 'SMS dotarł po upływie pięciu minut. Proszę używać tylko najnowszego.',
      next: 'Niech rozmówca poprosi o nowy kod, gdy jesteś na linii.',
    },
    'sms-lost': {
      name: 'SMS nie został doręczony',
      say: 'SMS wysłaliśmy, ale operator go nie doręczył. Proszę sprawdzić zasięg i numer.',
      next: 'Sprawdź numer; spróbujcie raz jeszcze; jeśli znów nic, sprawdź, czy innym u tego operatora SMS-y dochodzą.',
    },
    'phone-foreign': {
      name: 'numer zagraniczny',
      say: 'To numer zagraniczny; SMS może iść dłużej albo nie dotrzeć.',
      next: 'Zapytaj o polski numer; zmianę zatwierdza kierownik.',
    },
    'sms-on-its-way': {
      name: 'SMS jest jeszcze w drodze',
      say: 'SMS jest w drodze, może to potrwać do pięciu minut. Proszę jeszcze nie prosić o następny.',
      next: 'Niech rozmówca poczeka na SMS i wpisze kod na czas.',
    },
    'asked-too-soon': {
      name: 'poproszono o kod, zanim przyszedł poprzedni',
      say: 'Proszę odczekać pełną minutę, lepiej pięć: każdy nowy kod unieważnia poprzedni.',
      next: 'Niech rozmówca poczeka na najnowszy SMS.',
    },
    'too-many-codes': {
      name: 'zbyt wiele kodów na ten numer',
      say: 'Na ten numer wysłano dziś zbyt wiele kodów. Jutro znów będzie można.',
      next: 'Powiedz, od kiedy; zapytaj, co jeszcze korzysta z tego numeru.',
    },
    'qr-window-closed': {
      name: 'okno z kodem QR zamknięto przed zeskanowaniem',
      say: 'Proszę zajrzeć do aplikacji ECSigner: czy pokazuje kod dla tego certyfikatu? Jeśli nie, proszę w portalu poprosić o nowy kod i nie zamykać okna z kodem QR, dopóki aplikacja go nie zeskanuje.',
      next: 'Jeśli już zeskanowano, niech raz podpisze. Jeśli nie, poprowadź rozmówcę: nowy kod, kod QR, +, skanowanie.',
    },
    'qr-not-scanned': {
      name: 'kodu QR jeszcze nie zeskanowano',
      say: 'Proszę otworzyć aplikację ECSigner, nacisnąć + i zeskanować kod QR z ekranu.',
      next: 'Poprowadź rozmówcę przez skanowanie, potem pierwszy kod OTP.',
    },
    'phone-clock-off': {
      name: 'zegar telefonu jest przestawiony',
      say: 'Proszę ustawić w telefonie czas automatyczny i użyć następnego kodu z aplikacji.',
      next: 'Niech rozmówca ustawi czas automatyczny i raz podpisze.',
    },
    'otp-reused': {
      name: 'użyto dwa razy tego samego kodu OTP',
      say: 'Każdy kod z aplikacji działa raz. Proszę poczekać na następny, najwyżej pół minuty.',
      next: 'Niech rozmówca podpisze następnym kodem.',
    },
    'old-app-entry': {
      name: 'stary wpis w aplikacji',
      say: 'W aplikacji jest stary wpis. Proszę go usunąć i używać najnowszego.',
      next: 'Niech rozmówca usunie stary wpis i raz podpisze.',
    },
    'other-certificate': {
      name: 'kod innego certyfikatu',
      say: 'W aplikacji jest kilka wpisów. Proszę użyć tego z numerem seryjnym tego certyfikatu.',
      next: 'Podaj rozmówcy końcówkę numeru seryjnego; niech wybierze ten wpis i raz podpisze.',
    },
    'wrong-app': {
      name: 'kod z innej aplikacji albo z innego wpisu',
      say: 'Proszę otworzyć samą aplikację ECSigner i użyć sześciu cyfr przy tym certyfikacie.',
      next: 'Zapytaj, którą aplikacją skanowano i który wpis jest pokazany; porównaj zegar telefonu ze swoim: różnicy kilku godzin system nie rozpoznaje.',
    },
    'otp-mistyped': {
      name: 'pomyłka przy wpisywaniu kodu OTP',
      say: 'Proszę wpisać następny kod z aplikacji, zanim się zmieni.',
      next: 'Niech rozmówca raz spróbuje następnego kodu.',
    },
    'reset-not-set-up': {
      name: 'po resecie nie aktywowano jeszcze na nowo',
      say: 'Aktywację zresetowano, więc kody ze starego wpisu w aplikacji już nie działają. Proszę w portalu poprosić o kod SMS; poprowadzę krok po kroku.',
      next: 'Poprowadź rozmówcę: kod SMS, kod QR, nowy wpis w aplikacji; stary można usunąć.',
    },
    'already-active': {
      name: 'podpis jest już aktywny',
      say: 'Podpis jest aktywny. Można podpisywać następnym kodem z aplikacji.',
      next: 'Zapytaj, co nie działa przy podpisywaniu: ECSigner Desktop musi być uruchomiony.',
    },
    'many-locks': {
      name: 'blokada po raz kolejny',
      say: 'Chcę się upewnić, że to naprawdę Pan/Pani próbuje.',
      next: 'Uważaj: zweryfikuj przez oddzwonienie; w razie wątpliwości zamroź aktywację.',
    },
  },
  proof: {
    certificate: ({ status, since }) => `certyfikat: ${words.certificate[status]}, ${moment(since)}`,
    'account-blocked': ({ since }) => `konto zastrzeżone od ${moment(since)}`,
    frozen: ({ since, by }) => `aktywacja zamrożona od ${moment(since)}: ${words.freezeCause[by]}`,
    disabled: ({ since }) => `aktywacja: ${words.activation.disabled}, od ${moment(since)}`,
    number: ({ e164 }) => (e164 === null ? 'brak numeru na koncie' : `numer na koncie: ${spacedPhone(e164)}`),
    'number-usable-from': ({ at }) => `numer zacznie działać ${moment(at)}`,
    'outage-recognised': ({ operator, from, until }) =>
      `${operator}: uznana awaria, od ${moment(from)}${until === null ? '' : ` do ${moment(until)}`}`,
    'others-on-operator': ({ operator, sent, failed, median, trouble }) => {
      if (!trouble) {
        const half = median === null ? '' : `, połowa dochodzi w ciągu ${duration(median)}`;
        return `${operator}, wszyscy inni ostatnio: nie doszło ${failed} z ${sent} SMS-ów${half}`;
      }
      const { since, sent: meanwhile, median: slow } = trouble;
      const fare =
        slow === null
          ? `nic nie dochodzi (liczba SMS-ów: ${meanwhile})`
          : `połowa z ${meanwhile} SMS-ów idzie ${duration(slow)} lub dłużej`;
      return `${operator}, wszyscy inni od ${time(since)}: ${fare}`;
    },
    'sent-to': ({ attempt, e164 }) => `próba SMS nr ${attempt}: wysłano na ${spacedPhone(e164)}`,
    delivered: ({ attempt, after, until }) =>
      `próba SMS nr ${attempt}: doręczono po ${duration(after)}, ważny do ${time(until)}, kodu nie wpisano`,
    'delivered-late': ({ attempt, after }) => `próba SMS nr ${attempt}: doręczono po ${duration(after)}`,
    undelivered: ({ attempt, operator, cause, said, lasts, taken }) => {
      const why = cause ? `${words.receiptCause[cause]}${lasts ? ` (${words.lasts[lasts]})` : ''}` : 'brak raportu';
      const where = operator ? ` (operator ${operator}${taken ? '' : ' nie przejął'})` : '';
      return `próba SMS nr ${attempt}: nie doręczono${where}, ${why}${said ? `, ${rawReceipt(said)}` : ''}`;
    },
    superseded: ({ attempt, after }) =>
      `próba SMS nr ${attempt}: unieważniona po ${duration(after)}, bo poproszono o następny kod`,
    waiting: ({ attempt, for: since }) => `próba SMS nr ${attempt}: czeka od ${duration(since)}`,
    typed: ({ kind, times: count }) => `${codes[kind]}: ${times(count)}`,
    refused: ({ code, times: count, lastAt }) =>
      `portal odpowiedział „${refusalName[code]}”: ${times(count)}, ostatnio ${moment(lastAt)}`,
    qr: ({ state, since }) => `${windows[state]} ${moment(since)}`,
    otps: ({ cause, times: count, lastAt }) => `${otps[cause]}: ${times(count)}, ostatnio ${moment(lastAt)}`,
    clock: ({ ahead }) =>
      `zegar telefonu ${ahead > 0 ? 'spieszy się' : 'spóźnia się'} o około ${duration(Math.abs(ahead))}`,
    reset: ({ at }) => `reset ${moment(at)}, od tego czasu nie proszono o kod`,
    'active-since': ({ since }) => `aktywny od ${moment(since)}`,
    locks: ({ count, within }) => `blokada: ${times(count)} w ciągu ${duration(within)}`,
  },
  question: {
    'what-do-you-see': 'Co dokładnie widać teraz na ekranie, słowo po słowie?',
    'which-step': 'Który krok był ostatni: Certyfikaty, Lista, QR Kod, Wyślij kod SMS?',
    'which-app': 'Która aplikacja w telefonie pokazuje kod i co jest nad nim napisane?',
    'which-number': 'Na który numer telefonu ma przyjść SMS?',
  },
};

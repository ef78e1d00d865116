import type { BriefTexts } from '../en/brief.ts';
import { machinesCli } from './machines-cli.ts';
import { policyCli } from './policy-cli.ts';
import { radarCli } from './radar-cli.ts';
import { reportsCli } from './reports-cli.ts';
import { safetyCli } from './safety-cli.ts';

export const cliHelp: BriefTexts['cli']['help'] = {
  summary:
    'Konsola wsparcia podpisów w chmurze ECSigner: znajdź rozmówcę, sprawdź, co go zatrzymuje, zweryfikuj go i odblokuj.',
  start: 'Bez polecenia otwiera się konsola.',
  exitCodes:
    'Kody wyjścia: 0 wykonano, 1 odmówiono, 2 błędne użycie, 70 nasz błąd, 130 przerwano, 143 zakończono sygnałem.',
  titles: {
    'Usage:': 'Użycie:',
    'Arguments:': 'Argumenty:',
    'Options:': 'Opcje:',
    'Commands:': 'Polecenia:',
    'Global Options:': 'Opcje ogólne:',
  },
  examples: 'Przykłady:',
  optionsWord: '[opcje]',
  commandWord: '<polecenie>',
  oneOf: 'jedno z',
  help: 'pokaż tę pomoc',
  version: 'pokaż wersję',
  helpCommand: 'pokaż pomoc do polecenia',
  groups: {
    account: 'zastrzeżenie konta i jego zniesienie',
    approvals: 'co wymaga dwóch osób: prosi konsultant, decyduje kierownik',
    cases: 'rozmowy, które się nie skończyły',
    audit: 'dziennik audytu',
    keys: 'klucze bazy danych',
    agents: 'pracownicy wsparcia',
    portal: 'symulowany portal klienta (tylko szkolenie)',
    phone: 'symulowany telefon z aplikacją ECSigner (tylko szkolenie)',
    desktop: 'symulowany ECSigner Desktop oraz podpisanie pliku jednym poleceniem (tylko szkolenie)',
    ...machinesCli.groups,
    ...policyCli.groups,
    ...radarCli.groups,
    ...reportsCli.groups,
    clock: 'zegar szkoleniowy (tylko szkolenie)',
    network: 'symulowana sieć SMS (tylko szkolenie)',
    scenario: 'historie odgrywane w symulowanym świecie (tylko szkolenie)',
  },
  commands: {
    init: {
      summary: 'utwórz nową bazę danych',
      examples: ['ecsc init --realm training --db szkolenie.db', 'ecsc init --realm live --db /srv/ecsc/live.db'],
    },
    find: {
      summary: 'znajdź subskrybentów po nazwisku, e-mailu, cyfrach telefonu, numerze certyfikatu lub numerze klienta',
      examples: ['ecsc find lukasz', 'ecsc find "nowak an"', 'ecsc find 405037 --json'],
    },
    show: {
      summary: 'pokaż subskrybenta: certyfikaty, aktywację, każdą próbę SMS',
      examples: [
        'ecsc show EC-100000',
        'ecsc show 5F932ACF',
        'ecsc show anna.nowak@example.org --json',
        'ecsc show EC-100000 --at "23.11.2026 10:42"',
      ],
    },
    diagnose: {
      summary: 'powiedz, dlaczego subskrybent utknął: przyczyny z dowodami, co powiedzieć, co zrobić dalej',
      examples: ['ecsc diagnose 5F932ACF', 'ecsc diagnose EC-100000 --json'],
    },
    queue: {
      summary: 'pokaż, kto teraz potrzebuje pomocy i dlaczego',
      examples: ['ecsc queue', 'ecsc queue --json'],
    },
    unlock: {
      summary: 'otwórz sprawę, zapisz weryfikację rozmówcy i odblokuj aktywację',
      examples: [
        'ecsc unlock 5F932ACF --as ewa --ticket INC-20931 --reason sms-not-received \\\n    --note "brak zasięgu w biurze" --verified call-back,contract-number',
      ],
    },
    'approvals list': {
      summary: 'pokaż, co czeka na kierownika',
      examples: ['ecsc approvals list', 'ecsc approvals list --json'],
    },
    'approvals ask': {
      summary: 'poproś kierownika o reset albo o odblokowanie ponad limit, dla zweryfikowanego rozmówcy',
      examples: [
        'ecsc approvals ask 5F932ACF --action reset --as ewa --ticket INC-20931 --reason lost-phone \\\n    --note "skradziony telefon" --verified call-back,contract-number',
      ],
    },
    'approvals approve': {
      summary: 'zgódź się; prośba zostanie od razu wykonana',
      examples: ['ecsc approvals approve 5F932ACF --as olga'],
    },
    'approvals reject': {
      summary: 'odmów; niczego się nie zmieni',
      examples: ['ecsc approvals reject 5F932ACF --as olga'],
    },
    'cases list': {
      summary: 'wypisz otwarte sprawy',
      examples: ['ecsc cases list', 'ecsc cases list --agent ewa --json'],
    },
    'cases hand-over': {
      summary: 'przekaż sprawę innej osobie, z notatką',
      examples: ['ecsc cases hand-over K7Q2M4XZ --to jan --note "…" --as ewa'],
    },
    'audit list': {
      summary: 'pokaż wpisy dziennika audytu, od najnowszego',
      examples: ['ecsc audit list', 'ecsc audit list EC-100000 --limit 100 --json'],
    },
    'audit verify': {
      summary: 'sprawdź, czy dziennika audytu nie zmieniono, nie przerwano ani nie ucięto',
      examples: ['ecsc audit verify', 'ecsc audit verify --head 3f…'],
    },
    'audit export': {
      summary: 'wyeksportuj wpisy sprawy albo subskrybenta z dowodem, że są prawdziwe',
      examples: ['ecsc audit export K7Q2M4XZ --out sprawa.json --as marta'],
    },
    'audit check': {
      summary: 'sprawdź wyeksportowany dowód, bez bazy danych',
      examples: ['ecsc audit check sprawa.json --key 9a…'],
    },
    import: {
      summary: 'zaimportuj pliki CSV i certyfikaty X.509: pliki lub foldery',
      examples: [
        'ecsc import portal-export.csv --dry-run',
        'ecsc import portal-export.csv certyfikaty/',
        'ecsc import certyfikaty/ --create',
      ],
    },
    backup: {
      summary: 'skopiuj bazę do nowego pliku, gdy inni pracują dalej; kluczy w nim nie ma',
      examples: ['ecsc backup /backup/live-2026-11-24.db --db /srv/ecsc/live.db'],
    },
    doctor: {
      summary: 'zbadaj całą bazę danych: plik, powiązania, dziennik audytu oraz politykę i każde konto wobec dziennika',
      examples: ['ecsc doctor', 'ecsc doctor --db /srv/ecsc/live.db --json'],
    },
    'keys rotate': {
      summary: 'wprowadź nowy klucz i zapieczętuj nim wszystkie sekrety; przerwane podejmuje na nowo',
      examples: ['ecsc keys rotate --db /srv/ecsc/live.db'],
    },
    seed: {
      summary: 'utwórz bazę szkoleniową z wieloma wiarygodnymi subskrybentami',
      examples: ['ecsc seed --accounts 10000 --seed 7 --db duza.db'],
    },
    'agents list': { summary: 'pokaż konsultantów', examples: ['ecsc agents list'] },
    'agents add': {
      summary: 'dodaj konsultanta; na produkcji program pyta o hasło, nigdy nie bierze go z wiersza poleceń',
      examples: [
        'ecsc agents add ewa --name "Ewa Lis" --role agent',
        'pass show ecsc/ewa | ecsc agents add ewa --name "Ewa Lis" --role agent --password-stdin',
      ],
    },
    'agents disable': { summary: 'wyłącz konsultanta', examples: ['ecsc agents disable ewa'] },
    'agents enable': {
      summary: 'włącz wyłączonego lub zablokowanego konsultanta',
      examples: ['ecsc agents enable ewa'],
    },
    'agents role': { summary: 'zmień rolę konsultanta', examples: ['ecsc agents role ewa supervisor'] },
    'agents password': { summary: 'ustaw nowe hasło', examples: ['ecsc agents password ewa'] },
    'portal send-code': { summary: '„Wyślij kod SMS”', examples: ['ecsc portal send-code 5F932ACF'] },
    'portal enter-code': {
      summary: 'wpisz kod z SMS-a i zatwierdź',
      examples: ['ecsc portal enter-code 5F932ACF 123456'],
    },
    'portal qr': {
      summary: 'pokaż kod QR „Secret”, tylko raz',
      examples: ['ecsc portal qr 5F932ACF', 'ecsc portal qr 5F932ACF --uri'],
    },
    'portal close-window': {
      summary: 'zamknij okno z kodem QR „Secret”',
      examples: ['ecsc portal close-window 5F932ACF'],
    },
    'portal status': {
      summary: 'pokaż certyfikat tak, jak lista w portalu',
      examples: ['ecsc portal status 5F932ACF'],
    },
    'phone inbox': {
      summary: 'pokaż odebrane wiadomości',
      examples: ['ecsc phone inbox 5F932ACF', 'ecsc phone inbox +48601000001'],
    },
    'phone scan': {
      summary: 'zeskanuj kod QR z otwartego okna portalu; przy pierwszym uruchomieniu trzeba wybrać PIN',
      examples: ['ecsc phone scan 5F932ACF', 'ecsc phone scan 5F932ACF --phone +48601000001#2'],
    },
    'phone otp': { summary: 'pokaż kody OTP z aplikacji', examples: ['ecsc phone otp 5F932ACF'] },
    'phone clock': {
      summary: 'przestaw zegar telefonu w przód lub w tył; bez opcji: nastaw go dobrze',
      examples: ['ecsc phone clock 5F932ACF --ahead 4m', 'ecsc phone clock 5F932ACF'],
    },
    'desktop sign': {
      summary: 'podpisz plik kodem OTP: powstaną PLIK.p7s (osobny podpis CMS) i PLIK.ca.pem',
      examples: [
        'ecsc desktop sign umowa.pdf --certificate 5F932ACF',
        'openssl cms -verify -binary -inform DER -in umowa.pdf.p7s \\\n    -content umowa.pdf -CAfile umowa.pdf.ca.pem -purpose any -out /dev/null',
      ],
    },
    'desktop verify': {
      summary: 'sprawdź podpis pliku: kto podpisał, kiedy i czy plik się potem nie zmienił',
      examples: ['ecsc desktop verify umowa.pdf', 'ecsc desktop verify umowa.pdf --signature umowa.pdf.p7s --json'],
    },
    ...machinesCli.commands,
    ...policyCli.commands,
    ...radarCli.commands,
    ...reportsCli.commands,
    ...safetyCli.help.commands,
    'clock show': { summary: 'pokaż czas szkoleniowy', examples: ['ecsc clock show'] },
    'clock advance': {
      summary: 'przesuń zegar szkoleniowy do przodu',
      examples: ['ecsc clock advance 6m', 'ecsc clock advance 1d'],
    },
    'clock speed': { summary: 'przyspiesz lub zwolnij zegar szkoleniowy', examples: ['ecsc clock speed 60'] },
    'clock pause': { summary: 'zatrzymaj zegar szkoleniowy', examples: ['ecsc clock pause'] },
    'clock resume': {
      summary: 'wznów zatrzymany zegar szkoleniowy, w tempie rzeczywistym',
      examples: ['ecsc clock resume'],
    },
    'clock reset': { summary: 'wróć do czasu rzeczywistego', examples: ['ecsc clock reset'] },
    stage: {
      summary: 'otwórz konsolę na scenie: symulowany subskrybent, sieć i wsparcie obok siebie',
      examples: ['ecsc stage', 'ecsc stage three-failures', 'ecsc stage moj.yaml --seed 7 --as tomasz'],
    },
    simulate: {
      summary: 'odegraj scenariusz do końca, z własnym subskrybentem albo na certyfikacie',
      examples: [
        'ecsc simulate three-failures',
        'ecsc simulate three-failures --until-call',
        'ecsc simulate happy-path 5F932ACF',
        'ecsc simulate ./moj.yaml --seed 7',
      ],
    },
    'scenario list': { summary: 'wypisz scenariusze', examples: ['ecsc scenario list'] },
    'scenario show': {
      summary: 'pokaż scenariusz: co się dzieje, co mówi rozmówca, co robi dobry konsultant',
      examples: ['ecsc scenario show sms-late', 'ecsc scenario show ./moj.yaml --lang pl'],
    },
    'scenario check': {
      summary: 'powiedz dokładnie, co jest nie tak w plikach scenariuszy',
      examples: ['ecsc scenario check moj.yaml', 'ecsc scenario check *.yaml --json'],
    },
    'network tick': { summary: 'wykonaj to, na co w sieci przyszła pora', examples: ['ecsc network tick'] },
    'network show': { summary: 'pokaż reguły sieci', examples: ['ecsc network show'] },
    'network rule': {
      summary: 'ustal los wiadomości: wszystkich, jednego operatora lub jednego numeru',
      examples: ['ecsc network rule play outage', 'ecsc network rule all late 6m12s', 'ecsc network rule all clear'],
    },
    train: {
      summary: 'rozmowy z symulowanymi subskrybentami w konsoli, każda z omówieniem (tylko szkolenie)',
      examples: ['ecsc train', 'ecsc train ./moj.yaml', 'ecsc train --db szkola.db --lang pl'],
    },
    'train results': {
      summary: 'pokaż wyniki szkolenia',
      examples: [
        'ecsc train results',
        'ecsc train results --trainee ewa --json',
        'ecsc train results --csv > grupa.csv',
      ],
    },
    sweep: {
      summary: 'zapisz to, o czym zdecydował czas (dla crona)',
      examples: ['*/5 * * * * ecsc sweep --db /srv/ecsc/live.db'],
    },
  },
  arguments: {
    CASE: 'numer sprawy',
    ...machinesCli.arguments,
    ...radarCli.arguments,
    ...safetyCli.help.arguments,
    QUERY: 'czego szukać; polskie znaki można pominąć',
    ID: 'numer klienta, numer seryjny certyfikatu (lub jego początek, co najmniej 4 znaki) albo adres e-mail',
    CERT: 'numer seryjny certyfikatu lub jego początek (co najmniej 4 znaki); albo numer klienta lub e-mail osoby, która ma jeden certyfikat',
    PHONE: 'numer telefonu z +48 … albo CERT',
    PATH: 'plik lub folder',
    FILE: 'dokument',
    COPY: 'nowy plik',
    SETTING: 'ustawienie, tak jak w ecsc policy list',
    VALUE: 'liczba, czas (90s, 5m, 24h, 7d), tak albo nie',
    CODE: 'kod; gdy go brak, program zapyta',
    AGENT: 'nazwa użytkownika konsultanta',
    ROLE: 'nowa rola',
    DURATION: 'np. 90s, 6m, 1h30m, 2d',
    FACTOR: 'ile razy szybciej niż czas rzeczywisty',
    SCENARIO: 'nazwa scenariusza albo ścieżka do jego pliku',
    SCOPE: 'all (wszyscy), operator (orange, play, plus, t-mobile, wirtualna) albo numer telefonu',
    EFFECT: 'co odtąd dzieje się z wiadomościami',
    BY: 'przy late: po jakim czasie dochodzą',
  },
  options: {
    csv: 'jako CSV do arkusza',
    trainee: 'tylko rozmowy tego konsultanta',
    ...machinesCli.options,
    ...radarCli.options,
    ...reportsCli.options,
    ...safetyCli.help.options,
    untilCall: 'zatrzymaj, gdy rozmówca zadzwoni, by pomógł ktoś inny',
    action: 'o co prosisz',
    db: 'baza danych (domyślnie ECSC_DB, a bez niej wbudowana baza szkoleniowa)',
    lang: 'język',
    json: 'jeden dokument JSON na standardowym wyjściu; chwile według ISO 8601, UTC',
    realm: 'live: dane prawdziwe, training: fikcyjne',
    head: 'skrót zanotowany wcześniej: czy nadal jest w dzienniku?',
    out: 'nowy plik',
    key: 'SHA-256 klucza podpisującego, zanotowany gdzie indziej',
    at: 'jak było wtedy, odtworzone z dziennika: dzień, dzień z godziną w Polsce albo ISO 8601',
    agent: 'tylko sprawy tego konsultanta',
    to: 'kto przejmuje sprawę',
    limit: 'najwyżej tyle',
    before: 'tylko wpisy przed tym numerem',
    as: 'konsultant, który działa; na produkcji program pyta o hasło',
    ticket: 'numer zgłoszenia',
    reason: 'kod powodu',
    note: 'własnymi słowami: dlaczego',
    verified: 'co rozmówca potwierdził, po przecinkach',
    passwordStdin: 'wczytaj hasło z pierwszego wiersza standardowego wejścia',
    dryRun: 'powiedz, co by się stało; niczego nie zapisuj',
    create: 'zakładaj konta nieznanym subskrybentom z certyfikatów',
    encoding: 'kodowanie znaków plików CSV, gdy nie zostało dobrze rozpoznane',
    rejects: 'dokąd trafiają odrzucone rekordy (domyślnie obok danych: NAZWA.rejects.csv)',
    accounts: 'ile kont',
    seed: 'liczba, z której wszystko wynika: to samo ziarno daje tych samych ludzi',
    name: 'imię i nazwisko konsultanta',
    role: 'rola konsultanta',
    own: 'numer klienta własnej subskrypcji konsultanta, której nie wolno mu ruszać',
    uri: 'zamiast rysować kod QR, wypisz adres otpauth dla testowej aplikacji',
    plain: 'wypisz kod QR na standardowe wyjście, gdzie zostanie w historii terminala',
    pinStdin: 'wczytaj PIN ze standardowego wejścia (przy pierwszym uruchomieniu: dwa razy)',
    uriStdin: 'zamiast okna portalu zeskanuj adres otpauth ze standardowego wejścia',
    entry: 'pokaż tylko ten wpis aplikacji',
    certificate: 'certyfikat, którym podpisać (CERT)',
    ahead: 'o ile zegar telefonu się spieszy',
    behind: 'o ile zegar telefonu się spóźnia',
    otp: 'kod OTP; gdy go brak, program zapyta',
    signature: 'plik z podpisem; gdy go brak, PLIK.p7s',
  },
};

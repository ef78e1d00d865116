import type { Proof } from '../../domain/support-case.ts';
import type { Texts } from '../en.ts';
import { momentsIn } from '../moments.ts';
import { words } from './words.ts';

const { duration } = momentsIn('pl');
const proofs = (list: readonly Proof[]) => list.map((proof) => words.proof[proof]).join(', ');

export const scenarioMoves: Texts['scenarios']['moves'] = {
  'log-in': ({ password }) =>
    password === 'right'
      ? 'Subskrybent loguje się do portalu loginem i hasłem.'
      : 'Subskrybent źle wpisuje hasło do portalu: wielkość liter ma znaczenie.',
  open: ({ page }) =>
    ({
      software: 'Subskrybent otwiera zakładkę „Oprogramowanie”: jest tam wszystko, co trzeba zainstalować.',
      certificates: 'Subskrybent otwiera zakładkę „Certyfikaty” z listą swoich certyfikatów.',
      'qr-code': 'Subskrybent klika ikonę „QR Kod” przy certyfikacie: tu zaczyna się aktywacja.',
    })[page],
  install: ({ what }) =>
    ({
      app: 'Subskrybent instaluje na telefonie aplikację ECSigner: to ona będzie generować kody OTP.',
      desktop: 'Subskrybent instaluje ECSigner Desktop, łącznik między kluczem w chmurze a tym komputerem.',
      'secure-doc': 'Subskrybent instaluje SecureDoc 2.0, program do podpisywania.',
    })[what],
  'choose-pin': () => 'Pierwsze uruchomienie aplikacji: subskrybent wybiera czterocyfrowy PIN i wpisuje go dwukrotnie.',
  'open-app': ({ pin }) =>
    pin === 'right'
      ? 'Subskrybent otwiera aplikację kodem PIN.'
      : 'Subskrybent wpisuje PIN, który nie pasuje do aplikacji. Nikt go nie sprawdzi: PIN nie opuszcza telefonu.',
  'reinstall-app': () => 'Aplikacja zostaje usunięta i zainstalowana od nowa. Jej wpisy przepadły, a z nimi kody OTP.',
  'start-desktop': ({ password }) =>
    password === 'right'
      ? 'ECSigner Desktop startuje, subskrybent się loguje, a program działa dalej w tle.'
      : 'ECSigner Desktop startuje, a subskrybent źle wpisuje hasło.',
  'stop-desktop': () => 'Subskrybent wyłącza ECSigner Desktop: bez niego SecureDoc nie widzi certyfikatu.',
  'send-code': () => 'Subskrybent klika „Wyślij kod SMS”. Od tej chwili kod jest ważny przez pięć minut.',
  'wait-for-sms': () => 'SMS dociera na telefon.',
  wait: ({ milliseconds }) => `Mija ${duration(milliseconds)}.`,
  'enter-code': ({ which }) =>
    ({
      right: 'Subskrybent przepisuje kod z najnowszego SMS-a i zatwierdza.',
      wrong: 'Subskrybent wpisuje kod, którego nikt nie wysłał. Trzy błędne wpisy kończą próbę.',
      previous: 'Subskrybent wpisuje kod z poprzedniego SMS-a: liczy się tylko najnowszy.',
      swapped: 'Subskrybent zamienia w kodzie dwie sąsiednie cyfry.',
      'one-off': 'Subskrybent myli w kodzie jedną cyfrę.',
    })[which],
  'show-qr': () => 'Portal jeden raz pokazuje kod QR „Secret” i prosi, by nie zamykać okna.',
  scan: () => 'W aplikacji: „+” i aparat skierowany na kod QR. Odtąd aplikacja generuje kody OTP.',
  'close-window': () => 'Subskrybent zamyka okno. To, czego nie zdążył zeskanować, przepadło.',
  sign: ({ otp }) =>
    ({
      next: 'W SecureDoc subskrybent podpisuje dokument kodem OTP, który właśnie pokazuje aplikacja.',
      same: 'Subskrybent wpisuje kod OTP z poprzedniego podpisu: każdy działa tylko raz.',
      wrong: 'Subskrybent wpisuje kod OTP, który nie pochodzi z tego wpisu w aplikacji.',
      'of-first-entry': 'Subskrybent bierze kod OTP ze starego wpisu, którego sekret już się nie liczy.',
    })[otp],
  'check-signature': ({ document }) =>
    document === 'unchanged'
      ? 'SecureDoc weryfikuje podpis: kto podpisał, kiedy i czy dokument jest nadal ten sam.'
      : 'Ktoś zmienia jedną literę podpisanego dokumentu. SecureDoc weryfikuje podpis i podpis już się nie zgadza.',
  'phone-clock': ({ skew }) =>
    skew === 0
      ? 'Telefon znów bierze czas z sieci: jego zegar chodzi dobrze.'
      : `Zegar telefonu ${skew > 0 ? 'spieszy się' : 'spóźnia się'} o ${duration(Math.abs(skew))}. Kody OTP zależą od czasu.`,
  'switch-phone': ({ to }) =>
    to === 'off' ? 'Telefon zostaje wyłączony: żaden SMS do niego nie dotrze.' : 'Telefon znów jest włączony.',
  'lose-phone': () => 'Telefon przepadł, razem z kartą SIM i aplikacją.',
  'new-phone': () => 'Nowy telefon z tym samym numerem. Nie ma na nim aplikacji ani sekretu.',
  'new-number': () => 'Do telefonu trafia karta SIM z innym numerem. SMS na stary numer do nikogo nie dotrze.',
  network: ({ effect, by, scope }) => effects[effect](scopes[scope], duration(by)),
  'crowd-sends-code': () => 'Inni subskrybenci tego samego operatora też zamawiają kody.',
  'suspend-certificate': () => 'Urząd certyfikacji zawiesza certyfikat, najdłużej na siedem dni.',
  'revoke-certificate': () => 'Urząd certyfikacji unieważnia certyfikat. Tego nie da się cofnąć.',
  ring: () => 'Subskrybent dzwoni do wsparcia technicznego.',
  'open-case': () => 'Konsultant otwiera sprawę do zgłoszenia: wszystko, co dalej, zostanie pod nią zapisane.',
  verify: ({ passed, failed }) =>
    failed.length === 0
      ? `Zanim cokolwiek się zmieni, konsultant weryfikuje rozmówcę: ${proofs(passed)}.`
      : `Konsultant weryfikuje rozmówcę, który nie potwierdza: ${proofs(failed)}. To także zostaje zapisane.`,
  unlock: ({ reason }) =>
    `Konsultant odblokowuje aktywację (${words.reason[reason]}): licznik nieudanych prób wraca do zera, sekret zostaje.`,
  'ask-approval': ({ action }) =>
    action === 'reset'
      ? 'Reset unieważnia sekret, więc konsultant nie robi go sam: prosi kierownika.'
      : 'O jedno odblokowanie za dużo jak na jeden dzień: decyzja należy do kierownika.',
  approve: () => 'Kierownik, czyli ktoś inny, czyta uzasadnienie i wyraża zgodę. Dzieje się to w tej samej chwili.',
  reject: () => 'Kierownik czyta uzasadnienie i odmawia. Nic się nie zmienia.',
  freeze: () => 'Z powodu podejrzenia konsultant zamraża aktywację: nic nie ruszy, dopóki nie obejrzy tego kierownik.',
  'ask-phone-change': () =>
    'Konsultant prosi kierownika o zmianę numeru: kody nie mogą trafiać tam, gdzie wskaże jeden człowiek.',
  'approve-phone-change': ({ usable }) =>
    usable === 'at-once'
      ? 'Kierownik zatwierdza nowy numer, można go używać od razu.'
      : 'Kierownik zatwierdza nowy numer. Zacznie działać od jutra, a stary zostanie powiadomiony.',
  'recognise-outage': ({ ago }) =>
    `Kierownik odnotowuje awarię operatora, trwającą od ${duration(ago)}. Próby nieudane z jej powodu się nie liczą.`,
  'end-outage': () => 'Operator znów działa, awaria zostaje zamknięta.',
  tell: () => 'Konsultant wyjaśnia, co się stało, i mówi, co zrobić dalej.',
  'pass-time': ({ milliseconds }) => `Mija ${duration(milliseconds)}.`,
  'close-case': () => 'Konsultant zamyka sprawę.',
};

const scopes = {
  phone: 'do tego telefonu',
  operator: 'do wszystkich u tego operatora',
  all: 'do wszystkich',
};

const effects = {
  late: (whose: string, by: string) => `Sieć działa wolno: SMS ${whose} idzie ${by}.`,
  busy: (whose: string) => `Sieć jest przeciążona: wiadomości ${whose} idą powoli, a niektóre giną.`,
  outage: (whose: string) => `Operator ma awarię: wiadomości ${whose} czekają w naszej bramce, aż wróci.`,
  lost: (whose: string) => `Operator przyjmuje wiadomości ${whose}, ale one nie docierają.`,
  'phone-off': (whose: string) => `Telefon jest wyłączony: wiadomości ${whose} czekają u operatora, aż się włączy.`,
  absent: (whose: string) => `Wiadomości ${whose} trafiają w próżnię, o czym operator od razu informuje.`,
  'wrong-number': (whose: string) => `Operator nie zna numeru, więc wiadomości ${whose} wracają.`,
  'inbox-full': (whose: string) => `Wiadomości ${whose} nie mają się gdzie zmieścić: pamięć jest pełna.`,
  barred: (whose: string) => `Odbiór SMS-ów jest wyłączony: operator zawraca wiadomości ${whose}.`,
  rejected: (whose: string) => `Operator odrzuca wiadomości ${whose}.`,
  normal: (whose: string) => `Wiadomości ${whose} znów dochodzą normalnie.`,
};

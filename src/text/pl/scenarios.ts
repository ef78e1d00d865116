import type { Texts } from '../en.ts';
import { counted, type Forms } from '../plural.ts';
import { refusalName } from './refusals.ts';
import { scenarioMoves } from './scenario-moves.ts';

const number = (count: number, forms: Forms) => counted('pl', count, forms);
const moves: Forms = { one: 'ruch', few: 'ruchy', many: 'ruchów', other: 'ruchu' };
const signatures: Forms = { one: 'podpis', few: 'podpisy', many: 'podpisów', other: 'podpisu' };
const kinds = {
  text: 'tekst',
  number: 'liczba',
  'yes-or-no': 'true albo false',
  list: 'lista',
  mapping: 'grupa wierszy „klucz: wartość”',
  nothing: 'puste miejsce',
} as const;
const places = {
  subscriber: 'to ruch subskrybenta; jego miejsce jest pod „before” albo „after”',
  support: 'to ruch wsparcia; jego miejsce jest pod „before” albo „support”',
};

const choice = (allowed: readonly string[], meant: string | null) =>
  meant === null ? `Możliwe: ${allowed.join(', ')}.` : `Czy chodziło o „${meant}”? Możliwe: ${allowed.join(', ')}.`;

export const scenarios: Texts['scenarios'] = {
  moves: scenarioMoves,
  moods: {
    calm: 'spokojny ton',
    worried: 'zaniepokojenie',
    angry: 'złość',
    'in-a-hurry': 'pośpiech',
    charming: 'dużo uroku',
  },
  callers: { subscriber: 'subskrybent', impostor: 'ktoś inny' },
  questions: {
    'what-do-you-see': 'Co widać na ekranie?',
    'which-step': 'Który to krok?',
    'which-app': 'Jaka to aplikacja?',
    'which-number': 'Na jaki numer ma przyjść SMS?',
    'since-when': 'Od kiedy?',
  },
  phases: { before: 'Przed rozmową', call: 'Rozmowa', support: 'Wsparcie', after: 'Po rozmowie' },
  problems: {
    yaml: ({ fault }) => yamlFaults[fault],
    'control-character': ({ character }) => `Jest tu niewidoczny znak (${character}). Trzeba go usunąć.`,
    'unknown-key': ({ found, allowed, meant }) => `Nie ma tu „${found}”. ${choice(allowed, meant)}`,
    'missing-key': ({ key }) => `Brakuje „${key}”.`,
    'not-one-of': ({ found, allowed, meant }) => `„${found}” nie jest tu możliwe. ${choice(allowed, meant)}`,
    'unknown-move': ({ found, allowed, meant }) => `Nie ma ruchu „${found}”. ${choice(allowed, meant)}`,
    'misplaced-move': ({ found, of }) => `„${found}” ${places[of]}.`,
    'nothing-chosen': ({ allowed }) => `Nic tu nie ma. ${choice(allowed, null)}`,
    'wrong-kind': ({ found, wanted }) =>
      `Jest tu: ${kinds[found]}, a powinno być: ${kinds[wanted]}.${wanted === 'text' && found !== 'nothing' ? ' Tekst trzeba ująć w cudzysłów.' : ''}`,
    'not-a-duration': ({ found }) => `„${found}” to nie czas do 30 dni. Pisze się go tak: 90s, 6m12s, 1h30m, 2d`,
    'negative-duration': () =>
      'Ten czas nie może być ujemny; spóźniać się może tylko zegar telefonu. Trzeba go zapisać bez minusa.',
    'not-a-ticket': ({ found }) =>
      `„${found}” to nie numer zgłoszenia: od 2 do 32 liter, cyfr i znaków # / _ -, np. INC-20931.`,
    'out-of-range': ({ found, most }) => `${found} nie jest możliwe: liczba całkowita od 0 do ${most}.`,
    empty: () => 'Nic tu nie ma, a potrzebny jest co najmniej jeden element.',
    'too-long': ({ length, most }) => `To jest za długie: ${length}, a najwyżej ${most}.`,
    'needs-call': ({ key }) => `„${key}” mówi o przebiegu rozmowy, a w tym pliku nie ma „call”.`,
  },
  files: {
    'not-found': ({ path }) => `Nie ma pliku ${path}.`,
    'not-readable': ({ path }) => `Nie można odczytać ${path}.`,
    'not-a-file': ({ path }) => `${path} nie jest zwykłym plikiem.`,
    'symbolic-link': ({ path }) => `${path} to dowiązanie symboliczne; trzeba podać sam plik.`,
    'too-large': ({ path, most }) => `${path} jest za duży jak na scenariusz: najwyżej ${most} bajtów.`,
    'not-utf8': ({ path, line }) => `${path}, wiersz ${line}: to nie jest UTF-8. Plik trzeba zapisać w UTF-8.`,
  },
  unknown: (name, meant) => `Nie ma scenariusza „${name}”.${meant === null ? '' : ` Czy chodziło o „${meant}”?`}`,
  unknownNext: 'Wszystkie: ecsc scenario list. Własny: podać jego plik, np. ./moj.yaml',
  endings: {
    cause: (wanted, found) => `diagnoza powinna najpierw wskazać: ${wanted}; wskazała: ${found}`,
    activation: (wanted, found) => `aktywacja powinna być: ${wanted}, a jest: ${found}`,
    attempts: (wanted, found) => `próby SMS powinny się skończyć tak: ${wanted}; skończyły się tak: ${found}`,
    signatures: (wanted, found) => `podpisów powinno być ${wanted}, a jest ${found}`,
    missing: (fact) => `powinno było się wydarzyć, a się nie wydarzyło: ${fact}`,
    unwanted: (fact) => `nie powinno było się wydarzyć: ${fact}`,
    none: 'żadna',
  },
  list: { name: 'Scenariusz', title: 'Co się dzieje', cause: 'Dlaczego dzwonią' },
  show: {
    teaches: 'Czego uczy:',
    says: (mood) => `Rozmówca (${mood}):`,
    cause: (cause) => `Diagnoza: ${cause}`,
    ticket: (ticket) => `Zgłoszenie ${ticket}`,
    by: { agent: 'konsultant', owner: 'subskrybent, który tu pracuje', supervisor: 'kierownik' },
    ending: (state, count) => `Na koniec aktywacja jest: ${state}; ${number(count, signatures)}.`,
  },
  check: {
    good: (file, count) => `${file}: w porządku, ${number(count, moves)}`,
    bad: (file, count) => `${file}: ${number(count, { one: 'błąd', few: 'błędy', many: 'błędów', other: 'błędu' })}`,
    more: (count) => `… i jeszcze ${count}`,
    top: 'cały plik',
  },
  simulate: {
    plays: (title, name, customer, serial) => `„${title}”: ${name} (${customer}), certyfikat ${serial}`,
    ended: (state) => `Na koniec aktywacja jest: ${state}.`,
    calling: (customer) => `Rozmówca jest na linii. Jego konto: ecsc show ${customer}`,
    belongs: (what) => `odmowa, tak jak w scenariuszu: ${what}`,
    notTold: (what) => `odmowa, której w scenariuszu nie ma: ${what}`,
    shouldBeRefused: (what) => `bez odmowy, choć scenariusz jej chce: ${what}`,
    holds: 'Wszystko skończyło się tak, jak mówi scenariusz.',
    differs: (what) => `Skończyło się inaczej, niż mówi scenariusz: ${what}.`,
    refusal: (code) => refusalName[code as keyof typeof refusalName] ?? code,
  },
};

const yamlFaults = {
  indentation: 'Wcięcie się nie zgadza: wiersze jednej grupy zaczynają się w tej samej kolumnie, od spacji.',
  'colon-missing':
    'Brakuje dwukropka tutaj albo na końcu wiersza powyżej: ruch, pod którym są opcje, pisze się „- send-code:”.',
  'colon-in-text': 'Tekst, w którym jest „: ”, trzeba ująć w cudzysłów albo zapisać w osobnych wierszach po „>”.',
  tab: 'Jest tu tabulator; w YAML wcięcia robi się spacjami.',
  'same-key-twice': 'Ten klucz był już w tej samej grupie.',
  'not-closed': 'Cudzysłów albo nawias tu otwarto, ale nie zamknięto, albo zamknięto innym znakiem.',
  'never-opened': 'Zamknięto tu nawias, którego nie otwarto.',
  'comma-missing': 'Brakuje przecinka tutaj albo przed tym miejscem, albo dwukropka: „[a, b]”, „{en: "a", pl: "b"}”.',
  remark: 'Uwaga zaczyna się od „#”, a nie od „//” ani „/*”.',
  'several-documents': 'Jeden plik to jeden scenariusz; trzeba usunąć wiersz „---”.',
  tag: 'Znaczniki (słowa zaczynające się od „!”) nic tu nie znaczą. Tekst z „!” na początku trzeba ująć w cudzysłów.',
  anchor: 'Kotwic i aliasów („&” i „*”) się tu nie używa. Tekst z nimi na początku trzeba ująć w cudzysłów.',
  'too-deep': 'To jest zagnieżdżone zbyt głęboko.',
  syntax: 'To nie jest YAML. Tekst z „: ”, „#”, „@” albo cudzysłowem trzeba ująć w cudzysłów lub zapisać po „>”.',
} as const;

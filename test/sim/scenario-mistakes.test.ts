import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemLines } from '../../src/cli/scenario-loading.ts';
import { loadScenario, loadScenarioFile } from '../../src/sim/scenario-files.ts';
import type { ScenarioProblem } from '../../src/sim/scenario-problem.ts';
import { readScenario } from '../../src/sim/scenario-yaml.ts';
import { textFor } from '../../src/text/index.ts';
import { tellByCode } from '../../src/text/tell.ts';
import { performed } from '../support/scenarios.ts';
import { tempApp, tempFolder } from '../support/temp-database.ts';
import { EXAMPLE, written } from '../support/written-scenario.ts';

function problemsIn(text: string): readonly ScenarioProblem[] {
  const reading = readScenario('mine', text);
  return reading.verdict === 'bad' ? reading.problems : [];
}

const told = (language: 'en' | 'pl', text: string) => problemLines(textFor(language), 'mine.yaml', problemsIn(text));

test('the example of docs/SCENARIOS.md is good, and ends as it says', async () => {
  const reading = readScenario('one-digit', EXAMPLE);
  if (reading.verdict !== 'good') throw new Error(JSON.stringify(reading.problems));
  const { player, steps, causes } = await performed(await tempApp(), reading.scenario, 7);
  expect(steps.filter(({ asTold }) => !asTold)).toEqual([]);
  expect(causes[0]).toBe('one-digit-off');
  expect(await player.ended()).toEqual([]);
});

/** What is written otherwise, and what a trainer is told: from the place on, up to the list of what is possible. */
const mistakes: readonly (readonly [what: string, place: string, otherwise: string, en: string, pl: string])[] = [
  [
    'an unknown move',
    '- send-code\n',
    '- send-cod\n',
    'mine.yaml:12:5: before › 1: There is no move “send-cod”. Did you mean “send-code”?',
    'mine.yaml:12:5: before › 1: Nie ma ruchu „send-cod”. Czy chodziło o „send-code”?',
  ],
  [
    'a move of support where only the subscriber moves',
    '  - show-qr',
    '  - approve',
    'mine.yaml:46:5: after › 2: “approve” is what support does; it goes under “before” or “support”.',
    'mine.yaml:46:5: after › 2: „approve” to ruch wsparcia; jego miejsce jest pod „before” albo „support”.',
  ],
  [
    'a move of the subscriber where only support moves',
    '  - close-case',
    '  - enter-code: right',
    'mine.yaml:42:5: support › 3: “enter-code” is what the subscriber does; it goes under “before” or “after”.',
    'mine.yaml:42:5: support › 3: „enter-code” to ruch subskrybenta; jego miejsce jest pod „before” albo „after”.',
  ],
  [
    'nothing where there is a choice',
    'enter-code: one-off',
    'enter-code:',
    'mine.yaml:14:5: before › 3 › enter-code: Nothing stands here. Possible: right, wrong, previous, swapped, one-off.',
    'mine.yaml:14:5: before › 3 › enter-code: Nic tu nie ma. Możliwe: right, wrong, previous, swapped, one-off.',
  ],
  [
    'an unknown value',
    'enter-code: one-off',
    'enter-code: one-of',
    'mine.yaml:14:17: before › 3 › enter-code: “one-of” is not possible here. Did you mean “one-off”?',
    'mine.yaml:14:17: before › 3 › enter-code: „one-of” nie jest tu możliwe. Czy chodziło o „one-off”?',
  ],
  [
    'an unknown person',
    'person: woman',
    'person: child',
    'mine.yaml:9:11: cast › person: “child” is not possible here. Possible: woman, man.',
    'mine.yaml:9:11: cast › person: „child” nie jest tu możliwe. Możliwe: woman, man.',
  ],
  [
    'an unknown key',
    '  mood: worried',
    '  mod: worried\n  mood: worried',
    'mine.yaml:25:3: call › mod: There is no “mod” here. Did you mean “mood”?',
    'mine.yaml:25:3: call › mod: Nie ma tu „mod”. Czy chodziło o „mood”?',
  ],
  [
    'a refusal that there is not',
    'refused: wrong-code',
    'refused: wrong-cod',
    'mine.yaml:15:14: before › 3 › refused: “wrong-cod” is not possible here. Did you mean “wrong-code”?',
    'mine.yaml:15:14: before › 3 › refused: „wrong-cod” nie jest tu możliwe. Czy chodziło o „wrong-code”?',
  ],
  [
    'a fact that there is not',
    'facts: [wrong-code-entered,',
    'facts: [wrong-code-enterd,',
    'mine.yaml:55:11: ending › facts › 1: “wrong-code-enterd” is not possible here. Did you mean “wrong-code-entered”?',
    'mine.yaml:55:11: ending › facts › 1: „wrong-code-enterd” nie jest tu możliwe. Czy chodziło o „wrong-code-entered”?',
  ],
  [
    'a missing field',
    '  mood: worried\n',
    '',
    'mine.yaml:23:1: call: “mood” is missing.',
    'mine.yaml:23:1: call: Brakuje „mood”.',
  ],
  [
    'one language only',
    '  pl: Jedna cyfra źle\n',
    '',
    'mine.yaml:1:1: title: “pl” is missing.',
    'mine.yaml:1:1: title: Brakuje „pl”.',
  ],
  [
    'a late network without a time',
    '- send-code\n',
    '- network: late\n',
    'mine.yaml:12:5: before › 1: “by” is missing.',
    'mine.yaml:12:5: before › 1: Brakuje „by”.',
  ],
  [
    'a duration that cannot be read',
    'wait: 20s',
    'wait: soon',
    'mine.yaml:16:11: before › 4 › wait: “soon” is not a duration of at most 30 days. Write it like this: 90s, 6m12s, 1h30m, 2d',
    'mine.yaml:16:11: before › 4 › wait: „soon” to nie czas do 30 dni. Pisze się go tak: 90s, 6m12s, 1h30m, 2d',
  ],
  [
    'a duration without its unit',
    'wait: 20s',
    'wait: 20',
    'mine.yaml:16:11: before › 4 › wait: “20” is not a duration',
    'mine.yaml:16:11: before › 4 › wait: „20” to nie czas',
  ],
  [
    'a duration beyond 30 days',
    'wait: 20s',
    'wait: 31d',
    'mine.yaml:16:11: before › 4 › wait: “31d” is not a duration of at most 30 days.',
    'mine.yaml:16:11: before › 4 › wait: „31d” to nie czas do 30 dni.',
  ],
  [
    'a wait that goes back',
    'wait: 20s',
    'wait: -5m',
    'mine.yaml:16:11: before › 4 › wait: A duration is not negative here; only the phone’s clock may be behind.',
    'mine.yaml:16:11: before › 4 › wait: Ten czas nie może być ujemny; spóźniać się może tylko zegar telefonu.',
  ],
  [
    'a number for a text',
    'ticket: INC-40001',
    'ticket: 40001',
    'mine.yaml:24:11: call › ticket: Here stands a number, where a text has to stand. Put it in quotation marks.',
    'mine.yaml:24:11: call › ticket: Jest tu: liczba, a powinno być: tekst. Tekst trzeba ująć w cudzysłów.',
  ],
  [
    'a text for a list',
    'knows: [call-back, contract-number]',
    'knows: call-back',
    'mine.yaml:29:10: call › knows: Here stands a text, where a list has to stand.',
    'mine.yaml:29:10: call › knows: Jest tu: tekst, a powinno być: lista.',
  ],
  [
    'a word for a yes or no',
    'person: woman',
    'person: woman\n  ready: maybe',
    'mine.yaml:10:10: cast › ready: Here stands a text, where true or false has to stand.',
    'mine.yaml:10:10: cast › ready: Jest tu: tekst, a powinno być: true albo false.',
  ],
  [
    'too big a crowd',
    'person: woman',
    'person: woman\n  crowd: 51',
    'mine.yaml:10:10: cast › crowd: 51 is not possible: a whole number from 0 to 50.',
    'mine.yaml:10:10: cast › crowd: 51 nie jest możliwe: liczba całkowita od 0 do 50.',
  ],
  [
    'a ticket number with blanks',
    'ticket: INC-40001',
    'ticket: INC 40001',
    'mine.yaml:24:11: call › ticket: “INC 40001” is not a ticket number',
    'mine.yaml:24:11: call › ticket: „INC 40001” to nie numer zgłoszenia',
  ],
  [
    'a text that is too long',
    'en: One digit wrong',
    `en: ${'a'.repeat(601)}`,
    'mine.yaml:2:7: title › en: This is too long: 601, and 600 at most.',
    'mine.yaml:2:7: title › en: To jest za długie: 601, a najwyżej 600.',
  ],
  [
    'too many moves',
    '  - wait: 20s\n',
    '  - wait: 20s\n'.repeat(57),
    'mine.yaml:12:3: before: This is too long: 61, and 60 at most.',
    'mine.yaml:12:3: before: To jest za długie: 61, a najwyżej 60.',
  ],
  [
    'a cause without a call',
    EXAMPLE.slice(EXAMPLE.indexOf('call:\n'), EXAMPLE.indexOf('cause:')),
    '',
    'mine.yaml:23:1: cause: “cause” says what happens in a call, and there is no “call” in this file.',
    'mine.yaml:23:1: cause: „cause” mówi o przebiegu rozmowy, a w tym pliku nie ma „call”.',
  ],
  [
    'a tab',
    '  person: woman',
    '\tperson: woman',
    'mine.yaml:9:1: the whole file: There is a tab here; YAML is indented with blanks.',
    'mine.yaml:9:1: cały plik: Jest tu tabulator; w YAML wcięcia robi się spacjami.',
  ],
  [
    'an indentation that does not fit',
    '  pl: Jedna cyfra źle',
    '   pl: Jedna cyfra źle',
    'mine.yaml:3:4: the whole file: The indentation does not fit',
    'mine.yaml:3:4: cały plik: Wcięcie się nie zgadza',
  ],
  [
    'a missing colon',
    '- enter-code: one-off\n',
    '- enter-code\n',
    'mine.yaml:14:5: the whole file: A colon is missing here',
    'mine.yaml:14:5: cały plik: Brakuje dwukropka',
  ],
  [
    'a colon in a text',
    'en: One digit wrong',
    'en: One digit: wrong',
    'mine.yaml:2:7: the whole file: A text with “: ” in it goes in quotation marks',
    'mine.yaml:2:7: cały plik: Tekst, w którym jest „: ”, trzeba ująć w cudzysłów',
  ],
  [
    'a quotation mark that stays open',
    'en: One digit wrong',
    'en: "One digit wrong',
    'mine.yaml:2:7: the whole file: A quotation mark or a bracket was opened here and not closed',
    'mine.yaml:2:7: cały plik: Cudzysłów albo nawias tu otwarto, ale nie zamknięto',
  ],
  [
    'a key twice',
    '  pl: Jedna cyfra źle',
    '  en: Jedna cyfra źle',
    'mine.yaml:3:3: the whole file: This key was there before in the same group.',
    'mine.yaml:3:3: cały plik: Ten klucz był już w tej samej grupie.',
  ],
  [
    'two documents',
    'cast:\n',
    '---\ncast:\n',
    'the whole file: One file is one scenario; take out the line “---”.',
    'cały plik: Jeden plik to jeden scenariusz; trzeba usunąć wiersz „---”.',
  ],
  [
    'an anchor',
    'mood: worried',
    'mood: &mood worried',
    'the whole file: Anchors and aliases (“&” and “*”) are not used here.',
    'cały plik: Kotwic i aliasów („&” i „*”) się tu nie używa.',
  ],
  [
    'a tag',
    'person: woman',
    'person: !!js/function woman',
    'the whole file: Tags (words that begin with “!”) mean nothing here.',
    'cały plik: Znaczniki (słowa zaczynające się od „!”) nic tu nie znaczą.',
  ],
  [
    'a terminal escape',
    'en: One digit wrong',
    'en: One \u001b[2Jdigit wrong',
    'mine.yaml:2:11: the whole file: There is an invisible character here (U+001B). Take it out.',
    'mine.yaml:2:11: cały plik: Jest tu niewidoczny znak (U+001B). Trzeba go usunąć.',
  ],
  [
    'a character that turns the text around',
    'en: One digit wrong',
    'en: One \u202edigit wrong',
    'mine.yaml:2:11: the whole file: There is an invisible character here (U+202E). Take it out.',
    'mine.yaml:2:11: cały plik: Jest tu niewidoczny znak (U+202E). Trzeba go usunąć.',
  ],
];

describe('a mistake is told at its place, in both languages', () => {
  test.each(mistakes)('%s', (_, place, otherwise, en, pl) => {
    const text = written(place, otherwise);
    expect(told('en', text).join('\n')).toContain(en);
    expect(told('pl', text).join('\n')).toContain(pl);
  });

  test('all of them at once, from top to bottom', () => {
    const text = written('person: woman', 'person: child')
      .replace('wait: 20s', 'wait: soon')
      .replace('sign\n', 'sing\n');
    expect(problemsIn(text).map(({ code, line }) => [code, line])).toEqual([
      ['not-one-of', 9],
      ['not-a-duration', 16],
      ['unknown-move', 49],
    ]);
  });

  test('time goes back nowhere; only the phone’s clock may be behind', () => {
    const negative = 'negative-duration';
    for (const [place, otherwise, codes] of [
      ['  - wait: 20s', '  - network: late\n    by: -6m', [negative]],
      ['  - wait: 20s', '  - recognise-outage: -2h\n    note: n', [negative]],
      ['  - close-case', '  - pass-time: -10m', [negative]],
      ['  - wait: 20s', '  - phone-clock: -90s', []],
      ['  - wait: 20s', '  - wait: 0s', []],
      ['  - wait: 20s', '  - wait: -31d', ['not-a-duration']],
    ] as const)
      expect(
        problemsIn(written(place, otherwise)).map(({ code }) => code),
        otherwise,
      ).toEqual(codes);
  });

  test.each([
    ['\\e[2J', 'U+001B'],
    ['\\u202E', 'U+202E'],
    ['\\x1b]52;c;aGk=\\a', 'U+001B'],
    ['\\u200B', 'U+200B'],
    ['\\uD800', 'U+D800'],
  ])('invisible characters written as the escape %s are named as well, wherever they stand', (hidden, name) => {
    for (const [text, place] of [
      [written('person: woman', `person: "${hidden}woman"`), '9:11: cast › person'],
      [written('en: One digit wrong', `en: "One ${hidden}digit wrong"`), '2:7: title › en'],
      [written('knows: [call-back,', `knows: ["${hidden}",`), '29:11: call › knows › 1'],
      [written('person: woman', `person: woman\n  "${hidden}": 1`), '10:3: cast'],
    ] as const) {
      expect(told('en', text)).toEqual([
        `mine.yaml:${place}: There is an invisible character here (${name}). Take it out.`,
      ]);
    }
  });

  test('line breaks, tabs and letters beyond the first plane may be written as escapes', () => {
    expect(problemsIn(written('en: One digit wrong', 'en: "One\\n\\tdigit \\uD83D\\uDE00"'))).toEqual([]);
  });

  test.each(['constructor', '__proto__', 'prototype', 'toString'])('the key “%s” is unknown everywhere', (key) => {
    for (const [text, place] of [
      [`${EXAMPLE}${key}: 1\n`, `57:1: ${key}`],
      [written('person: woman', `person: woman\n  ${key}: {}`), `10:3: cast › ${key}`],
      [written('en: One digit wrong', `en: One digit wrong\n  ${key}: x`), `3:3: title › ${key}`],
      [written('wait: 20s', `wait: 20s\n    ${key}: x`), `17:5: before › 4 › ${key}`],
    ] as const) {
      expect(told('en', text).join('\n')).toContain(`mine.yaml:${place}: There is no “${key}” here.`);
    }
  });
});

const JSON_FILE = `{
  "title": {"en": "One", "pl": "Jeden"},
  "teaches": {"en": "x", "pl": "y"},
  "cast": {"person": "woman"},
  "before": ["send-code"],
  "ending": {"activation": "awaiting_code"}
}
`;
const json = (place: string, otherwise: string) => JSON_FILE.replace(place, () => otherwise);
const titled = (title: string) => written('title:\n  en: One digit wrong\n  pl: Jedna cyfra źle', `title: ${title}`);
const known = (list: string) => written('knows: [call-back, contract-number]', `knows: ${list}`);

describe('of brackets, commas and remarks one mistake is told, and the right one', () => {
  test('JSON is YAML too', () => {
    expect(problemsIn(JSON_FILE)).toEqual([]);
  });

  test.each([
    ['a list without its end', known('[call-back, contract-number'), '29:10', 'not-closed'],
    ['a list that another bracket ends', known('[call-back, contract-number}'), '29:10', 'not-closed'],
    ['a list that ends twice', known('[call-back, contract-number]]'), '29:38', 'never-opened'],
    ['a list without a comma', known('["call-back" "contract-number"]'), '29:23', 'comma-missing'],
    ['a group without its end', titled('{en: "a", pl: "b"'), '1:8', 'not-closed'],
    ['a group without a comma', titled('{en: "a" pl: "b"}'), '1:13', 'comma-missing'],
    ['a group of bare words without a comma', titled('{en: a pl: b}'), '1:13', 'comma-missing'],
    ['JSON without the comma at a line’s end', json('"y"},', '"y"}'), '4:3', 'comma-missing'],
    ['JSON without a comma in a line', json('"One",', '"One"'), '2:19', 'comma-missing'],
    ['JSON without a colon', json('"title": {', '"title" {'), '2:11', 'comma-missing'],
    ['JSON without the last bracket', json('"awaiting_code"}\n}', '"awaiting_code"}\n'), '1:1', 'not-closed'],
    ['JSON without the bracket of a list', json('["send-code"]', '["send-code"'), '5:13', 'not-closed'],
    ['JSON with an open quotation mark', json('"woman"', '"woman'), '4:22', 'not-closed'],
    ['JSON with a remark above', `// hi\n${JSON_FILE}`, '1:1', 'remark'],
    ['JSON with a remark in it', json('  "cast"', '  // hi\n  "cast"'), '4:3', 'remark'],
    ['JSON with a remark at its end', json('code"}\n', 'code"}, /* x */\n'), '6:46', 'remark'],
    ['YAML with such a remark', written('cast:\n', '// who\ncast:\n'), '8:1', 'remark'],
  ])('%s', (_, text, place, fault) => {
    expect(problemsIn(text).map(({ line, column, ...wrong }) => [`${line}:${column}`, wrong])).toEqual([
      [place, { code: 'yaml', fault, path: [] }],
    ]);
    for (const language of ['en', 'pl'] as const) expect(told(language, text)[0]).toMatch(/: \p{Lu}.{30,}\.$/u);
  });

  test('what does not spoil the rest is told beside it', () => {
    const text = written('  pl: Jedna cyfra źle', '  en: Jedna cyfra źle').replace('person: woman', 'person: !x woman');
    expect(problemsIn(text).map((one) => (one.code === 'yaml' ? one.fault : one.code))).toEqual([
      'same-key-twice',
      'tag',
    ]);
  });
});

describe('a short file that would become endless', () => {
  test('aliases within aliases', () => {
    const levels = Array.from({ length: 12 }, (_, level) => `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    const bomb = ['a: &a-1 [x]', ...levels].join('\n');
    expect(told('en', bomb).join('\n')).toContain('Anchors and aliases');
  });

  test.each(['[', '{a: ', '- '])('nesting of %s', (open) => {
    const problems = problemsIn(open.repeat(8_000));
    expect(problems.length).toBeGreaterThan(0);
  });

  test('nothing at all, a word, a list', () => {
    for (const text of ['', 'hello', '- a\n- b', '# only a remark'])
      expect(told('en', text)[0]).toMatch(/^mine\.yaml:1:1: the whole file: /);
  });
});

describe('a file that cannot be looked at', () => {
  const faultOf = async (path: string) => {
    const loading = await loadScenarioFile(path);
    if (loading.verdict !== 'unreadable') throw new Error(loading.verdict);
    return [
      tellByCode(textFor('en').scenarios.files, loading.fault),
      tellByCode(textFor('pl').scenarios.files, loading.fault),
    ];
  };

  test('is not there, is a folder, is a link, is too large, is not UTF-8', async () => {
    const folder = tempFolder();
    const at = (name: string) => join(folder, name);
    expect(await faultOf(at('gone.yaml'))).toEqual([
      `There is no file ${at('gone.yaml')}.`,
      `Nie ma pliku ${at('gone.yaml')}.`,
    ]);
    mkdirSync(at('folder.yaml'));
    expect((await faultOf(at('folder.yaml')))[0]).toContain('is not a regular file.');
    writeFileSync(at('good.yaml'), EXAMPLE);
    symlinkSync(at('good.yaml'), at('link.yaml'));
    expect((await faultOf(at('link.yaml')))[0]).toContain('is a symbolic link; give the file itself.');
    writeFileSync(at('large.yaml'), `${EXAMPLE}${'#'.repeat(32 * 1024)}`);
    expect(await faultOf(at('large.yaml'))).toEqual([
      `${at('large.yaml')} is too large for a scenario: 32768 bytes at most.`,
      `${at('large.yaml')} jest za duży jak na scenariusz: najwyżej 32768 bajtów.`,
    ]);
    writeFileSync(at('latin.yaml'), Buffer.from(EXAMPLE.replace('One', 'Ó'), 'latin1'));
    expect((await faultOf(at('latin.yaml')))[0]).toContain('latin.yaml, line 2: this is not UTF-8.');
    expect(await loadScenario('sms-lat')).toEqual({ verdict: 'unknown', name: 'sms-lat', meant: 'sms-late' });
    expect(await loadScenario('late-sms')).toMatchObject({ verdict: 'good', scenario: { name: 'sms-late' } });
  });

  test('with a byte order mark or Windows line ends it is good', async () => {
    const path = join(tempFolder(), 'windows.yaml');
    writeFileSync(path, `\ufeff${EXAMPLE.replaceAll('\n', '\r\n')}`);
    expect((await loadScenarioFile(path)).verdict).toBe('good');
  });
});

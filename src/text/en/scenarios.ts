import { counted, type Forms } from '../plural.ts';
import { refusalName } from './refusals.ts';
import { scenarioMoves } from './scenario-moves.ts';

const number = (count: number, forms: Forms) => counted('en', count, forms);
const moves: Forms = { one: 'move', other: 'moves' };
const kinds = {
  text: 'a text',
  number: 'a number',
  'yes-or-no': 'true or false',
  list: 'a list',
  mapping: 'a group of “key: value” lines',
  nothing: 'nothing',
} as const;
const places = {
  subscriber: 'the subscriber does; it goes under “before” or “after”',
  support: 'support does; it goes under “before” or “support”',
};

const choice = (allowed: readonly string[], meant: string | null) =>
  meant === null ? `Possible: ${allowed.join(', ')}.` : `Did you mean “${meant}”? Possible: ${allowed.join(', ')}.`;

interface Choice {
  readonly found: string;
  readonly allowed: readonly string[];
  readonly meant: string | null;
}

interface OfFile {
  readonly path: string;
}

/** What scenarios say: their mistakes, their moves, their endings. */
export const scenarios = {
  moves: scenarioMoves,
  moods: { calm: 'calm', worried: 'worried', angry: 'angry', 'in-a-hurry': 'in a hurry', charming: 'charming' },
  callers: { subscriber: 'the subscriber', impostor: 'somebody else' },
  questions: {
    'what-do-you-see': 'What do you see?',
    'which-step': 'At which step are you?',
    'which-app': 'Which app do you use?',
    'which-number': 'Which number do you expect the SMS on?',
    'since-when': 'Since when?',
  },
  phases: { before: 'Before the call', call: 'The call', support: 'Support', after: 'After the call' },
  problems: {
    yaml: ({ fault }: { readonly fault: keyof typeof yamlFaults }) => yamlFaults[fault],
    'control-character': ({ character }: { readonly character: string }) =>
      `There is an invisible character here (${character}). Take it out.`,
    'unknown-key': ({ found, allowed, meant }: Choice) => `There is no “${found}” here. ${choice(allowed, meant)}`,
    'missing-key': ({ key }: { readonly key: string }) => `“${key}” is missing.`,
    'not-one-of': ({ found, allowed, meant }: Choice) => `“${found}” is not possible here. ${choice(allowed, meant)}`,
    'unknown-move': ({ found, allowed, meant }: Choice) => `There is no move “${found}”. ${choice(allowed, meant)}`,
    'misplaced-move': ({ found, of }: { readonly found: string; readonly of: keyof typeof places }) =>
      `“${found}” is what ${places[of]}.`,
    'nothing-chosen': ({ allowed }: Pick<Choice, 'allowed'>) => `Nothing stands here. ${choice(allowed, null)}`,
    'wrong-kind': ({ found, wanted }: { readonly found: keyof typeof kinds; readonly wanted: keyof typeof kinds }) =>
      `Here stands ${kinds[found]}, where ${kinds[wanted]} has to stand.${wanted === 'text' && found !== 'nothing' ? ' Put it in quotation marks.' : ''}`,
    'not-a-duration': ({ found }: { readonly found: string }) =>
      `“${found}” is not a duration of at most 30 days. Write it like this: 90s, 6m12s, 1h30m, 2d`,
    'negative-duration': () =>
      'A duration is not negative here; only the phone’s clock may be behind. Write it without the minus sign.',
    'not-a-ticket': ({ found }: { readonly found: string }) =>
      `“${found}” is not a ticket number: 2 to 32 letters, digits and # / _ -, like INC-20931.`,
    'out-of-range': ({ found, most }: { readonly found: string; readonly most: number }) =>
      `${found} is not possible: a whole number from 0 to ${most}.`,
    empty: () => 'There is nothing here; write at least one.',
    'too-long': ({ length, most }: { readonly length: number; readonly most: number }) =>
      `This is too long: ${length}, and ${most} at most.`,
    'needs-call': ({ key }: { readonly key: string }) =>
      `“${key}” says what happens in a call, and there is no “call” in this file.`,
  },
  files: {
    'not-found': ({ path }: OfFile) => `There is no file ${path}.`,
    'not-readable': ({ path }: OfFile) => `${path} cannot be read.`,
    'not-a-file': ({ path }: OfFile) => `${path} is not a regular file.`,
    'symbolic-link': ({ path }: OfFile) => `${path} is a symbolic link; give the file itself.`,
    'too-large': ({ path, most }: OfFile & { readonly most: number }) =>
      `${path} is too large for a scenario: ${most} bytes at most.`,
    'not-utf8': ({ path, line }: OfFile & { readonly line: number }) =>
      `${path}, line ${line}: this is not UTF-8. Save the file as UTF-8.`,
  },
  unknown: (name: string, meant: string | null) =>
    `There is no scenario “${name}”.${meant === null ? '' : ` Did you mean “${meant}”?`}`,
  unknownNext: 'All of them: ecsc scenario list. One of your own: give its file, e.g. ./mine.yaml',
  endings: {
    cause: (wanted: string, found: string) => `the diagnosis should have named first: ${wanted}; it named: ${found}`,
    activation: (wanted: string, found: string) => `the activation should be: ${wanted}, and it is: ${found}`,
    attempts: (wanted: string, found: string) => `the SMS attempts should have ended: ${wanted}; they ended: ${found}`,
    signatures: (wanted: number, found: number) => `${wanted} signatures should have been made, there are ${found}`,
    missing: (fact: string) => `this should have happened and did not: ${fact}`,
    unwanted: (fact: string) => `this should not have happened: ${fact}`,
    none: 'none',
  },
  list: { name: 'Scenario', title: 'What happens', cause: 'Why they call' },
  show: {
    teaches: 'What it teaches:',
    says: (mood: string) => `The caller (${mood}):`,
    cause: (cause: string) => `Diagnosis: ${cause}`,
    ticket: (ticket: string) => `Ticket ${ticket}`,
    by: { agent: 'agent', owner: 'the subscriber, as one of the staff', supervisor: 'supervisor' },
    ending: (state: string, signatures: number) =>
      `In the end the activation is: ${state}; ${number(signatures, { one: 'signature', other: 'signatures' })}.`,
  },
  check: {
    good: (file: string, count: number) => `${file}: good, ${number(count, moves)}`,
    bad: (file: string, count: number) => `${file}: ${number(count, { one: 'mistake', other: 'mistakes' })}`,
    more: (count: number) => `… and ${count} more`,
    top: 'the whole file',
  },
  simulate: {
    plays: (title: string, name: string, customer: string, serial: string) =>
      `“${title}” with ${name} (${customer}), certificate ${serial}`,
    ended: (state: string) => `In the end the activation is: ${state}.`,
    calling: (customer: string) => `The caller is on the line. Their account: ecsc show ${customer}`,
    belongs: (what: string) => `refused, as the story wants: ${what}`,
    notTold: (what: string) => `refused, and the story does not want it: ${what}`,
    shouldBeRefused: (what: string) => `not refused, though the story wants: ${what}`,
    holds: 'Everything ended as the scenario says.',
    differs: (what: string) => `It did not end as the scenario says: ${what}.`,
    refusal: (code: string) => refusalName[code as keyof typeof refusalName] ?? code,
  },
};

const yamlFaults = {
  indentation: 'The indentation does not fit: lines of one group begin in the same column, with blanks.',
  'colon-missing':
    'A colon is missing here or at the end of the line above: a move with options under it is written “- send-code:”.',
  'colon-in-text': 'A text with “: ” in it goes in quotation marks, or on lines of its own after “>”.',
  tab: 'There is a tab here; YAML is indented with blanks.',
  'same-key-twice': 'This key was there before in the same group.',
  'not-closed': 'A quotation mark or a bracket was opened here and not closed, or not by its own counterpart.',
  'never-opened': 'A bracket is closed here that was not opened.',
  'comma-missing': 'A comma is missing here or before it, or a colon: “[a, b]”, “{en: "a", pl: "b"}”.',
  remark: 'A remark begins with “#”, not with “//” or “/*”.',
  'several-documents': 'One file is one scenario; take out the line “---”.',
  tag: 'Tags (words that begin with “!”) mean nothing here. A text with “!” in front goes in quotation marks.',
  anchor: 'Anchors and aliases (“&” and “*”) are not used here. A text with them in front goes in quotation marks.',
  'too-deep': 'This is nested too deeply.',
  syntax:
    'This is not YAML. A text with “: ”, “#”, “@” or quotation marks in it goes in quotation marks, or after “>”.',
} as const;

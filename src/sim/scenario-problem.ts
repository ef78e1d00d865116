/** What YAML itself does not understand. */
export const yamlFaults = [
  'indentation',
  'colon-missing',
  'colon-in-text',
  'tab',
  'same-key-twice',
  'not-closed',
  'never-opened',
  'comma-missing',
  'remark',
  'several-documents',
  'tag',
  'anchor',
  'too-deep',
  'syntax',
] as const;
export type YamlFault = (typeof yamlFaults)[number];

export const valueKinds = ['text', 'number', 'yes-or-no', 'list', 'mapping', 'nothing'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** What is wrong with one place of a scenario. */
export type ScenarioWrong =
  | { readonly code: 'yaml'; readonly fault: YamlFault }
  | { readonly code: 'control-character'; readonly character: string }
  | {
      readonly code: 'unknown-key';
      readonly found: string;
      readonly allowed: readonly string[];
      readonly meant: string | null;
    }
  | { readonly code: 'missing-key'; readonly key: string }
  | {
      readonly code: 'not-one-of';
      readonly found: string;
      readonly allowed: readonly string[];
      readonly meant: string | null;
    }
  | {
      readonly code: 'unknown-move';
      readonly found: string;
      readonly allowed: readonly string[];
      readonly meant: string | null;
    }
  | { readonly code: 'misplaced-move'; readonly found: string; readonly of: 'subscriber' | 'support' }
  | { readonly code: 'nothing-chosen'; readonly allowed: readonly string[] }
  | { readonly code: 'wrong-kind'; readonly found: ValueKind; readonly wanted: ValueKind }
  | { readonly code: 'not-a-duration'; readonly found: string }
  | { readonly code: 'negative-duration' }
  | { readonly code: 'not-a-ticket'; readonly found: string }
  | { readonly code: 'out-of-range'; readonly found: string; readonly most: number }
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'needs-call'; readonly key: string };

/** One mistake of the author: where in the file (counted from 1), under which keys, and what. */
export type ScenarioProblem = ScenarioWrong & {
  readonly line: number;
  readonly column: number;
  /** The keys and list places (from 0) that lead there. */
  readonly path: readonly (string | number)[];
};

/** Why a file cannot even be looked at. */
export type ScenarioFileFault = { readonly path: string } & (
  | { readonly code: 'not-found' | 'not-readable' | 'not-a-file' | 'symbolic-link' }
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'not-utf8'; readonly line: number }
);

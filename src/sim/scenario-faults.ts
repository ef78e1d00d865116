import type * as v from 'valibot';
import { nearest } from './nearest.ts';
import { moveNotations, supportNotations } from './scenario-moves.ts';
import type { ScenarioWrong, ValueKind } from './scenario-problem.ts';
import {
  MISSING_KEY,
  NEEDS_CALL,
  NEGATIVE_DURATION,
  NO_MAPPING,
  NOT_A_DURATION,
  NOT_A_TICKET,
  OUT_OF_RANGE,
  UNKNOWN_KEY,
  UNKNOWN_MOVE,
} from './scenario-values.ts';

const LONGEST_SHOWN = 40;

/** Where a mistake is, by keys and list places. `on` tells whether the key itself is meant, or what stands after it. */
export interface Spot {
  readonly path: readonly (string | number)[];
  readonly on: 'key' | 'value';
}

/** What an issue of the schema means to the author. */
export function wrongIn(issue: v.BaseIssue<unknown>): Spot & { readonly wrong: ScenarioWrong } {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const key = String(path.at(-1) ?? '');
  const at = (wrong: ScenarioWrong, on: Spot['on'] = 'value', where: Spot['path'] = path) => ({
    path: where,
    on,
    wrong,
  });
  const words = wordsIn(issue.expected);
  const choice = (found: string) => ({ found, allowed: words, meant: nearest(found, words) });
  switch (issue.message) {
    case UNKNOWN_KEY:
      return at({ code: 'unknown-key', ...choice(key) }, 'key');
    case MISSING_KEY:
      return at({ code: 'missing-key', key: words[0] ?? '' });
    case UNKNOWN_MOVE:
      return at(unknownMove(issue.input, words));
    case NOT_A_DURATION:
      return at({ code: 'not-a-duration', found: shown(issue.input) });
    case NEGATIVE_DURATION:
      return at({ code: 'negative-duration' });
    case NOT_A_TICKET:
      return at({ code: 'not-a-ticket', found: shown(issue.input) });
    case OUT_OF_RANGE:
      return at({ code: 'out-of-range', found: shown(issue.input), most: Number(issue.expected) });
    case NEEDS_CALL:
      return at({ code: 'needs-call', key: words[0] ?? '' }, 'key', words);
  }
  switch (issue.type) {
    case 'picklist': {
      if (isScalar(issue.input)) return at({ code: 'not-one-of', ...choice(shown(issue.input)) });
      if (issue.input === null) return at({ code: 'nothing-chosen', allowed: words });
      return at({ code: 'wrong-kind', found: kindOf(issue.input), wanted: 'text' });
    }
    case 'min_length':
      return at({ code: 'empty' });
    case 'max_length':
      return at({ code: 'too-long', length: Number(issue.received), most: Number(issue.requirement) });
  }
  if (issue.message === NO_MAPPING) return at({ code: 'wrong-kind', found: kindOf(issue.input), wanted: 'mapping' });
  if (issue.kind === 'schema' && issue.input === undefined)
    return at({ code: 'missing-key', key }, 'key', path.slice(0, -1));
  return at({ code: 'wrong-kind', found: kindOf(issue.input), wanted: wantedIn(issue) });
}

function unknownMove(input: unknown, allowed: readonly string[]): ScenarioWrong {
  const found = typeof input === 'object' && input !== null ? (Object.keys(input)[0] ?? '') : shown(input);
  const of = Object.hasOwn(supportNotations, found) ? 'support' : 'subscriber';
  if (of === 'support' || Object.hasOwn(moveNotations, found)) return { code: 'misplaced-move', found, of };
  return { code: 'unknown-move', found, allowed, meant: nearest(found, allowed) };
}

/** The words of an expectation: ours, with blanks between, or the library's `("a" | "b")`. */
function wordsIn(expected: string | null): readonly string[] {
  if (expected === null) return [];
  return expected.includes('"')
    ? [...expected.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? '')
    : expected.split(' ');
}

function wantedIn({ type }: v.BaseIssue<unknown>): ValueKind {
  switch (type) {
    case 'number':
      return 'number';
    case 'boolean':
      return 'yes-or-no';
    case 'array':
      return 'list';
    case 'null':
      return 'nothing';
    default:
      return 'text';
  }
}

function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'number';
    case 'boolean':
      return 'yes-or-no';
    default:
      return 'mapping';
  }
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function shown(value: unknown): string {
  const text = isScalar(value) ? String(value) : '';
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

import * as v from 'valibot';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Scenario } from './scenario.ts';
import { type Spot, wrongIn } from './scenario-faults.ts';
import { scenarioSchema } from './scenario-notation.ts';
import type { ScenarioProblem, ScenarioWrong, YamlFault } from './scenario-problem.ts';

export type ScenarioReading =
  | { readonly verdict: 'good'; readonly scenario: Scenario }
  | { readonly verdict: 'bad'; readonly problems: readonly ScenarioProblem[] };

/** Reads a scenario's text. Says everything that is wrong with it, from top to bottom; never throws on bad text. */
export function readScenario(name: string, text: string): ScenarioReading {
  const lines = new LineCounter();
  const at = (offset: number, wrong: ScenarioWrong, path: ScenarioProblem['path'] = []): ScenarioProblem => {
    const { line, col } = lines.linePos(offset);
    return { ...wrong, line, column: col, path };
  };
  const invisible = text.search(UNSEEN);
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core' });
  if (invisible >= 0) {
    const point = text.codePointAt(invisible) ?? 0;
    return bad([at(invisible, { code: 'control-character', character: nameOf(point) })]);
  }
  const broken = faultsOf([...document.errors, ...document.warnings], text).map(([offset, fault]) =>
    at(offset, { code: 'yaml', fault }),
  );
  const linked = broken.length > 0 ? null : firstLink(document);
  if (linked !== null) broken.push(at(linked, { code: 'yaml', fault: 'anchor' }));
  if (broken.length > 0) return bad(broken);
  const content = contentOf(document);
  if (content === TOO_DEEP) return bad([at(0, { code: 'yaml', fault: 'too-deep' })]);
  const parsed = v.safeParse(scenarioSchema, content);
  if (parsed.success) return { verdict: 'good', scenario: { ...parsed.output, name } };
  return bad(
    parsed.issues.map((issue) => {
      const { wrong, ...spot } = wrongIn(issue);
      return at(offsetOf(document, spot), wrong, spot.path);
    }),
  );
}

const TOO_DEEP = Symbol('too deep');
/** What a reader of the file cannot see: controls but for line breaks and tabs, and what turns the direction of text. */
const UNSEEN = /[[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]--[\t\n\r]]/v;

function bad(problems: readonly ScenarioProblem[]): ScenarioReading {
  const inOrder = problems.toSorted((one, other) => one.line - other.line || one.column - other.column);
  return { verdict: 'bad', problems: inOrder };
}

/** `U+202E` */
function nameOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function contentOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    // Nested beyond the stack.
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

/** Anchors and aliases can make a short file endless, and no scenario needs them. */
function firstLink(document: Document): number | null {
  let found: number | null = null;
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor === undefined) return undefined;
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where a spot is in the file: as far down its path as the file goes. */
function offsetOf(document: Document, { path, on }: Spot): number {
  let node = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, key] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === key);
      if (!pair) return offset;
      const keyAt = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value as Node | null;
      const isLast = depth === path.length - 1;
      const valueAt = isScalar(node) && node.value === null ? keyAt : (node?.range?.[0] ?? keyAt);
      offset = isLast && on === 'key' ? keyAt : valueAt;
    } else if (isSeq(node) && typeof key === 'number') {
      node = (node.items[key] ?? null) as Node | null;
      offset = node?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

/**
 * Where each fault is. A line that is indented too far runs on from the text above it, which YAML tells as two faults of that
 * text: it is one, of the line.
 */
function faultsOf(errors: readonly YAMLError[], text: string): readonly (readonly [offset: number, YamlFault])[] {
  const told = (code: YAMLError['code'], offset: number) =>
    errors.some((error) => error.code === code && error.pos[0] === offset);
  const runsOn = (offset: number) => told('BLOCK_AS_IMPLICIT_KEY', offset) && told('MULTILINE_IMPLICIT_KEY', offset);
  return errors.flatMap((error) => {
    const [offset] = error.pos;
    if (!runsOn(offset)) return [[offset, faultOf(error)] as const];
    if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return [];
    const next = text.slice(offset).search(/\n[ ]*[^ \n]/);
    const line = next < 0 ? offset : offset + next + 1;
    return [[line + text.slice(line).search(/[^ ]/), 'indentation'] as const];
  });
}

function faultOf({ code }: YAMLError): YamlFault {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'tab';
    case 'DUPLICATE_KEY':
      return 'same-key-twice';
    case 'MULTIPLE_DOCS':
      return 'several-documents';
    case 'MISSING_CHAR':
      return 'not-closed';
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return 'tag';
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
      return 'anchor';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'colon-missing';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'colon-in-text';
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
      return 'indentation';
    case 'RESOURCE_EXHAUSTION':
      return 'too-deep';
    default:
      return 'syntax';
  }
}

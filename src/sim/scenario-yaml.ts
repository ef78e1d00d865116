import * as v from 'valibot';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { cleanText } from '../domain/clean-text.ts';
import type { Scenario } from './scenario.ts';
import { type Spot, wrongIn } from './scenario-faults.ts';
import { scenarioSchema } from './scenario-notation.ts';
import type { ScenarioProblem, ScenarioWrong } from './scenario-problem.ts';
import { yamlFaultsIn } from './scenario-yaml-faults.ts';

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
  const broken = yamlFaultsIn(document, text).map(([offset, fault]) => at(offset, { code: 'yaml', fault }));
  const linked = broken.length > 0 ? null : firstLink(document);
  if (linked !== null) broken.push(at(linked, { code: 'yaml', fault: 'anchor' }));
  if (broken.length > 0) return bad(broken);
  const content = contentOf(document);
  if (content === TOO_DEEP) return bad([at(0, { code: 'yaml', fault: 'too-deep' })]);
  const written = unseenIn(document.contents as Node | null, []);
  if (written.length > 0) {
    return bad(
      written.map(({ offset, point, path }) =>
        at(offset, { code: 'control-character', character: nameOf(point) }, path),
      ),
    );
  }
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

/** What cannot be seen because it is written as an escape: `"\\e[2J"`. Each at the text, or key, that it stands in. */
function unseenIn(
  node: Node | null,
  path: ScenarioProblem['path'],
): readonly { readonly offset: number; readonly point: number; readonly path: ScenarioProblem['path'] }[] {
  if (isSeq(node)) return node.items.flatMap((item, place) => unseenIn(item as Node | null, [...path, place]));
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => [
      ...unseenIn(key as Node | null, path),
      ...unseenIn(value as Node | null, [...path, isScalar(key) ? cleanText(String(key.value)) : '']),
    ]);
  }
  if (!isScalar(node) || typeof node.value !== 'string') return [];
  const invisible = node.value.search(UNSEEN);
  if (invisible < 0) return [];
  return [{ offset: node.range?.[0] ?? 0, point: node.value.codePointAt(invisible) ?? 0, path }];
}

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

import { type Document, isScalar, visit, type YAMLError } from 'yaml';
import type { YamlFault } from './scenario-problem.ts';

export type FaultAt = readonly [offset: number, YamlFault];

/** After these YAML reads on rightly; any other makes it misread what follows. */
const recoverable: readonly YamlFault[] = ['same-key-twice', 'tag', 'anchor'];
/** What other languages begin a remark with. */
const REMARK = /^\/[/*]/;
/** A text in quotation marks that runs over the end of its line. */
const OPEN_QUOTE = /^(?:"(?:[^"\\\n]|\\.)*\n|'[^'\n]*\n)/;
const OPEN_BRACKET = /end with a [\]}]/;
const OPEN_TEXT = /^Missing closing ["']/;
const CLOSES = /flow-(?:seq|map)-end/;

/** A fault, and where YAML noticed it: that tells which of several came first. */
interface Noticed {
  readonly noticed: number;
  readonly fault: FaultAt;
}

/** Where each fault is, from top to bottom, up to the first that makes nonsense of the rest. */
export function yamlFaultsIn(document: Document, text: string): readonly FaultAt[] {
  const found = [...faultsOf(document, text), ...remarksIn(document)];
  const told = found.toSorted((one, other) => one.noticed - other.noticed).map(({ fault }) => fault);
  const breaking = told.findIndex(([, fault]) => !recoverable.includes(fault));
  return breaking < 0 ? told : told.slice(0, breaking + 1);
}

/**
 * A line that is indented too far runs on from the text above it, which YAML tells as two faults of that text: it is one, of
 * the line.
 */
function faultsOf(document: Document, text: string): readonly Noticed[] {
  const errors: readonly YAMLError[] = [...document.errors, ...document.warnings];
  const told = (code: YAMLError['code'], offset: number) =>
    errors.some((error) => error.code === code && error.pos[0] === offset);
  const runsOn = (offset: number) => told('BLOCK_AS_IMPLICIT_KEY', offset) && told('MULTILINE_IMPLICIT_KEY', offset);
  return errors.flatMap((error): readonly Noticed[] => {
    const [offset] = error.pos;
    if (!runsOn(offset)) return [{ noticed: offset, fault: faultOf(error, document, text) }];
    if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return [];
    const next = text.slice(offset).search(/\n[ ]*[^ \n]/);
    const line = next < 0 ? offset : offset + next + 1;
    return [{ noticed: offset, fault: [line + text.slice(line).search(/[^ ]/), 'indentation'] }];
  });
}

/** A remark of another language that YAML takes for a key. */
function remarksIn(document: Document): readonly Noticed[] {
  const found: Noticed[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.type !== 'PLAIN' || !REMARK.test(String(key.value))) return;
      const offset = key.range?.[0] ?? 0;
      found.push({ noticed: offset, fault: [offset, 'remark'] });
    },
  });
  return found;
}

function faultOf({ code, message, pos: [offset] }: YAMLError, document: Document, text: string): FaultAt {
  if (REMARK.test(text.slice(offset, offset + 2))) return [offset, 'remark'];
  // YAML notices at the end of the file, or of the group, what was opened long before.
  if (OPEN_BRACKET.test(message)) return [openedBefore(text, offset), 'not-closed'];
  if (OPEN_TEXT.test(message)) return [lastTextIn(document) ?? offset, 'not-closed'];
  if (CLOSES.test(message)) return [offset, 'never-opened'];
  switch (code) {
    case 'TAB_AS_INDENT':
      return [offset, 'tab'];
    case 'DUPLICATE_KEY':
      return [offset, 'same-key-twice'];
    case 'MULTIPLE_DOCS':
      return [offset, 'several-documents'];
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return [offset, 'tag'];
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
      return [offset, 'anchor'];
    case 'BLOCK_IN_FLOW':
    case 'MISSING_CHAR':
      return [offset, OPEN_QUOTE.test(text.slice(offset)) ? 'not-closed' : 'comma-missing'];
    case 'MULTILINE_IMPLICIT_KEY':
      return [offset, OPEN_QUOTE.test(text.slice(offset)) ? 'not-closed' : 'colon-missing'];
    case 'BLOCK_AS_IMPLICIT_KEY':
      return [offset, 'colon-in-text'];
    case 'BAD_INDENT':
      return [offset, 'indentation'];
    case 'RESOURCE_EXHAUSTION':
      return [offset, 'too-deep'];
    default:
      return [offset, 'syntax'];
  }
}

/** The bracket before this place that nothing closes. */
function openedBefore(text: string, offset: number): number {
  let closed = 0;
  for (let at = offset - 1; at >= 0; at--) {
    const letter = text[at];
    if (letter === ']' || letter === '}') closed++;
    else if ((letter === '[' || letter === '{') && closed-- === 0) return at;
  }
  return offset;
}

/** A text that nothing closes goes on to the end: it is the last. */
function lastTextIn(document: Document): number | null {
  let last: number | null = null;
  visit(document, {
    Scalar: (_, { range }) => {
      last = range?.[0] ?? last;
    },
  });
  return last;
}

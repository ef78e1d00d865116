import type { TextBlock } from './text-blocks.ts';

/** One `-----BEGIN …-----` to `-----END …-----`, as it stands in the file. */
export interface PemBlock {
  readonly label: string;
  readonly text: string;
  /** 1-based line of the file on which it begins. */
  readonly line: number;
}

export interface PemBatch {
  readonly blocks: readonly PemBlock[];
  readonly bytesRead: number;
}

const BEGIN = /-----BEGIN ([A-Z0-9 ]{1,40})-----/;
/** A block longer than this has no end. */
const LONGEST_BLOCK = 64 * 1024;
/** As much as the beginning of a marker that the next piece completes can take. */
const LONGEST_MARKER = 64;

/** Finds the PEM blocks in a file, however many, whatever stands between them. One without an end is given out as far as it goes. */
export async function* readPemBlocks(pieces: AsyncIterable<TextBlock>): AsyncGenerator<PemBatch> {
  let text = '';
  let line = 1;
  for await (const { bytes, bytesRead, last } of pieces) {
    const blocks: PemBlock[] = [];
    text += bytes.toString('latin1');
    for (;;) {
      const block = nextBlock(text, last);
      if (block === null) break;
      line += lineEnds(text.slice(0, block.start));
      blocks.push({ label: block.label, text: text.slice(block.start, block.end), line });
      line += lineEnds(text.slice(block.start, block.end));
      text = text.slice(block.end);
    }
    const begun = text.search(BEGIN);
    const keptFrom = begun >= 0 ? begun : Math.max(0, text.length - LONGEST_MARKER);
    line += lineEnds(text.slice(0, keptFrom));
    text = text.slice(keptFrom);
    yield { blocks, bytesRead };
  }
}

/** The first whole block; null when there is none, or when its end may still come. */
function nextBlock(text: string, last: boolean): { label: string; start: number; end: number } | null {
  const begin = BEGIN.exec(text);
  if (!begin) return null;
  const label = begin[1] ?? '';
  const start = begin.index;
  const body = start + begin[0].length;
  const marker = `-----END ${label}-----`;
  const end = text.indexOf(marker, body);
  const another = text.indexOf('-----BEGIN ', body);
  if (another >= 0 && (end < 0 || another < end)) return { label, start, end: another };
  if (end >= 0) return { label, start, end: end + marker.length };
  if (last) return { label, start, end: text.length };
  return text.length - start > LONGEST_BLOCK ? { label, start, end: start + LONGEST_BLOCK } : null;
}

function lineEnds(text: string): number {
  return text.split('\n').length - 1;
}

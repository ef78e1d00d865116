import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodingShown } from './encoding.ts';
import { type OpenFault, openFault, openRegular } from './open-regular.ts';
import { isRejectFile } from './reject-file.ts';

/** Something that can be imported, recognised by what stands in it. */
export interface Input {
  readonly kind: 'csv' | 'pem' | 'der';
  /** As it was named, for people. */
  readonly named: string;
  /** To open it: absolute, without links. */
  readonly path: string;
  /** Size in bytes, for progress. */
  readonly bytes: number;
}

export type InputFault =
  | OpenFault
  | 'empty-file'
  | 'empty-folder'
  | 'spreadsheet-file'
  | 'reject-file'
  | 'not-recognised';

interface RefusedInput {
  readonly named: string;
  readonly code: InputFault;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly refused: readonly RefusedInput[];
}

type Found = Input | RefusedInput;

/**
 * What the named files and folders hold, in the order named; folders with all they contain, sorted by name. A link that
 * was named is followed, a link found inside a folder is not. Each file counts once. Nothing stays open.
 */
export async function listInputs(paths: readonly string[]): Promise<Inputs> {
  const seen = new Set<string>();
  const inputs: Input[] = [];
  const refused: RefusedInput[] = [];
  for (const path of paths) {
    for await (const { real, found } of look(path)) {
      if (seen.has(real)) continue;
      seen.add(real);
      if ('code' in found) refused.push(found);
      else inputs.push(found);
    }
  }
  return { inputs, refused };
}

async function* look(named: string): AsyncGenerator<{ real: string; found: Found }> {
  try {
    const real = await realpath(named);
    const stats = await stat(real);
    if (stats.isDirectory()) yield* lookInside(real, named);
    else yield { real, found: await lookAt(real, named, stats) };
  } catch (error) {
    yield { real: named, found: { named, code: openFault(error) } };
  }
}

async function* lookInside(real: string, named: string): AsyncGenerator<{ real: string; found: Found }> {
  const entries = await readdir(real, { withFileTypes: true });
  if (entries.length === 0) yield { real, found: { named, code: 'empty-folder' } };
  for (const entry of entries.sort(byName)) {
    const inside = { real: join(real, entry.name), named: join(named, entry.name) };
    if (!entry.isDirectory()) {
      yield { real: inside.real, found: await lookAt(inside.real, inside.named, entry) };
      continue;
    }
    try {
      yield* lookInside(inside.real, inside.named);
    } catch (error) {
      yield { real: inside.real, found: { named: inside.named, code: openFault(error) } };
    }
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

async function lookAt(path: string, named: string, entry: Dirent | Stats): Promise<Found> {
  if (entry.isSymbolicLink()) return { named, code: 'symbolic-link' };
  if (!entry.isFile()) return { named, code: 'not-a-file' };
  const handle = await openRegular(path);
  if (typeof handle === 'string') return { named, code: handle };
  try {
    const { size: bytes } = await handle.stat();
    const buffer = Buffer.alloc(SAMPLE);
    const { bytesRead } = await handle.read(buffer, 0, SAMPLE, 0);
    const kind = recognise(buffer.subarray(0, bytesRead));
    return kind === 'csv' || kind === 'pem' || kind === 'der' ? { kind, named, path, bytes } : { named, code: kind };
  } finally {
    await handle.close();
  }
}

const SAMPLE = 64 * 1024;
/** DER's outer SEQUENCE with a long length; no text begins like this. */
const DER_SEQUENCE = 0x30;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PEM = /^[ \t\ufeff]*-----BEGIN [A-Z0-9 ]{1,40}-----/m;
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;
/** Text may hold a few control characters; where they are more than one in fifty it is no text. */
const FEW_CONTROLS = 4;
const CONTROL_SHARE = 1 / 50;

function recognise(sample: Buffer): Input['kind'] | InputFault {
  if (sample.length === 0) return 'empty-file';
  const lengthForm = sample[1] ?? 0;
  if (sample[0] === DER_SEQUENCE && lengthForm >= 0x81 && lengthForm <= 0x84) return 'der';
  if (startsWith(sample, ZIP) || startsWith(sample, OLE)) return 'spreadsheet-file';
  if (isRejectFile(sample)) return 'reject-file';
  const text = new TextDecoder(encodingShown(sample) ?? 'utf-8').decode(sample);
  if (PEM.test(text)) return 'pem';
  const controls = text.match(CONTROLS)?.length ?? 0;
  return controls > FEW_CONTROLS && controls > text.length * CONTROL_SHARE ? 'not-recognised' : 'csv';
}

function startsWith(sample: Buffer, beginning: Buffer): boolean {
  return sample.subarray(0, beginning.length).equals(beginning);
}

import { join } from 'node:path';
import { expectKept } from './kept.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens', 'golden');

/** Every installation has its own keys, so hashes differ each time. */
const HASH = /\b[0-9a-f]{64}\b/g;

/** Compares a frame with the one that a person has read and kept. `GOLDEN=write` writes it anew. */
export function expectGolden(name: string, frame: string): void {
  expectKept(join(FOLDER, `${name}.txt`), `${frame.replace(HASH, 'c0ffee'.repeat(11).slice(2))}\n`, 'GOLDEN');
}

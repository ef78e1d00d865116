import { join } from 'node:path';
import { expectKept } from './kept.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens', 'golden');

/** Compares a frame with the one that a person has read and kept. `GOLDEN=write` writes it anew. */
export function expectGolden(name: string, frame: string): void {
  expectKept(join(FOLDER, `${name}.txt`), `${frame}\n`, 'GOLDEN');
}

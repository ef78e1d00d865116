import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const FOLDER = join(import.meta.dirname, '..', 'screens', 'golden');

/** Compares a frame with the one that a person has read and kept. `GOLDEN=write` writes it anew: read it before it is kept. */
export function expectGolden(name: string, frame: string): void {
  const path = join(FOLDER, `${name}.txt`);
  if (process.env['GOLDEN'] === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${frame}\n`);
    return;
  }
  expect(existsSync(path), `no golden frame ${name}: make it with GOLDEN=write`).toBe(true);
  expect(`${frame}\n`).toBe(readFileSync(path, 'utf8'));
}

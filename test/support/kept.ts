import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { expect } from 'vitest';

const root = `${import.meta.dirname}/../..`;

/**
 * Compares text with a file that a person has looked at and kept. With the environment variable `writeWhen=write` it is
 * written anew: look at it before it is kept.
 */
export function expectKept(path: string, text: string, writeWhen: 'GOLDEN' | 'PICTURES'): void {
  if (process.env[writeWhen] === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  const name = relative(root, path);
  expect(existsSync(path), `no ${name}: make it with ${writeWhen}=write`).toBe(true);
  expect(text, name).toBe(readFileSync(path, 'utf8'));
}

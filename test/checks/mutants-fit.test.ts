import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutants } from '../mutants/list.mjs';

const inRoot = (path: string) => join(import.meta.dirname, '../..', path);

test('each planted bug fits its file exactly once, and names tests that are there', () => {
  expect(mutants.length).toBeGreaterThan(200);
  const misfits = mutants.filter(({ file, find }) => readFileSync(inRoot(file), 'utf8').split(find).length !== 2);
  expect(misfits.map(({ name }) => name)).toEqual([]);
  const untested = mutants.filter(
    ({ tests }) => tests.length === 0 || !tests.every((path) => existsSync(inRoot(path))),
  );
  expect(untested.map(({ name }) => name)).toEqual([]);
});

test('no two planted bugs have one name', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

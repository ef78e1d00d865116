import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test.each([
  ['import{join as a,sep}from"node:path";', 'const {join:a,sep}=process.getBuiltinModule("node:path");'],
  ["import os from 'node:os';", 'const os=process.getBuiltinModule("node:os");'],
  ['import * as fs from "node:fs/promises";', 'const fs=process.getBuiltinModule("node:fs/promises");'],
  [
    'import p,{dirname as d}from"node:path";',
    'const p=process.getBuiltinModule("node:path");const {dirname:d}=process.getBuiltinModule("node:path");',
  ],
  ['import{x}from"./core.js";', 'import{x}from"./core.js";'],
  ['const m=import("node:fs");', 'const m=import("node:fs");'],
])('%s', async (written, asked) => {
  const plugin = join(root, 'tools/build-plugins/builtins-as-asked.mjs');
  const { builtinsAsAsked } = (await import(plugin)) as {
    builtinsAsAsked(): { renderChunk(code: string): { readonly code: string } };
  };
  expect(builtinsAsAsked().renderChunk(written).code).toBe(asked);
});

test("the built program imports none of Node's own modules outright", () => {
  const dist = join(root, 'dist');
  const outright = readdirSync(dist).filter((name) => /from\s*[`"']node:/.test(readFileSync(join(dist, name), 'utf8')));
  expect(readdirSync(dist).length).toBeGreaterThan(20);
  expect(outright).toEqual([]);
});

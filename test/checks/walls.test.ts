import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** One planted breach for each wall: where, what, and the rule that must catch it. */
const breaches: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['src/domain/a.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n", 'noRestrictedImports'],
  ['src/domain/b.ts', "import { openStore } from '../db/open.ts';\nopenStore();\n", 'noRestrictedImports'],
  ['src/domain/c.ts', "import { verifySync } from 'otplib';\nverifySync();\n", 'noRestrictedImports'],
  ['src/domain/d.ts', 'export const now = new Date();\n', 'noRestrictedGlobals'],
  ['src/domain/e.ts', 'export const chance = Math.random();\n', 'plugin'],
  ['src/domain/f.ts', 'export const wait = async (x: Promise<number>) => await x;\n', 'plugin'],
  [
    'src/domain/i.ts',
    'export const o = {\n  async go(a: number, b: number) {\n    return a + b;\n  },\n};\n',
    'plugin',
  ],
  ['src/domain/j.ts', 'export class C {\n  async go() {\n    return 1;\n  }\n}\n', 'plugin'],
  ['src/domain/k.ts', 'export async function* f() {\n  yield 1;\n}\n', 'plugin'],
  ['src/domain/l.ts', 'export const f = (p: Promise<number>) => p.then((x) => x);\n', 'plugin'],
  ['src/domain/m.ts', 'export const f = () => new Promise<number>((done) => done(1));\n', 'plugin'],
  ['src/domain/n.ts', 'export const f = () => Promise.resolve(1);\n', 'plugin'],
  ['src/domain/o.ts', 'const { random } = Math;\nexport const f = () => random();\n', 'plugin'],
  ['src/domain/p.ts', 'export const f = () => globalThis.Date.now();\n', 'noRestrictedGlobals'],
  ['src/domain/q.ts', "import { openStore } from './../db/open.ts';\nopenStore();\n", 'plugin'],
  ['src/domain/r.ts', "export const f = () => import('./../db/open.ts');\n", 'plugin'],
  ['src/domain/g.ts', 'export const user = process.env.USER;\n', 'noRestrictedGlobals'],
  ['src/domain/h.ts', "import { addDays } from 'date-fns';\naddDays(0, 1);\n", 'noRestrictedImports'],
  ['src/text/a.ts', "import { createApp } from '../app.ts';\ncreateApp();\n", 'noRestrictedImports'],
  ['src/text/en/a.ts', "import { createApp } from '../../app.ts';\ncreateApp();\n", 'noRestrictedImports'],
  ['src/app.ts', "import { openStore } from './db/open.ts';\nopenStore();\n", 'noRestrictedImports'],
  ['src/db/a.ts', "import { createApp } from '../app.ts';\ncreateApp();\n", 'noRestrictedImports'],
  ['src/db/shelves/a.ts', "import { createApp } from '../../app.ts';\ncreateApp();\n", 'noRestrictedImports'],
  ['src/intake/a.ts', "import { openStore } from '../db/open.ts';\nopenStore();\n", 'noRestrictedImports'],
  ['src/sim/a.ts', "import { openStore } from '../db/open.ts';\nopenStore();\n", 'noRestrictedImports'],
  ['src/sim/g.ts', "import { openInput } from '../intake/open-input.ts';\nopenInput();\n", 'noRestrictedImports'],
  ['src/fiction/a.ts', "import { createApp } from '../app.ts';\ncreateApp();\n", 'noRestrictedImports'],
  [
    'src/shipped.ts',
    "import { tempApp } from '../test/support/temp-database.ts';\ntempApp();\n",
    'noRestrictedImports',
  ],
  ['src/ui/a.ts', "import { tick } from '../sim/network.ts';\ntick();\n", 'noRestrictedImports'],
  ['src/screens/a.ts', "import { openStore } from '../db/open.ts';\nopenStore();\n", 'noRestrictedImports'],
  ['src/screens/c.ts', "export const f = () => import('../db/open.ts');\n", 'noRestrictedImports'],
  ['src/screens/e.ts', "export * from '../db/open.ts';\n", 'noRestrictedImports'],
  ['src/screens/account/a.ts', "import { main } from '../../main.ts';\nmain();\n", 'noRestrictedImports'],
  ['src/screens/stage/a.ts', "import { openStore } from '../../db/open.ts';\nopenStore();\n", 'noRestrictedImports'],
  ['src/screens/b.ts', "import Database from 'better-sqlite3';\nnew Database('x');\n", 'noRestrictedImports'],
  ['src/cli/a.ts', "import { render } from 'ink';\nrender();\n", 'noRestrictedImports'],
  ['src/cli/b.ts', "import { Shell } from '../screens/shell.tsx';\nShell();\n", 'noRestrictedImports'],
  ['src/ecsc.ts', "import { openStore } from './db/open.ts';\nopenStore();\n", 'noRestrictedImports'],
  ['src/wiring.ts', "import { tempApp } from '../test/support/temp-database.ts';\ntempApp();\n", 'noRestrictedImports'],
  ['src/sim/c.ts', "import { d } from './d.ts';\nexport const c = d;\n", 'noImportCycles'],
  ['src/sim/d.ts', "import { c } from './c.ts';\nexport const d = c;\n", 'noImportCycles'],
  ['src/sim/e.ts', 'async function f() {}\nexport function g() {\n  f();\n}\n', 'noFloatingPromises'],
  [
    'src/sim/f.ts',
    'async function f() {\n  return true;\n}\nexport const g = () => (f() ? 1 : 2);\n',
    'noMisusedPromises',
  ],
  ['src/screens/d.ts', "import { useInput } from 'ink';\nuseInput(() => undefined);\n", 'noRestrictedImports'],
];

/** What looks like a breach and is none. */
const innocent: readonly (readonly [file: string, code: string])[] = [
  [
    'src/domain/s.ts',
    `export type Later = Promise<number>;
export interface Port {
  go(): Promise<void>;
}
export const asyncish = (x: number) => Math.floor(x);
export const o = { async: 1 };
`,
  ],
  ['src/domain/t.ts', "import { o } from './s.ts';\nexport const p = o;\n"],
  ['src/db/shelves/b.ts', "import { o } from '../../domain/s.ts';\nexport const p = o;\n"],
];

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

let folder = '';
let diagnostics: readonly Diagnostic[] = [];
let checked = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecsc-walls-'));
  for (const name of ['biome.json', 'tools', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, code] of [...breaches, ...innocent]) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
  execFileSync('git', ['init', '-q'], { cwd: folder });
  const arguments_ = ['lint', '--reporter=json', '--max-diagnostics=1000', 'src'];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/biome'), arguments_, { cwd: folder, encoding: 'utf8' });
  const report = JSON.parse(stdout) as { diagnostics: Diagnostic[]; summary: { unchanged: number; changed: number } };
  diagnostics = report.diagnostics;
  checked = report.summary.unchanged + report.summary.changed;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the linter looks at every file', () => {
  expect(checked).toBe(breaches.length + innocent.length);
});

test.each(breaches)('a breach in %s is caught', (file, _code, rule) => {
  const found = diagnostics.filter(({ location }) => location.path.endsWith(file)).map(({ category }) => category);
  expect(
    found.some((category) => category.includes(rule)),
    `${file}: ${found.join(', ')}`,
  ).toBe(true);
});

test.each(innocent)('%s is no breach', (file) => {
  expect(diagnostics.filter(({ location }) => location.path.endsWith(file))).toEqual([]);
});

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, unlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'ecsc-build-'));
const program = join(copy, 'dist/ecsc.js');

const node = (...args: readonly string[]) => spawnSync(process.execPath, [...args], { cwd: copy, encoding: 'utf8' });
const ensureBuilt = () => node('tools/ensure-built.mjs');
const startBuild = () => spawn(process.execPath, ['tools/build.mjs'], { cwd: copy, stdio: 'ignore' });

beforeAll(() => {
  for (const name of ['src', 'tools', 'package.json', 'package-lock.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  ensureBuilt();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('the program can be started while two others build it, and nothing is left behind', async () => {
  const builds = [startBuild(), startBuild()];
  const told: string[] = [];
  while (builds.some(({ exitCode }) => exitCode === null)) {
    told.push(node(program, '--version').stdout);
    await new Promise(setImmediate);
  }
  expect(builds.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(told.length).toBeGreaterThan(5);
  // Between two renames there is no program: a start may fall into that moment, though hardly ever, and never two.
  expect(told.filter((version) => !/^\d+\.\d+\.\d+\n$/.test(version)).length).toBeLessThan(2);
  expect(readdirSync(copy).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});

test('what is current is not built again, what is edited is', () => {
  const built = statSync(program).ino;
  expect(ensureBuilt()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(statSync(program).ino).toBe(built);
  const later = new Date(Date.now() + 1000);
  utimesSync(join(copy, 'src/app.ts'), later, later);
  expect(ensureBuilt()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(statSync(program).ino).not.toBe(built);
});

const oldNode = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });";

test('where the project’s own Node or its packages are missing, every script says what to do', () => {
  const startOld = (lang: string) =>
    spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(oldNode)}`, 'tools/ensure-built.mjs'],
      { cwd: copy, encoding: 'utf8', env: { ...process.env, LC_ALL: lang } },
    );
  expect(startOld('C')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/run "npm ci", without --omit.*\n$/),
  });
  expect(startOld('pl_PL.UTF-8')).toMatchObject({ status: 2, stderr: expect.stringContaining('uruchom „npm ci”') });

  unlinkSync(join(copy, 'node_modules'));
  rmSync(join(copy, 'dist'), { recursive: true });
  const nothingInstalled = ensureBuilt();
  expect(nothingInstalled).toMatchObject({ status: 2, stderr: expect.stringContaining('packages are not installed') });
  expect(nothingInstalled.stderr).not.toContain('    at ');
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const alone = mkdtempSync(join(tmpdir(), 'ecsc-alone-'));
afterAll(() => rmSync(alone, { recursive: true, force: true }));

/** Runs the built entry, after some code of ours in the same process. */
function start(args: readonly string[], { first = '', lang = 'C', from = root } = {}) {
  const { CI: _ci, LC_ALL: _all, LC_MESSAGES: _messages, ...env } = process.env;
  const nodeArgs = ['--import', `data:text/javascript,${encodeURIComponent(first)}`, join(from, 'dist/ecsc.js')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, ...args], {
    encoding: 'utf8',
    env: { ...env, LANG: lang, XDG_CACHE_HOME: alone, XDG_DATA_HOME: alone },
  });
  return { status, stdout, stderr };
}

const oldNode = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });";

test.each([
  ['en_GB.UTF-8', 'The project brings its own: in its folder use "npm start"'],
  ['pl_PL.UTF-8', 'Projekt ma własny: w jego katalogu użyj „npm start”'],
])('an old Node is told what to do instead (%s)', (lang, advice) => {
  const { status, stdout, stderr } = start(['--version'], { first: oldNode, lang });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(advice);
  expect(stderr).not.toContain('    at ');
});

test.each([
  ['en_GB.UTF-8', 'run "npm ci"'],
  ['pl_PL.UTF-8', 'uruchom „npm ci”'],
])('without SQLite the remedy is told (%s)', (lang, remedy) => {
  cpSync(join(root, 'dist'), join(alone, 'dist'), { recursive: true });
  writeFileSync(join(alone, 'package.json'), '{ "type": "module" }');
  const { status, stderr } = start(['queue'], { from: alone, lang });
  expect(status).toBe(2);
  expect(stderr).toContain(remedy);
  expect(stderr).not.toContain('    at ');
});

test('the version is the one of package.json', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(start(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('SIGUSR1 opens no debugger', () => {
  const signalled = `
    import { url } from 'node:inspector';
    process.on('newListener', (signal) => {
      if (signal !== 'SIGUSR1') return;
      setTimeout(() => process.kill(process.pid, 'SIGUSR1'), 10);
      setTimeout(() => process.stderr.write('debugger: ' + url()), 300);
    });`;
  const { status, stderr } = start(['--help'], { first: signalled });
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'debugger: undefined' });
});

test('files are for their owner alone, and NO_COLOR is obeyed', () => {
  const told = `
    process.env.NO_COLOR = '1';
    process.on('exit', () => process.stderr.write(process.umask().toString(8) + ' ' + process.env.FORCE_COLOR));`;
  expect(start(['--help'], { first: told }).stderr).toBe('77 0');
});

test('a home in which nothing can be made is told, and nobody waits for ever', () => {
  const homeless =
    "process.env.HOME = '/proc/nope'; delete process.env.XDG_CACHE_HOME; delete process.env.XDG_DATA_HOME;";
  const { status, stderr } = start(['find', 'x'], { first: homeless });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringContaining('There can be no file at /proc/nope'),
  });
});

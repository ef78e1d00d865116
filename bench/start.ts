import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { inTurns, type Row } from './stats.ts';

const root = process.cwd();
const program = join(root, '.bench/dist/ecsc.js');
const SAMPLES = 4;
const SIZE = { name: 'xterm-256color', cols: 120, rows: 40 };

/** Every terminal answers this at once (primary device attributes). */
const ASKED_WHAT_IT_IS = '\x1b[c';
const A_TERMINAL = '\x1b[?62;22c';

const withoutCi = () => {
  const { CI: _ci, ...env } = process.env;
  return env as Record<string, string>;
};

/** Milliseconds from the start of a program in a terminal to the frame that shows some words. */
function firstFrame(args: readonly string[], words: string): Promise<void> {
  return new Promise((resolve) => {
    const child: IPty = spawn(process.execPath, [...args], { ...SIZE, cwd: root, env: withoutCi() });
    let shown = '';
    child.onData((data) => {
      shown += data;
      if (data.includes(ASKED_WHAT_IT_IS)) child.write(A_TERMINAL);
      if (!shown.includes(words)) return;
      child.kill('SIGKILL');
      resolve();
    });
  });
}

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** A bare program that opens the database and asks one thing: the least `ecsc find` could cost. */
const bareQuery = (path: string) => `
  import Database from 'better-sqlite3';
  const db = new Database(${JSON.stringify(path)}, { readonly: true });
  console.log(db.prepare('SELECT * FROM accounts WHERE family_folded >= ? ORDER BY family_folded LIMIT 50').all('kowal').length);`;

/** First frame of the console and the command line's start, beside the least that Node, Ink and SQLite need. */
export async function benchStart(path: string): Promise<readonly Row[]> {
  const frames = await inTurns(
    SAMPLES,
    () => firstFrame([program, '--db', path, '--lang', 'en'], 'Who are you'),
    () => firstFrame([join(root, '.bench/dist/minimal-ink.js')], 'ready'),
  );
  const version = await inTurns(
    SAMPLES,
    () => run([program, '--version']),
    () => run(['-e', '0']),
  );
  const find = await inTurns(
    SAMPLES,
    () => run([program, 'find', 'kowal', '--db', path]),
    () => run(['--input-type=module', '-e', bareQuery(path)]),
  );
  return [
    { name: 'first frame of the console / minimal Ink', ...frames, unit: 'ms', bound: { most: 1.4, of: 'ratio' } },
    { name: 'ecsc --version / node -e 0', ...version, unit: 'ms', bound: { most: 1.5, of: 'ratio' } },
    { name: 'ecsc find / bare Node and the query', ...find, unit: 'ms', bound: { most: 1.5, of: 'ratio' } },
  ];
}

import { spawnSync } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededDatabase } from '../support/seeded.ts';

const program = join(import.meta.dirname, '../../dist/ecsc.js');
const quoted = (...words: readonly string[]) => words.map((word) => `"${word}"`).join(' ');
const shell = (script: string) => spawnSync('sh', ['-c', script], { encoding: 'utf8', maxBuffer: 2 ** 26 });

/** A command line that prints far more than a pipe holds, and what it prints, by way of a file. */
async function longList() {
  const db = await seededDatabase(300);
  const words = [program, 'audit', 'list', '--limit', '300', '--json', '--db', db];
  const file = openSync(`${db}.json`, 'wx');
  expect(spawnSync(process.execPath, words, { stdio: ['ignore', file, 'inherit'] }).status).toBe(0);
  return { command: quoted(process.execPath, ...words), document: readFileSync(`${db}.json`, 'utf8') };
}

test('a file and a slow reader get the whole document', async () => {
  const { command, document } = await longList();
  expect(document.length).toBeGreaterThan(200_000);
  expect(shell(`${command} | { sleep 0.3; cat; }`).stdout).toBe(document);
});

test('a pipe that somebody made non-blocking loses no byte', async () => {
  const { command, document } = await longList();
  // Node sets O_NONBLOCK on its standard output, and with it on that of whoever shares it.
  const other = quoted(process.execPath, '-e', "process.stdout.write(''); setTimeout(() => {}, 1500)");
  expect(shell(`{ ${other} & sleep 0.3; ${command}; } | { sleep 1.2; cat; }`).stdout).toBe(document);
});

test('a reader who leaves early makes no error', async () => {
  const { command, document } = await longList();
  const { stdout, stderr } = shell(`{ ${command}; echo "ended with $?" >&2; } | head -c 20`);
  expect(stdout).toBe(document.slice(0, 20));
  expect(stderr).toBe('ended with 0\n');
});

test('an answer that does not get out is told as that, in the reader’s language, and never as a change not made', async () => {
  const { command } = await longList();
  // A descriptor that may only be read fails as a full disk does.
  const failed = shell(`${command} 1</dev/null`);
  expect(failed).toMatchObject({ status: 70, stdout: '' });
  expect(failed.stderr).toContain('The answer could not be written out');
  expect(failed.stderr).not.toContain('    at ');
  expect(shell(`${command} --lang pl 1</dev/null`).stderr).toContain('Nie udało się wypisać odpowiedzi');
});

test('where standard error takes nothing the answer and the exit code are the same', async () => {
  const { command, document } = await longList();
  expect(shell(`${command} 2</dev/null`)).toMatchObject({ status: 0, stdout: document });
  expect(shell(`${quoted(process.execPath, program, 'no-such-command')} 2</dev/null`)).toMatchObject({ status: 2 });
});

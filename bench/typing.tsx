import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';
import { openReader } from '../src/db/connection.ts';
import { consoleRig } from './console-rig.tsx';
import { benchApp } from './databases.ts';
import { figuresOf, type Row } from './stats.ts';

const WORDS = ['kowal', 'nowak', 'lewand', 'wisn', 'zielin', 'szymań', 'woźni', 'dąbr'];

/** Typing into the search, letter by letter, on a large database; and the same letters typed into fzf on the same rows. */
export async function benchTyping(path: string): Promise<readonly Row[]> {
  const app = benchApp(path);
  const rig = await consoleRig(app, 160, 50);
  await rig.quiet();
  await rig.press('enter');
  await rig.quiet();
  await rig.type('/');
  const times: number[] = [];
  for (const word of WORDS) {
    for (const letter of word) times.push((await rig.type(letter)).milliseconds);
    await rig.press('ctrl+u');
  }
  rig.close();
  app.close();
  const ours = figuresOf(times);
  const fzf = await typedIntoFzf(path);
  const row = { name: 'typing, key to frame', ours, unit: 'ms' } as const;
  return [
    { ...row, rival: null, bound: { most: 8, of: 'p50' } },
    ...(fzf
      ? [
          {
            ...row,
            name: 'typing, key to frame / fzf on the same rows',
            rival: fzf,
            bound: { most: 1, of: 'ratio' },
          } as const,
        ]
      : []),
  ];
}

/** fzf, where it is installed: the rows as lines, the same letters, the time until it draws. */
async function typedIntoFzf(path: string) {
  if (spawnSync('fzf', ['--version']).error) return null;
  const db = openReader(path);
  const lines = `${path}.lines`;
  const rows = db.prepare<[], { line: string }>(
    "SELECT family_name || ' ' || given_name || ' ' || email || ' ' || coalesce(phone, '') || ' ' || customer_id AS line FROM accounts",
  );
  writeFileSync(lines, [...rows.iterate()].map(({ line }) => line).join('\n'), { mode: 0o600 });
  db.close();
  const { CI: _ci, ...env } = process.env;
  const child = spawn('sh', ['-c', `fzf < '${lines}'`], { cols: 160, rows: 50, env: env as Record<string, string> });
  let drawn = 0;
  child.onData(() => {
    drawn = performance.now();
  });
  await settled(() => drawn);
  const times: number[] = [];
  for (const word of WORDS) {
    for (const letter of word) {
      await settled(() => drawn);
      const since = performance.now();
      drawn = 0;
      child.write(letter);
      while (drawn === 0) await new Promise(setImmediate);
      times.push(drawn - since);
    }
    child.write('\x15');
  }
  child.kill('SIGKILL');
  return figuresOf(times);
}

async function settled(drawn: () => number): Promise<void> {
  for (let seen = -1; seen !== drawn(); ) {
    seen = drawn();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

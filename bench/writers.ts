import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase } from '../src/db/create.ts';
import { importRecord, NOON } from '../test/support/records.ts';
import { benchApp } from './databases.ts';
import { figuresOf, type Row } from './stats.ts';

const WRITERS = 4;
const MILLISECONDS = 5_000;
const ACCOUNTS = 200;

/** Four processes writing to one file as fast as they can: how long the unluckiest change waits. */
export async function benchWriters(folder: string): Promise<readonly Row[]> {
  const own = mkdtempSync(join(folder, 'writers-'));
  const path = join(own, 'shared.db');
  await createDatabase(path, 'training', NOON, () => undefined);
  const app = benchApp(path);
  const records = Array.from({ length: ACCOUNTS }, (_, place) => importRecord(place + 1));
  await app.importRecords({ kind: 'administrator', id: 'bench' }, records, { dryRun: false });
  app.close();
  const waits = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const child = fork(join(process.cwd(), 'bench/writer-process.ts'), [path, String(MILLISECONDS)]);
      const [times] = await once(child, 'message');
      return times as readonly number[];
    }),
  );
  rmSync(own, { recursive: true });
  const longest = Math.max(...waits.flat());
  const counts = waits.map(({ length }) => length);
  const fairness = Math.min(...counts) / Math.max(...counts);
  const figures = figuresOf(waits.flat());
  return [
    {
      name: 'four writers: the longest wait',
      ours: { p50: figures.p50, p99: longest },
      rival: null,
      unit: 'ms',
      bound: { most: 500, of: 'p99' },
    },
    {
      name: 'four writers: fastest / slowest',
      ours: { p50: 1 / fairness, p99: 1 / fairness },
      rival: null,
      unit: '×',
      bound: { most: 2, of: 'p50' },
    },
  ];
}

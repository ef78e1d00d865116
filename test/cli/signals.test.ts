import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli-run.ts';
import { tempDatabase, tempFolder } from '../support/temp-database.ts';

/** A source of signals that sends one as soon as somebody listens for it. */
function sending(signal: string): EventEmitter {
  const signals = new EventEmitter();
  signals.on('newListener', (listenedFor) => {
    if (listenedFor === signal) process.nextTick(() => signals.emit(signal));
  });
  return signals;
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s during a backup, seed or init leaves no copy of the data, and is told', async (signal, code) => {
  const db = await tempDatabase();
  const folder = tempFolder();
  const made = join(folder, 'made.db');
  for (const argv of [
    ['backup', made],
    ['seed', '--db', made, '--accounts', '5'],
    ['init', '--realm', 'live', '--db', made],
  ]) {
    const signals = sending(signal);
    const run = await cli(db, argv, { signals });
    expect(run).toMatchObject({ code, stdout: '', stderr: 'Interrupted. Nothing was left half done.\n' });
    expect(readdirSync(folder)).toEqual([]);
    expect(signals.listenerCount(signal)).toBe(0);
  }
});

import { expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/ids.ts';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { NOON } from '../support/records.ts';
import { CUSTOMER, SERIAL } from '../support/simulated.ts';
import { clockAt } from '../support/temp-database.ts';

test('show --at tells how it was, and which entry was the last before', async () => {
  const db = await filledDatabase();
  const clock = clockAt(NOON);
  const run = (...argv: readonly string[]) => cli(db, argv, { clock });
  clock.advance(10 * MINUTE);
  await run('portal', 'send-code', SERIAL);
  clock.advance(20 * MINUTE);

  const then = new Date(NOON + 12 * MINUTE).toISOString();
  const shown = await run('show', CUSTOMER, '--at', then, '--json');
  expect(shown.json()).toMatchObject({ at: then, customerId: CUSTOMER });
  const [certificate] = (shown.json() as { certificates: { activation: object; attempts: object[] }[] }).certificates;
  expect(certificate?.activation).toMatchObject({ status: 'awaiting_code', consecutiveFailures: 0 });
  expect(certificate?.attempts).toHaveLength(1);
  const later = await run('show', CUSTOMER, '--at', new Date(NOON + 16 * MINUTE).toISOString());
  expect(later.stdout).toMatch(
    /^As it was on 2026-11-23 12:16:00; now: 2026-11-23 12:30:00\.\nLast before that: entry/,
  );
  expect(later.stdout).toContain('1 failed SMS attempt');

  expect(await run('show', CUSTOMER, '--at', '23.11.2019 10:42')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('On 2019-11-23 10:42:00 this account was not there yet.'),
  });
  expect(await run('show', CUSTOMER, '--at', 'soon')).toMatchObject({ code: 2, stdout: '' });
  expect(await run('show', CUSTOMER, '--at', '2040-01-01')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is still to come'),
  });
});

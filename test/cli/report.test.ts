import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { cli } from '../support/cli-run.ts';
import { NOON } from '../support/records.ts';
import { historyDesk } from '../support/reported.ts';

async function reported() {
  const desk = await historyDesk();
  const at = (minutes: number) => new Date(NOON + (minutes - 60) * MINUTE).toISOString();
  await desk.sms(1, at(0), 5 * SECOND, '=HYPERLINK("http://x")');
  await desk.sms(2, at(1), 'failed', '=HYPERLINK("http://x")');
  const caseId = await desk.openCase('ewa', 3, at(2));
  await desk.close('ewa', caseId, at(5));
  return (...argv: readonly string[]) => cli(desk.app.path, ['report', ...argv]);
}

test('for a spreadsheet: stable names, whole seconds, instants in ISO 8601, and no cell that can be run', async () => {
  const run = await reported();
  const delivery = await run('delivery', '--days', '2', '--csv', '--lang', 'pl');
  expect(delivery.stdout.split('\n')[0]).toBe(
    '\ufeffoperator,period,sent,in_time,late,failed,waiting,p50_seconds,p95_seconds',
  );
  expect(delivery.stdout).toContain(`"'=HYPERLINK(""http://x"")",now,2,1,0,1,0,5,5`);
  expect(delivery.stdout).not.toMatch(/^=/m);
  const locks = (await run('locks', '--days', '3', '--csv')).stdout.trimEnd().split('\n');
  expect(locks[0]).toBe('\ufeffday_from,locked_sms,locked_otp,frozen');
  expect(locks).toHaveLength(4);
  for (const line of locks.slice(1)) expect(line).toMatch(/^\d{4}-\d\d-\d\dT2[23]:00:00\.000Z,0,0,0$/);
}, 60_000);

test('for people in words of theirs, for programs as a document', async () => {
  const run = await reported();
  const shown = await run('resolution', '--days', '2', '--lang', 'pl');
  expect(shown.stdout).toMatch(/^Od .*; przedtem: od /);
  expect(shown.stdout).toMatch(/sprawy +1 +3 min +3 min +0 +— +— +0/);
  expect((await run('causes', '--days', '2')).stdout).toMatch(/nothing had to be changed +1 +0/);
  expect((await run('causes', '--days', '2', '--json')).json()).toMatchObject({
    report: 'causes',
    causes: [{ cause: 'no-change', current: 1 }],
    period: { from: expect.stringMatching(/^\d{4}-.*T2[23]:00:00.000Z$/) },
  });
  expect((await run('approvals', '--json')).json()).toMatchObject({ total: { current: { asked: 0 } }, pairs: [] });
}, 60_000);

test.each([
  [['locks', '--csv', '--json'], 'CSV or JSON, not both'],
  [['locks', '--days', '367'], 'from 1 to 366'],
  [['locks', '--days', '0'], '--days'],
])(
  '%j is misuse',
  async (argv, why) => {
    const run = await reported();
    const { code, stderr } = await run(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  },
  60_000,
);

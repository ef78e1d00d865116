import { expect, test } from 'vitest';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { importRecord } from '../support/records.ts';

const { customerId, certificate } = importRecord(1);

test('a supervisor blocks an account and lifts the block, with a word why; an agent does neither', async () => {
  const db = await filledDatabase();
  for (const [agent, role] of [
    ['ewa', 'agent'],
    ['olga', 'supervisor'],
  ] as const)
    await cli(db, ['agents', 'add', agent, '--name', `Agent ${agent}`, '--role', role]);
  const change = (what: 'block' | 'unblock', agent: string, note = 'asked for in writing') =>
    cli(db, ['account', what, customerId.toLowerCase(), '--as', agent, '--note', note]);

  expect(await change('block', 'ewa')).toMatchObject({ code: 1 });
  expect((await change('block', 'olga', ' ')).stderr).toContain('A note is missing');
  expect(await change('block', 'olga')).toMatchObject({ code: 0, stderr: '' });
  expect((await cli(db, ['show', customerId])).stdout).toContain('blocked');
  expect((await cli(db, ['portal', 'send-code', certificate.serial])).code).toBe(1);
  expect((await change('block', 'olga')).stderr).toContain('ecsc account unblock');
  expect(await change('unblock', 'olga')).toMatchObject({ code: 0, stdout: `Unblocked: account ${customerId}.\n` });
  expect((await cli(db, ['portal', 'send-code', certificate.serial])).code).toBe(0);
  const { entries } = (await cli(db, ['audit', 'list', customerId, '--json'])).json() as { entries: object[] };
  expect(entries).toContainEqual(expect.objectContaining({ command: 'unblock-account', note: 'asked for in writing' }));
});

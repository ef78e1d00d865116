import { expect, test } from 'vitest';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { CUSTOMER, SERIAL } from '../support/simulated.ts';

const ask = (action: string, agent = 'ewa') => [
  ...['approvals', 'ask', SERIAL, '--action', action, '--as', agent, '--ticket', 'INC-7', '--reason', 'lost-phone'],
  ...['--note', 'phone was stolen', '--verified', 'call-back,contract-number'],
];

async function active() {
  const db = await filledDatabase();
  await cli(db, ['agents', 'add', 'olga', '--name', 'Olga Bober', '--role', 'supervisor']);
  await cli(db, ['simulate', 'happy-path', SERIAL]);
  return db;
}

const statusIn = async (db: string) => {
  const { certificates } = (await cli(db, ['show', CUSTOMER, '--json'])).json() as {
    certificates: { activation: { status: string } }[];
  };
  return certificates[0]?.activation.status;
};

test('a reset is asked for, listed, and carried out when a supervisor approves it', async () => {
  const db = await active();
  const asked = await cli(db, ask('reset'));
  expect(asked).toMatchObject({ code: 0, stderr: '' });
  expect(asked.stdout).toContain('A supervisor, who is somebody else, decides until');
  expect(await statusIn(db)).toBe('active');
  expect((await cli(db, ['approvals', 'list'])).stdout).toContain('lost phone: phone was stolen');
  expect((await cli(db, ['approvals', 'list', '--json'])).json()).toMatchObject({
    approvals: [
      {
        serial: SERIAL,
        action: 'reset',
        requestedBy: 'ewa',
        askedOn: { proofs: ['call-back', 'contract-number'], points: 5 },
      },
    ],
  });
  const approved = await cli(db, ['approvals', 'approve', SERIAL, '--as', 'marek', '--lang', 'pl']);
  expect(approved).toMatchObject({ code: 0, stderr: '' });
  expect(approved.stdout).toContain('Zgoda, wykonano');
  expect(await statusIn(db)).toBe('inactive');
  expect((await cli(db, ['approvals', 'list'])).stdout).toBe('Nothing waits for approval.\n');
});

test('nobody approves what they asked for, agents approve nothing, and a no changes nothing', async () => {
  const db = await active();
  await cli(db, ask('reset', 'marek'));
  const own = await cli(db, ['approvals', 'approve', SERIAL, '--as', 'marek', '--json']);
  expect(own.code).toBe(1);
  expect(own.json()).toMatchObject({ refused: { code: 'same-person' } });
  const agent = await cli(db, ['approvals', 'approve', SERIAL, '--as', 'ewa', '--json']);
  expect(agent.json()).toMatchObject({ refused: { code: 'not-permitted' } });
  expect(await cli(db, ['approvals', 'reject', SERIAL, '--as', 'olga'])).toMatchObject({ code: 0 });
  expect(await statusIn(db)).toBe('active');
  expect((await cli(db, ['approvals', 'approve', SERIAL, '--as', 'olga', '--json'])).json()).toMatchObject({
    refused: { code: 'no-approval-pending' },
  });
});

test('what cannot be asked for says why, and wrong usage is told', async () => {
  const db = await active();
  expect((await cli(db, [...ask('unlock'), '--json'])).json()).toMatchObject({ refused: { code: 'not-locked' } });
  expect(await cli(db, ask('delete'))).toMatchObject({ code: 2, stdout: '' });
  await cli(db, ask('reset'));
  expect((await cli(db, [...ask('reset'), '--json'])).json()).toMatchObject({ refused: { code: 'approval-pending' } });
});

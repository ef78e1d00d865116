import { expect, test } from 'vitest';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { CUSTOMER, SERIAL } from '../support/simulated.ts';

async function afterThreeFailures() {
  const db = await filledDatabase();
  await cli(db, ['simulate', 'three-failures', SERIAL, '--until-call']);
  return db;
}

test('says why, with evidence, what to say and what to do, in both languages', async () => {
  const db = await afterThreeFailures();
  const english = await cli(db, ['diagnose', SERIAL]);
  expect(english).toMatchObject({ code: 0, stderr: '' });
  expect(english.stdout).toContain('1. the SMS came too late (certain)');
  expect(english.stdout).toContain('· SMS attempt 2: delivered after 6 min 12 s');
  expect(english.stdout).toContain('It is locked: verify the caller and unlock first (ecsc unlock C0000001).');
  const polish = await cli(db, ['diagnose', SERIAL, '--lang', 'pl']);
  expect(polish.stdout).toContain('1. SMS przyszedł za późno (pewne)');
  expect(polish.stdout).toContain('· próba SMS nr 2: doręczono po 6 min 12 s');
});

test('as one document, with the version of the rules and instants in UTC', async () => {
  const db = await afterThreeFailures();
  const document = (await cli(db, ['diagnose', CUSTOMER, '--json'])).json();
  expect(document).toMatchObject({
    customerId: CUSTOMER,
    serial: SERIAL,
    version: 3,
    findings: [
      { cause: 'sms-late', confidence: 'certain', evidence: [{ what: 'delivered-late', attempt: 2, after: 372_000 }] },
      { cause: 'wrong-code', confidence: 'likely' },
      { cause: 'sms-lost', confidence: 'likely' },
    ],
    ask: [],
  });
});

test('without evidence it says what to ask', async () => {
  const db = await filledDatabase();
  const { code, stdout } = await cli(db, ['diagnose', SERIAL]);
  expect(code).toBe(0);
  expect(stdout).toContain('The record does not say why');
  expect(stdout).toContain('Which step did you take last');
});

test('whom nobody knows is refused', async () => {
  const { code, stderr } = await cli(await filledDatabase(), ['diagnose', 'FFFF0000']);
  expect(code).toBe(1);
  expect(stderr).not.toBe('');
});

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { mayBeSet, settingIn, settingKinds, settingNames, withSettings } from '../../src/domain/policy-settings.ts';
import { en } from '../../src/text/en.ts';
import { pl } from '../../src/text/pl.ts';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { importRecord } from '../support/records.ts';

const { serial } = importRecord(1).certificate;

test('every number of the policy is a setting within bounds, but what authenticator apps take for granted', () => {
  const leaves = (group: object, path: readonly string[] = []): readonly string[] =>
    Object.entries(group).flatMap(([key, value]) =>
      typeof value === 'object' ? leaves(value, [...path, key]) : [[...path, key].join('.')],
    );
  const fixed = ['otp.algorithm', 'otp.digits', 'otp.periodSeconds', 'otp.secretBytes'];
  expect(leaves(defaultPolicy).filter((name) => !fixed.includes(name))).toEqual(
    expect.arrayContaining([...settingNames]),
  );
  expect(leaves(defaultPolicy)).toHaveLength(settingNames.length + fixed.length);
  expect(settingNames.filter((name) => !mayBeSet(name, settingIn(defaultPolicy, name)))).toEqual([]);
  for (const { policy } of [en, pl]) expect(Object.keys(policy.meanings)).toEqual([...settingNames]);
});

test('bounds hold on both sides, and what is out of them or unknown changes nothing', () => {
  for (const name of settingNames) {
    const setting = settingKinds[name];
    if (setting.kind === 'switch') {
      expect([true, false, 1, 'yes'].map((value) => mayBeSet(name, value))).toEqual([true, true, false, false]);
      continue;
    }
    const { least, most } = setting;
    const tried = [least - 1, least, most, most + 1, least + 0.5, String(least)];
    expect(tried.map((value) => mayBeSet(name, value))).toEqual([false, true, true, false, false, false]);
    expect(settingIn(withSettings(defaultPolicy, { [name]: most }), name)).toBe(most);
  }
  expect(withSettings(defaultPolicy, { 'sms.failuresToLock': 0, 'sms.toString': 1, nothing: 3 })).toEqual(
    defaultPolicy,
  );
});

test('a setting is in force for a store that is open already, and on record with what it was', async () => {
  const path = await filledDatabase();
  const open = openStore(path, defaultPolicy);
  expect(open.policy.sms.codeDigits).toBe(6);
  const set = await cli(path, ['policy', 'set', 'sms.codeDigits', '8', '--note', 'agreed \u001b[31mwith security']);
  expect(set).toMatchObject({ code: 0, stderr: '' });
  expect(set.stdout).toBe('sms.codeDigits is 8 from now on, for everybody who works on this database.\n');
  expect(open.policy.sms).toMatchObject({ codeDigits: 8, failuresToLock: 3 });
  open.close();
  expect(open.policy.sms.codeDigits).toBe(8);

  await cli(path, ['policy', 'set', 'sms.failuresToLock', '1', '--note', 'for the test']);
  await cli(path, ['portal', 'send-code', serial]);
  await cli(path, ['clock', 'advance', '30s']);
  const { stdout: inbox } = await cli(path, ['phone', 'inbox', serial]);
  expect(inbox).toMatch(/\b\d{8}\b/);
  for (const code of ['11111111', '22222222', '33333333']) await cli(path, ['portal', 'enter-code', serial, code]);
  expect((await cli(path, ['portal', 'status', serial, '--json'])).json()).toMatchObject({
    certificate: { activation: { status: 'locked' } },
  });

  const { json } = await cli(path, ['audit', 'list', '--json']);
  const { entries } = json() as { entries: { command: string; note: string; actor: object }[] };
  expect(entries.filter(({ command }) => command === 'change-policy')).toMatchObject([
    { note: 'sms.failuresToLock: 3 → 1. for the test', actor: { kind: 'administrator' } },
    { note: 'sms.codeDigits: 6 → 8. agreed with security' },
  ]);
  const listed = await cli(path, ['policy', 'list', '--lang', 'pl']);
  expect(listed.stdout).toMatch(/sms\.codeDigits +8 +6 +cyfr w kodzie SMS/);
});

test('without a word why nothing is set, and what cannot be seen is no word', async () => {
  const path = await filledDatabase({ records: [] });
  for (const note of ['', '\u200b \u001b[0m']) {
    const { code, stderr } = await cli(path, ['policy', 'set', 'sms.failuresToLock', '2', '--note', note]);
    expect({ code, said: stderr.includes('A note is missing') }).toEqual({ code: 1, said: true });
  }
  const { stdout } = await cli(path, ['audit', 'list', '--json']);
  expect(stdout).not.toContain('change-policy');
});

test.each(['{', 'null', '[]', '7', '"x"'])(
  'settings that read %s are damage, and no policy is guessed',
  async (text) => {
    const path = await filledDatabase();
    const db = new Database(path);
    db.prepare("INSERT INTO meta (key, value) VALUES ('policy', ?)").run(text);
    db.close();
    const set = ['policy', 'set', 'sms.failuresToLock', '2', '--note', 'x'];
    for (const argv of [['policy', 'list'], ['queue'], ['portal', 'send-code', serial], ['sweep'], set]) {
      const { code, stderr } = await cli(path, argv);
      expect({ argv, code }).toEqual({ argv, code: 70 });
      expect(stderr).toContain(`The database ${path} is damaged. Nothing was changed.`);
    }
    const open = openStore(path, defaultPolicy);
    for (let look = 0; look < 2; look++) expect(() => open.policy.sms).toThrow('damaged');
    open.close();
  },
);

test.each([
  ['sms.codeValid', '30s', 'sms.codeValid is a duration from 1 min to 1 h, written like 90s, 5m, 24h or 7d.'],
  ['sms.failuresToLock', '0', 'sms.failuresToLock is a whole number from 1 to 10.'],
  ['sms.failuresToLock', '1e1', 'sms.failuresToLock is a whole number from 1 to 10.'],
  ['outageExcusesFailures', '1', 'outageExcusesFailures is yes or no.'],
  ['otp.digits', '8', 'There is no setting “otp.digits”.'],
])('%s %s is refused with its bounds, and changes nothing', async (name, value, told) => {
  const path = await filledDatabase({ records: [] });
  const { code, stderr } = await cli(path, ['policy', 'set', name, value, '--note', 'x']);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
  const { stdout } = await cli(path, ['audit', 'list', '--json']);
  expect(stdout).not.toContain('change-policy');
});

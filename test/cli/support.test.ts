import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/ids.ts';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { importRecord, NOON } from '../support/records.ts';
import { CUSTOMER, PHONE, SERIAL } from '../support/simulated.ts';
import { clockAt } from '../support/temp-database.ts';

const PASSWORD = 'poprawny koń bateria';
const lukasz = importRecord(3, { givenName: 'Łukasz', familyName: 'Żółć' });
const unlock = (more: readonly string[] = []) => [
  ...['unlock', SERIAL, '--as', 'ewa', '--ticket', 'INC-20931', '--reason', 'sms-not-received'],
  ...['--note', 'no signal', '--verified', 'call-back,contract-number', ...more],
];

async function locked() {
  const db = await filledDatabase({ records: [importRecord(1), importRecord(2), lukasz] });
  await cli(db, ['simulate', 'three-failures', SERIAL, '--until-call']);
  return db;
}

describe('find', () => {
  test('finds without Polish letters and masks what it lists', async () => {
    const db = await filledDatabase({ records: [importRecord(1), lukasz] });
    const { code, stdout, stderr } = await cli(db, ['find', 'zolc luk']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Żółć Łukasz');
    expect(stdout).toContain('a.•••@example.org');
    expect(stdout).toContain('+48 ••• ••• 003');
    expect(stdout).not.toContain('a.nowak3@');
    expect(stdout).not.toContain(lukasz.phone?.e164);
    const { found } = (await cli(db, ['find', 'lukasz', '--json'])).json() as { found: object[] };
    expect(found).toEqual([
      {
        customerId: lukasz.customerId,
        givenName: 'Łukasz',
        familyName: 'Żółć',
        email: 'a.•••@example.org',
        phone: '+48 ••• ••• 003',
        status: 'open',
        certificates: 1,
        activation: 'inactive',
      },
    ]);
  });

  test('nobody is an answer too', async () => {
    const db = await filledDatabase();
    expect(await cli(db, ['find', 'Nieznany'])).toMatchObject({ code: 0, stdout: '' });
    expect((await cli(db, ['find', 'Nieznany', '--lang', 'pl'])).stderr).toBe(
      'Nikogo nie znaleziono dla „Nieznany”.\n',
    );
    expect((await cli(db, ['find', 'Nieznany', '--json'])).json()).toEqual({ found: [] });
  });

  test('says that there are more', async () => {
    const { stderr, stdout } = await cli(await filledDatabase(), ['find', 'nowak', '--limit', '1']);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stderr).toContain('Only the first 1 are shown');
  });
});

describe('show', () => {
  test.each([
    [CUSTOMER],
    [CUSTOMER.toLowerCase()],
    [SERIAL],
    [SERIAL.toLowerCase()],
    ['a.nowak1@example.org'],
    ['A.Nowak1@Example.org'],
  ])('by %s', async (id) => {
    const { code, stdout } = await cli(await filledDatabase(), ['show', id]);
    expect(code).toBe(0);
    expect(stdout).toContain(CUSTOMER);
    expect(stdout).toContain('a.nowak1@example.org');
    expect(stdout).toContain(`${PHONE} (mobile)`);
    expect(stdout).toContain('Activation   inactive');
  });

  test('shows every attempt, in both languages', async () => {
    const db = await locked();
    const english = (await cli(db, ['show', CUSTOMER])).stdout;
    expect(english).toMatch(/Activation +locked: failed SMS attempts/);
    expect(english).toMatch(/2 +2026-11-23 12:05:17 +2026-11-23 12:11:29 +6 min 12 s +0 +not delivered/);
    const polish = (await cli(db, ['show', CUSTOMER, '--lang', 'pl'])).stdout;
    expect(polish).toMatch(/Aktywacja +zablokowana: nieudane próby SMS/);
    expect(polish).toMatch(/3 +2026-11-23 12:11:35 .* błędny kod/);
  });

  test('prints one document with instants in ISO 8601 and nothing sealed', async () => {
    const db = await locked();
    const { stdout, json } = await cli(db, ['show', CUSTOMER, '--json']);
    expect(json()).toMatchObject({
      customerId: CUSTOMER,
      phone: { e164: PHONE, kind: 'mobile', usableFrom: '2026-11-23T11:00:00.000Z' },
      certificates: [
        {
          serial: SERIAL,
          activation: {
            status: 'locked',
            lockCause: 'sms',
            since: expect.stringMatching(/^2026-11-23T11:12:\d\d\.\d{3}Z$/),
            consecutiveFailures: 3,
          },
          attempts: [{ number: 3, outcome: 'wrong_code' }, { number: 2 }, { number: 1 }],
        },
      ],
    });
    expect(stdout).not.toMatch(/sealed|digest|passwordHash|pem/i);
  });

  test.each([
    [['show', 'EC-999999'], 'There is no such account.'],
    [['show', 'nobody@example.org'], 'There is no such account.'],
    [['show', 'FFFF'], 'There is no such account.'],
    [['show', 'C0000'], 'This fits 2 certificates: C0000001, C0000002'],
  ])('%j is refused', async (argv, said) => {
    const { code, stdout, stderr } = await cli(await filledDatabase(), argv);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.split('\n')[0]).toBe(said);
  });
});

describe('queue', () => {
  test('says who, why and since when', async () => {
    const db = await locked();
    const { stdout, stderr } = await cli(db, ['queue']);
    expect(stdout).toMatch(/locked: SMS attempts +\S.* Nowak Anna +EC-100001 +C0000001 +\+48 ••• ••• 001 +3/);
    expect(stderr).toBe('1 subscriber needs help.\n');
    expect((await cli(db, ['queue', '--json'])).json()).toMatchObject({
      counts: { lockedSms: 1, lockedOtp: 0 },
      items: [
        {
          reason: 'locked-sms',
          since: expect.stringMatching(/^2026-11-23T11:12:\d\d\.\d{3}Z$/),
          phone: '+48 ••• ••• 001',
        },
      ],
    });
  });

  test('may be empty', async () => {
    expect(await cli(await filledDatabase(), ['queue'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'Nobody needs help now.\n',
    });
  });
});

describe('unlock', () => {
  test('is a whole call of four audited commands, and tells what the subscriber is told', async () => {
    const db = await locked();
    const { code, stdout, stderr } = await cli(db, unlock());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Unlocked: the activation of Anna Nowak, certificate ${SERIAL}.`);
    expect(stdout).toContain('The subscriber is told: “ECSigner: wsparcie odblokowało aktywację certyfikatu …0001.');
    expect(stdout).toContain('Next: the subscriber asks for a new SMS code');
    const { entries } = (await cli(db, ['audit', 'list', SERIAL, '--limit', '3', '--json'])).json() as {
      entries: {
        command: string;
        verdict: string;
        ticket: string;
        reason: string | null;
        note: string | null;
        actor: object;
      }[];
    };
    expect(entries[0]).toMatchObject({
      command: 'unlock-activation',
      verdict: 'done',
      ticket: 'INC-20931',
      reason: 'sms-not-received',
      note: 'no signal',
      actor: { kind: 'agent', id: 'ewa' },
    });
    const ewas = (await cli(db, ['audit', 'list', '--json'])).json() as {
      entries: { command: string; actor: { id: string } }[];
    };
    expect(ewas.entries.filter(({ actor }) => actor.id === 'ewa').map(({ command }) => command)).toEqual([
      'close-case',
      'unlock-activation',
      'record-verification',
      'open-case',
    ]);
    expect((await cli(db, ['simulate', 'happy-path', SERIAL])).code).toBe(0);
    // Refused, now that it is active, and with too few proofs: no case is left open either.
    expect(await cli(db, unlock())).toMatchObject({ code: 1 });
    expect(await cli(db, unlock(['--verified', 'call-back']))).toMatchObject({ code: 1 });
    expect((await cli(db, ['cases', 'list', '--json'])).json()).toEqual({ cases: [] });
  });

  test('answers with one document', async () => {
    const db = await locked();
    expect((await cli(db, unlock(['--json']))).json()).toMatchObject({
      unlocked: {
        serial: SERIAL,
        customerId: CUSTOMER,
        ticket: 'INC-20931',
        activation: { status: 'inactive', consecutiveFailures: 0 },
      },
    });
  });

  test.each([
    ['--verified', 'contract-number', 'not-enough-points', 'The checks make 2 points; 4 are needed.'],
    ['--ticket', '!', 'ticket-malformed', 'This is not a ticket number.'],
    ['--note', ' ', 'note-missing', 'A note is missing.'],
    ['--as', 'iga', 'not-permitted', 'The role “auditor” may not do this: open case.'],
    ['--as', 'nobody', 'agent-unknown', 'There is no agent “nobody”.'],
  ])('with %s %s is refused: %s', async (flag, value, refusal, said) => {
    const db = await locked();
    const argv = unlock();
    argv[argv.indexOf(flag) + 1] = value;
    const { code, stderr, json } = await cli(db, [...argv, '--json']);
    expect(code).toBe(1);
    expect(json()).toMatchObject({ refused: { code: refusal } });
    expect(stderr).toContain(said);
    expect((await cli(db, ['show', CUSTOMER])).stdout).toContain('locked');
  });

  test('of what is not locked is refused', async () => {
    const { code, stderr } = await cli(await filledDatabase(), unlock(['--lang', 'pl']));
    expect(code).toBe(1);
    expect(stderr).toContain('Ta aktywacja nie jest zablokowana');
  });

  test('unknown proofs and reasons are misuse, and nothing is begun', async () => {
    const db = await locked();
    const proofs = unlock();
    proofs[proofs.indexOf('--verified') + 1] = 'call-back,shoe-size';
    const { code, stderr } = await cli(db, proofs);
    expect(code).toBe(2);
    expect(stderr).toContain('--verified cannot be “shoe-size”. Possible: call-back, contract-number');
    const { entries } = (await cli(db, ['audit', 'list', '--json'])).json() as { entries: { actor: { id: string } }[] };
    expect(entries.some(({ actor }) => actor.id === 'ewa')).toBe(false);
  });

  test('in live the agent has to prove who they are', async () => {
    const db = await filledDatabase({ realm: 'live', password: PASSWORD });
    expect(await cli(db, unlock())).toMatchObject({ code: 2 });
    const wrong = await cli(db, unlock(['--password-stdin']), { stdin: 'wrong\n' });
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.stderr).toContain('wrong password');
    expect(await cli(db, unlock(['--password-stdin']), { stdin: '' })).toMatchObject({ code: 1 });
    const right = await cli(db, unlock(['--password-stdin']), { stdin: `${PASSWORD}\n` });
    expect(right.stderr).toContain('This activation is not locked');
    const typed = await cli(db, unlock(), { keys: [...PASSWORD, '\r'] });
    expect(typed.stderr).toContain('This activation is not locked');
    expect(typed.stderr).toContain('Password of ewa: \n');
    expect(typed.stdout + typed.stderr).not.toContain(PASSWORD);
  });
});

describe('audit', () => {
  test('lists newest first, by account, by certificate, page by page', async () => {
    const db = await locked();
    const all = (await cli(db, ['audit', 'list', '--limit', '5'])).stdout.trimEnd().split('\n');
    expect(all).toHaveLength(6);
    const first = (await cli(db, ['audit', 'list', CUSTOMER, '--limit', '2', '--json'])).json() as {
      entries: { seq: number }[];
    };
    const before = String(first.entries.at(-1)?.seq);
    const next = (await cli(db, ['audit', 'list', CUSTOMER, '--before', before, '--limit', '2', '--json'])).json() as {
      entries: { seq: number }[];
    };
    expect(next.entries[0]?.seq).toBeLessThan(Number(before));
    expect((await cli(db, ['audit', 'list', CUSTOMER, '--lang', 'pl'])).stdout).toContain(
      'próba SMS nr 3: wpisano błędny kod',
    );
    expect(await cli(db, ['audit', 'list', 'EC-999999'])).toMatchObject({ code: 1 });
  });

  test('verifies, and finds a changed entry', async () => {
    const db = await locked();
    expect((await cli(db, ['audit', 'verify'])).stdout).toMatch(
      /^The audit log is intact: \d+ entries\.\nHead: [0-9a-f]{64}\nSigning key \(SHA-256\): [0-9a-f]{64}\n$/,
    );
    const file = new Database(db);
    // Somebody with the file in their hands first removes the guard.
    for (const name of file
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_log'")
      .pluck()
      .all()) {
      file.exec(`DROP TRIGGER "${String(name)}"`);
    }
    file.exec("UPDATE audit_log SET actor_id = 'nobody' WHERE seq = 3");
    file.close();
    const found = await cli(db, ['audit', 'verify', '--lang', 'pl']);
    expect(found.code).toBe(1);
    expect(found.stdout).toContain('Pierwszy zły wpis: nr 3');
    expect((await cli(db, ['audit', 'verify', '--json'])).json()).toMatchObject({ intact: false, firstBad: 3 });
  });
});

describe('sweep', () => {
  test('writes down what time has decided', async () => {
    const db = await filledDatabase();
    await cli(db, ['portal', 'send-code', SERIAL]);
    const clock = clockAt(NOON + 6 * MINUTE);
    expect(await cli(db, ['sweep'], { clock })).toMatchObject({
      code: 0,
      stdout: 'Written down: 1 deadline that passed.\n',
    });
    expect((await cli(db, ['sweep', '--json'], { clock })).json()).toEqual({ settled: 0 });
  });
});

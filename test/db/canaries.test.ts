import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readKeyFile } from '../../src/db/keys.ts';
import { openStore } from '../../src/db/open.ts';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { otpAt } from '../../src/domain/otp.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { tick } from '../../src/sim/network.ts';
import { choosePin } from '../../src/sim/phone.ts';
import { enterCode, sendCode, showQr } from '../../src/sim/portal.ts';
import { scanWindow } from '../../src/sim/scanner.ts';
import { cli } from '../support/cli-run.ts';
import { importRecord, NOON } from '../support/records.ts';
import { grantedBy } from '../support/simulated.ts';
import { clockAt, tempDatabase } from '../support/temp-database.ts';

/** Long enough that no other text has it by chance. */
const policy = { ...defaultPolicy, sms: { ...defaultPolicy.sms, codeDigits: 14 } };
const ADMIN = { kind: 'administrator', id: 'root' } as const;
const { customerId, certificate } = importRecord(1);
const { serial } = certificate;
const phone = importRecord(1).phone?.e164 ?? '';

/** Bytes as somebody might have written them down. */
const writings = (bytes: Buffer) =>
  [
    bytes.toString('latin1'),
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    base32(bytes),
    bytes.toString('hex').toUpperCase(),
  ] as const;

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{5}/g) ?? [];
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(group, 2))).join('');
}

/** Which canaries were found in what lies beside a database, its keys left out, and in what was printed. */
function found(db: string, canaries: ReadonlyMap<string, readonly string[]>, printed = ''): readonly string[] {
  const folder = dirname(db);
  const files = readdirSync(folder).filter((name) => !name.endsWith('.keys'));
  const places = files.map((name) => [name, readFileSync(join(folder, name), 'latin1')] as const);
  return [...places, ['printed', printed] as const].flatMap(([place, content]) =>
    [...canaries]
      .filter(([, forms]) => forms.some((form) => content.includes(form)))
      .map(([name]) => `${name} in ${place}`),
  );
}

/** A whole activation with a wrong code and a signature, then new keys and a backup. */
async function lifeWithCanaries(db: string) {
  const secret = randomBytes(policy.otp.secretBytes);
  const codes = ['73190284661057', '86205713944821'];
  const wrong = '55017392846638';
  const clock = clockAt(NOON);
  const entropy = { ...systemEntropy, code: () => codes[0] ?? '', bytes: () => Uint8Array.from(secret) };
  const app = createApp({ store: openStore(db, policy), clock, entropy });
  await app.importRecords(ADMIN, [importRecord(1)], { dryRun: false });
  grantedBy(await sendCode(app, serial));
  clock.advance(30 * SECOND);
  grantedBy(await tick(app));
  expect((await enterCode(app, serial, wrong)).verdict).toBe('refused');
  grantedBy(await enterCode(app, serial, codes[0] ?? ''));
  grantedBy(await showQr(app, serial));
  grantedBy(await choosePin(app, phone, '2468', '2468'));
  grantedBy(await scanWindow(app, phone, '2468', serial));
  const subscriber = { kind: 'subscriber', id: customerId } as const;
  const otp = otpAt(Uint8Array.from(secret), clock.now(), policy.otp);
  const sign = { type: 'sign-document', serial, otp, digest: 'ab', name: 'a.pdf' } as const;
  expect((await app.perform(subscriber, sign)).verdict).toBe('done');
  const keyBefore = readKeyFile(db).master;
  clock.advance(10 * MINUTE);
  await app.rotateKeys(ADMIN);
  await app.backUp(ADMIN, `${db}.backup`);
  const keys = [keyBefore, readKeyFile(db).master].map((key) => Buffer.from(key, 'base64'));
  const canaries = new Map<string, readonly string[]>([
    ['OTP secret', writings(secret)],
    ['SMS code', [codes[0] ?? '']],
    ['wrong code', [wrong]],
    ['master key', keys.flatMap(writings)],
    ['signing key', [readKeyFile(db).signing.split('\n')[1] ?? '']],
  ]);
  return { app, canaries };
}

test('no secret, code or key is found in database, WAL, backup, audit log or anything printed', async () => {
  const db = await tempDatabase();
  const { app, canaries } = await lifeWithCanaries(db);
  const whileOpen = new Map([...canaries].filter(([name]) => name !== 'SMS code'));
  expect(found(db, whileOpen)).toEqual([]);
  app.close();
  const printed: string[] = [];
  for (const argv of [
    ['show', customerId],
    ['show', customerId, '--json'],
    ['diagnose', serial, '--json'],
    ['audit', 'list'],
    ['audit', 'list', '--json'],
    ['audit', 'verify'],
    ['queue', '--json'],
    ['find', 'a', '--json'],
    ['portal', 'status', serial, '--json'],
    ['approvals', 'list', '--json'],
    ['agents', 'list', '--json'],
  ]) {
    const { stdout, stderr } = await cli(db, argv, { clock: clockAt(NOON + 20 * MINUTE) });
    printed.push(stdout, stderr);
  }
  expect(printed.join('').length).toBeGreaterThan(5_000);
  expect(found(db, canaries, printed.join(''))).toEqual([]);
});

test('the search finds what is there', async () => {
  const db = await tempDatabase();
  const { app, canaries } = await lifeWithCanaries(db);
  app.close();
  const hash = new Map([['customer', [customerId]]]);
  expect(found(db, hash)).toContain('customer in test.db');
  const [secret = ''] = canaries.get('OTP secret') ?? [];
  expect(found(db, canaries, `x${secret}x`)).toEqual(['OTP secret in printed']);
});

test('a password is nowhere, neither as typed nor, in the log, as hashed', async () => {
  const db = await tempDatabase('live');
  const password = 'kanarek żółty 4711 w klatce';
  const add = ['agents', 'add', 'ola', '--name', 'Ola Kos', '--role', 'agent', '--password-stdin'];
  const added = await cli(db, add, { stdin: `${password}\n` });
  const wrongly = await cli(db, ['agents', 'password', 'ola', '--password-stdin'], { stdin: `${password}!\n` });
  const listed = await cli(db, ['audit', 'list', '--json']);
  const agents = await cli(db, ['agents', 'list', '--json']);
  expect([added.code, wrongly.code, listed.code, agents.code]).toEqual([0, 0, 0, 0]);
  const printed = [added, wrongly, listed, agents].map(({ stdout, stderr }) => stdout + stderr).join('');
  const bytes = Buffer.from(password);
  expect(found(db, new Map([['password', [password, ...writings(bytes)]]]), printed)).toEqual([]);
  expect(printed).not.toContain('$argon2');
});

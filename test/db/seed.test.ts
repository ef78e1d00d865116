import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readKeys } from '../../src/db/keys.ts';
import { openStore } from '../../src/db/open.ts';
import { seedInto } from '../../src/db/seed.ts';
import { createVault } from '../../src/db/vault.ts';
import { foldText } from '../../src/domain/clean-text.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { readPhone } from '../../src/intake/read-phone.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { NOON } from '../support/records.ts';
import { freshlySeeded, readerOf, seededDatabase } from '../support/seeded.ts';
import { tempDatabase } from '../support/temp-database.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const count = (db: Database.Database, from: string) => db.prepare(`SELECT count(*) FROM ${from}`).pluck().get();
const column = <T>(db: Database.Database, sql: string) => db.prepare<[], T>(sql).pluck().all();

test('folding the audit log gives the seeded rows', async () => {
  expect(differencesFromAudit(readerOf(await seededDatabase()))).toEqual([]);
});

test('the audit log of a seeded database is intact, with one entry for each subscriber and agent', async () => {
  const path = await seededDatabase(2_000);
  const store = openStore(path, defaultPolicy);
  const verdict = await store.verifyAudit();
  store.close();
  expect(verdict).toMatchObject({ intact: true, entries: 2_005 });
});

test('the same seed tells the same pasts, sealed anew; another seed others', async () => {
  const facts = async (seed: number) =>
    column<string>(readerOf(await freshlySeeded(300, seed)), 'SELECT facts FROM audit_log ORDER BY seq');
  const [one, again, other] = [await facts(1), await facts(1), await facts(2)];
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
  const sealed = column<string>(readerOf(await seededDatabase()), 'SELECT sealed FROM otp_secrets');
  expect(new Set(sealed).size).toBe(sealed.length);
});

test('more subscribers leave the first ones after the showcase as they are', async () => {
  const people = async (accounts: number) =>
    column<string>(readerOf(await seededDatabase(accounts)), 'SELECT email FROM accounts ORDER BY id LIMIT 600');
  expect(await people(2_000)).toEqual(await people(600));
});

test('serial numbers cannot repeat, however many chance deals: each ends with whose it is', async () => {
  const serials = column<string>(readerOf(await seededDatabase(2_000)), 'SELECT serial FROM certificates');
  expect(new Set(serials.map((serial) => serial.slice(-9))).size).toBe(serials.length);
  expect(serials.filter((serial) => !/^[1-7][0-9A-F]{31}$/.test(serial))).toEqual([]);
});

test('seeded secrets open with the keys of the installation', async () => {
  const path = await seededDatabase();
  const vault = createVault(readKeys(path));
  const rows = readerOf(path)
    .prepare<[], { serial: string; generation: number; sealed: string }>(
      'SELECT serial, generation, sealed FROM otp_secrets o JOIN certificates c ON c.id = o.certificate_id',
    )
    .all();
  const lengths = rows.map(({ serial, generation, sealed }) => vault.open(serial, generation, sealed).length);
  expect(lengths.filter((length) => length !== defaultPolicy.otp.secretBytes)).toEqual([]);
});

test('every index is there again', async () => {
  const indexes = (path: string) =>
    column<string>(
      readerOf(path),
      "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
    );
  expect(indexes(await seededDatabase())).toEqual(indexes(await tempDatabase()));
});

const ago = (milliseconds: number) => NOON - milliseconds;
const joined = 'activations v JOIN certificates c ON c.id = v.certificate_id JOIN accounts a ON a.id = c.account_id';
const usable = `a.blocked_at IS NULL AND c.status = 'valid' AND c.not_before <= ${NOON} AND c.not_after >= ${NOON}`;
const waiting = "v.status = 'awaiting_code'";
const open = 'sms_attempts s JOIN activations v ON v.certificate_id = s.certificate_id AND v.attempts = s.number';

const states: readonly (readonly [state: string, from: string, atLeast: number])[] = [
  ['inactive, untouched', `certificates c WHERE id NOT IN (SELECT certificate_id FROM activations)`, 40],
  ['active', `${joined} WHERE v.status = 'active' AND ${usable}`, 250],
  ['awaiting a code, the countdown running', `${joined} WHERE ${waiting} AND v.due_at > ${NOON} AND ${usable}`, 8],
  ['… delivered', `${open} WHERE ${waiting} AND s.delivered_at IS NOT NULL`, 3],
  ['… not delivered yet', `${open} WHERE ${waiting} AND s.delivered_at IS NULL`, 3],
  [
    '… not delivered for over two minutes',
    `${open} WHERE ${waiting} AND s.delivered_at IS NULL AND s.requested_at < ${ago(2 * MINUTE)}`,
    2,
  ],
  ['… once mistyped', `${open} WHERE ${waiting} AND s.wrong_entries = 1`, 1],
  ['awaiting the first OTP, QR on screen', `${joined} WHERE v.qr_state = 'shown' AND ${usable}`, 1],
  ['awaiting the first OTP, QR not opened', `${joined} WHERE v.qr_state = 'unseen' AND ${usable}`, 1],
  ['awaiting the first OTP, window closed', `${joined} WHERE v.qr_state = 'closed' AND ${usable}`, 3],
  ['locked by SMS', `${joined} WHERE v.lock_cause = 'sms' AND ${usable}`, 6],
  ['locked by SMS minutes ago', `activations WHERE lock_cause = 'sms' AND since > ${ago(6 * MINUTE)}`, 1],
  ['locked by SMS hours ago', `activations WHERE lock_cause = 'sms' AND since < ${ago(8 * HOUR)}`, 1],
  ['locked by OTP', `${joined} WHERE v.lock_cause = 'otp' AND ${usable}`, 2],
  ['frozen', `activations WHERE status = 'frozen'`, 1],
  ['disabled', `activations WHERE status = 'disabled' AND lifetime_failures >= 100`, 1],
  ['failed once', `activations WHERE status = 'inactive' AND consecutive_failures = 1`, 3],
  ['failed twice', `activations WHERE status = 'inactive' AND consecutive_failures = 2`, 3],
  ['reset asked for', `activations WHERE pending_approval ->> '$.action' = 'reset'`, 1],
  ['unlock asked for', `activations WHERE pending_approval ->> '$.action' = 'unlock'`, 1],
  ['… in an open case of Ewa', "support_cases WHERE agent_id = 'ewa' AND closed_at IS NULL", 2],
  ['account blocked', 'accounts WHERE blocked_at IS NOT NULL', 2],
  ['phone changed, not usable yet', `accounts WHERE phone_usable_from > ${NOON}`, 1],
  ['phone change asked for', 'accounts WHERE pending_phone_change IS NOT NULL', 1],
  ['no phone', 'accounts WHERE phone IS NULL', 1],
  ['landline with failed attempts', `${joined} WHERE a.phone_kind = 'landline' AND v.consecutive_failures > 0`, 1],
  ['foreign phone', "accounts WHERE phone NOT LIKE '+48%'", 1],
  ['certificate suspended', "certificates WHERE status = 'suspended'", 1],
  ['certificate revoked', "certificates WHERE status = 'revoked'", 5],
  ['certificate expired', `certificates WHERE status = 'valid' AND not_after < ${NOON}`, 20],
  [
    'certificate expiring within 14 days',
    `certificates WHERE status = 'valid' AND not_after BETWEEN ${NOON} AND ${NOON + 14 * DAY}`,
    5,
  ],
  ['certificate not yet valid', `certificates WHERE not_before > ${NOON}`, 1],
  ['SMS late by 6 min 12 s', 'sms_attempts WHERE delivered_at - requested_at = 372000', 3],
  ['never delivered, absent', "sms_attempts WHERE failure_cause = 'absent-subscriber'", 3],
  ['never delivered, rejected', "sms_attempts WHERE failure_cause = 'rejected'", 3],
  ['never delivered, no receipt', "sms_attempts WHERE outcome = 'not_delivered' AND operator IS NULL", 3],
  ['wrong codes', "sms_attempts WHERE outcome = 'wrong_code' AND wrong_entries = 3", 3],
  ['right code too late', "sms_attempts WHERE outcome = 'expired'", 3],
  ['superseded', "sms_attempts WHERE outcome = 'superseded'", 3],
];

describe.each([1, 2, 3])('500 subscribers of seed %i', (seed) => {
  test('show every state', async () => {
    const db = readerOf(await seededDatabase(500, seed));
    const missing = states.filter(([, from, atLeast]) => Number(count(db, from)) < atLeast).map(([state]) => state);
    expect(missing).toEqual([]);
  });
});

test('nothing is due that time would have settled, and nothing but deadlines lies in the future', async () => {
  const db = readerOf(await seededDatabase(2_000));
  expect(count(db, `activations WHERE due_at <= ${NOON}`)).toBe(0);
  expect(count(db, `certificates WHERE status = 'suspended' AND status_since <= ${ago(7 * DAY)}`)).toBe(0);
  expect(count(db, `accounts WHERE pending_phone_change ->> '$.expiresAt' <= ${NOON}`)).toBe(0);
  expect(
    column(db, `SELECT f.value ->> '$.type' FROM audit_log, json_each(facts) f WHERE f.value ->> '$.at' > ${NOON}`),
  ).toEqual([]);
});

test('pasts keep to the rules: no more codes to a number a day than allowed, no request too soon', async () => {
  const db = readerOf(await seededDatabase(2_000));
  const { codesPerPhone, codesPerPhoneWindow, resendNotBefore } = defaultPolicy.sms;
  expect(
    count(
      db,
      `sms_attempts s WHERE (SELECT count(*) FROM sms_attempts o WHERE o.phone = s.phone
         AND o.requested_at > s.requested_at - ${codesPerPhoneWindow} AND o.requested_at <= s.requested_at) > ${codesPerPhone}`,
    ),
  ).toBe(0);
  expect(
    count(
      db,
      `sms_attempts s JOIN sms_attempts o ON o.certificate_id = s.certificate_id AND o.number = s.number + 1
         WHERE s.outcome = 'superseded' AND o.requested_at < s.requested_at + ${resendNotBefore}`,
    ),
  ).toBe(0);
  expect(
    count(db, "activations WHERE consecutive_failures >= 3 AND status NOT IN ('locked', 'frozen', 'disabled')"),
  ).toBe(0);
});

test('nobody is real: reserved mail domains, personal numbers of no month, unique addresses', async () => {
  const db = readerOf(await seededDatabase(2_000));
  const emails = column<string>(db, 'SELECT email FROM accounts');
  expect(emails.filter((email) => !/^[a-z]+\.[a-z]+\d+@example\.(org|net|com)$/.test(email))).toEqual([]);
  expect(new Set(emails).size).toBe(2_000);
  const identities = column<string>(db, 'SELECT identity FROM certificates');
  expect(identities.filter((identity) => !/^PNOPL-\d\d1[3-9]\d{7}$/.test(identity))).toEqual([]);
});

test('names use every Polish letter and are stored folded for the search', async () => {
  const db = readerOf(await seededDatabase(2_000));
  const rows = db
    .prepare<[], Record<'given' | 'family' | 'givenFolded' | 'familyFolded', string>>(
      `SELECT given_name AS given, family_name AS family, given_folded AS givenFolded, family_folded AS familyFolded
       FROM accounts`,
    )
    .all();
  const letters = new Set(rows.flatMap(({ given, family }) => [...given, ...family]));
  expect([...'ąćęłńóśźżĆŁŚŹŻ-'].filter((letter) => !letters.has(letter))).toEqual([]);
  expect(
    rows.filter((row) => foldText(row.given) !== row.givenFolded || foldText(row.family) !== row.familyFolded),
  ).toEqual([]);
  const store = openStore(db.name, defaultPolicy);
  const found = await store.questions.search('lukasz', NOON);
  store.close();
  expect(found.map(({ givenName }) => givenName)).toContain('Łukasz');
});

test('phones are what the import would take them for', async () => {
  const db = readerOf(await seededDatabase(2_000));
  const phones = db
    .prepare<[], { e164: string; kind: string }>(
      'SELECT phone AS e164, phone_kind AS kind FROM accounts WHERE phone IS NOT NULL',
    )
    .all();
  expect(phones.filter((phone) => JSON.stringify(readPhone(phone.e164)) !== JSON.stringify(phone))).toEqual([]);
});

test('the staff of a training database is there, without passwords', async () => {
  const store = openStore(await seededDatabase(), defaultPolicy);
  const agents = await store.questions.agents();
  store.close();
  expect(agents.map(({ agentId, role, hasPassword }) => `${agentId} ${role} ${hasPassword}`).sort()).toEqual([
    'ewa agent false',
    'irena auditor false',
    'jan agent false',
    'olga supervisor false',
    'tomek trainer false',
  ]);
});

test('progress is told, others get their turn, and an abort ends it', async () => {
  const told: number[] = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await tempDatabase('training', (db, keys) =>
    seedInto(db, keys, { accounts: 2_300, seed: 1, now: NOON, onProgress: (done) => told.push(done) }),
  );
  clearInterval(timer);
  expect(told).toEqual([2_000, 2_300]);
  expect(turns).toBeGreaterThan(5);
  const abort = new AbortController();
  const aborted = tempDatabase('training', (db, keys) => {
    setTimeout(() => abort.abort(), 5);
    return seedInto(db, keys, { accounts: 100_000, seed: 1, now: NOON, signal: abort.signal });
  });
  await expect(aborted).rejects.toThrow('aborted');
});

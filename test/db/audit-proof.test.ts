import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkProof } from '../../src/db/audit-proof-check.ts';
import type { AuditProof } from '../../src/domain/audit-proof.ts';
import { importRecord } from '../support/records.ts';
import { tempApp, tempFolder } from '../support/temp-database.ts';

const OTHERS = 1_010;
const administrator = { kind: 'administrator', id: 'root' } as const;
const marta = { kind: 'agent', id: 'marta' } as const;

/** A log of a little over one checkpoint, with one case of the first subscriber in it. */
async function house() {
  const app = await tempApp('training');
  const staff = { type: 'add-agent', agentId: 'marta', name: 'Marta', role: 'supervisor' } as const;
  await app.perform(administrator, { ...staff, passwordHash: null, ownCustomerId: null });
  await app.importRecords(administrator, [importRecord(1)], { dryRun: false });
  const { customerId } = importRecord(1);
  const opened = await app.perform(marta, { type: 'open-case', ticket: 'INC-1', customerId });
  if (opened.verdict !== 'done') throw new Error('no case');
  const caseId = String((opened.facts[0] as unknown as { caseId: string }).caseId);
  const others = Array.from({ length: OTHERS }, (_, number) => importRecord(number + 2));
  await app.importRecords(administrator, others, { dryRun: false });
  await app.perform(marta, { type: 'close-case', caseId });
  return { app, about: { customerId, caseId } };
}

async function exported(about: 'case' | 'account' = 'case') {
  const { app, about: ofCase } = await house();
  const answer = await app.exportAudit(marta, about === 'case' ? ofCase : { ...ofCase, caseId: null });
  if (answer.verdict === 'refused') throw new Error(answer.refusal.code);
  return { app, proof: answer.proof };
}

const check = (proof: unknown, key: string | null = null) => checkProof(JSON.stringify(proof), key);
const rowsOf = ({ segments }: AuditProof) => segments.flatMap(({ links }) => links.filter((link) => 'row' in link));

describe('a proof', () => {
  test('holds the entries of the case under a regular checkpoint and under the head signed for it', async () => {
    const { app, proof } = await exported();
    const verdict = await app.verifyAudit();
    expect(check(proof)).toEqual({
      holds: true,
      entries: 3,
      checkpoints: 2,
      fingerprint: verdict.intact ? verdict.fingerprint : '',
    });
    expect(proof.segments.map(({ checkpoint }) => checkpoint.seq)).toEqual([1_000, OTHERS + 5]);
    expect(rowsOf(proof).map(({ row }) => row[4])).toEqual(['open-case', 'close-case', 'export-audit']);
  });

  test('of an account holds everything about it, and of others nothing but digests', async () => {
    const { proof } = await exported('account');
    expect(rowsOf(proof).map(({ row }) => row[4])).toEqual([
      'import-record',
      'open-case',
      'close-case',
      'export-audit',
    ]);
    expect(JSON.stringify(proof)).toContain('EC-100001');
    expect(JSON.stringify(proof)).not.toContain('EC-100002');
  });

  test('is checked by the few lines in the documentation', async () => {
    const { proof } = await exported();
    const folder = tempFolder();
    const page = readFileSync(join(import.meta.dirname, '../../docs/audit-proof.md'), 'utf8');
    const [, program = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
    writeFileSync(join(folder, 'check.mjs'), program);
    const run = (document: unknown) => {
      writeFileSync(join(folder, 'proof.json'), JSON.stringify(document));
      return execFileSync(process.execPath, ['check.mjs', 'proof.json'], { cwd: folder, stdio: 'pipe' }).toString();
    };
    expect(run(proof)).toMatch(/^holds; signed by [0-9a-f]{64}\n$/);
    expect(() => run(JSON.parse(JSON.stringify(proof).replace('INC-1', 'INC-2')))).toThrow('no way');
  });

  test('leaves the log whole, with the head signed', async () => {
    const { app, proof } = await exported();
    expect(await app.verifyAudit()).toMatchObject({ intact: true, head: proof.segments[1]?.checkpoint.hash });
  });

  test.each(['1', '12', 'x'])('one value changed to %s is found, wherever it stands', async (value) => {
    const { proof } = await exported();
    for (const place of proof.columns.keys()) {
      const forged = structuredClone(proof) as unknown as { segments: { links: { row?: unknown[] }[] }[] };
      const row = forged.segments[0]?.links[0]?.row ?? [];
      row[place] = value;
      expect(check(forged), proof.columns[place]).toMatchObject({ holds: false });
    }
  });

  test.each([
    ['an entry left out', (proof: AuditProof) => proof.segments[0]?.links.toSpliced(0, 1), 'chain-broken'],
    [
      'an entry doubled',
      (proof: AuditProof) => [proof.segments[0]?.links[0], ...(proof.segments[0]?.links ?? [])],
      'chain-broken',
    ],
    ['the last digest lost', (proof: AuditProof) => proof.segments[0]?.links.slice(0, -1), 'chain-broken'],
  ])('%s is found', async (_, forge, why) => {
    const { proof } = await exported();
    const [first, ...others] = proof.segments;
    expect(check({ ...proof, segments: [{ ...first, links: forge(proof) }, ...others] })).toMatchObject({ why });
  });

  test('somebody else’s entry in it is found, although its chain is right', async () => {
    const { app, proof } = await exported();
    const [wrong] = await app.ask.audit({ customerId: 'EC-100002', limit: 1 });
    const whole = await app.exportAudit(marta, { customerId: 'EC-100002', caseId: null });
    if (whole.verdict === 'refused' || !wrong) throw new Error('no other entry');
    const { about } = proof;
    expect(check({ ...whole.proof, about })).toMatchObject({ why: 'other-subject', seq: wrong.seq });
    const ofAccount = { ...about, caseId: null };
    expect(check({ ...whole.proof, about: ofAccount })).toMatchObject({ why: 'other-subject', seq: wrong.seq });
  });

  test('with its values under other names it is none, although its chain is right', async () => {
    const { proof } = await exported();
    const other = { actor_id: 'customer_id', customer_id: 'actor_id' } as Readonly<Record<string, string>>;
    const columns = proof.columns.map((name) => other[name] ?? name);
    expect(check({ ...proof, columns })).toEqual({ holds: false, why: 'not-a-proof', seq: null });
    expect(check({ ...proof, columns: [...proof.columns, 'word'] })).toMatchObject({ why: 'not-a-proof' });
  });

  test('signed by another key it fails, by its signature or by the fingerprint', async () => {
    const { app, proof } = await exported();
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const segments = proof.segments.map((segment) => {
      const { seq, hash } = segment.checkpoint;
      const signature = sign(null, Buffer.from(`ecsc checkpoint ${seq} ${hash}`), privateKey).toString('base64');
      return { ...segment, checkpoint: { seq, hash, signature } };
    });
    expect(check({ ...proof, segments })).toMatchObject({ why: 'signature-wrong' });
    const forged = { ...proof, segments, publicKey: publicKey.export({ type: 'spki', format: 'pem' }) };
    expect(check(forged)).toMatchObject({ holds: true });
    const verdict = await app.verifyAudit();
    const ours = verdict.intact ? verdict.fingerprint : '';
    expect(check(forged, ours)).toMatchObject({ why: 'other-key' });
    expect(check(proof, ours.toUpperCase())).toMatchObject({ holds: true });
  });

  test('of another installation’s beginning is found', async () => {
    const { proof } = await exported('account');
    const [first, ...others] = proof.segments;
    if (!first) throw new Error('no segment');
    const moved = { ...first, after: { ...first.after, seq: 0 } };
    expect(check({ ...proof, segments: [moved, ...others] })).toMatchObject({ why: 'other-installation' });
  });

  test.each(['', 'null', '[]', '{}', '"x"', '{"format":"ecsc-audit-proof/1"}'])('%s is none', (text) => {
    expect(checkProof(text, null)).toEqual({ holds: false, why: 'not-a-proof', seq: null });
  });
});

describe('a head noted earlier', () => {
  test('is found where it stood; one that was cut off is missed', async () => {
    const { app } = await house();
    const before = await app.verifyAudit();
    if (!before.intact) throw new Error('broken');
    await app.importRecords(administrator, [importRecord(5_000)], { dryRun: false });
    expect(await app.verifyAudit({ knownHead: before.head })).toMatchObject({ knownHeadEntry: before.entries });
    const gone = 'ab'.repeat(32);
    expect(await app.verifyAudit({ knownHead: gone })).toMatchObject({ intact: false, why: 'head-missing' });
  });

  test('a check is stopped by its signal', async () => {
    const { app } = await house();
    const stopping = new AbortController();
    const running = app.verifyAudit({ signal: stopping.signal, onProgress: () => stopping.abort() });
    await expect(running).rejects.toThrow();
  });
});

test.each([
  [{ customerId: 'EC-9', caseId: null }, 'account-unknown'],
  [{ customerId: 'EC-100001', caseId: 'NOCASE22' }, 'case-unknown'],
])('there is no export of what does not exist', async (about, code) => {
  const { app } = await house();
  expect(await app.exportAudit(marta, about)).toMatchObject({ verdict: 'refused', refusal: { code } });
  const [entry] = await app.ask.audit({ limit: 1 });
  expect(entry).toMatchObject({ command: 'export-audit', verdict: 'refused' });
});

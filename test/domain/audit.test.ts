import { describe, expect, test } from 'vitest';
import { type Fact, groundsOf, type RecordedFact, redact } from '../../src/domain/audit.ts';
import { askFor, GROUNDS, requestCode, unlock } from '../support/activation-commands.ts';
import { plainVault } from '../support/plain-vault.ts';
import { NOON } from '../support/records.ts';
import { SERIAL } from '../support/situations.ts';
import { everyFact } from './every-fact.ts';

const CANARY = 'canary-7f3a';
const recorded = (fact: Fact): RecordedFact => ({ on: 'activation', id: SERIAL, ...fact });

describe('what the audit log keeps', () => {
  test('never holds a sealed secret', () => {
    const fact = recorded({ type: 'otp-secret-issued', at: NOON, generation: 1, sealed: CANARY });
    expect(redact(fact)).toEqual({ ...fact, sealed: '' });
  });

  test('never holds the digest of a code: six digits are guessed from it', () => {
    const codeDigest = plainVault.digestCode(SERIAL, 1, '123456');
    const requested = {
      type: 'sms-code-requested',
      at: NOON,
      number: 1,
      phone: '+48601000001',
      deadline: NOON,
    } as const;
    const fact = recorded({ ...requested, codeDigest });
    expect(redact(fact)).toEqual({ ...fact, codeDigest: '' });
  });

  test('never holds the hash of a password', () => {
    const added = recorded({
      type: 'agent-added',
      at: NOON,
      agentId: 'ewa',
      name: 'Ewa',
      role: 'agent',
      passwordHash: CANARY,
      ownCustomerId: null,
    });
    const set = recorded({ type: 'agent-password-set', at: NOON, passwordHash: CANARY });
    expect(redact(added)).toEqual({ ...added, passwordHash: '' });
    expect(redact(set)).toEqual({ ...set, passwordHash: '' });
  });

  test('tells an agent without a password from one whose hash is blanked', () => {
    const added = everyFact['agent-added'];
    expect(redact(recorded({ ...added, passwordHash: null }))).toMatchObject({ passwordHash: null });
  });

  test('holds everything else as it happened', () => {
    const secrets = ['otp-secret-issued', 'sms-code-requested', 'agent-added', 'agent-password-set'];
    for (const fact of Object.values(everyFact).filter(({ type }) => !secrets.includes(type))) {
      expect(redact(recorded(fact))).toEqual(recorded(fact));
    }
  });

  test('has no field by the name of a secret, in any fact, that is not blank', () => {
    const named = /^(sealed|.*(digest|hash|secret|password|pin|code))$/i;
    const document = 'document-signed';
    for (const fact of Object.values(everyFact).filter(({ type }) => type !== document)) {
      const shown = Object.entries(redact(recorded(fact))).filter(([field]) => named.test(field));
      expect(shown.filter(([, value]) => value !== '')).toEqual([]);
    }
  });
});

describe('the grounds of an entry', () => {
  test('are the reason and the free text of the command', () => {
    expect(groundsOf(unlock)).toEqual({ reason: GROUNDS.reason, note: GROUNDS.note });
    expect(groundsOf(askFor('reset'))).toEqual({ reason: 'other', note: 'caller on the line' });
  });

  test('are a free text alone where no reason is asked for', () => {
    const block = { type: 'block-account', customerId: 'EC-100001', note: 'fraud' } as const;
    expect(groundsOf(block)).toEqual({ reason: null, note: 'fraud' });
  });

  test('are none for a command of the subscriber', () => {
    expect(groundsOf(requestCode())).toEqual({ reason: null, note: null });
  });
});

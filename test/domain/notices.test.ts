import { expect, test } from 'vitest';
import type { Fact } from '../../src/domain/audit.ts';
import { deciders } from '../../src/domain/commands.ts';
import type { Decider } from '../../src/domain/decision.ts';
import { addressesOf, type NoticeTemplate } from '../../src/domain/message.ts';
import { everyFact } from './every-fact.ts';

/** What the subscriber is told of; everything else is silent. */
const told: Readonly<Partial<Record<Fact['type'], NoticeTemplate>>> = {
  'account-blocked': 'account-blocked',
  'account-unblocked': 'account-unblocked',
  'phone-change-requested': 'phone-change-asked',
  'phone-changed': 'phone-changed',
  'activation-locked': 'activation-locked',
  'activation-unlocked': 'activation-unlocked',
  'activation-frozen': 'activation-frozen',
  'approval-requested': 'reset-asked',
  'activation-reset': 'activation-reset',
};

test.each(Object.values(everyFact).map((fact) => [fact.type, fact] as const))('%s', (type, fact) => {
  const all = Object.values(deciders) as unknown as readonly Decider<never, never, Fact>[];
  const notices = all
    .map((decider) => decider.announce(fact))
    .filter((notice) => notice !== null && notice !== undefined);
  expect(notices).toEqual(told[type] ? [told[type]] : []);
});

test('go to the number and the mailbox on file, and to those before a change too; a landline reads nothing', () => {
  const email = 'a.nowak1@example.org';
  const old = { phone: { e164: '+48601000001', kind: 'mobile' }, email };
  const changed = { phone: { e164: '+48602000002', kind: 'mobile' }, email };
  expect(addressesOf(old, changed)).toEqual([
    { by: 'sms', phone: '+48601000001' },
    { by: 'sms', phone: '+48602000002' },
    { by: 'e-mail', email },
  ]);
  expect(addressesOf({ phone: { e164: '+48221234567', kind: 'landline' }, email })).toEqual([{ by: 'e-mail', email }]);
  expect(addressesOf({ phone: null, email: '' })).toEqual([]);
});

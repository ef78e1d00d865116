import { expect, test } from 'vitest';
import type { Fact } from '../../src/domain/audit.ts';
import { deciders } from '../../src/domain/commands.ts';
import type { Decider } from '../../src/domain/decision.ts';
import { everyFact } from './every-fact.ts';

/** What the subscriber is told of; everything else is silent. */
const told: readonly Fact['type'][] = [
  'account-blocked',
  'account-unblocked',
  'phone-changed',
  'activation-locked',
  'activation-unlocked',
  'activation-frozen',
  'activation-reset',
];

test.each(Object.values(everyFact).map((fact) => [fact.type, fact] as const))('%s', (type, fact) => {
  const all = Object.values(deciders) as unknown as readonly Decider<never, never, Fact>[];
  const notices = all
    .map((decider) => decider.announce(fact))
    .filter((notice) => notice !== null && notice !== undefined);
  expect(notices).toEqual(told.includes(type) ? [type] : []);
});

import { describe, test } from 'vitest';
import type { Command } from '../../src/domain/commands.ts';
import { DAY, MINUTE } from '../../src/domain/ids.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import type { Situation } from '../../src/domain/situation.ts';
import { ASKING, askFor, freeze, unlock } from '../support/activation-commands.ts';
import { lockedBySms } from '../support/activation-facts.ts';
import { givenAccount, givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { accountOf, verifiedCase } from '../support/situations.ts';
import { agentNamed, CUSTOMER, ewa, jan } from '../support/staff.ts';
import { accountOpened } from './account-facts.ts';

const now = NOON + DAY;
const requestPhoneChange = {
  type: 'request-phone-change',
  customerId: CUSTOMER,
  phone: { e164: '+48602000002', kind: 'mobile' },
  ...ASKING,
} as const;

/** The support commands that rest on a case with a verified caller, each where nothing else is in its way. */
const resting: readonly (readonly [Command['type'], (note: string, around: Partial<Situation>) => Refusing])[] = [
  ['unlock-activation', (note, around) => givenActivation(...lockedBySms()).when({ ...unlock, note }, around)],
  ['request-approval', (note, around) => givenActivation().when({ ...askFor('reset'), note }, around)],
  ['request-approval', (note, around) => givenActivation().when({ ...askFor('reset', true), note }, around)],
  [
    'request-phone-change',
    (note, around) =>
      givenAccount(accountOpened()).when({ ...requestPhoneChange, note }, { account: accountOf(), ...around }),
  ],
];
const freezing = (note: string, around: Partial<Situation>): Refusing =>
  givenActivation().when({ ...freeze, note }, around);

interface Refusing {
  thenRefused(refusal: Refusal): unknown;
}

describe.each([...resting, ['freeze-activation', freezing] as const])('%s rests on a case', (_command, tryIt) => {
  const refused = (refusal: Refusal, around: Partial<Situation>, note = 'caller on the line') =>
    tryIt(note, { now, ...around }).thenRefused(refusal);

  test('of an account that is there', () => {
    refused({ code: 'account-unknown' }, { account: { status: 'absent' } });
  });

  test('that is not about the agent’s own account', () => {
    refused({ code: 'own-account' }, { agent: agentNamed('ewa', { ownCustomerId: CUSTOMER }) });
  });

  test('that is there', () => {
    refused({ code: 'case-unknown' }, { supportCase: { status: 'absent' } });
  });

  test('of this account', () => {
    const supportCase = verifiedCase('ewa', now, { customerId: 'EC-100002' });
    refused({ code: 'case-of-another-account' }, { supportCase });
  });

  test('of the same agent', () => {
    refused({ code: 'case-of-another-agent' }, { actor: ewa, supportCase: verifiedCase('jan', now) });
    refused({ code: 'case-of-another-agent' }, { actor: jan, supportCase: verifiedCase('ewa', now) });
  });

  test('that is open', () => {
    refused({ code: 'case-closed' }, { supportCase: { ...verifiedCase('ewa', now), status: 'closed', closedAt: now } });
  });

  test('with a free text that says something', () => {
    refused({ code: 'note-missing' }, {}, '');
    refused({ code: 'note-missing' }, {}, ' \t\n');
  });
});

describe.each(resting)('%s needs a verified caller', (_command, tryIt) => {
  const refused = (refusal: Refusal, around: Partial<Situation>) =>
    tryIt('caller on the line', { now, ...around }).thenRefused(refusal);

  test('who was asked at all', () => {
    const supportCase = verifiedCase('ewa', now, { verification: { status: 'none' } });
    refused({ code: 'caller-not-verified' }, { supportCase });
  });

  test('who did not fail', () => {
    const supportCase = verifiedCase('ewa', now, { verification: { status: 'failed', at: now, failures: 1 } });
    refused({ code: 'caller-not-verified' }, { supportCase });
  });

  test('less than fifteen minutes ago', () => {
    const verifiedAt = now - 15 * MINUTE;
    refused({ code: 'verification-expired', verifiedAt }, { supportCase: verifiedCase('ewa', verifiedAt) });
    refused(
      { code: 'verification-expired', verifiedAt: verifiedAt - 1 },
      { supportCase: verifiedCase('ewa', verifiedAt - 1) },
    );
  });
});

test('a verification of 14:59.999 is still good', () => {
  const outcome = givenActivation(...lockedBySms()).when(unlock, {
    now,
    supportCase: verifiedCase('ewa', now - 15 * MINUTE + 1),
  });
  outcome.andState({ status: 'inactive' });
});

test('freezing on suspicion needs no verified caller', () => {
  const supportCase = verifiedCase('ewa', now, { verification: { status: 'failed', at: now, failures: 1 } });
  givenActivation()
    .when(freeze, { now, supportCase })
    .thenDone({ type: 'activation-frozen', at: now, cause: 'suspicion' });
});

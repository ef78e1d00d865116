import { expect, test } from 'vitest';
import { diagnose } from '../../src/domain/diagnosis.ts';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { activationLines, subscriberLines } from '../../src/screens/account/account-view.ts';
import { textFor } from '../../src/text/index.ts';
import { locked } from '../support/activation-facts.ts';
import { knownOf, type Story } from '../support/known.ts';
import { plain } from '../support/plain.ts';
import { NOON } from '../support/records.ts';
import { accountOf, blockedAccount } from '../support/situations.ts';
import { stuckStories } from '../support/stuck-stories.ts';

const texts = textFor('en');
const settings = (now: number) => ({ texts, now, width: 200, policy: defaultPolicy });

function nextStep(story: Story): string | undefined {
  const known = knownOf(story);
  const lines = activationLines(known.account, known.view, settings(known.now), {
    diagnosis: diagnose(known),
    moreBy: null,
    own: false,
  });
  return lines.map(plain).find((line) => line.trim().startsWith('Next:'));
}

test.each(['operator-outage', 'phone-landline', 'phone-clock-off', 'sms-late', 'qr-window-closed'] as const)(
  'where the cause is known, what comes next is what %s asks for',
  (cause) => {
    expect(nextStep(stuckStories[cause])).toContain(texts.diagnosis.cause[cause].next);
  },
);

test('a cause that is only possible leaves the usual next step', () => {
  expect(nextStep(stuckStories['otp-mistyped'])).toContain(texts.console.account.next.active);
});

test('what stands in the way comes before any cause', () => {
  expect(nextStep(stuckStories['account-blocked'])).toContain('supervisor');
  const { facts = [] } = stuckStories['sms-late'];
  expect(nextStep({ facts: [...facts, locked('sms', NOON + 10 * MINUTE)] })).toContain('Verify the caller and unlock');
});

test('nobody is said to be able to sign whom the account or the certificate bars', () => {
  const meaning = (story: Story) => {
    const known = knownOf(story);
    const looking = { diagnosis: null, moreBy: null, own: false };
    return activationLines(known.account, known.view, settings(known.now), looking).map(plain).join('\n');
  };
  const active = stuckStories['already-active'];
  const { certificate } = stuckStories['certificate-expired'];
  expect(meaning(active)).toContain('the subscriber can sign');
  expect(meaning({ ...active, account: blockedAccount() })).toContain('the account is blocked: nothing can be');
  expect(meaning({ ...active, ...(certificate ? { certificate } : {}) })).toContain('the certificate is not valid');
  const lockedOut = { facts: [locked('sms', NOON)] };
  expect(meaning({ ...lockedOut, account: blockedAccount() })).not.toContain('nothing can be');
});

test('a number that can be used within this second is usable', () => {
  const lines = (usableFrom: number) =>
    subscriberLines(
      { account: accountOf({ phoneUsableFrom: usableFrom }), certificates: [], cases: [], calls: 0 },
      settings(NOON),
    ).join('\n');
  expect(lines(NOON + SECOND - 1)).not.toContain('SMS codes only from');
  expect(lines(NOON + SECOND)).toContain('SMS codes only from');
  expect(lines(NOON + MINUTE)).toContain('SMS codes only from');
});

test('a request that was rejected is seen until another one may be made', () => {
  const until = NOON + defaultPolicy.support.coolDown;
  const lines = (now: number) =>
    subscriberLines(
      { account: accountOf({ lastNoAt: NOON }), certificates: [], cases: [], calls: 0 },
      settings(now),
    ).join('\n');
  expect(lines(until - 1)).toContain(texts.console.account.coolingDown(texts.moments.moment(until)));
  expect(lines(until)).not.toContain('a new one only from');
});

test('on their own account nobody is told to do anything but to ask somebody else', () => {
  const known = knownOf(stuckStories['sms-late']);
  const looking = { diagnosis: diagnose(known), moreBy: null, own: true };
  const lines = activationLines(known.account, known.view, settings(known.now), looking).map(plain).join('\n');
  expect(lines).toContain('Next: This is your own account');
});

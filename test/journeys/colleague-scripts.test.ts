import { describe, expect, test } from 'vitest';
import type { App, Request } from '../../src/app.ts';
import { openReader } from '../../src/db/connection.ts';
import { HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/permissions.ts';
import { notMe } from '../../src/sim/not-me.ts';
import { at, by, opened, refusalOf, verified } from '../support/at-the-desk.ts';
import { grantedBy } from '../support/simulated.ts';
import { administrator } from '../support/staff.ts';
import { customerOf, type Desk, serialOf, supportDesk } from '../support/support-desk.ts';

/** What callers and colleagues try with cases, grants, second persons and the clock (SECURITY.md, attack 21), from 19 on. */

const { serial, customerId, grounds } = at('active');
const NEW_NUMBER = { e164: '+48509000009', kind: 'mobile' } as const;
const HAS = ['call-back', 'contract-number'] as const;
const abort = { type: 'abort-call', serial, cause: 'pressure', ticket: null, passed: [], failed: [] } as const;

const reset = (caseId: string, emergency = false): Request => ({
  type: 'request-approval',
  serial,
  action: 'reset',
  caseId,
  emergency,
  ...grounds,
});
const newNumber = (caseId: string): Request => ({
  type: 'request-phone-change',
  customerId,
  phone: NEW_NUMBER,
  caseId,
  ...grounds,
});
const yes: Request = { type: 'approve-request', serial };
const no: Request = { type: 'reject-request', serial };
const yesToNumber: Request = { type: 'approve-phone-change', customerId, atOnce: true };

/** The desk with a second supervisor and a second agent; `answers` tells what came of what somebody tried. */
async function desk() {
  const app = await supportDesk();
  for (const [agentId, role] of Object.entries({ olga: 'supervisor', jan: 'agent' } as const)) {
    const profile = { agentId, name: agentId, role, passwordHash: null, ownCustomerId: null };
    await app.perform(administrator, { type: 'add-agent', ...profile });
  }
  const tries = async (who: string, request: Request) => {
    app.clock.advance(SECOND);
    return refusalOf(by(app, who, request));
  };
  return { app, tries, proven: (who: string) => verified(app, who, HAS) };
}

const standing = async (app: App) => {
  const found = await app.ask.certificate(serial, app.now());
  if (found.found !== 'one') throw new Error('the subscriber of the script is gone');
  return { ...found.view.activation, phone: found.account.phone?.e164 };
};
const unharmed = async (app: Desk) => {
  expect(await standing(app)).toMatchObject({ status: 'active', generations: 1, phone: '+48601000002' });
};

describe('a grant is for one case, one account, one agent, one quarter of an hour', () => {
  test('19. knowing the e-mail address is not answering from it', async () => {
    const { app, tries } = await desk();
    const caseId = await verified(app, 'ewa', ['e-mail-on-file', 'contract-number', 'date-of-birth']);
    expect(await tries('ewa', reset(caseId))).toBe('possession-needed');
    expect(await tries('ewa', newNumber(caseId))).toBe('possession-needed');
  });

  test('20. a second case about the same account has no part in the first one’s grant', async () => {
    const { app, tries, proven } = await desk();
    const first = await proven('ewa');
    const second = await opened(app, 'ewa', 'active', 'INC-2');
    expect(await tries('ewa', reset(second))).toBe('caller-not-verified');
    expect(await tries('ewa', reset(first))).toBe('done');
  });

  test('21. a case that is closed carries nothing, however well the caller was verified', async () => {
    const { tries, proven } = await desk();
    const caseId = await proven('ewa');
    expect(await tries('ewa', { type: 'close-case', caseId })).toBe('done');
    expect(await tries('ewa', reset(caseId))).toBe('case-closed');
    expect(await tries('ewa', newNumber(caseId))).toBe('case-closed');
  });

  test.each([
    ['done', 15 * MINUTE - SECOND - 1],
    ['verification-expired', 15 * MINUTE - SECOND],
  ])('22. a millisecond before the quarter of an hour is over it holds, then not: %s', async (outcome, wait) => {
    for (const ask of [reset, newNumber]) {
      const { app, tries, proven } = await desk();
      const caseId = await proven('ewa');
      app.clock.advance(wait);
      expect(await tries('ewa', ask(caseId))).toBe(outcome);
    }
  });

  test('23. a wrong answer after the right ones takes the grant back', async () => {
    const { tries, proven } = await desk();
    const caseId = await proven('ewa');
    const wrong = { type: 'record-verification', caseId, passed: ['call-back'], failed: ['date-of-birth'] } as const;
    expect(await tries('ewa', wrong)).toBe('caller-not-verified');
    expect(await tries('ewa', reset(caseId))).toBe('caller-not-verified');
  });

  test('24. a case handed over, and handed back, has no grant any more', async () => {
    const { tries, proven } = await desk();
    const caseId = await proven('ewa');
    expect(await tries('ewa', { type: 'hand-over-case', caseId, to: 'jan', note: 'lunch' })).toBe('done');
    expect(await tries('jan', reset(caseId))).toBe('caller-not-verified');
    expect(await tries('ewa', reset(caseId))).toBe('case-of-another-agent');
    expect(await tries('jan', { type: 'hand-over-case', caseId, to: 'ewa', note: 'back' })).toBe('done');
    expect(await tries('ewa', reset(caseId))).toBe('caller-not-verified');
  });

  test('25. what was unlocked on knowledge does not lead on to a reset', async () => {
    const { app, tries } = await desk();
    const locked = serialOf('locked');
    const caseId = await verified(app, 'ewa', ['contract-number', 'date-of-birth', 'last-signature'], 'locked');
    expect(await tries('ewa', { type: 'unlock-activation', serial: locked, caseId, ...grounds })).toBe('done');
    expect(await tries('ewa', { ...reset(caseId), serial: locked } as Request)).toBe('possession-needed');
  });

  test('26. nobody takes a colleague’s case away, but a supervisor', async () => {
    const { tries, proven } = await desk();
    const caseId = await proven('ewa');
    const take = { type: 'hand-over-case', caseId, to: 'jan', note: 'give it to me' } as const;
    expect(await tries('jan', take)).toBe('case-of-another-agent');
    expect(await tries('marta', take)).toBe('done');
  });
});

describe('a second person is another person, who may, now', () => {
  test('27. two consoles of one supervisor are one person, in an emergency too', async () => {
    const { app, tries, proven } = await desk();
    expect(await tries('ewa', reset(await proven('ewa'), true))).toBe('done');
    expect(await tries('marta', yes)).toBe('done');
    expect(await tries('marta', yes)).toBe('same-person');
    await unharmed(app);
  });

  test('28. a supervisor who asks in an emergency needs two others', async () => {
    const { app, tries, proven } = await desk();
    expect(await tries('marta', reset(await proven('marta'), true))).toBe('done');
    expect(await tries('olga', yes)).toBe('done');
    expect(await tries('marta', yes)).toBe('same-person');
    expect(await tries('olga', yes)).toBe('same-person');
    await unharmed(app);
  });

  test('29. an emergency half approved is over after two hours like any other', async () => {
    const { app, tries, proven } = await desk();
    expect(await tries('ewa', reset(await proven('ewa'), true))).toBe('done');
    expect(await tries('marta', yes)).toBe('done');
    app.clock.advance(2 * HOUR - 2 * SECOND);
    expect(await tries('olga', yes)).toBe('no-approval-pending');
    await unharmed(app);
  });

  test('30. a supervisor demoted or disabled a moment ago says no yes', async () => {
    const { app, tries, proven } = await desk();
    expect(await tries('ewa', reset(await proven('ewa')))).toBe('done');
    await app.perform(administrator, { type: 'change-agent-role', agentId: 'marta', role: 'agent' });
    expect(await tries('marta', yes)).toBe('not-permitted');
    await app.perform(administrator, { type: 'change-agent-role', agentId: 'jan', role: 'supervisor' });
    await app.perform(administrator, { type: 'disable-agent', agentId: 'olga' });
    expect(await tries('olga', yes)).toBe('agent-disabled');
    await unharmed(app);
  });

  test.each<Role>(['agent', 'trainer', 'auditor'])('31. %s: neither yes nor no', async (role) => {
    const { app, tries, proven } = await desk();
    expect(await tries('ewa', reset(await proven('ewa')))).toBe('done');
    if (role !== 'agent') await app.perform(administrator, { type: 'change-agent-role', agentId: 'jan', role });
    for (const answer of [yes, no, yesToNumber]) expect(await tries('jan', answer)).toBe('not-permitted');
    await unharmed(app);
  });

  test('32. nobody decides about their own account, whoever asked; nor is handed a case about it', async () => {
    const { app, tries } = await desk();
    const own = serialOf('agentsOwn');
    const caseId = await verified(app, 'marta', HAS, 'agentsOwn');
    await app.perform(administrator, { type: 'change-agent-role', agentId: 'ewa', role: 'supervisor' });
    expect(await tries('marta', { ...reset(caseId), serial: own } as Request)).toBe('done');
    expect(await tries('ewa', { type: 'approve-request', serial: own })).toBe('own-account');
    expect(await tries('ewa', { type: 'reject-request', serial: own })).toBe('own-account');
    expect(await tries('marta', { type: 'hand-over-case', caseId, to: 'ewa', note: 'yours' })).toBe('colleague-cannot');
  });

  test('33. while one request waits a second one does not slip in beside it', async () => {
    const { tries, proven } = await desk();
    expect(await tries('ewa', reset(await proven('ewa')))).toBe('done');
    expect(await tries('jan', reset(await proven('jan')))).toBe('approval-pending');
    expect(await tries('jan', reset(await proven('jan'), true))).toBe('approval-pending');
  });
});

describe('one no is the last word', () => {
  test('34. an aborted call ends the number that waits too', async () => {
    const { app, tries, proven } = await desk();
    expect(await tries('ewa', newNumber(await proven('ewa')))).toBe('done');
    expect(await tries('jan', abort)).toBe('done');
    expect(await tries('marta', yesToNumber)).toBe('overruled');
    expect((await standing(app)).phone).toBe('+48601000002');
  });

  test('35. a rejected number ends the reset that waits too', async () => {
    const { app, tries, proven } = await desk();
    const caseId = await proven('ewa');
    expect(await tries('ewa', reset(caseId))).toBe('done');
    expect(await tries('ewa', newNumber(caseId))).toBe('done');
    expect(await tries('marta', { type: 'reject-phone-change', customerId })).toBe('done');
    expect(await tries('olga', yes)).toBe('overruled');
    await unharmed(app);
  });

  test('36. so it does between the two yeses of an emergency', async () => {
    const { app, tries, proven } = await desk();
    const caseId = await proven('ewa');
    expect(await tries('ewa', newNumber(caseId))).toBe('done');
    expect(await tries('ewa', reset(caseId, true))).toBe('done');
    expect(await tries('marta', yes)).toBe('done');
    expect(await tries('marta', { type: 'reject-phone-change', customerId })).toBe('done');
    expect(await tries('olga', yes)).toBe('overruled');
    await unharmed(app);
  });

  test.each([
    ['cool-down', 4 * HOUR - 2 * SECOND - 1],
    ['done', 4 * HOUR - 2 * SECOND],
  ])('37. four hours to the millisecond nothing is asked for: %s', async (outcome, wait) => {
    const { app, tries, proven } = await desk();
    expect(await tries('ewa', reset(await proven('ewa')))).toBe('done');
    expect(await tries('marta', no)).toBe('done');
    app.clock.advance(wait);
    const caseId = await proven('jan');
    app.clock.advance(SECOND);
    expect(await tries('jan', reset(caseId))).toBe(outcome);
  });

  test('38. what was stopped is not unlocked, and not signed with: only a reset that two agree on helps', async () => {
    const { app, tries, proven } = await desk();
    expect(await tries('ewa', abort)).toBe('done');
    const caseId = await proven('jan');
    expect(await tries('jan', { type: 'unlock-activation', serial, caseId, ...grounds })).toBe('not-locked');
    const code = { type: 'request-sms-code', serial } as const;
    expect(await refusalOf(app.perform({ kind: 'subscriber', id: customerId }, code))).toBe('activation-frozen');
    app.clock.advance(4 * HOUR);
    expect(await tries('jan', reset(await proven('jan')))).toBe('done');
    expect(await tries('marta', yes)).toBe('done');
    expect((await standing(app)).status).toBe('inactive');
  });

  test('39. “not me” comes too late for the yes, and stops what it has brought about', async () => {
    const { app, tries, proven } = await desk();
    expect(await tries('ewa', reset(await proven('ewa')))).toBe('done');
    expect(await tries('marta', yes)).toBe('done');
    app.clock.advance(MINUTE);
    expect(grantedBy(await notMe(app, serial, null))).toMatchObject({ about: 'activation-reset', frozen: [serial] });
    expect(await standing(app)).toMatchObject({ status: 'frozen', cause: 'not-me' });
  });

  test('40. a reference is its receiver’s: somebody else’s stops nothing', async () => {
    const { app, tries, proven } = await desk();
    expect(await tries('ewa', reset(await proven('ewa')))).toBe('done');
    const other = customerOf('untouched');
    const reference = newestReference(app);
    const stranger = { kind: 'subscriber', id: other } as const;
    for (const about of [serial, serialOf('untouched')]) {
      const answer = app.perform(stranger, { type: 'report-not-me', serial: about, reference });
      expect(['not-your-account', 'reference-unknown']).toContain(await refusalOf(answer));
    }
    const own = app.perform({ kind: 'subscriber', id: customerId }, { type: 'report-not-me', serial, reference });
    expect(await refusalOf(own)).toBe('done');
  });
});

function newestReference(app: Desk): string {
  const newest = openReader(app.path).prepare<[string], string>(
    'SELECT reference FROM outbox WHERE customer_id = ? AND reference IS NOT NULL ORDER BY id DESC LIMIT 1',
  );
  return newest.pluck().get(customerId) ?? '';
}

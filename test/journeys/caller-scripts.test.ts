import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/ids.ts';
import type { Proof } from '../../src/domain/support-case.ts';
import { notMe } from '../../src/sim/not-me.ts';
import { inbox } from '../../src/sim/phone.ts';
import { at, by, opened, refusalOf, verified } from '../support/at-the-desk.ts';
import { grantedBy } from '../support/simulated.ts';
import { customerOf, type Desk, serialOf, supportDesk, tell } from '../support/support-desk.ts';

/** What callers try, through the one door, and what must come of it (SECURITY.md, attack 21). */

const { serial, customerId, grounds } = at('active');
const NEW_NUMBER = { e164: '+48509000009', kind: 'mobile' } as const;

const askReset = (app: App, agent: string, caseId: string, emergency = false) =>
  by(app, agent, { type: 'request-approval', serial, action: 'reset', caseId, emergency, ...grounds });
const askPhone = (app: App, agent: string, caseId: string) =>
  by(app, agent, { type: 'request-phone-change', customerId, phone: NEW_NUMBER, caseId, ...grounds });
const approve = (app: App, agent: string) => by(app, agent, { type: 'approve-request', serial });

async function secondSupervisor(app: App): Promise<void> {
  await app.perform(
    { kind: 'administrator', id: 'root' },
    { type: 'add-agent', agentId: 'olga', name: 'Olga', role: 'supervisor', passwordHash: null, ownCustomerId: null },
  );
}

const mailOf = async (app: App) => (await app.ask.account(customerId, app.now()))?.account.email ?? '';

const standing = async (app: App) => {
  const found = await app.ask.certificate(serial, app.now());
  if (found.found !== 'one') throw new Error('the subscriber of the script is gone');
  return { ...found.view.activation, phone: found.account.phone?.e164 };
};
const unharmed = async (app: App) => expect(await standing(app)).toMatchObject({ status: 'active', generations: 1 });

describe('what a caller says', () => {
  test('1. the urgent boss: nothing is done before the caller is verified', async () => {
    const app = await supportDesk();
    const caseId = await opened(app, 'ewa');
    expect(await refusalOf(askReset(app, 'ewa', caseId))).toBe('caller-not-verified');
    await unharmed(app);
  });

  test('2. the urgent boss who knows everything: knowledge alone leads to no reset', async () => {
    const app = await supportDesk();
    const known: readonly Proof[] = ['contract-number', 'date-of-birth', 'certificate-expiry', 'last-signature'];
    const caseId = await verified(app, 'ewa', known);
    expect(await refusalOf(askReset(app, 'ewa', caseId))).toBe('possession-needed');
    expect(await refusalOf(askReset(app, 'ewa', caseId, true))).toBe('possession-needed');
    await unharmed(app);
  });

  test('3. “I have a new phone”: knowledge alone leads to no new number', async () => {
    const app = await supportDesk();
    const caseId = await verified(app, 'ewa', ['contract-number', 'date-of-birth', 'e-mail-on-file']);
    expect(await refusalOf(askPhone(app, 'ewa', caseId))).toBe('possession-needed');
    expect((await standing(app)).phone).toBe('+48601000002');
  });

  test('4. number first, reset next: a call to the number just given proves nothing', async () => {
    const app = await supportDesk();
    await askPhone(app, 'ewa', await verified(app, 'ewa', ['e-mail-reply', 'contract-number']));
    await by(app, 'marta', { type: 'approve-phone-change', customerId, atOnce: false });
    const caseId = await opened(app, 'ewa');
    const called = by(app, 'ewa', {
      type: 'record-verification',
      caseId,
      passed: ['call-back', 'date-of-birth'],
      failed: [],
    });
    expect(await refusalOf(called)).toBe('call-back-proves-nothing');
    expect(await refusalOf(askReset(app, 'ewa', caseId))).toBe('caller-not-verified');
    await unharmed(app);
  });

  test('4b. a call to the old number, the new one a minute later: it proves nothing any more', async () => {
    const app = await supportDesk();
    const caseId = await verified(app, 'ewa', ['call-back', 'contract-number', 'date-of-birth']);
    const mail = await verified(app, 'marta', ['e-mail-reply', 'contract-number']);
    await askPhone(app, 'marta', mail);
    await secondSupervisor(app);
    await by(app, 'olga', { type: 'approve-phone-change', customerId, atOnce: false });
    expect(await refusalOf(askReset(app, 'ewa', caseId))).toBe('possession-needed');
    await unharmed(app);
  });

  test('5. the wrong answer: recorded, and the case carries nothing', async () => {
    const app = await supportDesk();
    const caseId = await opened(app, 'ewa');
    const answer = by(app, 'ewa', {
      type: 'record-verification',
      caseId,
      passed: ['call-back', 'contract-number'],
      failed: ['date-of-birth'],
    });
    expect(await refusalOf(answer)).toBe('caller-not-verified');
    expect(await refusalOf(askReset(app, 'ewa', caseId))).toBe('caller-not-verified');
    const [, recorded] = await app.ask.audit({ customerId, limit: 2 });
    expect(recorded?.facts).toMatchObject([{ type: 'caller-verification-failed', failed: ['date-of-birth'] }]);
  });

  test('6. the second ticket: a case of somebody else’s account, or of another agent, carries nothing', async () => {
    const app = await supportDesk();
    const others = await verified(app, 'ewa', ['call-back', 'contract-number'], 'untouched');
    expect(await refusalOf(askReset(app, 'ewa', others))).toBe('case-of-another-account');
    const martas = await verified(app, 'marta', ['call-back', 'contract-number']);
    expect(await refusalOf(askReset(app, 'ewa', martas))).toBe('case-of-another-agent');
    await unharmed(app);
  });

  test('7. “you verified me this morning”: a verification is good for a quarter of an hour', async () => {
    const app = await supportDesk();
    const caseId = await verified(app, 'ewa', ['call-back', 'contract-number']);
    app.clock.advance(15 * MINUTE);
    expect(await refusalOf(askReset(app, 'ewa', caseId))).toBe('verification-expired');
  });

  test('8. “I was at your desk”: a visit is a supervisor’s to record', async () => {
    const app = await supportDesk();
    const caseId = await opened(app, 'ewa');
    const visit = (agent: string, id: string) =>
      by(app, agent, { type: 'record-verification', caseId: id, passed: ['personal-visit'], failed: [] });
    expect(await refusalOf(visit('ewa', caseId))).toBe('visit-needs-supervisor');
    expect(await refusalOf(visit('marta', await opened(app, 'marta')))).toBe('done');
  });
});

describe('what colleagues are talked into', () => {
  test('9. the own account: no case, no freeze, no abort, whoever asks', async () => {
    const app = await supportDesk();
    const own = serialOf('agentsOwn');
    const answer = by(app, 'ewa', { type: 'open-case', ticket: 'INC-1', customerId: customerOf('agentsOwn') });
    expect(await refusalOf(answer)).toBe('own-account');
    const abort = { type: 'abort-call', serial: own, cause: 'pressure', ticket: null, passed: [], failed: [] } as const;
    expect(await refusalOf(by(app, 'ewa', abort))).toBe('own-account');
  });

  test('10. “just click yes yourself”: who asked does not decide, supervisor or not', async () => {
    const app = await supportDesk();
    await askReset(app, 'marta', await verified(app, 'marta', ['call-back', 'contract-number']));
    expect(await refusalOf(approve(app, 'marta'))).toBe('same-person');
    expect(await refusalOf(approve(app, 'ewa'))).toBe('not-permitted');
    await unharmed(app);
  });

  test('11. asking again after a no: four hours of nothing, for agents and supervisors, reset and number alike', async () => {
    const app = await supportDesk();
    await askReset(app, 'ewa', await verified(app, 'ewa', ['call-back', 'contract-number']));
    await by(app, 'marta', { type: 'reject-request', serial });
    const again = await verified(app, 'ewa', ['call-back', 'contract-number']);
    expect(await refusalOf(askReset(app, 'ewa', again))).toBe('cool-down');
    expect(await refusalOf(askPhone(app, 'ewa', again))).toBe('cool-down');
    app.clock.advance(4 * HOUR);
    const later = await verified(app, 'ewa', ['call-back', 'contract-number']);
    expect(await refusalOf(askReset(app, 'ewa', later))).toBe('done');
  });

  test('12. “it is an emergency”: two supervisors, both on record, and a mark that stays', async () => {
    const app = await supportDesk();
    await secondSupervisor(app);
    const caseId = await verified(app, 'ewa', ['call-back', 'contract-number']);
    await askReset(app, 'ewa', caseId, true);
    expect(await refusalOf(approve(app, 'marta'))).toBe('done');
    await unharmed(app);
    expect(await refusalOf(approve(app, 'marta'))).toBe('same-person');
    expect(await refusalOf(approve(app, 'olga'))).toBe('done');
    expect(await standing(app)).toMatchObject({ status: 'inactive', secret: null });
    const [last] = await app.ask.audit({ serial, limit: 1 });
    expect(last).toMatchObject({ actor: { id: 'olga' }, facts: [{ firstYesBy: 'marta', requestedBy: 'ewa' }, {}] });
    expect(await app.ask.approvalPatterns(app.now())).toEqual([{ what: 'emergencies', requestedBy: 'ewa', count: 1 }]);
  });

  test('13. locks that never end: the third unlock of a day takes a supervisor', async () => {
    const app = await supportDesk();
    const locked = serialOf('locked');
    for (let round = 0; round < 2; round++) {
      const caseId = await verified(app, 'ewa', ['call-back', 'contract-number'], 'locked');
      expect(await refusalOf(by(app, 'ewa', { type: 'unlock-activation', serial: locked, caseId, ...grounds }))).toBe(
        'done',
      );
      await tell(app, 'locked', 'three-failures');
    }
    const caseId = await verified(app, 'ewa', ['call-back', 'contract-number'], 'locked');
    const third = by(app, 'ewa', { type: 'unlock-activation', serial: locked, caseId, ...grounds });
    expect(await refusalOf(third)).toBe('approval-needed');
  });
});

describe('pressure', () => {
  const abort = { type: 'abort-call', serial, cause: 'pressure', ticket: null, passed: [], failed: [] } as const;

  test('14. one command stops everything, records why, alarms the supervisors, and the subscriber hears of it everywhere', async () => {
    const app = await supportDesk();
    await askReset(app, 'ewa', await verified(app, 'ewa', ['call-back', 'contract-number']));
    expect(await refusalOf(by(app, 'ewa', abort))).toBe('done');
    expect(await standing(app)).toMatchObject({ status: 'frozen', cause: 'aborted-call', pendingApproval: null });
    expect(await refusalOf(approve(app, 'marta'))).toBe('no-approval-pending');
    const [alarm] = (await app.ask.queue(app.now())).items;
    expect(alarm).toMatchObject({ reason: 'aborted-call', serial });
    const [, entry] = await app.ask.audit({ serial, limit: 2 });
    expect(entry?.facts[0]).toMatchObject({ type: 'call-aborted', cause: 'pressure' });
    app.clock.advance(MINUTE);
    for (const address of ['+48601000002', await mailOf(app)]) {
      const told = grantedBy(await inbox(app, address)).map(({ body }) =>
        body.kind === 'notice' ? body.template : '',
      );
      expect(told).toContain('activation-frozen');
    }
  });

  test('15. after it the next agent is not talked into a reset either', async () => {
    const app = await supportDesk();
    await by(app, 'ewa', abort);
    const caseId = await verified(app, 'tomasz', ['call-back', 'contract-number']);
    expect(await refusalOf(askReset(app, 'tomasz', caseId))).toBe('cool-down');
  });
});

describe('the subscriber answers a notice: this was not me', () => {
  test('16. what an impostor asked for is over, and the activation is frozen, before anybody says yes', async () => {
    const app = await supportDesk();
    await askReset(app, 'ewa', await verified(app, 'ewa', ['call-back', 'contract-number']));
    app.clock.advance(MINUTE);
    const disputed = grantedBy(await notMe(app, serial, null));
    expect(disputed).toMatchObject({ about: 'reset-asked', frozen: [serial] });
    expect(await standing(app)).toMatchObject({ status: 'frozen', cause: 'not-me', pendingApproval: null });
    expect((await app.ask.queue(app.now())).items[0]).toMatchObject({ reason: 'not-me', serial });
    const [entry] = await app.ask.audit({ serial, limit: 1 });
    expect(entry).toMatchObject({ actor: { kind: 'subscriber', id: customerId }, command: 'report-not-me' });
  });

  test('17. a change of the number is told to the old number too; the answer ends it and freezes every certificate', async () => {
    const app = await supportDesk();
    await askPhone(app, 'ewa', await verified(app, 'ewa', ['e-mail-reply', 'contract-number']));
    await by(app, 'marta', { type: 'approve-phone-change', customerId, atOnce: true });
    app.clock.advance(MINUTE);
    const disputed = grantedBy(await notMe(app, serial, null));
    expect(disputed.about).toBe('phone-changed');
    expect(disputed.frozen).toHaveLength(2);
    expect(await standing(app)).toMatchObject({ status: 'frozen', cause: 'not-me' });
  });

  test('18. a locked activation can be stopped too; a made-up reference, or one a month old, stops nothing', async () => {
    const app = await supportDesk();
    const locked = serialOf('locked');
    expect(await notMe(app, locked, 'ZZZZZZ')).toMatchObject({ refusal: { code: 'reference-unknown' } });
    app.clock.advance(31 * DAY);
    expect(await notMe(app, locked, null)).toMatchObject({ refusal: { code: 'reference-unknown' } });
    app.clock.advance(-31 * DAY + MINUTE);
    expect(grantedBy(await notMe(app, locked, null)).frozen).toEqual([locked]);
  });
});

test('the same two again and again, and many resets by one agent, are shown to every supervisor', async () => {
  const app: Desk = await supportDesk();
  for (let round = 0; round < 5; round++) {
    await askReset(app, 'ewa', await verified(app, 'ewa', ['call-back', 'contract-number']));
    expect(await refusalOf(approve(app, 'marta'))).toBe('done');
  }
  expect(await app.ask.approvalPatterns(app.now())).toEqual([
    { what: 'same-pair', requestedBy: 'ewa', approvedBy: 'marta', count: 5 },
    { what: 'many-resets', requestedBy: 'ewa', count: 5 },
  ]);
  expect(await app.ask.approvalPatterns(app.now() + 31 * DAY)).toEqual([]);
});

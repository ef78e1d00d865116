import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { operatorOf } from '../../src/domain/mobile-operators.ts';
import { advance } from '../../src/sim/clock.ts';
import { tick } from '../../src/sim/network.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { inbox } from '../../src/sim/phone.ts';
import { enterCode, sendCode, status } from '../../src/sim/portal.ts';
import { importRecord, NOON } from '../support/records.ts';
import { grantedBy, PHONE, refusalOf, SERIAL, simulatedApp } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';

describe('simulated network', () => {
  test('an undisturbed SMS is accepted at once and delivered within 2 to 8 seconds', async () => {
    const app = await simulatedApp();
    const sent = grantedBy(await sendCode(app, SERIAL));
    expect(sent.view.attempts[0]).toMatchObject({ acceptedAt: NOON, deliveredAt: null, operator: operatorOf(PHONE) });
    expect(grantedBy(await inbox(app, PHONE))).toEqual([]);
    app.clock.advance(10 * SECOND);
    const [message] = grantedBy(await inbox(app, PHONE));
    expect(message?.body).toMatchObject({ kind: 'sms-code', code: '100001', attempt: 1 });
    const [attempt] = grantedBy(await status(app, SERIAL)).view.attempts;
    const took = (attempt?.deliveredAt ?? 0) - NOON;
    expect(took).toBeGreaterThanOrEqual(2 * SECOND);
    expect(took).toBeLessThanOrEqual(8 * SECOND);
    expect(message?.arrivedAt).toBe(attempt?.deliveredAt);
  });

  test('the same messages take the same time in another database', async () => {
    const times = await Promise.all(
      [1, 2].map(async () => {
        const app = await simulatedApp();
        await sendCode(app, SERIAL);
        app.clock.advance(10 * SECOND);
        return grantedBy(await inbox(app, PHONE))[0]?.arrivedAt;
      }),
    );
    expect(times[0]).toBe(times[1]);
    expect(times[0]).toBeGreaterThan(NOON);
  });

  test('two processes that tick at once let each event happen once', async () => {
    const app = await simulatedApp();
    await sendCode(app, SERIAL);
    app.clock.advance(10 * SECOND);
    const traffic = await Promise.all([tick(app), tick(app), tick(app)]);
    expect(traffic.map(grantedBy).reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
    const receipts = (await app.ask.audit({ limit: 50 })).filter((entry) => entry.command === 'record-sms-receipt');
    expect(receipts.map((entry) => entry.verdict)).toEqual(['done', 'done', 'done']);
  });

  test.each([
    ['lost', null, null, null, true],
    ['outage', null, null, null, false],
    ['rejected', 'rejected', 'REJECTD', null, false],
    ['absent', 'absent-subscriber', 'UNDELIV', 27, true],
    ['phone-off', null, 'ENROUTE', 27, true],
    ['wrong-number', 'unknown-subscriber', 'UNDELIV', 1, true],
    ['inbox-full', 'inbox-full', 'UNDELIV', 32, true],
    ['barred', 'barred', 'UNDELIV', 13, true],
  ] as const)(
    'by %s a message is not delivered, and the receipt says so',
    async (effect, failureCause, raw, error, taken) => {
      const app = await simulatedApp();
      await setRule(app, { of: 'phone', phone: PHONE }, { effect });
      await sendCode(app, SERIAL);
      app.clock.advance(5 * MINUTE + 1);
      const { view } = grantedBy(await status(app, SERIAL));
      const [attempt] = view.attempts;
      expect(attempt).toMatchObject({ outcome: 'not_delivered', failureCause, counted: true });
      expect(attempt).toMatchObject({ acceptedAt: NOON, rawState: raw, errorCode: error, operator: operatorOf(PHONE) });
      expect(attempt?.submittedAt !== null).toBe(taken);
      expect(grantedBy(await inbox(app, PHONE))).toEqual([]);
    },
  );

  test('the whole way: requested, accepted, taken, delivered, entered', async () => {
    const app = await simulatedApp();
    await sendCode(app, SERIAL);
    app.clock.advance(10 * SECOND);
    await tick(app);
    grantedBy(await enterCode(app, SERIAL, '100001'));
    const [attempt] = grantedBy(await status(app, SERIAL)).view.attempts;
    const { requestedAt, acceptedAt, submittedAt = null, deliveredAt, enteredAt } = attempt ?? {};
    const way = [requestedAt, acceptedAt, submittedAt, deliveredAt, enteredAt].map((at) => at ?? 0);
    expect(way).toEqual(way.toSorted((a, b) => a - b));
    expect(submittedAt).toBeGreaterThan(NOON);
    expect(attempt).toMatchObject({ rawState: 'DELIVRD', errorCode: 0, outcome: 'confirmed' });
  });

  test('a phone that is on again gets what the operator kept; what grew too old expires', async () => {
    const app = await simulatedApp();
    const off = { of: 'phone', phone: PHONE } as const;
    await setRule(app, off, { effect: 'phone-off' });
    await sendCode(app, SERIAL);
    app.clock.advance(2 * MINUTE);
    await tick(app);
    grantedBy(await setRule(app, off, null));
    app.clock.advance(3 * SECOND);
    expect(grantedBy(await inbox(app, PHONE))).toHaveLength(1);
    await setRule(app, off, { effect: 'phone-off' });
    await sendCode(app, SERIAL);
    grantedBy(await advance(app, 31 * MINUTE));
    const [newest] = grantedBy(await status(app, SERIAL)).view.attempts;
    expect(newest).toMatchObject({ rawState: 'EXPIRED', errorCode: 27, failureCause: 'absent-subscriber' });
    grantedBy(await setRule(app, off, null));
    app.clock.advance(10 * SECOND);
    expect(grantedBy(await inbox(app, PHONE))).toHaveLength(1);
  });

  test('when an outage ends, our gateway sends what waited', async () => {
    const app = await simulatedApp();
    const operator = { of: 'operator', operator: operatorOf(PHONE) } as const;
    await setRule(app, operator, { effect: 'outage' });
    await sendCode(app, SERIAL);
    grantedBy(await advance(app, 6 * MINUTE));
    grantedBy(await setRule(app, { of: 'all' }, { effect: 'normal' }));
    expect(grantedBy(await inbox(app, PHONE))).toEqual([]);
    grantedBy(await setRule(app, operator, null));
    grantedBy(await advance(app, 10 * SECOND));
    const [late] = grantedBy(await status(app, SERIAL)).view.attempts;
    expect(late).toMatchObject({ outcome: 'not_delivered', rawState: 'DELIVRD' });
    expect(late?.submittedAt).toBeGreaterThanOrEqual(NOON + 6 * MINUTE);
  });

  test('a busy network is slow', async () => {
    const app = await simulatedApp();
    await setRule(app, { of: 'all' }, { effect: 'busy' });
    await sendCode(app, SERIAL);
    grantedBy(await advance(app, 10 * SECOND));
    expect(grantedBy(await inbox(app, PHONE))).toEqual([]);
    grantedBy(await advance(app, 2 * MINUTE));
    expect(grantedBy(await inbox(app, PHONE))).toHaveLength(1);
  });

  test('a late message arrives after the attempt is over, and the receipt says when', async () => {
    const app = await simulatedApp();
    await setRule(app, { of: 'all' }, { effect: 'late', by: 372 * SECOND });
    await sendCode(app, SERIAL);
    grantedBy(await advance(app, 7 * MINUTE));
    const { view } = grantedBy(await status(app, SERIAL));
    expect(view.attempts[0]).toMatchObject({ outcome: 'not_delivered', deliveredAt: NOON + 372 * SECOND });
  });

  test('a narrower rule goes before a wider one, and is taken away again', async () => {
    const app = await simulatedApp();
    await setRule(app, { of: 'all' }, { effect: 'lost' });
    await setRule(app, { of: 'operator', operator: operatorOf(PHONE) }, { effect: 'rejected' });
    await setRule(app, { of: 'phone', phone: PHONE }, { effect: 'normal' });
    await sendCode(app, SERIAL);
    app.clock.advance(10 * SECOND);
    expect(grantedBy(await inbox(app, PHONE))).toHaveLength(1);
    await setRule(app, { of: 'phone', phone: PHONE }, null);
    app.clock.advance(MINUTE);
    await sendCode(app, SERIAL);
    app.clock.advance(10 * SECOND);
    expect(grantedBy(await inbox(app, PHONE))).toHaveLength(1);
    expect(grantedBy(await status(app, SERIAL)).view.attempts[0]).toMatchObject({ failureCause: 'rejected' });
  });

  test.each(['late', 'lost', 'phone-off', 'rejected'] as const)(
    'while the operator is out nothing gets past it, also not to a phone by whose own rule it is %s',
    async (effect) => {
      const app = await simulatedApp();
      const own = effect === 'late' ? { effect, by: 372 * SECOND } : { effect };
      await setRule(app, { of: 'phone', phone: PHONE }, own);
      await setRule(app, { of: 'operator', operator: operatorOf(PHONE) }, { effect: 'outage' });
      await sendCode(app, SERIAL);
      grantedBy(await advance(app, 10 * MINUTE));
      const [attempt] = grantedBy(await status(app, SERIAL)).view.attempts;
      expect(attempt).toMatchObject({ outcome: 'not_delivered', submittedAt: null, failureCause: null });
      expect(grantedBy(await inbox(app, PHONE))).toEqual([]);
    },
  );

  test('a landline receives nothing', async () => {
    const app = await tempApp();
    const landline = importRecord(7, { phone: { e164: '+48224567890', kind: 'landline' } });
    await app.importRecords({ kind: 'administrator', id: 'root' }, [landline], { dryRun: false });
    const { serial } = landline.certificate;
    grantedBy(await sendCode(app, serial));
    app.clock.advance(10 * SECOND);
    expect(grantedBy(await status(app, serial)).view.attempts[0]).toMatchObject({ failureCause: 'rejected' });
    expect(grantedBy(await inbox(app, '+48224567890'))).toEqual([]);
  });

  test('what the subscriber is told arrives too, without a receipt', async () => {
    const app = await simulatedApp();
    await setRule(app, { of: 'phone', phone: PHONE }, { effect: 'lost' });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      grantedBy(await sendCode(app, SERIAL));
      app.clock.advance(5 * MINUTE + SECOND);
      await app.sweep();
    }
    await setRule(app, { of: 'phone', phone: PHONE }, null);
    app.clock.advance(10 * SECOND);
    await tick(app);
    app.clock.advance(10 * SECOND);
    const messages = grantedBy(await inbox(app, PHONE));
    expect(messages.map(({ body }) => body)).toEqual([
      { kind: 'notice', template: 'activation-locked', reference: expect.stringMatching(/^[A-Z0-9]{6}$/) },
    ]);
  });

  test('there is no network in a live database', async () => {
    const app = await tempApp('live');
    expect(refusalOf(await tick(app))).toBe('training-only');
    expect(refusalOf(await setRule(app, { of: 'all' }, null))).toBe('training-only');
    expect(refusalOf(await inbox(app, PHONE))).toBe('training-only');
    expect(refusalOf(await advance(app, DAY))).toBe('training-only');
  });
});

import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { advance } from '../../src/sim/clock.ts';
import { tick } from '../../src/sim/network.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { operatorOf, operators } from '../../src/sim/operators.ts';
import { inbox } from '../../src/sim/phone.ts';
import { sendCode, status } from '../../src/sim/portal.ts';
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
    expect(receipts.map((entry) => entry.verdict)).toEqual(['done', 'done']);
  });

  test.each([
    ['lost', { effect: 'lost' }, 'not_delivered', null],
    ['rejected', { effect: 'rejected' }, 'not_delivered', 'rejected'],
    ['absent', { effect: 'absent' }, 'not_delivered', 'absent-subscriber'],
  ] as const)('a message that is %s is not delivered', async (_, rule, outcome, failureCause) => {
    const app = await simulatedApp();
    await setRule(app, { of: 'phone', phone: PHONE }, rule);
    await sendCode(app, SERIAL);
    app.clock.advance(5 * MINUTE + 1);
    const { view } = grantedBy(await status(app, SERIAL));
    expect(view.attempts[0]).toMatchObject({ outcome, failureCause, counted: true });
    expect(grantedBy(await inbox(app, PHONE))).toEqual([]);
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
    expect(messages.map(({ body }) => body)).toEqual([{ kind: 'notice', template: 'activation-locked' }]);
  });

  test('numbers are dealt out to all operators, each always to the same', () => {
    const dealt = Array.from({ length: 400 }, (_, number) => operatorOf(`+48601${String(number).padStart(6, '0')}`));
    for (const operator of operators) {
      expect(dealt.filter((one) => one === operator).length).toBeGreaterThan(50);
    }
    expect(operatorOf(PHONE)).toBe(operatorOf(PHONE));
  });

  test('there is no network in a live database', async () => {
    const app = await tempApp('live');
    expect(refusalOf(await tick(app))).toBe('training-only');
    expect(refusalOf(await setRule(app, { of: 'all' }, null))).toBe('training-only');
    expect(refusalOf(await inbox(app, PHONE))).toBe('training-only');
    expect(refusalOf(await advance(app, DAY))).toBe('training-only');
  });
});

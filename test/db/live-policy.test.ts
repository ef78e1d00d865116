import { expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import { SECOND } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { importRecord } from '../support/records.ts';
import { simulatedApp } from '../support/simulated.ts';
import { administrator } from '../support/staff.ts';

test('a code that is under way when codes get longer, or shorter, is the right one as it was sent', async () => {
  const app = await simulatedApp();
  const { customerId, certificate } = importRecord(1);
  const { serial } = certificate;
  const subscriber = { kind: 'subscriber', id: customerId } as const;
  const entropy = { ...systemEntropy, code: (digits: number) => (digits === 8 ? '20000002' : '100001') };
  const store = openStore(app.path, defaultPolicy);
  onTestFinished(() => store.close());
  const door = createApp({ store, clock: app.clock, entropy });
  for (const [code, digits] of [
    ['100001', 8],
    ['20000002', 6],
  ] as const) {
    expect(await door.perform(subscriber, { type: 'request-sms-code', serial })).toMatchObject({ verdict: 'done' });
    await door.changePolicy(administrator, 'sms.codeDigits', digits, 'a trial');
    expect(await door.perform(subscriber, { type: 'confirm-code', serial, code })).toMatchObject({ verdict: 'done' });
  }
});

test.each(['this process', 'another'])(
  'what %s has set is in force for the very next change, in the same instant',
  async (who) => {
    const app = await simulatedApp();
    const { customerId, certificate } = importRecord(1);
    const subscriber = { kind: 'subscriber', id: customerId } as const;
    const anotherCode = () => app.perform(subscriber, { type: 'request-sms-code', serial: certificate.serial });
    const store = openStore(app.path, defaultPolicy);
    const colleague = createApp({ store, clock: app.clock, entropy: systemEntropy });
    // The policy is looked at once a millisecond; none passes from here on.
    const standing = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    onTestFinished(() => {
      standing.mockRestore();
      store.close();
    });

    expect(await anotherCode()).toMatchObject({ verdict: 'done' });
    app.clock.advance(2 * SECOND);
    expect(await anotherCode()).toMatchObject({ refusal: { code: 'too-soon' } });
    const setter = who === 'another' ? colleague : app;
    await setter.changePolicy(administrator, 'sms.resendNotBefore', 2 * SECOND, 'callers are impatient');
    expect(await anotherCode()).toMatchObject({ verdict: 'done' });
  },
);

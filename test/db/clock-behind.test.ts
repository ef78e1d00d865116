import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/ids.ts';
import { otpAt } from '../../src/domain/otp.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { importRecord } from '../support/records.ts';
import { simulatedApp } from '../support/simulated.ts';

const { customerId, certificate } = importRecord(1);
const { serial } = certificate;
const subscriber = { kind: 'subscriber', id: customerId } as const;

/** A subscriber with the secret in an app, an hour after they got it; the log has been written to since. */
async function anHourLater() {
  const app = await simulatedApp({ subscribers: 2 });
  await app.perform(subscriber, { type: 'request-sms-code', serial });
  await app.perform(subscriber, { type: 'confirm-code', serial, code: '100001' });
  const shown = await app.perform(subscriber, { type: 'show-secret-qr', serial });
  const secret = shown.verdict === 'done' && shown.disclosure?.kind === 'otp-secret' ? shown.disclosure.secret : null;
  if (!secret) throw new Error('no secret was shown');
  app.clock.advance(HOUR);
  const other = importRecord(2);
  const somethingElse = () =>
    app.perform(
      { kind: 'subscriber', id: other.customerId },
      { type: 'request-sms-code', serial: other.certificate.serial },
    );
  await somethingElse();
  const sign = async () => {
    const otp = otpAt(secret, app.now(), defaultPolicy.otp);
    const answer = await app.perform(subscriber, {
      type: 'sign-document',
      serial,
      otp,
      digest: '0'.repeat(64),
      name: 'a',
    });
    return answer.verdict === 'refused' ? answer.refusal.code : 'signed';
  };
  return { app, sign, somethingElse };
}

test('a computer’s clock set back signs nothing, however often it is tried and whatever else is written down', async () => {
  const { app, sign, somethingElse } = await anHourLater();
  app.clock.advance(-50 * MINUTE);
  expect(await sign()).toBe('clock-behind');
  expect(await sign()).toBe('clock-behind');
  await somethingElse();
  expect(await sign()).toBe('clock-behind');
  app.clock.advance(48 * MINUTE);
  expect(await sign()).toBe('signed');
});

test('a trainer may take the training clock back to real time, and goes on from there', async () => {
  const { app, sign } = await anHourLater();
  await app.changeClock({ to: 'moment', at: app.now() + HOUR });
  await app.sweep();
  await app.changeClock({ to: 'real-time' });
  expect(await sign()).toBe('signed');
});

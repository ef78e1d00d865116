import { expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { DAY, MINUTE } from '../../src/domain/ids.ts';
import { importRecord } from '../support/records.ts';
import { countingCodes } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';

const administrator = { kind: 'administrator', id: 'root' } as const;
/** More than one batch of a sweep. */
const MANY = 201;

const entriesOf = async (app: App) => (await app.verifyAudit()).entries;
const qrOf = async (app: App, serial: string) => {
  const found = await app.ask.certificate(serial, app.now());
  return found.found === 'one' && found.view.activation.status === 'awaiting_otp' ? found.view.activation.qr : null;
};

/** Subscribers whose QR waits to be looked at. */
async function awaitingOtp(many: number) {
  const app = await tempApp('training', { entropy: countingCodes() });
  const records = Array.from({ length: many }, (_, place) => importRecord(place + 1));
  await app.importRecords(administrator, records, { dryRun: false });
  for (const [place, { customerId, certificate }] of records.entries()) {
    const subscriber = { kind: 'subscriber', id: customerId } as const;
    const { serial } = certificate;
    await app.perform(subscriber, { type: 'request-sms-code', serial });
    const confirmed = await app.perform(subscriber, { type: 'confirm-code', serial, code: String(100_001 + place) });
    expect(confirmed.verdict).toBe('done');
  }
  return { ...app, serial: importRecord(1).certificate.serial };
}

test('what an older policy made due waits for the new one, and no sweep goes on about it for ever', async () => {
  const app = await awaitingOtp(MANY);
  await app.changePolicy(administrator, 'otp.qrVisible', 10 * MINUTE, 'many are slow');
  const before = await entriesOf(app);
  app.clock.advance(6 * MINUTE);
  await app.sweep();
  await app.sweep();
  expect(await entriesOf(app)).toBe(before);
  expect(await qrOf(app, app.serial)).toEqual({ state: 'unseen' });

  app.clock.advance(4 * MINUTE);
  expect(await app.sweep()).toBe(MANY);
  expect(await entriesOf(app)).toBe(before + MANY);
  expect(await qrOf(app, app.serial)).toMatchObject({ state: 'closed', at: app.clock.now() });
});

test('what a newer policy makes due earlier is due then: a superseded secret is wiped, an open QR is hidden', async () => {
  const app = await awaitingOtp(2);
  const { serial } = app;
  const subscriber = { kind: 'subscriber', id: importRecord(1).customerId } as const;
  await app.perform(subscriber, { type: 'request-sms-code', serial });
  const confirmed = await app.perform(subscriber, { type: 'confirm-code', serial, code: '100003' });
  expect(confirmed.verdict).toBe('done');

  await app.changePolicy(administrator, 'otp.qrVisible', MINUTE, 'nobody needs more');
  app.clock.advance(2 * MINUTE);
  expect(await app.sweep()).toBe(2);
  const [hidden] = await app.ask.audit({ serial, limit: 1 });
  expect(hidden?.facts).toMatchObject([{ type: 'qr-window-closed', at: app.clock.now() - MINUTE }]);

  await app.changePolicy(administrator, 'otp.supersededKept', DAY, 'less is kept');
  app.clock.advance(DAY);
  await app.sweep();
  const [wiped] = await app.ask.audit({ serial, limit: 1 });
  expect(wiped?.facts).toMatchObject([{ type: 'superseded-secret-wiped' }]);
});

test('of two who sweep at once, each deadline is written down by one, and the other writes nothing', async () => {
  const app = await awaitingOtp(3);
  const before = await entriesOf(app);
  app.clock.advance(6 * MINUTE);
  await Promise.all([app.sweep(), app.sweep()]);
  expect(await entriesOf(app)).toBe(before + 3);
});

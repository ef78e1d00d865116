import type { App } from '../../src/app.ts';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { operatorOf } from '../../src/domain/mobile-operators.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import { advance } from '../../src/sim/clock.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { enterCode, sendCode } from '../../src/sim/portal.ts';
import { importRecord } from './records.ts';
import { grantedBy, simulatedApp } from './simulated.ts';

export const OPERATOR = 'Plus';
const SUBSCRIBERS = 40;
const people = Array.from({ length: SUBSCRIBERS }, (_, place) => importRecord(place + 1));
const on = (operator: string) =>
  people
    .filter(({ phone }) => phone && operatorOf(phone.e164) === operator)
    .map(({ certificate }) => certificate.serial);
export const [clumsy = '', ...affected] = on(OPERATOR);
export const [elsewhere = ''] = on('Orange');
export const supervisor = (id: string): Actor => ({ kind: 'agent', id });
export const ewa = supervisor('ewa');
export const olga = supervisor('olga');
const root: Actor = { kind: 'administrator', id: 'root' };

/** An outage of one operator that locks its subscribers; one of them locks themselves out, and so does one elsewhere. */
export async function duringTheOutage() {
  const app = await simulatedApp({ subscribers: SUBSCRIBERS });
  for (const [agentId, role] of Object.entries({ ewa: 'agent', olga: 'supervisor', piotr: 'supervisor' } as const)) {
    const who = { agentId, name: agentId, role, passwordHash: null, ownCustomerId: null };
    await app.perform(root, { type: 'add-agent', ...who });
  }
  for (const serial of [clumsy, elsewhere]) {
    for (let attempt = 0; attempt < 3; attempt++) await failByTyping(app, serial);
  }
  const from = app.now();
  await setRule(app, { of: 'operator', operator: OPERATOR }, { effect: 'outage' });
  for (let attempt = 0; attempt < 3; attempt++) {
    for (const serial of affected) await sendCode(app, serial);
    grantedBy(await advance(app, 6 * MINUTE));
  }
  await app.sweep();
  return { app, from };
}

/** Recognised by a supervisor, and over. */
export async function afterTheOutage() {
  const { app, from } = await duringTheOutage();
  await app.perform(olga, { type: 'recognise-outage', operator: OPERATOR, from, note: 'seen on the radar' });
  grantedBy(await advance(app, MINUTE));
  await setRule(app, { of: 'operator', operator: OPERATOR }, null);
  await app.perform(olga, { type: 'end-outage', operator: OPERATOR, note: 'codes arrive' });
  return app;
}

export async function failByTyping(app: App, serial: string): Promise<void> {
  await sendCode(app, serial);
  grantedBy(await advance(app, 10 * SECOND));
  for (let entry = 0; entry < 3; entry++) await enterCode(app, serial, '000000');
}

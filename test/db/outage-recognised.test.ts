import { expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/ids.ts';
import { operatorOf } from '../../src/domain/mobile-operators.ts';
import { advance } from '../../src/sim/clock.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { sendCode } from '../../src/sim/portal.ts';
import { importRecord } from '../support/records.ts';
import { grantedBy, simulatedApp } from '../support/simulated.ts';
import { administrator, olga } from '../support/staff.ts';

const { certificate, phone } = importRecord(1);
const { serial } = certificate;

test('a lock that time has brought about stands, also when nothing had written it down before the outage was recognised', async () => {
  const app = await simulatedApp();
  const supervisor = {
    agentId: 'olga',
    name: 'Olga',
    role: 'supervisor',
    passwordHash: null,
    ownCustomerId: null,
  } as const;
  await app.perform(administrator, { type: 'add-agent', ...supervisor });
  const operator = operatorOf(phone?.e164 ?? '') ?? '';
  const from = app.now();
  await setRule(app, { of: 'operator', operator }, { effect: 'outage' });
  for (let attempt = 0; attempt < 3; attempt++) {
    await sendCode(app, serial);
    grantedBy(await advance(app, 4 * MINUTE));
    app.clock.advance(2 * MINUTE);
  }
  const standing = async () => {
    const found = await app.ask.certificate(serial, app.now());
    return found.found === 'one' ? found.view.activation : null;
  };
  expect(await standing()).toMatchObject({ status: 'locked', consecutiveFailures: 3 });
  const recognised = await app.perform(olga, { type: 'recognise-outage', operator, from, note: 'seen on the radar' });
  expect(recognised.verdict).toBe('done');
  expect(await standing()).toMatchObject({ status: 'locked', consecutiveFailures: 3 });
  const entries = await app.ask.audit({ serial, limit: 50 });
  expect(entries.flatMap(({ facts }) => facts).map(({ type }) => type)).toContain('activation-locked');
});

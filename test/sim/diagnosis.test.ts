import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/ids.ts';
import { operatorOf } from '../../src/domain/mobile-operators.ts';
import { advance } from '../../src/sim/clock.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { sendCode } from '../../src/sim/portal.ts';
import { importRecord } from '../support/records.ts';
import { grantedBy, PHONE, SERIAL, simulatedApp } from '../support/simulated.ts';

describe('others on the same operator', () => {
  /** Subscribers of the operator that the first one has. */
  const sharing = Array.from({ length: 60 }, (_, place) => importRecord(place + 1)).filter(
    ({ phone }) => phone && operatorOf(phone.e164) === operatorOf(PHONE),
  );

  test('failing too, they make it an outage; on another operator they say nothing', async () => {
    const app = await simulatedApp({ subscribers: 60 });
    grantedBy(await setRule(app, { of: 'operator', operator: operatorOf(PHONE) }, { effect: 'lost' }));
    for (const { certificate } of sharing.slice(0, 5)) grantedBy(await sendCode(app, certificate.serial));
    grantedBy(await advance(app, 6 * MINUTE));
    const diagnosis = await app.ask.diagnosis(SERIAL, app.now());
    expect(diagnosis?.findings[0]).toMatchObject({
      cause: 'operator-outage',
      confidence: 'likely',
      evidence: [{ what: 'others-on-operator', operator: operatorOf(PHONE), sent: 4, failed: 4, median: null }, {}],
    });
  });

  test('faring well, they leave it at this subscriber’s own', async () => {
    const app = await simulatedApp({ subscribers: 60 });
    grantedBy(await setRule(app, { of: 'phone', phone: PHONE }, { effect: 'lost' }));
    for (const { certificate } of sharing.slice(0, 6)) grantedBy(await sendCode(app, certificate.serial));
    grantedBy(await advance(app, 6 * MINUTE));
    const diagnosis = await app.ask.diagnosis(SERIAL, app.now());
    expect(diagnosis?.findings.map(({ cause }) => cause)).toEqual(['sms-lost']);
  });
});

test('nobody is diagnosed under a serial that is not known', async () => {
  const app = await simulatedApp();
  expect(await app.ask.diagnosis('FFFF0000', app.now())).toBeNull();
});

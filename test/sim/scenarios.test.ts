import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import type { ActivationStatus } from '../../src/domain/activation.ts';
import { rulesInForce } from '../../src/sim/network-rules.ts';
import { play, type Step } from '../../src/sim/play.ts';
import { type ScenarioName, scenarioNames } from '../../src/sim/scenarios.ts';
import { suitableCertificate } from '../../src/sim/suitable.ts';
import { NOON } from '../support/records.ts';
import { grantedBy, SERIAL, simulatedApp } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';

async function played(app: App, name: ScenarioName, serial = SERIAL) {
  const steps: Step[] = [];
  const story = play(app, name, serial);
  let next = await story.next();
  for (; !next.done; next = await story.next()) steps.push(next.value);
  return { steps, ending: next.value };
}

const endings: Readonly<Record<ScenarioName, { status: ActivationStatus; failures: number }>> = {
  'happy-path': { status: 'active', failures: 0 },
  'three-failures': { status: 'locked', failures: 3 },
  'late-sms': { status: 'inactive', failures: 1 },
  'lost-sms': { status: 'inactive', failures: 1 },
  'phone-off': { status: 'inactive', failures: 1 },
  'wrong-code': { status: 'inactive', failures: 1 },
  'previous-code': { status: 'awaiting_otp', failures: 0 },
  'too-soon': { status: 'awaiting_code', failures: 0 },
  'qr-not-scanned': { status: 'active', failures: 0 },
  'old-entry': { status: 'active', failures: 0 },
  'wrong-otp': { status: 'locked', failures: 0 },
  replay: { status: 'active', failures: 0 },
  'clock-drift': { status: 'active', failures: 0 },
};

describe('stories', () => {
  test.each(scenarioNames)('%s ends as it should', async (name) => {
    const app = await simulatedApp();
    const { ending, steps } = await played(app, name);
    const { activation } = grantedBy(ending).view;
    expect({ status: activation.status, failures: activation.consecutiveFailures }).toEqual(endings[name]);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(grantedBy(await rulesInForce(app))).toEqual([]);
  });

  test('three failures are an SMS lost, an SMS late and a wrong code', async () => {
    const app = await simulatedApp();
    const { ending } = await played(app, 'three-failures');
    const { attempts, activation } = grantedBy(ending).view;
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['wrong_code', 'not_delivered', 'not_delivered']);
    expect(attempts.map(({ deliveredAt, requestedAt }) => deliveredAt && deliveredAt - requestedAt)[1]).toBe(372_000);
    expect(activation).toMatchObject({ status: 'locked', cause: 'sms' });
    const queue = await app.ask.queue(app.now());
    expect(queue.items[0]).toMatchObject({ reason: 'locked-sms', serial: SERIAL, consecutiveFailures: 3 });
  });

  test('a second story on a locked certificate stops at its first refusal', async () => {
    const app = await simulatedApp();
    await played(app, 'three-failures');
    const { steps, ending } = await played(app, 'happy-path');
    expect(steps).toHaveLength(1);
    expect(ending).toMatchObject({ verdict: 'refused', refusal: { code: 'activation-locked' } });
  });

  test('plays again after support has unlocked', async () => {
    const app = await simulatedApp();
    await played(app, 'three-failures');
    const administrator = { kind: 'administrator', id: 'root' } as const;
    const agent = { kind: 'agent', id: 'ewa' } as const;
    const profile = { agentId: 'ewa', name: 'Ewa', role: 'agent', passwordHash: null, ownCustomerId: null } as const;
    await app.perform(administrator, { type: 'add-agent', ...profile });
    const opened = await app.perform(agent, { type: 'open-case', ticket: 'INC-1', customerId: 'EC-100001' });
    const caseId = opened.verdict === 'done' ? (opened.facts[0] as unknown as { caseId: string }).caseId : '';
    await app.perform(agent, {
      type: 'record-verification',
      caseId,
      passed: ['call-back', 'contract-number'],
      failed: [],
    });
    await app.perform(agent, { type: 'unlock-activation', serial: SERIAL, caseId, reason: 'sms-late', note: 'late' });
    const { ending } = await played(app, 'happy-path');
    expect(grantedBy(ending).view.activation.status).toBe('active');
  });

  test('suitable certificates are found until there are none', async () => {
    const app = await simulatedApp({ subscribers: 2 });
    const first = await suitableCertificate(app);
    await played(app, 'happy-path', first ?? '');
    const second = await suitableCertificate(app);
    expect(second).not.toBe(first);
    await played(app, 'happy-path', second ?? '');
    expect(await suitableCertificate(app)).toBeNull();
  });

  test('every story takes training time, never real time', async () => {
    const app = await simulatedApp();
    const started = performance.now();
    await played(app, 'three-failures');
    expect(app.now()).toBeGreaterThan(NOON + 11 * 60_000);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(app.clock.now()).toBe(NOON);
  });

  test('there are none in a live database', async () => {
    const { ending } = await played(await tempApp('live'), 'happy-path');
    expect(ending).toMatchObject({ verdict: 'refused', refusal: { code: 'training-only' } });
  });
});

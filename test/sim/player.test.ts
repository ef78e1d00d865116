import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { agentIdPattern } from '../../src/domain/agent.ts';
import { MINUTE } from '../../src/domain/ids.ts';
import { operatorOf, operators } from '../../src/domain/mobile-operators.ts';
import { inventPole } from '../../src/fiction/people.ts';
import { seededRandom } from '../../src/fiction/random.ts';
import { castFor, castOn } from '../../src/sim/cast.ts';
import { tick } from '../../src/sim/network.ts';
import { operatorsOut } from '../../src/sim/outages.ts';
import { createPlayer, playThrough, type Step, seededDoor } from '../../src/sim/player.ts';
import type { Scenario } from '../../src/sim/scenario.ts';
import { NOON } from '../support/records.ts';
import { scenarioNamed } from '../support/scenarios.ts';
import { grantedBy, SERIAL, simulatedApp } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';

async function onStage(app: App, scenario: Scenario, support: 'model' | 'somebody' = 'model') {
  const cast = grantedBy(await castFor(app, scenario, { seed: 3, take: 1 }));
  return { cast, player: grantedBy(await createPlayer(app, scenario, cast, { support })) };
}

async function stepsOf(steps: AsyncIterable<Step>): Promise<readonly Step[]> {
  const all: Step[] = [];
  for await (const step of steps) all.push(step);
  return all;
}

describe('a player', () => {
  test('makes one move at a time, when the one who drives says so; waits are moments', async () => {
    const app = await tempApp();
    const { player } = await onStage(app, await scenarioNamed('sms-lost'));
    expect(player.upcoming()).toMatchObject({ phase: 'before', move: { do: 'network' } });
    await player.step();
    await player.step();
    expect(player.upcoming()).toMatchObject({ move: { do: 'wait' }, at: app.now() + 5 * MINUTE + 10_000 });
    expect(app.now()).toBe(NOON);
    app.clock.advance(MINUTE);
    expect(player.upcoming()?.at).toBe(NOON + 5 * MINUTE + 10_000);
  });

  test('an SMS that comes later than it seemed moves the moment', async () => {
    const app = await tempApp();
    const { player } = await onStage(app, await scenarioNamed('sms-late'));
    await player.step();
    await player.step();
    const first = player.upcoming()?.at ?? 0;
    expect(first - app.now()).toBeLessThan(2_000);
    app.clock.set(first);
    await tick(app);
    expect(player.upcoming()).toMatchObject({ move: { do: 'wait-for-sms' }, at: NOON + 372_000 });
    const early = await player.step();
    expect(early).toMatchObject({ refusal: { code: 'sms-missing' }, asTold: false });
    expect(player.state()).toBe('broken');
    expect(player.upcoming()).toBeNull();
  });

  test('three failures are an SMS lost, an SMS late and a wrong code, in training time', async () => {
    const app = await tempApp();
    const { cast, player } = await onStage(app, await scenarioNamed('three-failures'), 'somebody');
    await stepsOf(playThrough(app, player));
    expect(player.state()).toBe('with-support');
    expect(app.clock.now()).toBe(NOON);
    expect(app.now()).toBeGreaterThan(NOON + 11 * MINUTE);
    const found = await app.ask.certificate(cast.serial, app.now());
    const attempts = found.found === 'one' ? found.view.attempts : [];
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['wrong_code', 'not_delivered', 'not_delivered']);
    expect(attempts[1]).toMatchObject({ deliveredAt: (attempts[1]?.requestedAt ?? 0) + 372_000 });
    const queue = await app.ask.queue(app.now());
    expect(queue.items[0]).toMatchObject({ reason: 'locked-sms', serial: cast.serial, consecutiveFailures: 3 });
  });

  test('when somebody else helps, it goes on after what the model solution would have brought about', async () => {
    const app = await tempApp();
    const { cast, player } = await onStage(app, await scenarioNamed('three-failures'), 'somebody');
    await stepsOf(playThrough(app, player));
    expect(await player.canGoOn()).toBe(false);
    const agent = { kind: 'agent', id: cast.agent } as const;
    const { serial, customerId } = cast;
    const opened = await app.perform(agent, { type: 'open-case', ticket: 'INC-1', customerId });
    const caseId = opened.verdict === 'done' ? (opened.facts[0] as unknown as { caseId: string }).caseId : '';
    const passed = ['call-back', 'contract-number'] as const;
    await app.perform(agent, { type: 'record-verification', caseId, passed, failed: [] });
    expect(await player.canGoOn()).toBe(false);
    await app.perform(agent, { type: 'unlock-activation', serial, caseId, reason: 'sms-late', note: 'late' });
    expect(await player.canGoOn()).toBe(true);
    player.goOn();
    const after = await stepsOf(playThrough(app, player));
    expect(after.every(({ phase, asTold }) => phase === 'after' && asTold)).toBe(true);
    expect(player.state()).toBe('over');
    expect(await player.ended()).toEqual([]);
  });

  test('a model solution that changes nothing waits for the talk alone', async () => {
    const app = await tempApp();
    const { player } = await onStage(app, await scenarioNamed('phone-clock-off'), 'somebody');
    await stepsOf(playThrough(app, player));
    expect(await player.canGoOn()).toBe(true);
  });

  test('a story on a certificate that does not fit stops at its first refusal', async () => {
    const app = await simulatedApp();
    const scenario = await scenarioNamed('three-failures');
    const cast = grantedBy(await castOn(app, scenario, SERIAL, { seed: 1 }));
    const locking = grantedBy(await createPlayer(app, scenario, cast, { support: 'somebody' }));
    await stepsOf(playThrough(app, locking));
    const happy = grantedBy(await createPlayer(app, await scenarioNamed('wrong-code'), cast));
    const steps = await stepsOf(playThrough(app, happy));
    expect(steps).toMatchObject([{ move: { do: 'send-code' }, refusal: { code: 'activation-locked' }, asTold: false }]);
    expect(happy.state()).toBe('broken');
  });

  test('a refusal that should have come and did not is no part of the story either', async () => {
    const app = await tempApp();
    const told = await scenarioNamed('sms-late');
    const scenario: Scenario = { ...told, before: [{ do: 'send-code', refused: 'too-soon' }], call: null, support: [] };
    const { player } = await onStage(app, scenario);
    expect(await stepsOf(playThrough(app, player))).toMatchObject([{ refusal: null, asTold: false }]);
    expect(player.state()).toBe('broken');
  });

  test('an outage that is recognised in a story ends with it, also when it was ended by hand before', async () => {
    const app = await tempApp();
    const { cast, player } = await onStage(app, await scenarioNamed('operator-outage'));
    const steps: Step[] = [];
    for await (const step of playThrough(app, player)) {
      steps.push(step);
      if (step.move.do === 'recognise-outage') expect(await operatorsOut(app)).toHaveLength(1);
    }
    expect(steps.every(({ asTold }) => asTold)).toBe(true);
    expect(await operatorsOut(app)).toHaveLength(0);
    await player.tidy();
    const asked = await app.ask.audit({ commands: ['end-outage'], limit: 9 });
    expect(asked).toMatchObject([{ actor: { id: cast.supervisor }, verdict: 'done' }]);
  });

  test('says what of the cause and of the ending does not hold', async () => {
    const app = await tempApp();
    const told = await scenarioNamed('already-active');
    const ending = {
      ...told.ending,
      activation: 'frozen',
      attempts: ['expired'],
      signatures: 5,
      facts: ['phone-changed'],
      never: ['document-signed'],
    } as const;
    const { player } = await onStage(app, { ...told, cause: 'otp-reused', ending });
    await stepsOf(playThrough(app, player));
    expect(await player.ended()).toEqual([
      { what: 'cause', wanted: 'otp-reused', found: 'already-active' },
      { what: 'activation', wanted: 'frozen', found: 'active' },
      { what: 'attempts', wanted: ['expired'], found: ['confirmed'] },
      { what: 'signatures', wanted: 5, found: 2 },
      { what: 'missing', fact: 'phone-changed' },
      { what: 'unwanted', fact: 'document-signed' },
    ]);
  });
});

describe('a cast', () => {
  test('each take has people of its own; nobody is ever taken again', async () => {
    const app = await tempApp();
    const scenario = await scenarioNamed('operator-outage');
    const casts = [];
    for (const take of [1, 2, 2]) casts.push(grantedBy(await castFor(app, scenario, { seed: 3, take })));
    const ids = casts.flatMap(({ customerId, serial, crowd }) => [customerId, serial, ...crowd]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(casts[0]?.crowd).toHaveLength(8);
    const phones = await Promise.all(
      casts.map(async ({ customerId }) => (await app.ask.account(customerId, app.now()))?.account.phone?.e164),
    );
    expect(new Set(phones).size).toBe(3);
  });

  test('has numbers of operators that work, as long as there is one', async () => {
    const app = await tempApp();
    const scenario = await scenarioNamed('wrong-code');
    const operatorsOfCast = async (take: number) => {
      const { customerId, newPhone } = grantedBy(await castFor(app, scenario, { seed: 3, take }));
      const account = await app.ask.account(customerId, app.now());
      return [operatorOf(account?.account.phone?.e164 ?? ''), operatorOf(newPhone.e164)];
    };
    const works = 'Play';
    const recognise = (operator: string) =>
      app.perform(
        { kind: 'administrator', id: 'root' },
        { type: 'recognise-outage', operator, from: app.now(), note: 'n' },
      );
    for (const operator of operators.filter((one) => one !== works)) await recognise(operator);
    for (const take of [1, 2, 3]) expect(await operatorsOfCast(take)).toEqual([works, works]);
    await recognise(works);
    expect(await operatorsOfCast(4)).toHaveLength(2);
  });

  test('takes the staff of the file, and hires where it has none', async () => {
    const app = await tempApp();
    const scenario = await scenarioNamed('colleague');
    const first = grantedBy(await castFor(app, scenario, { seed: 3, take: 1 }));
    expect(first).toMatchObject({ agent: 'stage-agent', supervisor: 'stage-supervisor' });
    const agents = await app.ask.agents();
    expect(agents.find(({ agentId }) => agentId === first.owner)?.ownCustomerId).toBe(first.customerId);
    const supervisor = { kind: 'agent', id: 'stage-supervisor' } as const;
    for (let guess = 0; guess < app.policy.support.passwordFailuresToLock; guess++) {
      await app.perform(supervisor, { type: 'attempt-sign-in', agentId: supervisor.id });
    }
    const second = grantedBy(await castFor(app, scenario, { seed: 3, take: 2 }));
    expect(second.supervisor).toBe('stage-supervisor-2');
    expect(second.agent).not.toBe(second.owner);
  });
});

describe('a live database', () => {
  test('has no stage, and no seed', async () => {
    const app = await tempApp('live');
    const refusal = { verdict: 'refused', refusal: { code: 'training-only' } };
    const scenario = await scenarioNamed('happy-path');
    expect(await castFor(app, scenario, { seed: 1, take: 1 })).toMatchObject(refusal);
    expect(await castOn(app, scenario, SERIAL, { seed: 1 })).toMatchObject(refusal);
    expect(seededDoor(app, 1)).toMatchObject(refusal);
    expect(app.withEntropy).toBeNull();
  });
});

test('whoever is invented may become one of the staff, however long their name', () => {
  const random = seededRandom(1);
  const logins = Array.from({ length: 20_000 }, (_, number) => inventPole(random, 900_000 + number, number % 2 === 0));
  expect(logins.map(({ person }) => person.login).filter((login) => !agentIdPattern.test(login))).toEqual([]);
});

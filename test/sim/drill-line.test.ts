import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/ids.ts';
import { setSpeed } from '../../src/sim/clock.ts';
import { eventsOf } from '../../src/sim/drill.ts';
import { callerTurn } from '../../src/sim/drill-caller.ts';
import { answer, hangUp, ring, say } from '../../src/sim/drill-line.ts';
import { doneDrills, drillEvents, openDrill } from '../../src/sim/drill-record.ts';
import { rulesInForce, setRule } from '../../src/sim/network-rules.ts';
import { operatorsOut } from '../../src/sim/outages.ts';
import { calledScenario, impostor, tellOnly } from '../support/drilled.ts';
import { grantedBy, refusalOf } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';
import { help, lastCall, letCallerAct, onTheLineWith, schoolApp } from '../support/training-call.ts';

/** Locked by three lost messages; goes on to a signature once unlocked. */
const locked = calledScenario({
  before: [
    { do: 'network', scope: 'phone', effect: 'lost', by: 0 },
    ...[1, 2, 3].flatMap(() => [
      { do: 'send-code' } as const,
      { do: 'wait', milliseconds: 5 * MINUTE + 5_000 } as const,
    ]),
    { do: 'network', scope: 'phone', effect: 'normal', by: 0 },
  ],
  after: [{ do: 'send-code' }, { do: 'wait-for-sms' }, { do: 'enter-code', which: 'right' }],
});
const quick = calledScenario({ name: 'quick', cause: null, support: tellOnly });

describe('a call', () => {
  test('comes from somebody made for it, who is in the plight the story tells of', async () => {
    const app = await schoolApp();
    const open = grantedBy(await ring(app, 'ewa', locked, null));
    const account = await app.ask.account(open.drill.customerId, app.now());
    expect(account?.certificates[0]?.activation.status).toBe('locked');
    expect(`${account?.account.givenName} ${account?.account.familyName}`).toBe(open.drill.callerName);
    expect(app.world && openDrill(app.world, 'ewa')).toEqual(open);
    expect(app.world && openDrill(app.world, 'jan')).toBeNull();
  });

  test('time counts from the answer on, and picking up twice changes nothing', async () => {
    const app = await schoolApp();
    const open = grantedBy(await ring(app, 'ewa', quick, null));
    app.clock.advance(MINUTE);
    grantedBy(await answer(app, open));
    app.clock.advance(MINUTE);
    grantedBy(await answer(app, open));
    const events = app.world ? drillEvents(app.world, open.drill.id) : [];
    expect(events).toEqual([{ type: 'answered', at: open.drill.rangAt + MINUTE }]);
  });

  test.each([
    ['stands', 0],
    ['runs sixty times as fast', 60],
  ])('whoever picks up has time that runs as in life, also when a stage has left a clock that %s', async (_, speed) => {
    const app = await schoolApp();
    const open = grantedBy(await ring(app, 'ewa', quick, null));
    grantedBy(await setSpeed(app, speed));
    grantedBy(await answer(app, open));
    app.clock.advance(MINUTE);
    expect(app.now()).toBe(open.drill.rangAt + MINUTE);
  });

  test('who is on a call gets no second one', async () => {
    const app = await schoolApp();
    const first = grantedBy(await ring(app, 'ewa', quick, null));
    expect(grantedBy(await ring(app, 'ewa', locked, null))).toEqual(first);
  });

  test('what is said is kept with the training time, and the proofs as the caller has them', async () => {
    const app = await schoolApp();
    const open = await onTheLineWith(app, {
      ...quick,
      call: { ...quick.call, knows: ['call-back'], wrong: ['date-of-birth'] },
    });
    app.clock.advance(10_000);
    for (const proof of ['call-back', 'date-of-birth', 'last-signature'] as const) {
      grantedBy(await say(app, open, { choose: 'proof', proof }));
    }
    grantedBy(await say(app, open, { choose: 'cause', cause: 'sms-late' }));
    grantedBy(await say(app, open, { choose: 'saying', saying: 'advice' }));
    const at = open.drill.rangAt + 10_000;
    expect((app.world ? drillEvents(app.world, open.drill.id) : []).slice(1)).toEqual([
      { type: 'proof-asked', at, proof: 'call-back', given: 'right' },
      { type: 'proof-asked', at, proof: 'date-of-birth', given: 'wrong' },
      { type: 'proof-asked', at, proof: 'last-signature', given: 'cannot' },
      { type: 'cause-named', at, cause: 'sms-late' },
      { type: 'said', at, saying: 'advice', about: 'sms-late' },
    ]);
  });

  test('a message that its operator has only just taken has not come yet: the caller waits for it', async () => {
    const app = await schoolApp();
    const story = calledScenario({
      name: 'new-code',
      cause: null,
      support: tellOnly,
      after: [{ do: 'send-code' }, { do: 'wait-for-sms' }, { do: 'enter-code', which: 'right' }],
    });
    const open = await onTheLineWith(app, story);
    grantedBy(await say(app, open, { choose: 'cause', cause: 'nothing-wrong' }));
    grantedBy(await say(app, open, { choose: 'saying', saying: 'advice' }));
    const turn = async () => {
      const now = app.world && openDrill(app.world, 'ewa');
      if (now) grantedBy(await callerTurn(app, now));
    };
    await turn();
    await turn();
    const acted = () => (app.world ? eventsOf(drillEvents(app.world, open.drill.id), 'caller-acted') : []);
    expect(acted()).toMatchObject([{ did: 'send-code', refusal: null }]);
    // Time passes, and nobody has looked at the network meanwhile.
    app.clock.advance(1_001);
    await letCallerAct(app);
    expect(acted()).toMatchObject([
      { did: 'send-code', refusal: null },
      { did: 'wait-for-sms', refusal: null },
      { did: 'enter-code', refusal: null },
    ]);
  });

  test('is judged and kept when it ends, once', async () => {
    const app = await schoolApp();
    const open = await onTheLineWith(app, quick);
    await Promise.all([hangUp(app, open, 'solved'), hangUp(app, open, 'refused'), hangUp(app, open, 'solved')]);
    expect(app.world && openDrill(app.world, 'ewa')).toBeNull();
    expect(app.world && doneDrills(app.world, 'ewa')).toHaveLength(1);
    const events = app.world ? drillEvents(app.world, open.drill.id) : [];
    expect(eventsOf(events, 'ended')).toHaveLength(1);
  });

  test('the next one has the next number and another caller', async () => {
    const app = await schoolApp();
    const first = await onTheLineWith(app, quick);
    grantedBy(await hangUp(app, first, 'solved'));
    const second = grantedBy(await ring(app, 'ewa', quick, { place: 2, of: 3 }));
    expect(second.drill).toMatchObject({ number: 2, id: 'ewa-2', shift: { place: 2, of: 3 } });
    expect(second.drill.customerId).not.toBe(first.drill.customerId);
  });

  test('leaves no trouble in the network behind', async () => {
    const app = await schoolApp();
    const before = [{ do: 'network', scope: 'all', effect: 'lost', by: 0 } as const];
    const open = await onTheLineWith(app, { ...quick, before });
    expect(grantedBy(await rulesInForce(app))).toHaveLength(1);
    grantedBy(await hangUp(app, open, 'solved'));
    expect(grantedBy(await rulesInForce(app))).toEqual([]);
    grantedBy(await setRule(app, { of: 'all' }, null));
  });

  test('leaves no recognised outage behind', async () => {
    const app = await schoolApp();
    const outage = { do: 'recognise-outage', by: 'supervisor', ago: MINUTE, note: 'out' } as const;
    const open = await onTheLineWith(app, { ...quick, support: [outage] });
    await help(app, open, outage);
    expect(await operatorsOut(app)).toHaveLength(1);
    grantedBy(await hangUp(app, open, 'solved'));
    expect(await operatorsOut(app)).toHaveLength(0);
  });

  test('does not come when its story breaks off; then nothing of it is left, and another one may come', async () => {
    const app = await schoolApp();
    const trouble = { do: 'network', scope: 'all', effect: 'lost', by: 0 } as const;
    const outage = { do: 'recognise-outage', by: 'supervisor', ago: MINUTE, note: 'out' } as const;
    const broken = { ...quick, before: [trouble, outage, { do: 'wait-for-sms' } as const] };
    expect(refusalOf(await ring(app, 'ewa', broken, null))).toBe('never-rings');
    expect(grantedBy(await rulesInForce(app))).toEqual([]);
    expect(await operatorsOut(app)).toHaveLength(0);
    expect(app.world && openDrill(app.world, 'ewa')).toBeNull();
    grantedBy(await ring(app, 'ewa', quick, null));
  });

  test('there is none in a live database', async () => {
    expect(refusalOf(await ring(await tempApp('live'), 'ewa', quick, null))).toBe('training-only');
  });
});

describe('the other end of the line', () => {
  test('waits until support has helped, then goes on as in the story', async () => {
    const app = await schoolApp();
    const open = await onTheLineWith(app, locked);
    expect(grantedBy(await callerTurn(app, open))).toBe('waits');
    for (const move of locked.support) await help(app, open, move);
    await letCallerAct(app);
    const events = app.world ? drillEvents(app.world, open.drill.id) : [];
    expect(eventsOf(events, 'caller-acted').map(({ did, refusal }) => [did, refusal])).toEqual([
      ['send-code', null],
      ['wait-for-sms', null],
      ['enter-code', null],
    ]);
    expect(eventsOf(events, 'caller-done')).toHaveLength(1);
  });

  test('a call can be taken up by another process in the middle', async () => {
    const app = await schoolApp();
    const open = await onTheLineWith(app, locked);
    for (const move of locked.support) await help(app, open, move);
    grantedBy(await callerTurn(app, open));
    const later = app.world && openDrill(app.world, 'ewa');
    expect(later?.went).toBe(0);
    if (later) grantedBy(await callerTurn(app, later));
    expect(app.world && openDrill(app.world, 'ewa')?.went).toBe(1);
  });

  test('where nothing has to be changed, hearing what is the matter is what helps', async () => {
    const app = await schoolApp();
    const open = await onTheLineWith(app, quick);
    grantedBy(await say(app, open, { choose: 'cause', cause: 'sms-late' }));
    grantedBy(await say(app, open, { choose: 'saying', saying: 'advice' }));
    expect(grantedBy(await callerTurn(app, open))).toBe('waits');
    grantedBy(await say(app, open, { choose: 'cause', cause: 'nothing-wrong' }));
    grantedBy(await say(app, open, { choose: 'saying', saying: 'advice' }));
    await letCallerAct(app);
    const events = app.world ? drillEvents(app.world, open.drill.id) : [];
    expect(eventsOf(events, 'caller-done')).toMatchObject([{ how: 'understood' }]);
  });

  test('an impostor never goes on, whatever they get', async () => {
    const app = await schoolApp();
    const open = await onTheLineWith(app, { ...locked, name: 'impostor', call: impostor.call });
    for (const move of locked.support) await help(app, open, move);
    expect(grantedBy(await callerTurn(app, open))).toBe('waits');
    grantedBy(await hangUp(app, open, 'solved'));
    expect(lastCall(app).score.points).toBe(0);
  });

  test('a supervisor approves what the trainee asked for, and only what the story has them approve', async () => {
    const app = await schoolApp();
    const asks = (action: 'reset' | 'unlock') =>
      ({ do: 'ask-approval', by: 'agent', action, reason: 'lost-phone', note: 'lost' }) as const;
    const verify = { do: 'verify', by: 'agent', passed: ['call-back', 'contract-number'], failed: [] } as const;
    const story = {
      ...locked,
      name: 'reset',
      support: [verify, asks('reset'), { do: 'approve', by: 'supervisor' } as const],
    };
    const other = await onTheLineWith(app, story);
    await help(app, other, verify);
    await help(app, other, asks('unlock'));
    expect(grantedBy(await callerTurn(app, other))).toBe('waits');
    grantedBy(await hangUp(app, other, 'handed-over'));
    const open = await onTheLineWith(app, story);
    await help(app, open, verify);
    await help(app, open, asks('reset'));
    expect(grantedBy(await callerTurn(app, open))).toBe('acted');
    const events = app.world ? drillEvents(app.world, open.drill.id) : [];
    expect(eventsOf(events, 'supervisor-acted')).toMatchObject([{ did: 'approve', refusal: null }]);
    const view = await app.ask.certificate(open.drill.serial, app.now());
    expect(view.found === 'one' && view.view.activation.status).toBe('inactive');
  });

  test('loses patience when nothing happens, and the call is judged as it stands', async () => {
    const app = await schoolApp();
    const open = await onTheLineWith(app, locked);
    app.clock.advance(20 * MINUTE - 1);
    expect(grantedBy(await callerTurn(app, open))).toBe('waits');
    app.clock.advance(1);
    expect(grantedBy(await callerTurn(app, open))).toBe('left');
    const events = app.world ? drillEvents(app.world, open.drill.id) : [];
    expect(eventsOf(events, 'ended')).toMatchObject([{ how: 'caller-left' }]);
    expect(lastCall(app).score.passed).toBe(false);
  });
});

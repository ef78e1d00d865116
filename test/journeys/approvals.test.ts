import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/ids.ts';
import { type Colleague, consoleAs, consoleOn, signIn } from '../support/console-desk.tsx';
import type { Robot } from '../support/robot.tsx';
import { customerOf, type Desk, type PersonKey, people, serialOf, tell } from '../support/support-desk.ts';

async function toAccount(robot: Robot, key: PersonKey): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf(key));
  await robot.see(new RegExp(`▸ .*${customerOf(key)}`));
  await robot.press('enter');
  await robot.see(/›.*Account/, people[key].givenName);
}

async function fillIn(robot: Robot): Promise<void> {
  await robot.see('1 Ticket');
  await robot.type('INC-7');
  await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
  await robot.type('phone was stolen');
  await robot.press('enter');
  await robot.see(/Press\s+y/);
}

async function askReset(robot: Robot, key: PersonKey): Promise<void> {
  await toAccount(robot, key);
  await robot.press('r');
  await robot.see('Ask for a reset');
  await fillIn(robot);
  await robot.see(/The request waits for a supervisor/, /Press\s+y/);
  await robot.press('y');
  await robot.see('Asked for approval.');
  await robot.press('enter');
}

/** Another person on another console, at the same file. */
async function colleague(app: Desk, who: Colleague): Promise<Robot> {
  const robot = await consoleOn(app, { size: { columns: 120, rows: 40 } });
  await signIn(robot, who);
  return robot;
}

const stateOf = async (app: Desk, key: PersonKey) => {
  const looked = await app.ask.certificate(serialOf(key), app.now());
  return looked.found === 'one' ? looked.view.activation : null;
};

describe('a reset takes two people', () => {
  test('asked for by an agent, approved by a supervisor who sees why; the account tells', async () => {
    const { app, robot } = await consoleAs('ewa');
    await askReset(robot, 'active');
    await robot.see('approval pending: reset of the activation, asked for by ewa');
    await robot.press('r');
    await robot.see('An approval has been asked for already');
    const marta = await colleague(app, 'marta');
    await marta.see('approvals 1');
    await marta.press('4');
    await marta.see('reset of the activation', 'Nowak Anna', 'ewa', 'INC-7');
    await marta.press('enter');
    await marta.see('phone was stolen', 'called back on the number on file', 'contract number', '(5 points)');
    await marta.see('Activation: active → inactive', 'The OTP secret is revoked');
    await marta.see('Reset the activation of Anna Nowak');
    expect((await stateOf(app, 'active'))?.status).toBe('active');
    await marta.press('A');
    await marta.see('Approved and carried out for Anna Nowak', 'Nothing waits for approval');
    expect(await stateOf(app, 'active')).toMatchObject({ status: 'inactive', secret: null, pendingApproval: null });
    await robot.see('○ inactive');
  });

  test('one no ends it, and nothing was changed', async () => {
    const { app, robot } = await consoleAs('ewa');
    await askReset(robot, 'active');
    const marta = await colleague(app, 'marta');
    await marta.press('4', 'enter');
    await marta.see('Reset the activation');
    await marta.press('R');
    await marta.see('Rejected. Nothing was changed for Anna Nowak');
    expect(await stateOf(app, 'active')).toMatchObject({ status: 'active', pendingApproval: null });
  });

  test('whoever asked cannot approve, agent or supervisor, and is told why', async () => {
    const { app, robot } = await consoleAs('marta');
    await askReset(robot, 'active');
    await robot.press('escape', 'escape', '4', 'enter');
    await robot.see('Approve ✕');
    await robot.press('A');
    await robot.see('cannot also decide it');
    const ewa = await colleague(app, 'ewa');
    await ewa.press('4', 'enter');
    await ewa.see('Approve ✕');
    await ewa.press('A');
    await ewa.see('may not do this');
    expect((await stateOf(app, 'active'))?.pendingApproval).not.toBeNull();
  });

  test('decided meanwhile by somebody else: the second is told, nothing happens twice', async () => {
    const { app, robot } = await consoleAs('ewa');
    await askReset(robot, 'active');
    const marta = await colleague(app, 'marta');
    await marta.press('4', 'enter');
    await marta.see('Reset the activation');
    await app.perform({ kind: 'agent', id: 'marta' }, { type: 'reject-request', serial: serialOf('active') });
    await marta.see('Nothing waits here any more');
    await marta.press('A');
    expect((await stateOf(app, 'active'))?.status).toBe('active');
  });

  test('what nobody decides in time lapses by itself', async () => {
    const { app, robot } = await consoleAs('ewa');
    await askReset(robot, 'active');
    expect(await app.ask.approvals(app.now())).toHaveLength(1);
    app.clock.advance(DAY + MINUTE);
    expect(await app.ask.approvals(app.now())).toEqual([]);
  });
});

test('an agent whose own unlocks are used up asks for one more with the same key', async () => {
  const { app, robot } = await consoleAs('ewa');
  for (let round = 0; round < 2; round++) {
    await robot.press('escape', 'escape', 'escape');
    await toAccount(robot, 'locked');
    await robot.press('u');
    await fillIn(robot);
    await robot.press('y');
    await robot.see('Unlocked.');
    await robot.press('enter');
    await robot.see('○ inactive');
    await tell(app, 'locked', 'three-failures');
    await robot.see('✗ locked');
  }
  await robot.press('u');
  await robot.see('Ask for an unlock');
  await fillIn(robot);
  await robot.press('y');
  await robot.see('Asked for approval.');
  await robot.press('enter');
  await robot.see('Next: Wait for the decision of a supervisor, who is somebody else.');
  const marta = await colleague(app, 'marta');
  await marta.press('4', 'enter');
  await marta.see('unlock', 'Unlock the activation of Łukasz Żółkiewski');
  await marta.press('A');
  await marta.see('Approved and carried out');
  expect(await stateOf(app, 'locked')).toMatchObject({ status: 'inactive', consecutiveFailures: 0 });
});

import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/ids.ts';
import { consoleAs } from '../support/console-desk.tsx';
import { eventually } from '../support/eventually.ts';
import type { Robot } from '../support/robot.tsx';
import { customerOf, type Desk, type PersonKey, people } from '../support/support-desk.ts';

async function toAccount(robot: Robot, key: PersonKey): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf(key));
  await robot.see(new RegExp(`▸ .*${customerOf(key)}`));
  await robot.press('enter');
  await robot.see(/›.*Account/, people[key].givenName);
}

/** `v`, a ticket, and the marks made in the list of checks. */
async function verify(robot: Robot, ...marks: readonly string[]): Promise<void> {
  await robot.press('v');
  await robot.see('Verify the caller', '1 Ticket');
  await robot.type('INC-41');
  await robot.press('enter', ...marks, 'enter');
}

const commandsIn = async (app: Desk, key: PersonKey, limit: number) =>
  (await app.ask.audit({ customerId: customerOf(key), limit })).map(({ command }) => command);

describe('verified once in a call', () => {
  test('the unlock asks for a reason alone, rests on it, and closes the case', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toAccount(robot, 'locked');
    await verify(robot, 'space', 'down', 'space');
    await robot.see('Verified: the caller is Łukasz Żółkiewski. Valid until', 'close the case');
    await robot.press('enter');
    await robot.see('Open case INC-41', 'caller verified');
    await robot.press('u');
    await robot.see('✓ 1 Ticket', 'INC-41', '✓ 2 Verify the caller', '5 points', '▸ 3 Reason');
    await robot.press('enter');
    await robot.type('late');
    await robot.press('enter');
    await robot.see(/number on file, contract number;\s+ticket\s+INC-41/, 'Press y');
    await robot.press('y');
    await robot.see('Unlocked.');
    expect(await commandsIn(app, 'locked', 4)).toEqual([
      'close-case',
      'unlock-activation',
      'record-verification',
      'open-case',
    ]);
  });

  test('with nothing to change the case is closed on the account', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toAccount(robot, 'active');
    await verify(robot, 'space', 'down', 'space');
    await robot.see('Verified');
    await robot.press('enter');
    await robot.see('Open case INC-41', 'C Close the case');
    await robot.press('C');
    await robot.see('The case is closed.');
    await robot.seeNo('Open case INC-41');
    await robot.press('C');
    await robot.see('C does nothing here now. ? shows the keys that work.');
    expect(await commandsIn(app, 'active', 3)).toEqual(['close-case', 'record-verification', 'open-case']);
  });

  test('leaving a change half-way leaves the verification as it is', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toAccount(robot, 'locked');
    await verify(robot, 'space', 'down', 'space');
    await robot.press('enter', 'u');
    await robot.see('▸ 3 Reason');
    await robot.press('escape');
    await robot.see('Open case INC-41', 'caller verified');
    expect(await commandsIn(app, 'locked', 1)).toEqual(['record-verification']);
  });

  test('a reset asks for the possession that is still missing, and for nothing else', async () => {
    const { robot } = await consoleAs('ewa');
    await toAccount(robot, 'active');
    await verify(robot, 'down', 'space', 'down', 'space', 'down', 'space');
    await robot.see('Verified');
    await robot.press('enter', 'r');
    await robot.see('✓ 1 Ticket', '▸ 2 Verify the caller', /\[✓\] contract number/);
    await robot.press('enter');
    await robot.see('Something only the subscriber has is missing');
    await robot.press('space', 'enter');
    await robot.see('▸ 3 Reason');
  });

  test('when it has run out everything is asked again, on the same ticket', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toAccount(robot, 'locked');
    await verify(robot, 'space', 'down', 'space');
    await robot.press('enter');
    app.clock.advance(15 * MINUTE);
    await robot.press('u');
    await robot.see('✓ 1 Ticket', 'INC-41', '▸ 2 Verify the caller', '0 points, 4 needed');
  });
});

test('a wrong answer is recorded, and nothing can rest on it', async () => {
  const { app, robot } = await consoleAs('ewa');
  await toAccount(robot, 'locked');
  await verify(robot, 'space', 'down', 'x');
  await robot.see('A wrong answer was marked');
  await robot.press('f');
  await robot.see('The failed verification is recorded.');
  await eventually(async () =>
    expect(await commandsIn(app, 'locked', 3)).toEqual(['close-case', 'record-verification', 'open-case']),
  );
  await robot.press('enter', 'u');
  await robot.see('▸ 1 Ticket');
});

test('nobody verifies themselves', async () => {
  const { robot } = await consoleAs('ewa');
  await toAccount(robot, 'agentsOwn');
  await robot.press('v');
  await robot.see('your own account');
});

import { expect, test } from 'vitest';
import { consoleAs, MIDDLE } from '../support/console-desk.tsx';
import type { Robot } from '../support/robot.tsx';
import { customerOf, supportDesk } from '../support/support-desk.ts';

async function toPast(robot: Robot): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf('locked'));
  await robot.see('▸ ', customerOf('locked'));
  await robot.press('enter');
  await robot.see('Serial number');
  await robot.press('t');
  await robot.see('Account history', 'AS IT WAS on');
}

test('the way to the lock is walked back step by step, and forth to the present', async () => {
  const { robot } = await consoleAs('ewa', { size: MIDDLE });
  await toPast(robot);
  await robot.see('✗ locked', 'Activation …0001: awaiting SMS code → locked', '2 → 3');
  await robot.press('left');
  await robot.see('2 of 3 failed SMS attempts in a row');
  expect(robot.screen()).not.toContain('✗ locked');
  await robot.press('home');
  await robot.see('1 of ', 'Account: not there → open', '0 of 3 failed SMS attempts in a row');
  await robot.press('left');
  await robot.see('BEFORE everything that is on record', 'This account was not there yet.');
  await robot.press('left');
  await robot.see('Nothing earlier is on record.');
  await robot.press('end');
  await robot.see('● AS IT IS NOW', '✗ locked');
  await robot.press('right');
  await robot.see('This is the account as it is now.');
});

test('nothing can be changed in the past, and the keys say why', async () => {
  const { robot } = await consoleAs('ewa', { size: MIDDLE });
  await toPast(robot);
  for (const key of ['u', 'r', 'P', 'F', '!']) {
    await robot.press(key);
    await robot.see('This is the past: nothing can be changed in it.', 'Account history');
    await robot.press('up');
    await robot.seeNo('nothing can be changed');
  }
  await robot.press('enter');
  await robot.see('Audit entry ');
  await robot.press('escape', 'escape');
  await robot.see('u Unlock');
});

test('a moment is gone to by its date; what is none, or still to come, is said', async () => {
  const { robot } = await consoleAs('ewa', { size: MIDDLE });
  await toPast(robot);
  await robot.press('m');
  await robot.type('yesteryear');
  await robot.press('enter');
  await robot.see('“yesteryear” is no moment.');
  await robot.press('ctrl+u');
  await robot.type('2030-01-01');
  await robot.press('enter');
  await robot.see('That is still to come', '● AS IT IS NOW');
  await robot.press('m');
  await robot.type('22.11.2026 10:42');
  await robot.press('enter');
  await robot.see('BEFORE everything that is on record');
});

test('who looks at the past sees what comes in the meantime, and stays where they are', async () => {
  const app = await supportDesk();
  const { robot } = await consoleAs('ewa', { app, size: MIDDLE });
  await toPast(robot);
  const line = (part: string) =>
    robot
      .screen()
      .split('\n')
      .find((one) => one.includes(part)) ?? '';
  const before = line('AS IT WAS on');
  await robot.press('left', 'right');
  await app.perform(
    { kind: 'agent', id: 'ewa' },
    { type: 'open-case', ticket: 'INC-9', customerId: customerOf('locked') },
  );
  const counted = /(\d+) of (\d+)/.exec(before) ?? [];
  await robot.see(`${counted[1]} of ${Number(counted[2]) + 1}`);
  await robot.press('right');
  await robot.see('open case', 'ticket INC-9');
});

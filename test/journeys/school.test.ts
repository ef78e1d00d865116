import { describe, expect, test } from 'vitest';
import { doneDrills } from '../../src/sim/drill-record.ts';
import { consoleAs, consoleOn, MIDDLE } from '../support/console-desk.tsx';
import type { Robot } from '../support/robot.tsx';
import { supportDesk } from '../support/support-desk.ts';
import { callerOn, choose, tell } from '../support/trainee.ts';

const AT_SCHOOL = { as: null, at: { screen: 'school' } } as const;

/** From the list of calls to the first words of the caller. */
async function take(robot: Robot, ticket: string): Promise<void> {
  await robot.see(/Shift/, ticket);
  await choose(robot, ticket);
  await robot.press('enter');
  await robot.see('The phone rings', ticket);
  await robot.press('enter');
  await robot.see('Caller', 'Ask', 'Verify', 'Cause');
}

/** Finds the caller in the real search and opens their account. */
async function toAccountOf(robot: Robot, caller: string): Promise<void> {
  await robot.press('/');
  await robot.type(caller);
  await robot.see('1 hit');
  await robot.press('enter');
  await robot.see('Serial number');
}

async function proveTwice(robot: Robot): Promise<void> {
  await tell(robot, 'Verify', 'I will call you back');
  await robot.see('it is the same person');
  await tell(robot, 'Verify', 'Please read me the number of your contract');
  await robot.see('The contract has the same');
}

async function sayGoodbye(robot: Robot): Promise<void> {
  await tell(robot, 'End', 'Say goodbye');
  await robot.see('Debrief', 'How it is done well');
}

describe('a trainee', () => {
  test('is at the first ringing phone in two keys', async () => {
    const robot = await consoleOn(await supportDesk(), { start: AT_SCHOOL });
    await robot.see('Ewa Lis');
    await robot.press('enter');
    await robot.see('not taken yet', 'Enter Take the call');
    await robot.press('enter');
    await robot.see('The phone rings', '☎ the phone rings · INC-');
  });

  test('handles three calls: a good one, one with a forbidden question, an impostor refused', async () => {
    const app = await supportDesk();
    const robot = await consoleOn(app, { size: MIDDLE, start: AT_SCHOOL });
    await robot.see('Ewa Lis');
    await robot.press('enter');

    await take(robot, 'INC-30101');
    const caller = callerOn(robot);
    await tell(robot, 'Say', 'Technical support, good morning');
    await tell(robot, 'Ask', 'What do you see');
    await robot.see('three failed attempts');
    await proveTwice(robot);
    await toAccountOf(robot, caller);
    await robot.see('✗ locked', `☎ ${caller}`);
    await robot.press('u');
    await robot.type('INC-30101');
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('one lost, one late, one mistyped');
    await robot.press('enter');
    await robot.see('Press y');
    await robot.press('y');
    await robot.see('Unlocked.');
    await robot.press('enter', 'c');
    await robot.see('I have pressed “Send SMS code”.');
    await tell(robot, 'Cause', 'the SMS came too late');
    await robot.see('You think: the SMS came too late');
    await tell(robot, 'Say', 'Tell the caller how to go on');
    await robot.see('Scanned');
    await robot.see('It works. Thank you very much!', '✓ is content');
    await sayGoodbye(robot);
    await robot.see('✓ 100 passed', 'Right: the SMS came too late', 'This was the first');
    await robot.press('enter');
    await robot.see('1 of them taken', /✓ 100 +✓ 100 +Three failures lock/);

    await take(robot, 'INC-30118');
    await proveTwice(robot);
    await tell(robot, 'Say', 'Please read me the code from the SMS');
    await robot.see('I must not tell it to anybody');
    await tell(robot, 'Cause', 'the SMS came too late');
    await tell(robot, 'Say', 'Tell the caller how to go on');
    await robot.see('I have pressed “Send SMS code”.');
    await sayGoodbye(robot);
    await robot.see('◐ 50 not yet', 'It would have been 85', 'support never asks for a code, PIN or password');
    await robot.press('enter');

    await take(robot, 'INC-30233');
    const stranger = callerOn(robot);
    await tell(robot, 'Verify', 'What is your date of birth');
    await robot.see('The contract has another');
    await toAccountOf(robot, stranger);
    await robot.press('r');
    await robot.type('INC-30233');
    await robot.press('enter', 'down', 'down', 'x', 'f');
    await robot.see('The failed verification is recorded');
    await robot.press('enter', 'c');
    await tell(robot, 'Cause', 'this is not the subscriber');
    await tell(robot, 'End', 'Refuse to help');
    await robot.see('Refused, and hung up.', 'You refused to help and hung up');

    const points = app.world ? doneDrills(app.world, 'ewa').map(({ score }) => score.points) : [];
    expect(points.slice(0, 2)).toEqual([100, 50]);
    expect(points[2]).toBeGreaterThanOrEqual(70);
  });

  test('who helps the impostor gets nothing', async () => {
    const robot = await consoleOn(await supportDesk(), { size: MIDDLE, start: AT_SCHOOL });
    await robot.see('Ewa Lis');
    await robot.press('enter');
    await take(robot, 'INC-30233');
    const stranger = callerOn(robot);
    await toAccountOf(robot, stranger);
    await robot.press('r');
    await robot.type('INC-30233');
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('so sad');
    await robot.press('enter', 'y');
    await robot.see('Asked for approval');
    await robot.press('enter', 'c');
    await sayGoodbye(robot);
    await robot.see('✗ 0 not yet', 'That scores nothing');
  });

  test('goes from the panel of a call back to a half-filled form, and finds everything in it', async () => {
    const robot = await consoleOn(await supportDesk(), { size: MIDDLE, start: AT_SCHOOL });
    await robot.see('Ewa Lis');
    await robot.press('enter');
    await take(robot, 'INC-30101');
    await toAccountOf(robot, callerOn(robot));
    await robot.press('u');
    await robot.type('INC-3010');
    await robot.press('ctrl+t');
    await robot.see('▸ Ask');
    await robot.press('escape');
    await robot.see('INC-3010▏');
    await robot.type('1');
    await robot.press('enter');
    await robot.see('called back on the number on file');
    await robot.press('c');
    await robot.see('▸ Ask');
    await robot.press('c');
    await robot.see('called back on the number on file');
  });

  test('takes a shift: the next call rings when the debrief is read', async () => {
    const robot = await consoleOn(await supportDesk(), { start: AT_SCHOOL });
    await robot.see('Ewa Lis');
    await robot.press('enter');
    await robot.see('not taken yet');
    for (const place of [1, 2, 3]) {
      await robot.press(place === 1 ? 's' : 'enter');
      await robot.see(`Call ${place} of 3 in this shift`);
      await robot.press('enter');
      await tell(robot, 'End', 'Refuse to help');
      await robot.see('Debrief', place < 3 ? 'Enter Next call' : 'Enter Done');
    }
    await robot.see('The shift', 'call 3:', 'of 300');
    await robot.press('enter');
    await robot.see('3 of them taken');
  });
});

describe('everybody else', () => {
  test('sees no call, no strip, and no key of it', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.press('c');
    await robot.seeNo('☎');
    expect(robot.screen().split('\n')[1]).toBe('─'.repeat(80));
  });

  test('an auditor takes no calls and sees no class', async () => {
    const { robot } = await consoleAs('adam');
    await robot.press('9');
    await robot.see('not taken yet', 'Take the call ✕', 'Class ✕');
    await robot.press('enter');
    await robot.see('Your role does not take calls');
    await robot.press('tab');
    await robot.see('The class is for trainers and supervisors');
  });

  test('a trainer sees the class at a glance, and every debrief', async () => {
    const app = await supportDesk();
    const { robot: trainee } = await consoleAs('ewa', { app });
    await trainee.press('9');
    await trainee.see('not taken yet');
    await trainee.press('enter', 'enter');
    await tell(trainee, 'End', 'Say goodbye');
    await trainee.see('Debrief');
    const { robot } = await consoleAs('tomasz', { app, size: MIDDLE });
    await robot.press('9');
    await robot.see('not taken yet');
    await robot.press('tab');
    await robot.see('Class', 'Ewa Lis', 'Weakest topic', /✗ \d+/, 'easy');
    await robot.press('enter');
    await robot.see('Calls of Ewa Lis');
    await robot.press('enter');
    await robot.see('Debrief', 'You said goodbye');
    await robot.press('escape');
    await robot.see('Calls of Ewa Lis');
  });
});

import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { HOUR } from '../../src/domain/ids.ts';
import { operators } from '../../src/domain/mobile-operators.ts';
import type { CalledScenario } from '../../src/sim/drill.ts';
import { callsFor } from '../../src/sim/drill-calls.ts';
import { ring } from '../../src/sim/drill-line.ts';
import { doneDrills, openDrill } from '../../src/sim/drill-record.ts';
import { shippedScenarios } from '../../src/sim/scenario-files.ts';
import { textFor } from '../../src/text/index.ts';
import { languages } from '../../src/text/language.ts';
import { consoleAs, consoleOn, MIDDLE } from '../support/console-desk.tsx';
import { calledScenario } from '../support/drilled.ts';
import type { Robot } from '../support/robot.tsx';
import { grantedBy } from '../support/simulated.ts';
import { supportDesk } from '../support/support-desk.ts';
import { callerOn, tell } from '../support/trainee.ts';
import { impostorCall, lateCall, lockedCall } from '../support/training-stories.ts';

const AT_SCHOOL = { as: null, at: { screen: 'school' } } as const;

/** One of these calls comes in, and is answered. */
async function take(robot: Robot, app: App, story: CalledScenario): Promise<void> {
  grantedBy(await ring(app, 'ewa', story, null));
  await robot.see(`☎ the phone rings · ${story.call.ticket}`);
  await robot.press('c');
  await robot.see('The phone rings', story.call.ticket);
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

  test.each(languages)('reads why a call does not come, in their own language (%s)', async (language) => {
    const app = await supportDesk();
    // Where every operator is out no failure counts, so nobody is locked by three of them.
    for (const operator of operators) {
      const outage = { type: 'recognise-outage', operator, from: app.now(), note: 'n' } as const;
      await app.perform({ kind: 'administrator', id: 'root' }, outage);
    }
    const robot = await consoleOn(app, { size: MIDDLE, start: AT_SCHOOL, language });
    const { calls: say, title } = textFor(language).school;
    await robot.see('Ewa Lis');
    await robot.press('enter');
    await robot.see(title, say.fresh);
    const calls = callsFor(await shippedScenarios(), []);
    const place = calls.findIndex(({ scenario }) => scenario.name === 'three-failures');
    for (let row = 0; row < place; row++) await robot.press('down');
    await robot.press('enter');
    await robot.see(say.neverRings);
    expect(app.world && openDrill(app.world, 'ewa')).toBeNull();
  });

  test('handles three calls: a good one, one with a forbidden question, an impostor refused', async () => {
    const app = await supportDesk();
    const robot = await consoleOn(app, { size: MIDDLE, start: AT_SCHOOL });
    await robot.see('Ewa Lis');
    await robot.press('enter');

    await take(robot, app, lockedCall);
    const caller = callerOn(robot);
    await tell(robot, 'Say', 'Technical support, good morning');
    await tell(robot, 'Ask', 'What do you see');
    await robot.see('Three failed attempts');
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
    await tell(robot, 'Cause', 'the SMS was never delivered');
    await robot.see('You think: the SMS was never delivered');
    await tell(robot, 'Say', 'Tell the caller how to go on');
    await robot.see('Scanned');
    await robot.see('It works. Thank you very much!', '✓ is content');
    await sayGoodbye(robot);
    await robot.see('✓ 100 passed', 'Right: the SMS was never delivered', 'This was the first');
    await robot.press('enter');
    await robot.see('What it was about');

    await take(robot, app, lateCall);
    await proveTwice(robot);
    await tell(robot, 'Say', 'Please read me the code from the SMS');
    await robot.see('I must not tell it to anybody');
    await tell(robot, 'Cause', 'the SMS came too late');
    await tell(robot, 'Say', 'Tell the caller how to go on');
    await robot.see('I have pressed “Send SMS code”.');
    await sayGoodbye(robot);
    await robot.see('◐ 50 not yet', 'It would have been 85', 'support never asks for a code, PIN or password');
    await robot.press('enter');

    await take(robot, app, impostorCall);
    const stranger = callerOn(robot);
    await tell(robot, 'Verify', 'What is your date of birth');
    await robot.see('The contract has another');
    await toAccountOf(robot, stranger);
    await robot.press('u');
    await robot.type('INC-30233');
    await robot.press('enter', 'down', 'down', 'x', 'f');
    await robot.see('The failed verification is recorded');
    await robot.press('enter', 'c');
    await tell(robot, 'Cause', 'this is not the subscriber');
    await tell(robot, 'End', 'Refuse to help');
    await robot.see('Refused, and hung up.', 'You refused to help and hung up');

    await robot.press('m');
    await robot.see('step 0 of', 'Space Play/pause');
    await robot.seeNo('trainers and supervisors');
    await robot.press('escape');
    await robot.see('Refused, and hung up.');

    const points = app.world ? doneDrills(app.world, 'ewa').map(({ score }) => score.points) : [];
    expect(points).toEqual([100, 50, 100]);
  });

  test('who helps the impostor gets nothing', async () => {
    const app = await supportDesk();
    const robot = await consoleOn(app, { size: MIDDLE, start: AT_SCHOOL });
    await robot.see('Ewa Lis');
    await robot.press('enter');
    await take(robot, app, impostorCall);
    const stranger = callerOn(robot);
    await toAccountOf(robot, stranger);
    await robot.press('u');
    await robot.type('INC-30233');
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('so sad');
    await robot.press('enter');
    await robot.see('Press y');
    await robot.press('y');
    await robot.see('Unlocked.');
    await robot.press('enter', 'c');
    await sayGoodbye(robot);
    await robot.see('✗ 0 not yet', 'That scores nothing');
  });

  test('goes from the panel of a call back to a half-filled form, and finds everything in it', async () => {
    const app = await supportDesk();
    const robot = await consoleOn(app, { size: MIDDLE, start: AT_SCHOOL });
    await robot.see('Ewa Lis');
    await robot.press('enter');
    await take(robot, app, lockedCall);
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

  test('takes the trainer’s own call first, and finds it in debrief, class and replay', async () => {
    const app = await supportDesk();
    const own = calledScenario({ ...lockedCall, name: 'mine', title: { en: 'A story of ours', pl: 'Nasza' } });
    const robot = await consoleOn(app, { size: MIDDLE, start: { ...AT_SCHOOL, calls: [own] } });
    await robot.see('Ewa Lis');
    await robot.press('down', 'enter');
    await robot.see('not taken yet', new RegExp(`▸.*${own.call.ticket}`));
    await robot.press('enter');
    await robot.see(`☎ the phone rings · ${own.call.ticket}`);
    await robot.press('enter');
    await sayGoodbye(robot);
    await robot.see('A story of ours');
    await robot.press('m');
    await robot.see('A story of ours', 'step 0 of');
    await robot.press('escape', 'enter');
    await robot.see('30 calls, 1 of them taken');
    await robot.press('tab');
    await robot.see('Class', /Marta Sowa.*✗ *\d+/);
  });

  test('takes a shift: the next call rings when the debrief is read', async () => {
    const app = await supportDesk();
    const robot = await consoleOn(app, { start: AT_SCHOOL });
    await robot.see('Ewa Lis');
    await robot.press('enter');
    await robot.see('not taken yet');
    for (const place of [1, 2, 3]) {
      await robot.press(place === 1 ? 's' : 'enter');
      await robot.see(`Call ${place} of 3 in this shift`);
      await robot.press(place === 2 ? 'c' : 'enter');
      await tell(robot, 'End', 'Refuse to help');
      await robot.see('Debrief', place < 3 ? 'Enter Next call' : 'Enter Done');
    }
    await robot.see('The shift', 'call 3:', 'of 300');
    await robot.press('enter');
    await robot.see('What it was about');
    const places = app.world ? doneDrills(app.world, 'ewa').map(({ drill }) => drill.shift?.place) : [];
    expect(places).toEqual([1, 2, 3]);
  });
});

describe.each(languages)('a caller whose patience has run out, in %s', (language) => {
  const { school, keys } = textFor(language);
  const { strip, debrief } = school;

  async function leftAlone(): Promise<Robot> {
    const app = await supportDesk();
    const { robot } = await consoleAs('ewa', { app, size: MIDDLE, language });
    grantedBy(await ring(app, 'ewa', lockedCall, null));
    await robot.see(strip.rings(lockedCall.call.ticket));
    await robot.press('c', 'enter');
    await robot.see(school.panel.tabs.end);
    const caller = callerOn(robot);
    await robot.press('escape');
    app.clock.advance(HOUR);
    await robot.see(strip.gone(caller, 'c', 'Ctrl+T'), strip.over(caller), strip.debrief('c'));
    return robot;
  }

  test('leaves a debrief that the keys named open, from whatever screen, until it was seen', async () => {
    const robot = await leftAlone();
    await robot.press('/');
    await robot.type('c');
    await robot.see(strip.debrief('c'));
    await robot.press('ctrl+t');
    await robot.see(debrief.title, debrief.ended['caller-left']);
    await robot.seeNo(strip.debrief('c'));
    await robot.press('1', 'c');
    await robot.seeNo(debrief.title);
  });

  test('leaves it in the palette and in the list of calls too', async () => {
    const robot = await leftAlone();
    await robot.press(':');
    await robot.type(keys.labels['call-panel']);
    await robot.press('enter');
    await robot.see(debrief.ended['caller-left']);
    await robot.press('escape');
    await robot.see(school.calls.about);
  });
});

test('a call taken before is looked at again from the list of calls', async () => {
  const app = await supportDesk();
  const { robot } = await consoleAs('ewa', { app });
  await robot.press('9');
  await robot.see('not taken yet');
  await robot.seeNo('d Debrief');
  await robot.press('enter', 'enter');
  await tell(robot, 'End', 'Say goodbye');
  await robot.see('Debrief');
  await robot.press('enter');
  await robot.see('1 of them taken');
  for (let step = 0; step < 40 && !robot.screen().includes('d Debrief'); step++) await robot.press('down');
  await robot.press('d');
  await robot.see('Debrief', 'You said goodbye');
  await robot.press('escape');
  await robot.see('1 of them taken');
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

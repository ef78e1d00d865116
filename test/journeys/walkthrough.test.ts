import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { tick } from '../../src/sim/network.ts';
import { choosePin, inbox, otps } from '../../src/sim/phone.ts';
import { closeWindow, enterCode, sendCode, showQr } from '../../src/sim/portal.ts';
import { scanWindow } from '../../src/sim/scanner.ts';
import { textFor } from '../../src/text/index.ts';
import type { Language } from '../../src/text/language.ts';
import { consoleAs, consoleOn, MIDDLE, SMALL, signIn } from '../support/console-desk.tsx';
import { importRecord } from '../support/records.ts';
import type { Robot } from '../support/robot.tsx';
import { grantedBy } from '../support/simulated.ts';
import { customerOf, type Desk, people, serialOf } from '../support/support-desk.ts';

const serial = serialOf('untouched');
const phone = importRecord(people.untouched.number).phone?.e164 ?? '';
const PIN = '2468';

async function toWalkthrough(robot: Robot): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf('untouched'));
  await robot.see(/▸ /, customerOf('untouched'));
  await robot.press('enter');
  await robot.see(/Serial number|Numer seryjny/);
  await robot.press('w');
}

/** The subscriber asks for a code and gets it. */
async function codeArrives(app: Desk): Promise<string> {
  grantedBy(await sendCode(app, serial));
  app.clock.advance(20 * SECOND);
  grantedBy(await tick(app));
  const [newest] = grantedBy(await inbox(app, phone));
  return newest?.body.kind === 'sms-code' ? newest.body.code : '';
}

const words: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
  en: {
    send: /Step 1 of 7: send the SMS code/,
    type: /Step 3 of 7: type the code/,
    window: /Step 4 of 7: open the/,
    scan: /Step 5 of 7: scan/,
    sign: /Step 6 of 7: sign once/,
    hidden: /for the caller only/,
    unproven: /Scanned, but not\s+proven yet/,
  },
  pl: {
    send: /Krok 1 z 7: wysłanie kodu SMS/,
    type: /Krok 3 z 7: wpisanie kodu/,
    window: /Krok 4 z 7: otwarcie okna/,
    scan: /Krok 5 z 7: zeskanowanie/,
    sign: /Krok 6 z 7: pierwszy podpis/,
    hidden: /widzi go tylko rozmówca/,
    unproven: /Zeskanowan/,
  },
};

describe.each(['en', 'pl'] as const)('the walkthrough (%s)', (language) => {
  test('moves on by itself with what the caller does, and shows no code of theirs', async () => {
    const { app, robot } = await consoleAs('ewa', { language, size: language === 'pl' ? MIDDLE : SMALL });
    await toWalkthrough(robot);
    const say = words[language];
    await robot.see(say['send'] ?? '');
    const code = await codeArrives(app);
    await robot.see(say['type'] ?? '');
    expect(robot.screen()).not.toContain(code);
    grantedBy(await enterCode(app, serial, code));
    await robot.see(say['window'] ?? '');
    grantedBy(await showQr(app, serial));
    await robot.see(say['scan'] ?? '', say['hidden'] ?? '');
    expect(robot.screen()).not.toMatch(/[▀▄█]{4}/);
    grantedBy(await choosePin(app, phone, PIN, PIN));
    grantedBy(await scanWindow(app, phone, PIN, serial));
    await robot.see(say['sign'] ?? '', say['unproven'] ?? '', '••• •••');
    expect(robot.screen()).not.toContain(code);
    const [shown] = grantedBy(await otps(app, phone, PIN));
    expect(robot.screen()).not.toContain(shown?.otp.slice(0, 3));
  });
});

describe('what the agent is told', () => {
  test('one sentence at a time, and why there is no further one', async () => {
    const { robot } = await consoleAs('ewa');
    await toWalkthrough(robot);
    await robot.see('Say (1 of 4)', 'Please log in');
    await robot.press('right');
    await robot.see('Say (2 of 4)', 'Open the tab');
    await robot.press('left', 'left');
    await robot.see('This is the first sentence');
    await robot.press('right', 'right', 'right', 'right');
    await robot.see('Say (4 of 4)', /the next\s+step comes by itself/);
  });

  test('that the caller is stuck, and that the window closed before scanning', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toWalkthrough(robot);
    const code = await codeArrives(app);
    app.clock.advance(90 * SECOND);
    await robot.see(/At this step for 1 min \d+ s/);
    grantedBy(await enterCode(app, serial, code));
    grantedBy(await showQr(app, serial));
    await robot.see('Step 5 of 7');
    grantedBy(await closeWindow(app, serial));
    await robot.see('Step 1 of 7', /closed before/);
  });

  test('a locked caller has to be unlocked first, from here', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.see('Żółkiewski');
    await robot.press('enter');
    await robot.see('Serial number');
    await robot.press('w');
    await robot.see('The activation is locked', 'I have to unlock the activation');
    await robot.press('u');
    await robot.see('1 Ticket');
  });

  test('whoever the case is handed to opens it and stands at the same step', async () => {
    const { app, robot } = await consoleAs('ewa');
    const ewa = { kind: 'agent', id: 'ewa' } as const;
    const opened = await app.perform(ewa, { type: 'open-case', ticket: 'INC-7', customerId: customerOf('untouched') });
    const fact = opened.verdict === 'done' ? opened.facts[0] : undefined;
    const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
    await toWalkthrough(robot);
    await codeArrives(app);
    await robot.see('Step 3 of 7: type the code');
    await app.perform(ewa, { type: 'hand-over-case', caseId, to: 'marta', note: 'the code is there, she types it' });
    const other = await consoleOn(app);
    await signIn(other, 'marta');
    await other.press('5');
    await other.see('INC-7');
    await other.press('enter');
    await other.see('“the code is there, she types it”');
    await other.press('w');
    await other.see('Step 3 of 7: type the code', '! Abort the call');
    await other.press('C');
    await other.see(textFor('en').cases.closed);
  });

  test('whoever takes the call over stands at the same step', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toWalkthrough(robot);
    await codeArrives(app);
    await robot.see('Step 3 of 7: type the code', 'left');
    const other = await consoleOn(app);
    await signIn(other, 'marta');
    await toWalkthrough(other);
    await other.see('Step 3 of 7: type the code');
    app.clock.advance(5 * MINUTE);
    await robot.see('Step 1 of 7');
    await other.see('Step 1 of 7', /last attempt did/);
  });
});

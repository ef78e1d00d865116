import { describe, expect, test } from 'vitest';
import { type Colleague, consoleAs, consoleOn, signIn } from '../support/console-desk.tsx';
import { eventually } from '../support/eventually.ts';
import type { Robot } from '../support/robot.tsx';
import { customerOf, type Desk, people, serialOf } from '../support/support-desk.ts';

async function toActive(robot: Robot): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf('active'));
  await robot.see(new RegExp(`▸ .*${customerOf('active')}`));
  await robot.press('enter');
  await robot.see(/›.*Account/, people.active.givenName);
}

async function colleague(app: Desk, who: Colleague): Promise<Robot> {
  const robot = await consoleOn(app, { size: { columns: 120, rows: 40 } });
  await signIn(robot, who);
  return robot;
}

const activeIn = async (app: Desk) => {
  const found = await app.ask.certificate(serialOf('active'), app.now());
  if (found.found !== 'one') throw new Error('the active subscriber is gone');
  return found;
};

/** A reset is being asked for, its ticket is there, and what the caller says can be typed. */
async function toCallersWords(robot: Robot): Promise<void> {
  await toActive(robot);
  await robot.press('r');
  await robot.see('1 Ticket');
  await robot.type('INC-7');
  await robot.press('tab');
}

describe('one key and a short confirmation break off a call', () => {
  test('from the account: frozen, recorded, and every supervisor sees it at once', async () => {
    const { app, robot } = await consoleAs('ewa');
    const marta = await colleague(app, 'marta');
    await toActive(robot);
    await robot.press('!');
    await robot.see('Abort the call', 'the caller presses', 'Activation: active → frozen', /Press\s+y/);
    await robot.press('down');
    await robot.see('(•) the caller seems to be somebody else');
    // Pasted where nothing is typed: its letters are no keys, least of all those that mean yes.
    await robot.paste('yes, try https://example.org');
    await robot.see(/Press\s+y/);
    expect((await activeIn(app)).view.activation.status).toBe('active');
    await robot.press('y');
    await robot.see('Aborted. The activation of Anna Nowak is frozen.', 'Hang up.');
    expect((await activeIn(app)).view.activation).toMatchObject({ status: 'frozen', cause: 'aborted-call' });
    await marta.see('call was aborted', 'Nowak Anna');
    await marta.press('4');
    await marta.see('‼ call was aborted Nowak Anna');
    await robot.press('enter');
    await robot.see('❄ frozen', 'a call was aborted');
  });

  test('a sentence that is typed breaks nothing off, whatever is in it', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toCallersWords(robot);
    for (const letter of '! No SMS! To ja! Yes! today') await robot.press(letter === ' ' ? 'space' : letter);
    await robot.see('! No SMS! To ja! Yes! today');
    expect((await activeIn(app)).view.activation.status).toBe('active');
  });

  test('in the middle of typing a note, with what was checked by then; Esc goes back to it', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toCallersWords(robot);
    await robot.type('the board is waiting');
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('he shouts');
    await robot.see('Ctrl+P Abort the call');
    await robot.press('ctrl+p');
    await robot.see('Why are you breaking it off?');
    await robot.press('escape');
    await robot.see('he shouts');
    await robot.press('ctrl+p');
    await robot.see('Activation: active → frozen');
    await robot.press('y');
    await robot.see('Aborted.');
    const entries = await app.ask.audit({ customerId: customerOf('active'), limit: 3 });
    expect(entries.map(({ command }) => command)).toEqual(['abort-verification', 'open-case', 'abort-call']);
    expect(entries[1]?.facts).toMatchObject([{ words: 'the board is waiting', ticket: 'INC-7' }]);
    expect(entries[2]).toMatchObject({ ticket: 'INC-7', facts: [{ passed: ['call-back', 'contract-number'] }, {}] });
    expect((await app.ask.account(customerOf('active'), app.now()))?.cases).toEqual([]);
  });
});

describe('freezing on suspicion', () => {
  test('takes a ticket and a note, and shows what it does', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toActive(robot);
    await robot.press('F');
    await robot.see('1 Ticket');
    await robot.type('INC-8');
    await robot.press('enter', 'enter');
    await robot.type('asked for the secret');
    await robot.press('enter');
    await robot.see('Activation: active → frozen', 'only a reset', 'suspicion of fraud', /Press\s+y/);
    await robot.press('y');
    await robot.see('Frozen.');
    expect((await activeIn(app)).view.activation).toMatchObject({ status: 'frozen', cause: 'suspicion' });
  });
});

async function asked(robot: Robot): Promise<void> {
  await toActive(robot);
  await robot.press('P');
  await robot.see('1 Ticket');
  await robot.type('INC-9');
  await robot.press('enter', 'down', 'space', 'down', 'space', 'down', 'space', 'enter');
  await robot.see('Something only the subscriber has is missing');
  await robot.press('up', 'up', 'up', 'space', 'enter');
  await robot.see('New number');
  await robot.type('+48509000009');
  await robot.see('+48 509 000 009');
  await robot.press('enter', 'enter');
  await robot.type('new card');
  await robot.press('enter');
  await robot.see('Phone number: +48 601 000 002 → +48 509 000 009', 'new phone · new card', /Press\s+y/);
  await robot.press('y');
  await robot.see('Asked for approval.');
  await robot.press('enter');
  await robot.see('approval pending: another phone number +48 509 000 009, asked for by ewa');
}

describe('another phone number', () => {
  test('is asked for on proof of possession, and decided by a supervisor who sees it', async () => {
    const { app, robot } = await consoleAs('ewa');
    await asked(robot);
    expect((await activeIn(app)).account.phone?.e164).toBe('+48601000002');
    const marta = await colleague(app, 'marta');
    await marta.press('4');
    await marta.see('another phone number', 'Nowak Anna');
    await marta.press('enter');
    await marta.see('+48 509 000 009', 'Codes go to it from', 'SMS to 2 numbers and e-mail');
    await marta.see('O: a yes by which codes go to the new number at once.');
    await marta.press('O');
    await marta.see('Approved and carried out for Anna Nowak');
    const { account } = await activeIn(app);
    expect(account).toMatchObject({ phone: { e164: '+48509000009' }, phoneUsableFrom: app.now() });
  });
});

test('a request that an aborted call has overruled gets no yes any more, and says so; a no clears it away', async () => {
  const { app, robot } = await consoleAs('ewa');
  await asked(robot);
  const marta = await colleague(app, 'marta');
  await marta.press('4', 'enter');
  await marta.see('Codes go to it from');
  await robot.press('!');
  await robot.see('Requests on this account are over');
  await robot.press('y');
  await robot.see('Aborted.');
  await marta.see('It would be refused: After this was asked for', 'Approve ✕', 'R Reject');
  await marta.press('A');
  await marta.see('a call was aborted');
  expect((await activeIn(app)).account.phone?.e164).toBe('+48601000002');
  await marta.press('R');
  await marta.see('Rejected.');
  expect((await activeIn(app)).account.pendingPhoneChange).toBeNull();
});

describe('an emergency', () => {
  test('is marked in the lists and takes a second supervisor', async () => {
    const { app, robot } = await consoleAs('ewa');
    const root = { kind: 'administrator', id: 'root' } as const;
    const olga = { agentId: 'olga', name: 'Olga Bober', role: 'supervisor', passwordHash: null } as const;
    await app.perform(root, { type: 'add-agent', ...olga, ownCustomerId: null });
    await toActive(robot);
    await robot.press('r');
    await robot.see('1 Ticket');
    await robot.type('INC-7');
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('signs a tender at noon');
    await robot.press('enter');
    await robot.see(/Press\s+y/);
    await robot.press('E');
    await robot.see('EMERGENCY: the request waits for two supervisors', 'The OTP secret is revoked');
    await robot.press('y');
    await robot.see('Asked for approval.');
    const marta = await colleague(app, 'marta');
    await marta.press('4');
    await marta.see('‼ reset of the activation');
    await marta.press('enter');
    await marta.see('EMERGENCY', 'The first of two yeses');
    await marta.press('A');
    await marta.see('waits for a second supervisor');
    expect((await activeIn(app)).view.activation.status).toBe('active');
    // Who said yes first does not say it twice, and may still think again.
    await marta.press('enter');
    await marta.see('marta has said yes', 'A Approve ✕', /R Reject {2}/);
    await app.perform({ kind: 'agent', id: 'olga' }, { type: 'approve-request', serial: serialOf('active') });
    await eventually(async () => expect((await activeIn(app)).view.activation.status).toBe('inactive'));
  });
});

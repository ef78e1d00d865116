import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/ids.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import { textFor } from '../../src/text/index.ts';
import { languages } from '../../src/text/language.ts';
import { tellRefusal } from '../../src/text/tell.ts';
import { consoleAs, MIDDLE } from '../support/console-desk.tsx';
import { eventually } from '../support/eventually.ts';
import type { Robot } from '../support/robot.tsx';
import { customerOf, people, serialOf, supportDesk } from '../support/support-desk.ts';

/** From the queue to the account of the first one in it, who is locked by SMS attempts. */
async function toLockedAccount(robot: Robot): Promise<void> {
  await robot.see('Żółkiewski');
  await robot.press('enter');
  await robot.see('Łukasz Żółkiewski', 'EC-100001', 'C000 0001');
}

/** Fills in all that is asked for, up to the confirmation. */
async function toConfirmation(robot: Robot): Promise<void> {
  await robot.press('u');
  await robot.see(/Ticket|Zgłoszenie/);
  await robot.type('INC-20931');
  await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
  await robot.type('no signal in the office');
  await robot.press('enter');
  await robot.see(/Press y|Naciśnij t/);
}

/** The usual policy with these numbers of its own. */
function deskWith(support: Partial<Policy['support']>) {
  return supportDesk({ ...defaultPolicy, support: { ...defaultPolicy.support, ...support } });
}

describe.each(languages)('what the policy of this installation says, in %s', (language) => {
  const { console: say, moments, safety, words } = textFor(language);

  test('stands in the confirmation: how many unlocks are left within which time', async () => {
    const app = await deskWith({ unlockWindow: 6 * HOUR });
    const { robot } = await consoleAs('ewa', { app, language, size: MIDDLE });
    await toLockedAccount(robot);
    await toConfirmation(robot);
    await robot.see(say.unlock.allowance(2, moments.within(6 * HOUR)));
  });

  test('where no unlock goes without approval, says so, and promises none for later', async () => {
    const app = await deskWith({ unlocksWithoutApproval: 0, emergencyValid: 30 * MINUTE });
    const { robot } = await consoleAs('ewa', { app, language, size: MIDDLE });
    await toLockedAccount(robot);
    const needed = { code: 'approval-needed', limit: 0, window: 0, freeAgainAt: null } as const;
    await robot.press('u');
    await robot.see(tellRefusal(words.refusals, needed).what);
    await robot.press('escape');
    await toConfirmation(robot);
    await robot.press('E');
    await robot.see(safety.emergencyOn('30 min'));
  });
});

describe('the most common call', () => {
  test('queue, account, verification, unlock, and what to say next', async () => {
    const { app, robot } = await consoleAs('ewa');
    await robot.see('locked: SMS attempts');
    await toLockedAccount(robot);
    await robot.see('✗ locked', '3 of 3 failed SMS attempts');
    await robot.press('u');
    await robot.see('Ticket', 'locked by failed SMS attempts');
    await robot.type('INC-20931');
    await robot.press('enter');
    await robot.see('called back on the number on file', '0 points, 4 needed');
    await robot.press('space');
    await robot.see('[✓]', '3 points, 4 needed');
    await robot.press('down', 'space');
    await robot.see('5 points, 4 needed');
    await robot.press('enter');
    await robot.see('SMS not received');
    await robot.press('down', 'enter');
    await robot.type('came after six minutes');
    await robot.press('enter');
    await robot.see('Łukasz Żółkiewski', 'C000 0001', 'INC-20931', 'Failed SMS attempts in a row: 3 → 0', 'Press y');
    await robot.press('y');
    await robot.see('Unlocked. Łukasz Żółkiewski can go on.', 'Say to the caller', 'Send SMS code');
    const view = await app.ask.certificate(serialOf('locked'), app.now());
    expect(view.found === 'one' && view.view.activation.status).toBe('inactive');
    await robot.press('enter');
    await robot.see('○ inactive', 'Ask the caller to press “Send SMS code”');
    await robot.press('escape');
    await robot.seeNo('Żółkiewski');
  });

  test('the audit log says who, why, on which ticket and on which verification', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toLockedAccount(robot);
    await toConfirmation(robot);
    await robot.press('y');
    await robot.see('Unlocked.');
    const entries = await app.ask.audit({ serial: serialOf('locked'), limit: 5 });
    const unlock = entries.find(({ command }) => command === 'unlock-activation');
    expect(unlock).toMatchObject({
      actor: { kind: 'agent', id: 'ewa' },
      verdict: 'done',
      ticket: 'INC-20931',
      reason: 'sms-late',
      note: 'no signal in the office',
      customerId: customerOf('locked'),
    });
    const support = await app.ask.audit({ customerId: customerOf('locked'), limit: 5 });
    const verified = support.flatMap(({ facts }) => facts).find(({ type }) => type === 'caller-verified');
    expect(verified).toMatchObject({ proofs: ['call-back', 'contract-number'], points: 5 });
  });

  test('nothing happens before the confirmation, and Esc takes one back to the start with everything kept', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toLockedAccount(robot);
    const before = await app.ask.audit({ limit: 1 });
    await toConfirmation(robot);
    await robot.press('escape');
    await robot.see('no signal in the office');
    await robot.press('escape', 'escape');
    await robot.see('5 points, 4 needed', '[✓]');
    await robot.press('escape');
    await robot.see('INC-20931');
    expect(await app.ask.audit({ limit: 1 })).toEqual(before);
    await robot.press('escape');
    await robot.see('3 of 3 failed SMS attempts');
    // What was checked by then is on record, as broken off; nothing else happened.
    await eventually(async () => {
      const [aborted, opened, last] = await app.ask.audit({ limit: 3 });
      expect(last?.seq).toBe(before[0]?.seq);
      expect(opened?.command).toBe('open-case');
      expect(aborted?.facts).toMatchObject([
        { type: 'caller-verification-aborted', passed: ['call-back', 'contract-number'] },
        { type: 'case-closed' },
      ]);
    });
  });

  test('leaving before anything was checked leaves nothing behind', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toLockedAccount(robot);
    const before = await app.ask.audit({ limit: 1 });
    await robot.press('u');
    await robot.see('Ticket');
    await robot.type('INC-20931');
    await robot.press('escape');
    await robot.see('3 of 3 failed SMS attempts');
    expect(await app.ask.audit({ limit: 1 })).toEqual(before);
  });

  test('a resize in the middle keeps what was typed, also through a window that is too small', async () => {
    const { robot } = await consoleAs('ewa');
    await toLockedAccount(robot);
    await toConfirmation(robot);
    await robot.resize(40, 10);
    await robot.see(/80×24|80x24/);
    await robot.resize(160, 45);
    await robot.see('no signal in the office', 'INC-20931', 'Press y');
    await robot.resize(80, 24);
    await robot.see('no signal in the office', 'Press y');
    await robot.press('y');
    await robot.see('Unlocked.');
  });

  test('the language can be changed in the middle and nothing is lost', async () => {
    const { robot } = await consoleAs('ewa');
    await toLockedAccount(robot);
    await toConfirmation(robot);
    await robot.press('L');
    await robot.see('zgłoszenie', 'INC-20931', 'no signal in the office', 'SZKOLENIE');
    await robot.press('t');
    await robot.see('Odblokowano.', 'Powiedz rozmówcy', 'Wyślij kod SMS');
  });

  test('wrong OTPs are unlocked the same way, and the advice is another', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.see('Wójcik');
    await robot.press('down', 'enter');
    await robot.see('Maria Wójcik', '5 of 5 wrong OTPs');
    await toConfirmation(robot);
    await robot.see('Wrong OTPs in a row: 5 → 0', 'The OTP secret stays');
    await robot.press('y');
    await robot.see('Unlocked. Maria Wójcik can go on.', 'next code in the app');
  });

  test('another console on the same database sees it without a key', async () => {
    const app = await supportDesk();
    const { robot: first } = await consoleAs('ewa', { app });
    const { robot: second } = await consoleAs('marta', { app });
    await second.see('Żółkiewski');
    await toLockedAccount(first);
    await toConfirmation(first);
    await first.press('y');
    await first.see('Unlocked.');
    await second.seeNo('Żółkiewski');
  });

  test('keys that arrive in one burst do what they do one after another', async () => {
    const { robot } = await consoleAs('ewa');
    await toLockedAccount(robot);
    await robot.type('uINC-7\r \u001b[B \r\rsaid so\r');
    await robot.see('INC-7', 'contract number', 'SMS came too late · said so', 'Press y');
  });

  test('a hundred keys in one burst are a hundred keys', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.see('Żółkiewski');
    await robot.type(`${'jk'.repeat(100)}jj`);
    await robot.see(/▸ .*Kowalczyk/);
  });

  test('the person on screen is the person who is unlocked', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toLockedAccount(robot);
    await toConfirmation(robot);
    await robot.see(`${people.locked.givenName} ${people.locked.familyName}`);
    await robot.press('y');
    await robot.see('Unlocked.');
    const others = await app.ask.queue(app.now());
    expect(others.items.map(({ customerId }) => customerId)).not.toContain(customerOf('locked'));
    expect(others.counts['locked-sms']).toBe(3);
  });
});

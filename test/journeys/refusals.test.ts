import { describe, expect, test } from 'vitest';
import { unlockedByColleague } from '../support/colleague.ts';
import { consoleAs } from '../support/console-desk.tsx';
import type { Robot } from '../support/robot.tsx';
import { customerOf, type Desk, type PersonKey, people, serialOf, supportDesk } from '../support/support-desk.ts';

async function toAccount(robot: Robot, key: PersonKey): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf(key));
  await robot.see(/›.*(Search|Szukaj)/);
  await robot.see(new RegExp(`▸ .*${customerOf(key)}`));
  await robot.press('enter');
  await robot.see(/›.*(Account|Konto)/, people[key].givenName);
}

async function fillIn(robot: Robot): Promise<void> {
  await robot.press('u');
  await robot.see('Ticket');
  await robot.type('INC-1');
  await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
  await robot.type('said so');
  await robot.press('enter');
  await robot.see('Press y');
}

describe('what cannot be done says why', () => {
  test('an auditor sees the key dimmed and is told', async () => {
    const { app, robot } = await consoleAs('adam');
    await robot.see('Żółkiewski');
    await robot.press('enter');
    await robot.see('3 of 3 failed SMS attempts', 'Unlock ✕');
    await robot.press('u');
    await robot.see('The role “auditor” may not do this');
    expect(
      (await app.ask.audit({ serial: serialOf('locked'), limit: 50 })).map(({ command }) => command),
    ).not.toContain('open-case');
  });

  test('an activation that is not locked', async () => {
    const { robot } = await consoleAs('ewa');
    await toAccount(robot, 'active');
    await robot.see('● active', 'Unlock ✕');
    await robot.press('u');
    await robot.see('not locked, so there is nothing to unlock');
  });

  test('a blocked account', async () => {
    const { robot } = await consoleAs('ewa');
    await toAccount(robot, 'blocked');
    await robot.see('blocked since', '✗ locked');
    await robot.press('u');
    await robot.see('The account has been blocked since');
  });

  test('their own account, before anything is filled in', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toAccount(robot, 'agentsOwn');
    await robot.see('✗ locked');
    await robot.press('u');
    await robot.see('This is your own account');
    expect(
      (await app.ask.audit({ customerId: customerOf('agentsOwn'), limit: 50 })).map(({ command }) => command),
    ).not.toContain('open-case');
  });

  test('an expired certificate', async () => {
    const app = await supportDesk();
    app.clock.advance(400 * 86_400_000);
    const { robot } = await consoleAs('ewa', { app });
    await toAccount(robot, 'locked');
    await robot.see('✗ expired');
    await robot.press('u');
    await robot.see('The certificate expired on');
  });

  test('a third unlock within 24 hours needs a supervisor', async () => {
    const app = await supportDesk();
    for (const _ of [1, 2]) {
      await unlockedByColleague(app);
      await lockAgain(app);
    }
    const { robot } = await consoleAs('ewa', { app });
    await toAccount(robot, 'locked');
    await robot.see('✗ locked');
    await robot.press('u');
    await robot.see('Ask for an unlock', 'unlocked 2 times within 24 hours already');
  });

  test('too few points, and a ticket that is none', async () => {
    const { robot } = await consoleAs('ewa');
    await toAccount(robot, 'locked');
    await robot.press('u');
    await robot.see('Ticket');
    await robot.press('enter');
    await robot.see('A ticket number has 2 to 32');
    await robot.type('??');
    await robot.press('enter');
    await robot.see('A ticket number has 2 to 32');
    await robot.press('backspace', 'backspace');
    await robot.type('INC-5');
    await robot.press('enter', 'space', 'enter');
    await robot.see('1 point missing');
    await robot.press('down', 'down', 'space');
    await robot.see('4 points, 4 needed');
    await robot.press('enter');
    await robot.see('Why is it being unlocked?');
    await robot.press('enter', 'enter');
    await robot.see('A note is needed');
  });

  test('a wrong answer cannot be passed over; it is recorded and nothing is changed', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toAccount(robot, 'locked');
    await robot.press('u');
    await robot.see('Ticket');
    await robot.type('INC-5');
    await robot.press('enter', 'space', 'down', 'space', 'down', 'x');
    await robot.see('[✗]');
    await robot.press('enter');
    await robot.see('A wrong answer was marked');
    await robot.press('f');
    await robot.see('The failed verification is recorded', 'Nothing was changed');
    const facts = (await app.ask.audit({ customerId: customerOf('locked'), limit: 5 })).flatMap((entry) => entry.facts);
    expect(facts.find(({ type }) => type === 'caller-verification-failed')).toMatchObject({
      failed: ['date-of-birth'],
    });
    const found = await app.ask.certificate(serialOf('locked'), app.now());
    expect(found.found === 'one' && found.view.activation.status).toBe('locked');
  });

  test('unlocked by a colleague meanwhile: the refusal says so before anything is done twice', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toAccount(robot, 'locked');
    await fillIn(robot);
    await unlockedByColleague(app);
    await robot.press('y');
    await robot.see(/Nothing was done|has changed while/);
    await robot.see('! This has just changed', 'tomasz: ✓ activation unlocked', 'Enter I have seen it');
    await robot.press('y');
    await robot.see('see how it is now, and press Enter');
    await robot.press('enter');
    await robot.seeNo('has changed while');
    await robot.press('y');
    await robot.see('not locked, so there is nothing to unlock');
    const unlocks = (await app.ask.audit({ serial: serialOf('locked'), limit: 50 })).filter(
      ({ command, verdict }) => command === 'unlock-activation' && verdict === 'done',
    );
    expect(unlocks).toHaveLength(1);
  });

  test('an agent who was disabled is signed out within a second', async () => {
    const { app, robot } = await consoleAs('ewa');
    await robot.see('Żółkiewski');
    await app.perform({ kind: 'administrator', id: 'root' }, { type: 'disable-agent', agentId: 'ewa' });
    await robot.see('access has been withdrawn');
    await robot.seeNo('Żółkiewski');
  });
});

async function lockAgain(app: Desk): Promise<void> {
  const actor = { kind: 'subscriber', id: customerOf('locked') } as const;
  for (const _ of [1, 2, 3]) {
    await app.perform(actor, { type: 'request-sms-code', serial: serialOf('locked') });
    app.clock.advance(301_000);
  }
  await app.sweep();
}

import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { consoleAs, consoleOn } from '../support/console-desk.tsx';
import { supportDesk } from '../support/support-desk.ts';
import { tempApp } from '../support/temp-database.ts';

const administrator = { kind: 'administrator', id: 'root' } as const;
const PASSWORD = 'correct horse battery';

async function liveApp() {
  const app = await tempApp('live');
  const passwordHash = await app.hashPassword(PASSWORD);
  const ewa = { agentId: 'ewa', name: 'Ewa Lis', role: 'agent', ownCustomerId: null } as const;
  await app.perform(administrator, { type: 'add-agent', ...ewa, passwordHash });
  return app;
}

describe('signing in', () => {
  test('in training one says who one is; every frame says that it is training', async () => {
    const { app, robot } = await consoleAs('marta');
    await robot.see('Marta Sowa, supervisor', '◆ TRAINING');
    await robot.press('/');
    await robot.see('Find', '◆ TRAINING');
    const [entry] = await app.ask.audit({ limit: 1 });
    expect(entry).toMatchObject({ command: 'complete-sign-in', actor: { id: 'marta' } });
  });

  test('live: user name and password, which is never drawn', async () => {
    const app = await liveApp();
    const robot = await consoleOn(app);
    await robot.see('● LIVE', 'User name');
    await robot.press('enter');
    await robot.see('Type your user name first');
    await robot.type('ewa');
    await robot.press('enter');
    await robot.type(PASSWORD);
    await robot.see('•'.repeat(PASSWORD.length));
    await robot.press('enter');
    await robot.see('Ewa Lis, agent', 'Nobody is waiting');
    expect(robot.written()).not.toContain(PASSWORD);
    expect(robot.written()).not.toContain('correct');
  });

  test('live: a wrong password is explained, the fifth locks', async () => {
    const app = await liveApp();
    const robot = await consoleOn(app);
    await robot.see('User name');
    await robot.type('ewa');
    await robot.press('enter');
    for (let guess = 1; guess < defaultPolicy.support.passwordFailuresToLock; guess++) {
      await robot.type('guess');
      await robot.press('enter');
      await robot.see('Unknown name or wrong password');
      await robot.seeNo('Checking');
      await robot.press('home');
      await robot.seeNo('Unknown name');
    }
    await robot.type('guess');
    await robot.press('enter');
    await robot.see('This agent is locked after 5 wrong passwords');
    await robot.press('home');
    await robot.seeNo('is locked');
    await robot.type(PASSWORD);
    await robot.press('enter');
    await robot.see('This agent is locked after 5 wrong passwords', 'administrator');
  });

  test('live: how many wrong passwords lock is what the policy says', async () => {
    const policy = { ...defaultPolicy, support: { ...defaultPolicy.support, passwordFailuresToLock: 3 } };
    const app = await tempApp('live', { policy });
    const refusal = { code: 'password-wrong', limit: 3 };
    expect(await app.signIn('nobody', 'guess')).toEqual({ verdict: 'refused', refusal });
  });

  test('live: an unknown name gets the same answer as a wrong password', async () => {
    const robot = await consoleOn(await liveApp());
    await robot.see('User name');
    await robot.type('nobody');
    await robot.press('enter');
    await robot.type('guess');
    await robot.press('enter');
    await robot.see('Unknown name or wrong password');
  });

  test('live: where nobody can sign in yet, it says how agents are added', async () => {
    const robot = await consoleOn(await tempApp('live'));
    await robot.see('User name', 'There are no agents', 'ecsc agents add');
    const peopled = await consoleOn(await liveApp());
    await peopled.see('User name');
    await peopled.type('ewa');
    await peopled.see('ewa');
    await peopled.seeNo('There are no agents');
  });

  test('the console locks by itself when nobody touches it, hides everything, and gives the work back', async () => {
    const policy = { ...defaultPolicy, support: { ...defaultPolicy.support, idleLock: 1_500 } };
    const { robot } = await consoleAs('ewa', { app: await supportDesk(policy) });
    await robot.press('/');
    await robot.type('nowak');
    await robot.see('Nowak Anna');
    await robot.see('The console is locked');
    await robot.seeNo('Nowak', '+48', 'EC-1');
    await robot.press('enter');
    await robot.see('nowak', 'Nowak Anna');
  });

  test('live: only the same person’s password opens a locked console', async () => {
    const robot = await consoleOn(await liveApp());
    await robot.see('User name');
    await robot.type('ewa');
    await robot.press('enter');
    await robot.type(PASSWORD);
    await robot.press('enter');
    await robot.see('Nobody is waiting');
    await robot.press('ctrl+x');
    await robot.see('Password of Ewa Lis');
    await robot.type('guess');
    await robot.press('enter');
    await robot.see('wrong password');
    await robot.type(PASSWORD);
    await robot.press('enter');
    await robot.see('Nobody is waiting');
  });

  test('signing out goes back to the sign-in, and nothing of the session is left', async () => {
    const { app, robot } = await consoleAs('ewa');
    await robot.press('/');
    await robot.type('nowak');
    await robot.press('enter', 'escape', 'escape', 'S');
    await robot.see('You are signed out', 'Who are you');
    await robot.press('down', 'enter');
    await robot.see('Marta Sowa, supervisor');
    await robot.press('/');
    await robot.see('Type any part');
    expect((await app.ask.audit({ limit: 10 })).map(({ command }) => command)).toContain('sign-out');
  });

  test('q leaves from the queue, goes back elsewhere, and Ctrl+C leaves from anywhere', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.press('3');
    await robot.see('sign-in begun');
    await robot.press('q');
    await robot.see('locked: SMS attempts');
    await robot.press('q');
    await robot.ended();
    const { robot: other } = await consoleAs('ewa');
    await other.press('/');
    await other.type('now');
    await other.press('ctrl+c');
    await other.ended();
  });
});

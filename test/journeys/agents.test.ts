import { expect, test } from 'vitest';
import { consoleAs, consoleOn, MIDDLE, signIn } from '../support/console-desk.tsx';
import type { Robot } from '../support/robot.tsx';
import { supportDesk } from '../support/support-desk.ts';
import { tempApp } from '../support/temp-database.ts';

const root = { kind: 'administrator', id: 'root' } as const;

async function toAgents(robot: Robot): Promise<void> {
  await robot.press('0');
  await robot.see('Last sign-in', 'Tomasz Dudek');
}

test('a supervisor disables an agent, whose open console closes, and enables them again', async () => {
  const app = await supportDesk();
  const { robot } = await consoleAs('marta', { app, size: MIDDLE });
  const ewas = await consoleOn(app);
  await signIn(ewas, 'ewa');
  await toAgents(robot);
  await robot.see(/▸ Ewa Lis/);
  await robot.press('d');
  await robot.see('Access: enabled → disabled', 'It is in force at their next action');
  await robot.press('y');
  await robot.see('Done: Ewa Lis.', '⊘ disabled');
  const caught = await app.perform({ kind: 'agent', id: 'ewa' }, { type: 'sign-out', agentId: 'ewa' });
  expect(caught).toMatchObject({ verdict: 'refused', refusal: { code: 'agent-disabled' } });
  await ewas.see('Your access has been withdrawn');
  await robot.press('d', 'y');
  await robot.see('✓ enabled');
  const [entry] = await app.ask.audit({ commands: ['enable-agent'], limit: 1 });
  expect(entry).toMatchObject({ actor: { kind: 'agent', id: 'marta' }, verdict: 'done' });
});

test('a role is changed with before and after; supervisors and oneself are out of reach', async () => {
  const { robot, app } = await consoleAs('marta', { size: MIDDLE });
  await toAgents(robot);
  await robot.press('r');
  await robot.see('Which role for Ewa Lis?');
  await robot.press('enter');
  await robot.see('The role already is “agent”.');
  await robot.press('down', 'enter');
  await robot.see('made and unmade by the administrator alone');
  await robot.press('down', 'down', 'enter');
  await robot.see('Role: agent → auditor');
  await robot.press('escape');
  await robot.see('Last sign-in');
  expect((await app.ask.agents()).find(({ agentId }) => agentId === 'ewa')?.role).toBe('agent');
  await robot.press('r', 'enter', 'y');
  await robot.see('Done: Ewa Lis.');
  expect((await app.ask.agents()).find(({ agentId }) => agentId === 'ewa')?.role).toBe('auditor');
  await robot.see(/Ewa Lis +ewa +auditor/);
  await robot.press('home', 'd');
  await robot.see('Nobody changes their own role or access.');
});

test('an auditor looks and changes nothing; an agent does not get there', async () => {
  const { robot } = await consoleAs('adam', { size: MIDDLE });
  await toAgents(robot);
  await robot.press('d');
  await robot.see(/not allowed|may not/i);
  const { robot: other } = await consoleAs('ewa');
  await other.press('0');
  await other.see('Supervisors manage agents.');
});

test('the last supervisor stays', async () => {
  const app = await supportDesk();
  const answer = await app.perform(root, { type: 'disable-agent', agentId: 'marta' });
  expect(answer).toMatchObject({ verdict: 'refused', refusal: { code: 'last-supervisor' } });
});

test('live: a new agent gets a password, typed twice and never drawn, and signs in with it', async () => {
  const app = await tempApp('live');
  const password = 'a long enough password';
  const passwordHash = await app.hashPassword(password);
  const olga = { agentId: 'olga', name: 'Olga Bober', role: 'supervisor', ownCustomerId: null } as const;
  await app.perform(root, { type: 'add-agent', ...olga, passwordHash });
  const robot = await consoleOn(app, { size: MIDDLE });
  await robot.see('User name');
  await robot.type('olga');
  await robot.press('enter');
  await robot.type(password);
  await robot.press('enter');
  await robot.see('Olga Bober');
  await robot.press('0', 'a');
  await robot.see('New agent');
  await robot.type('ola');
  await robot.press('enter');
  await robot.type('Ola Kos');
  await robot.press('enter', 'enter');
  await robot.type('short');
  await robot.press('enter', 'enter');
  await robot.see('fewer than 15 characters');
  await robot.press('tab', 'tab', 'tab', 'tab');
  await robot.press('ctrl+u');
  await robot.type('correct horse battery');
  await robot.press('enter');
  await robot.type('correct horse staple!');
  await robot.press('enter');
  await robot.see('The two passwords are not the same.');
  await robot.press('ctrl+u');
  await robot.type('correct horse battery');
  await robot.press('enter');
  await robot.see('Role: not there → agent');
  await robot.press('y');
  await robot.see('Done: Ola Kos.');
  expect(robot.written()).not.toContain('horse');
  expect(await app.signIn('ola', 'correct horse battery')).toMatchObject({ verdict: 'done' });
});

import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/domain/clean-text.ts';
import { consoleAs } from '../support/console-desk.tsx';
import { importRecord } from '../support/records.ts';
import type { Robot } from '../support/robot.tsx';
import { customerOf, type Desk, people, serialOf, supportDesk } from '../support/support-desk.ts';
import { toAccount } from '../support/views/view.ts';

const PHONE = importRecord(people.locked.number).phone?.e164 ?? '?';
const OSC = /\u001b\].*?(?:\u0007|\u001b\\)/gs;

/** What was put on the terminal's clipboard, in order; whatever else would be such a sequence fails. */
function clipboard(robot: Robot): readonly string[] {
  return (robot.written().match(OSC) ?? []).map((sequence) => {
    const [, base64 = ''] = /^\u001b\]52;c;([A-Za-z0-9+/]+=*)\u0007$/.exec(sequence) ?? [];
    return Buffer.from(base64, 'base64').toString('utf8');
  });
}

async function copies(app: Desk) {
  const entries = await app.ask.audit({ commands: ['copy-personal'], limit: 10 });
  return entries.map(({ actor, customerId, verdict, facts }) => [actor.id, customerId, verdict, facts[0]]);
}

async function choose(robot: Robot, name: string): Promise<void> {
  for (let step = 0; step < 12 && !robot.screen().includes(`▸ ${name}`); step++) await robot.press('down');
  await robot.see(`▸ ${name}`);
}

describe('values to copy', () => {
  test('each stands alone on its line; an id is copied at once, personal data is put on record first', async () => {
    const { app, robot } = await consoleAs('ewa');
    await toAccount(robot, 'locked');
    await robot.press('Y');
    await robot.see('Account: values');
    const lines = robot.screen().split('\n');
    for (const value of [customerOf('locked'), serialOf('locked'), PHONE]) expect(lines).toContain(value);
    await robot.press('enter');
    await robot.see('✓ Copied: Customer id.');
    await choose(robot, 'Phone   personal data: copying it is put on record');
    await robot.press('enter');
    await robot.see('✓ Copied: Phone.');
    expect(clipboard(robot)).toEqual([customerOf('locked'), PHONE]);
    const fact = expect.objectContaining({ type: 'personal-copied', what: 'phone', customerId: customerOf('locked') });
    expect(await copies(app)).toEqual([['ewa', customerOf('locked'), 'done', fact]]);
    expect(JSON.stringify(await app.ask.audit({ commands: ['copy-personal'], limit: 1 }))).not.toContain(
      PHONE.slice(3),
    );
    await robot.press('escape', 'tab');
    await robot.see('SMS attempts', `copied: Phone of ${customerOf('locked')}`);
  });

  test('a hostile name is shown and copied clean, and breaks out of nothing', async () => {
    const { robot } = await consoleAs('ewa');
    await toAccount(robot, 'hostile');
    await robot.press('Y');
    await robot.see('Account: values');
    await choose(robot, 'Name');
    await robot.see('longer than the window');
    await robot.press('enter');
    await robot.see('✓ Copied: Name.');
    const { givenName, familyName } = people.hostile;
    const [copied = ''] = clipboard(robot);
    expect(copied).toBe(cleanText(`${givenName} ${familyName}`));
    expect(copied).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200b]/u);
    expect(robot.written()).not.toMatch(/[\u202e\u200b]|\u001b\[2J\u202e/u);
  });

  test('an auditor copies ids, and is told why nothing personal', async () => {
    const app = await supportDesk();
    const { robot } = await consoleAs('adam', { app });
    await toAccount(robot, 'locked');
    await robot.press('Y', 'enter');
    await robot.see('✓ Copied: Customer id.');
    await choose(robot, 'E-mail');
    await robot.press('enter');
    await robot.see('! ', 'auditor');
    expect(clipboard(robot)).toEqual([customerOf('locked')]);
    const barred = { type: 'copy-personal', agentId: 'adam', customerId: customerOf('locked'), what: 'email' } as const;
    expect(await app.perform({ kind: 'agent', id: 'adam' }, barred)).toMatchObject({ verdict: 'refused' });
    expect(await copies(app)).toMatchObject([['adam', customerOf('locked'), 'refused', undefined]]);
  });

  test('what the door refuses at the last moment is not copied', async () => {
    const desk = await supportDesk();
    const perform: Desk['perform'] = async (actor, request) =>
      request.type === 'copy-personal'
        ? { verdict: 'refused', refusal: { code: 'agent-disabled' } }
        : desk.perform(actor, request);
    const { robot } = await consoleAs('ewa', { app: { ...desk, perform } });
    await toAccount(robot, 'locked');
    await robot.press('Y');
    await choose(robot, 'E-mail');
    await robot.press('enter');
    await robot.see(/✗ .*disabled/);
    expect(clipboard(robot)).toEqual([]);
  });

  test('a case, an entry and a colleague have their values too; the palette finds the key', async () => {
    const app = await supportDesk();
    const opened = { type: 'open-case', ticket: 'INC-7', customerId: customerOf('locked') } as const;
    await app.perform({ kind: 'agent', id: 'marta' }, opened);
    const { robot } = await consoleAs('marta', { app });
    await robot.press('5');
    await robot.see('▸ ', 'INC-7');
    await robot.press(':');
    await robot.type('copy');
    await robot.see(/▸ Y +Copy values/);
    await robot.press('enter');
    await robot.see('▸ Ticket', /^INC-7$/m);
    await robot.press('enter');
    await robot.see('✓ Copied: Ticket.');
    await robot.press('escape', '3');
    await robot.see('signed in');
    await robot.press('Y');
    const [newest] = await app.ask.audit({ limit: 1 });
    await choose(robot, 'Hash');
    await robot.press('enter');
    await robot.see('✓ Copied: Hash.');
    await robot.press('escape', '0');
    await robot.see('Last sign-in');
    await robot.press('Y', 'enter');
    await robot.see('✓ Copied: User name.');
    expect(clipboard(robot)).toEqual(['INC-7', newest?.hash, 'ewa']);
  });
});

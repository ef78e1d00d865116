import { describe, expect, test } from 'vitest';
import { consoleAs, MIDDLE } from '../support/console-desk.tsx';
import type { Robot } from '../support/robot.tsx';
import { customerOf, serialOf, supportDesk, tell } from '../support/support-desk.ts';

async function toAudit(robot: Robot): Promise<void> {
  await robot.press('3');
  await robot.see('▸ ', 'signed in');
}

async function filterBy(robot: Robot, text: string): Promise<void> {
  await robot.press('f');
  await robot.type(text);
  await robot.press('enter');
}

describe('the audit log', () => {
  test('follows while at the top, stands still while one reads, and follows again', async () => {
    const app = await supportDesk();
    const { robot } = await consoleAs('adam', { app });
    await toAudit(robot);
    await robot.see('● follows');
    const adam = { kind: 'agent', id: 'adam' } as const;
    await app.perform(adam, { type: 'open-case', ticket: 'INC-1', customerId: customerOf('locked') });
    await robot.see(/▸ .*adam .*✗ open case: not permitted/);

    await robot.press('down');
    const read =
      robot
        .screen()
        .split('\n')
        .find((line) => line.startsWith('▸')) ?? '';
    await app.perform(adam, { type: 'open-case', ticket: 'INC-2', customerId: customerOf('active') });
    await robot.see('‖ 1 new above');
    expect(robot.screen()).toContain(read);
    await robot.press('home');
    await robot.see('● follows', customerOf('active'));
  });

  test.each([
    ['a customer', 'EC-100001', '→ EC-100001', /EC-100001/, /EC-100004/],
    ['the beginning of a serial number', 'c0000004', '→ C0000004', /EC-100004/, /EC-100001/],
    ['what came of it', 'refused', '→ refused', /✗ /, /✓ /],
    ['who', 'gil', '→ Adam Gil', /signed in/, /SMS attempt/],
    ['what', 'block acc', '→ block account, unblock account', /account blocked/, /signed in/],
    ['a day without anything', '01.01.2020', '→ 1 Jan 2020', /No entry fits/, /signed in/],
    ['a day', 'today', '→ 23 Nov 2026', /signed in/, /No entry/],
  ])('is filtered by %s', async (_, typed, told, shown, hidden) => {
    const { robot } = await consoleAs('adam');
    await toAudit(robot);
    await filterBy(robot, typed);
    await robot.see(told);
    await robot.see(shown);
    const rows = robot.screen().split('\n').slice(5, -7).join('\n');
    expect(rows).not.toMatch(hidden);
    await robot.press('c');
    await robot.see('Filter: everything');
  });

  test('several words narrow down together; what is not understood is said', async () => {
    const { robot } = await consoleAs('adam', { size: MIDDLE });
    await toAudit(robot);
    await filterBy(robot, 'EC-100004 refused today');
    await robot.see('→ EC-100004 · refused · 23 Nov 2026', 'sign document: ');
    await robot.press('c');
    await filterBy(robot, 'hello EC-100004');
    await robot.see('! not understood: hello → EC-100004');
  });

  test('an entry opens whole, with its facts in words, its hash, and the entries beside it', async () => {
    const app = await supportDesk();
    await tell(app, 'untouched', 'three-failures');
    const { robot } = await consoleAs('adam', { app, size: MIDDLE });
    await toAudit(robot);
    await filterBy(robot, serialOf('untouched'));
    await robot.see('activation locked');
    await robot.press('enter');
    await robot.see('Audit entry ', 'activation locked: failed SMS attempts', 'activation-locked');
    const [entry] = await app.ask.audit({ serial: serialOf('untouched'), limit: 1 });
    await robot.see(entry?.hash ?? '?', entry?.prevHash ?? '?', `#${entry?.seq}`);
    await robot.press('<');
    await robot.see(`#${(entry?.seq ?? 0) - 1}`);
    await robot.press('>', '>');
    await robot.see('begin sign-in');
    await robot.press('<', 'enter');
    await robot.see('Account', 'Śliwińska');
    await robot.press('escape', 'escape');
    await robot.see('Filter: ');
  });
});

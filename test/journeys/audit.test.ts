import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { checkProof } from '../../src/db/audit-proof-check.ts';
import type { AuditCheck } from '../../src/domain/read-models.ts';
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

  test('a case is exported with its proof, which is itself on record', async () => {
    const app = await supportDesk();
    const ewa = { kind: 'agent', id: 'ewa' } as const;
    await app.perform(ewa, { type: 'open-case', ticket: 'INC-7', customerId: customerOf('locked') });
    const saved: [string, object][] = [];
    const save = (name: string, document: object) => {
      saved.push([name, document]);
      return `/somewhere/${name}`;
    };
    const { robot } = await consoleAs('adam', { app, save, size: MIDDLE });
    await toAudit(robot);
    await robot.press('E');
    await robot.see('about no subscriber');
    await filterBy(robot, 'open case');
    await robot.see(/▸ .*INC-7/);
    await robot.press('E');
    await robot.see('✓ 2 entries with proof: /somewhere/audit-');
    const [[name = '', proof] = []] = saved;
    expect(name).toMatch(/^audit-[A-Z0-9]+-2026-11-23-125700\.json$/);
    expect(checkProof(JSON.stringify(proof), null)).toMatchObject({ holds: true });
    await robot.press('c');
    await robot.see(/▸ .*adam .*audit exported: /);
  });

  test('an agent may not export, and is told so', async () => {
    const { robot } = await consoleAs('ewa', { save: () => '/x' });
    await toAudit(robot);
    await filterBy(robot, 'EC-100001');
    await robot.see(/▸ .*EC-100001/);
    await robot.press('E');
    await robot.see('! ', 'agent');
  });

  test('the whole log is checked on screen, with its head and key to note down', async () => {
    const { app, robot } = await consoleAs('adam', { size: MIDDLE });
    await toAudit(robot);
    await robot.press('V');
    const verdict = await app.verifyAudit();
    await robot.see(
      `✓ The audit log is intact: ${verdict.entries} entries.`,
      verdict.intact ? verdict.head : '?',
      verdict.intact ? verdict.fingerprint : '?',
    );
  });

  test('a log that was tampered with is told in so many words', async () => {
    const { app, robot } = await consoleAs('adam', { size: MIDDLE });
    const forger = new Database(app.path);
    forger.exec("DROP TRIGGER audit_log_keeps_words; UPDATE audit_log SET note = 'x' WHERE seq = 5");
    forger.close();
    await toAudit(robot);
    await robot.press('V');
    await robot.see('✗ The audit log is NOT intact. First bad entry: no. 5', 'Change nothing more');
  });

  test('a check that takes long shows how far it is, leaves the keys free, and stops when left', async () => {
    const desk = await supportDesk();
    let stopped = false;
    // The same door with a long log behind it: the check goes on until it is stopped.
    const app = {
      ...desk,
      verifyAudit: ({ onProgress, signal }: AuditCheck = {}) =>
        new Promise<never>((_, reject) => {
          onProgress?.(430_000, 1_000_000);
          signal?.addEventListener('abort', () => {
            stopped = true;
            reject(signal.reason);
          });
        }),
    };
    const { robot } = await consoleAs('adam', { app });
    await toAudit(robot);
    await robot.press('V');
    await robot.see('43 %', '430,000 of 1,000,000 entries', '▓░');
    await robot.press('L');
    await robot.see('z 1', 'Przerwij');
    await robot.press('escape');
    await robot.see('Filtr: ');
    expect(stopped).toBe(true);
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

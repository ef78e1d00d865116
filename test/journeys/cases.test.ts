import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { CASE_COLUMNS } from '../../src/db/question-cases.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { cli } from '../support/cli-run.ts';
import { consoleAs, MIDDLE } from '../support/console-desk.tsx';
import { deskWithCases } from '../support/desk-with-cases.ts';
import { customerOf } from '../support/support-desk.ts';
import { deskWithRequests } from '../support/views/desks.ts';

describe('cases', () => {
  test('mine and everybody’s, how often they called, and the way to the account', async () => {
    const { robot } = await consoleAs('ewa', { app: await deskWithCases() });
    await robot.see('Żółkiewski Łukasz (3×)');
    await robot.press('5');
    await robot.see('▸ mine 3', 'everybody’s 4', 'INC-1', 'INC-3', '3 calls in 7 days', 'Caller: “still no SMS”');
    expect(robot.screen()).not.toContain('INC-9');
    await robot.press('tab');
    await robot.see('▸ everybody’s 4', 'INC-9', 'marta');
    await robot.press('home', 'enter');
    await robot.see('Account', 'Żółkiewski', '3 calls in 7 days', 'INC-3');
    await robot.press('escape');
    await robot.see('▸ everybody’s 4');
  });

  test('one is handed over with a note, and the colleague reads it first', async () => {
    const app = await deskWithCases();
    const { robot } = await consoleAs('ewa', { app, size: MIDDLE });
    await robot.press('5');
    await robot.see('▸ mine 3');
    await robot.press('h');
    await robot.see('To whom', 'Marta Sowa', 'verifies the caller anew');
    expect(robot.screen()).not.toContain('Adam Gil');
    await robot.press('enter');
    await robot.see('! A note is missing.');
    await robot.type('czeka na SMS');
    await robot.press('enter');
    await robot.see('✓ The case is with Marta Sowa now.', '▸ mine 2');
    const other = await consoleAs('marta', { app, size: MIDDLE });
    await other.robot.press('5');
    await other.robot.see('▸ mine 2', 'INC-1', /From ewa, .*: “czeka na SMS”/);
    await other.robot.press('enter');
    await other.robot.see('“czeka na SMS”');
    const db = new Database(app.path);
    expect(differencesFromAudit(db)).toEqual([]);
    db.close();
  });

  test('another agent’s case can be neither handed over nor closed, and says why', async () => {
    const { robot } = await consoleAs('ewa', { app: await deskWithCases() });
    await robot.press('5');
    await robot.see('▸ mine 3');
    await robot.press('tab', 'end');
    await robot.see(/▸ .*INC-9/);
    await robot.press('h');
    await robot.see('! This case is with another agent.');
    await robot.press('C');
    await robot.see('! This case is with another agent.');
  });

  test('closing one takes it off the list', async () => {
    const { robot } = await consoleAs('ewa', { app: await deskWithCases() });
    await robot.press('5');
    await robot.see('▸ mine 3');
    await robot.press('C');
    await robot.see('✓ The case is closed.', '▸ mine 2');
  });

  test('a verification that nothing can rest on any more is no “yes”: in the list, and on the account', async () => {
    const app = await deskWithRequests();
    const { robot } = await consoleAs('marta', { app });
    await robot.press('5', 'tab');
    await robot.see(/INC-active .*✓ yes/);
    app.clock.advance(16 * 60_000);
    await robot.see(/INC-active .*◷ expired/);
    await robot.press('/');
    await robot.type(customerOf('active'));
    await robot.see('▸ Nowak');
    await robot.press('enter');
    await robot.see('INC-active', 'verified too long ago: verify again');
  });

  test('on the command line too', async () => {
    const app = await deskWithCases();
    const { clock } = app;
    const listed = (await cli(app.path, ['cases', 'list', '--json'], { clock })).json() as {
      cases: { caseId: string; ticket: string; calls: number }[];
    };
    expect(listed.cases.map(({ ticket, calls }) => [ticket, calls])).toEqual([
      ['INC-1', 3],
      ['INC-2', 3],
      ['INC-3', 3],
      ['INC-9', 1],
    ]);
    const [first] = listed.cases;
    const how = ['--note', 'please call back', '--as', 'ewa', '--to'];
    const refused = await cli(app.path, ['cases', 'hand-over', first?.caseId ?? '', ...how, 'adam'], { clock });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('adam cannot take this case') });
    const done = await cli(app.path, ['cases', 'hand-over', first?.caseId ?? '', ...how, 'tomasz'], { clock });
    expect(done).toMatchObject({ code: 0, stdout: `Case ${first?.caseId} is with tomasz now.\n` });
    const his = await cli(app.path, ['cases', 'list', '--agent', 'tomasz'], { clock });
    expect(his.stdout).toContain('ewa: please call back');
  });

  test('open cases are found by an index, and calls counted by one', async () => {
    const { path } = await deskWithCases();
    const db = new Database(path);
    const plan = db
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT ${CASE_COLUMNS}, (SELECT count(*) FROM support_cases n WHERE n.account_id = k.account_id
         AND n.opened_at > 1) FROM support_cases k WHERE k.closed_at IS NULL AND k.agent_id = 'ewa' ORDER BY k.opened_at`,
      )
      .all()
      .map(({ detail }) => detail)
      .join('; ');
    expect(plan).toContain('USING INDEX support_cases_agent');
    expect(plan).toContain('USING COVERING INDEX support_cases_account');
    expect(plan).not.toMatch(/SCAN|TEMP/);
    db.close();
  });
});

import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/text/width.ts';
import { consoleAs } from '../support/console-desk.tsx';
import { importRecord } from '../support/records.ts';
import { customerOf, supportDesk } from '../support/support-desk.ts';

describe('what the console looks like', () => {
  test.each([
    { columns: 80, rows: 24 },
    { columns: 100, rows: 30 },
    { columns: 120, rows: 40 },
    { columns: 160, rows: 45 },
    { columns: 220, rows: 60 },
  ])('every screen fills $columns×$rows exactly and leaves no line too long', async (size) => {
    const { robot } = await consoleAs('ewa', { size });
    const check = () => {
      const lines = robot.screen().split('\n');
      expect(lines.length).toBe(size.rows);
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(size.columns);
    };
    await robot.see('Żółkiewski');
    check();
    for (const key of ['locked', 'waiting', 'active', 'hostile'] as const) {
      await robot.press('/', 'ctrl+u');
      await robot.type(customerOf(key));
      await robot.see(new RegExp(`▸ .*${customerOf(key)}`));
      check();
      await robot.press('enter');
      await robot.see('Serial number');
      // Where there is room the words for the caller need no key.
      if (key === 'locked' && size.columns >= 150) await robot.see('What speaks for it', 'Say: ');
      check();
      await robot.press('tab', 'pagedown');
      check();
      await robot.press('escape', 'escape');
    }
    await robot.press('3');
    await robot.see('signed in');
    check();
  });

  test.each([
    ['wide', '山田龍之介'.repeat(6), '東京太郎'.repeat(8)],
    ['emoji', 'Zoë👍🎉'.repeat(12), '😀'.repeat(30)],
    ['marks', 'e\u0301z\u0307'.repeat(30), 'A\u030a'.repeat(60)],
    ['long', 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2), 'Hubert'.repeat(10)],
  ])('a %s name breaks no line of any screen', async (_kind, familyName, givenName) => {
    const app = await supportDesk();
    const record = importRecord(20, { givenName, familyName });
    const root = { kind: 'administrator', id: 'root' } as const;
    await app.importRecords(root, [record], { dryRun: false });
    const { robot } = await consoleAs('ewa', { app });
    await robot.press('/');
    await robot.type(record.customerId);
    await robot.see(new RegExp(`▸ .*${record.customerId}`));
    check();
    await robot.press('enter');
    await robot.see(/Serial number/);
    for (const [key, shown] of [
      ['y', 'Why'],
      ['w', 'Walkthrough'],
      ['F', 'Freeze'],
      ['P', 'Another'],
      ['!', 'Abort'],
      ['t', 'history'],
    ] as const) {
      await robot.press(key);
      await robot.see(new RegExp(`› .*${shown}`));
      check();
      for (const { columns, rows } of [
        { columns: 120, rows: 40 },
        { columns: 80, rows: 24 },
      ]) {
        await robot.resize(columns, rows);
        check(columns, rows);
      }
      await robot.press('escape');
      await robot.see('› Account');
    }

    function check(columns = 80, rows = 24): void {
      const lines = robot.screen().split('\n');
      expect(lines.length).toBe(rows);
      expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
    }
  });
});

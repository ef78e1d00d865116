import { describe, expect, test } from 'vitest';
import { consoleAs } from '../support/console-desk.tsx';
import { customerOf } from '../support/support-desk.ts';

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
      check();
      await robot.press('tab', 'pagedown');
      check();
      await robot.press('escape', 'escape');
    }
    await robot.press('3');
    await robot.see('signed in');
    check();
  });
});

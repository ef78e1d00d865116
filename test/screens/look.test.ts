import { afterEach, describe, expect, test } from 'vitest';
import { switchColours } from '../../src/ui/theme.ts';
import { consoleAs } from '../support/console-desk.tsx';
import { customerOf } from '../support/support-desk.ts';

const SGR = /\u001b\[[0-9;]*m/g;

afterEach(() => switchColours(true));

describe('what the console looks like', () => {
  test('without colours nothing but text is written, and every state keeps its glyph and word', async () => {
    switchColours(false);
    const { robot } = await consoleAs('ewa');
    await robot.see('◆ TRAINING', '✗ locked: SMS attempts', '▸ ✗ locked');
    expect(robot.written().match(SGR) ?? []).toEqual([]);
  });

  test('only the terminal’s own sixteen colours are used', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.see('Żółkiewski');
    const used = new Set((robot.written().match(SGR) ?? []).map((code) => code.slice(2, -1)));
    for (const code of used) expect(code).toMatch(/^((0|1|22|39|49|3[0-7]|4[0-7]|9[0-7])(;|$))*$/);
    expect(used.size).toBeGreaterThan(3);
  });

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

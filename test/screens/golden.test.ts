import { describe, expect, test } from 'vitest';
import { languages } from '../../src/text/language.ts';
import { widthOf } from '../../src/text/width.ts';
import { consoleAs, MIDDLE, SMALL } from '../support/console-desk.tsx';
import { expectGolden } from '../support/golden.ts';
import { everyView } from '../support/views/every.ts';
import { openView, withoutChance } from '../support/views/view.ts';

describe.each(languages)('frames in %s', (language) => {
  test.each(everyView.map((view) => [view.name, view] as const))('%s', async (name, view) => {
    const robot = await openView(view, { size: MIDDLE, language });
    for (const size of [MIDDLE, SMALL]) {
      await robot.resize(size.columns, size.rows);
      const lines = robot.screen().split('\n');
      expect(lines.length).toBe(size.rows);
      expect(lines.filter((line) => widthOf(line) > size.columns)).toEqual([]);
      expectGolden(`${name}.${size.columns}x${size.rows}.${language}`, withoutChance(robot.screen()));
    }
  });

  test('too small a window', async () => {
    const { robot } = await consoleAs('ewa', { language });
    await robot.resize(60, 15);
    await robot.see('60×15');
    expectGolden(`too-small.60x15.${language}`, robot.screen());
  });
});

import { describe, expect, test } from 'vitest';
import { languages } from '../../src/text/language.ts';
import { widthOf } from '../../src/text/width.ts';
import { consoleAs, MIDDLE, SMALL } from '../support/console-desk.tsx';
import { expectGolden } from '../support/golden.ts';
import type { Robot } from '../support/robot.tsx';
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
    if (language === 'en' && view.screen !== 'palette') await listsWhatTheFooterNames(robot);
  });

  test('too small a window', async () => {
    const { robot } = await consoleAs('ewa', { language });
    await robot.resize(60, 15);
    await robot.see('60×15');
    expectGolden(`too-small.60x15.${language}`, robot.screen());
  });
});

/** Whatever one can do on a screen, and in what lies over it, the palette lists: by Ctrl+K also where text is typed. */
async function listsWhatTheFooterNames(robot: Robot): Promise<void> {
  await robot.resize(160, 60);
  const footer = robot.screen().split('\n').at(-1) ?? '';
  await robot.press('ctrl+k');
  await robot.see(' Action: ');
  const named = footer
    .trim()
    .split(/ {2,}/)
    .map((entry) => entry.slice(entry.indexOf(' ') + 1));
  const listed = robot.screen();
  expect(named.filter((label) => label !== 'Actions' && !listed.includes(label))).toEqual([]);
  expect(named.length).toBeGreaterThan(1);
}

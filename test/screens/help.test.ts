import { describe, expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { languages } from '../../src/text/language.ts';
import { consoleAs } from '../support/console-desk.tsx';
import type { Robot } from '../support/robot.tsx';
import { customerOf } from '../support/support-desk.ts';

/** The screens on which letters are keys, and the way there. */
const places: Readonly<Record<string, (robot: Robot) => Promise<void>>> = {
  queue: (robot) => robot.see('Żółkiewski'),
  account: async (robot) => {
    await robot.see('Żółkiewski');
    await robot.press('enter');
    await robot.see('EC-100001');
  },
  verification: async (robot) => {
    await robot.see('Żółkiewski');
    await robot.press('enter');
    await robot.see('EC-100001');
    await robot.press('u');
    await robot.see(/1 (Ticket|Zgłoszenie)/);
    await robot.type('INC-1');
    await robot.press('enter');
    await robot.see('[ ]');
  },
  audit: async (robot) => {
    await robot.press('3');
    await robot.see('ewa');
  },
};

/** All lines of the help, its pages turned where the screen is too small for it. */
async function pagesOfHelp(robot: Robot): Promise<readonly string[]> {
  const lines = new Set<string>();
  for (;;) {
    const page = robot.screen().split('\n').slice(2, -2);
    for (const line of page) lines.add(line);
    if (!page[0]?.includes('PgDn')) return [...lines];
    await robot.press('pagedown');
    await robot.see(/closes this +PgUp|zamyka +PgUp/);
  }
}

describe.each(languages)('help in %s', (language) => {
  const { keys } = textFor(language);

  test.each(Object.entries(places))('on the screen %s is whole at 80×24', async (_, goThere) => {
    const { robot } = await consoleAs('ewa', { language });
    await goThere(robot);
    await robot.press('?');
    await robot.see(keys.title, keys.labels.help, keys.labels['quit-at-once'], keys.labels.redraw);
    const lines = await pagesOfHelp(robot);
    // What is not possible now says why, below the keys.
    const why = lines.findIndex((line) => line.startsWith(' ✕'));
    const [named, reasons] = why < 0 ? [lines, []] : [lines.slice(0, why), lines.slice(why)];
    const marked = Object.values(keys.labels).filter((label) => named.join('\n').includes(`${label} ✕`));
    expect(marked.filter((label) => !reasons.join(' ').includes(label))).toEqual([]);
    expect(marked.length === 0).toBe(why < 0);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(80);
    await robot.press('?');
    await robot.seeNo(keys.title);
  });
});

test('what has one reason has it once', async () => {
  const { robot } = await consoleAs('ewa');
  await robot.press('/');
  await robot.type(customerOf('agentsOwn'));
  await robot.see(/▸ /, customerOf('agentsOwn'));
  await robot.press('enter');
  await robot.see('Next: This is your own account');
  await robot.press('?');
  await robot.see('Keys here and now');
  const lines = await pagesOfHelp(robot);
  expect(lines.join('\n').match(/your own account/g)).toHaveLength(1);
});

test('help while typing is on a key that is no letter, and gives the text back', async () => {
  const { robot } = await consoleAs('ewa');
  await robot.press('/');
  await robot.type('now');
  await robot.press('\u0007');
  await robot.see('Keys here and now');
  await robot.press('escape');
  await robot.see('Find: now');
});

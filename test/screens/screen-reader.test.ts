import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/text/language.ts';
import { MIDDLE } from '../support/console-desk.tsx';
import { expectKept } from '../support/kept.ts';
import { everyView } from '../support/views/every.ts';
import { openView, withoutChance } from '../support/views/view.ts';

const FOLDER = join(import.meta.dirname, 'aloud');
const HASH = /\b[0-9a-f]{64}\b/g;
/** What is only drawn, and says nothing when it is read: frames, bars, marks, the room between columns. */
const DRAWN = /[\u2500-\u25ff\u2600-\u27bf‖‼↷•]|\u001b| {2}/u;

describe.each(languages)('read aloud in %s', (language) => {
  test.each(everyView.map((view) => [view.name, view] as const))('%s', async (name, view) => {
    const robot = await openView(view, { size: MIDDLE, language, screenReader: true });
    const read = withoutChance(robot.screen()).replace(HASH, 'HASH');
    expect(read).not.toMatch(DRAWN);
    expectKept(join(FOLDER, `${name}.${language}.txt`), `${read}\n`, 'GOLDEN');
  });
});

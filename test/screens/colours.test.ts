import { afterEach, describe, expect, test } from 'vitest';
import { activationMarks, certificateMarks, outcomeMarks, queueMarks } from '../../src/screens/state-marks.ts';
import { textFor } from '../../src/text/index.ts';
import { languages } from '../../src/text/language.ts';
import { type Depth, depths, paintFor } from '../../src/ui/theme.ts';
import { consoleAs, SMALL } from '../support/console-desk.tsx';
import { supportDesk } from '../support/support-desk.ts';
import { toAccount } from '../support/views/view.ts';

const SGR = /\u001b\[([0-9;]*)m/g;
const RESET = '0';
/** All that a frame may hold besides text. */
const allowed: Readonly<Record<Depth, RegExp>> = {
  none: /^never$/,
  sixteen: /^((0|1|22|39|49|3[0-7]|4[0-7]|9[0-7])(;|$))+$/,
  palette: /^((0|1|22|39|49|[34]8;5;[0-9]+)(;|$))+$/,
  full: /^((0|1|22|39|49|[34]8;2;[0-9]+;[0-9]+;[0-9]+)(;|$))+$/,
};

afterEach(() => paintFor({ depth: 'sixteen', ground: 'dark' }));

const plainly = (frame: string) => frame.replace(SGR, '').replaceAll(/ +$/gm, '');

async function framesWith(depth: Depth): Promise<readonly string[]> {
  paintFor({ depth, ground: 'dark' });
  const { robot } = await consoleAs('ewa', { size: SMALL, app: await supportDesk() });
  const frames: string[] = [];
  await robot.see('Żółkiewski');
  frames.push(robot.painted());
  await toAccount(robot, 'locked');
  frames.push(robot.painted());
  await robot.press('y');
  await robot.see('What speaks for it');
  frames.push(robot.painted());
  return frames;
}

describe('colour only repeats', () => {
  test('every number of colours shows the same text, and uses no escape sequence of another', async () => {
    const plain = await framesWith('none');
    for (const depth of depths) {
      const frames = await framesWith(depth);
      const used = new Set(frames.flatMap((frame) => [...frame.matchAll(SGR)].map(([, codes]) => codes ?? RESET)));
      for (const codes of used) expect(codes).toMatch(allowed[depth]);
      expect(used.size > 3).toBe(depth !== 'none');
      expect(frames.map(plainly)).toEqual(plain.map(plainly));
      expect(frames.join('').replace(SGR, '')).not.toContain('\u001b');
    }
  });

  test.each(languages)('in %s every state has a glyph and a word of its own', (language) => {
    const { words } = textFor(language);
    for (const [marks, told] of [
      [activationMarks, words.activation],
      [certificateMarks, words.certificate],
      [outcomeMarks, words.outcome],
      [queueMarks, words.queueReason],
    ] as const) {
      expect(Object.values(marks).every(({ glyph }) => glyph.trim() !== '')).toBe(true);
      const said = Object.keys(marks).map((state) => (told as Readonly<Record<string, string>>)[state]);
      expect(said.every(Boolean)).toBe(true);
      expect(new Set(said).size).toBe(said.length);
    }
  });
});

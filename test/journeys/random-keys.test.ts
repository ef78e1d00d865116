import { expect, test } from 'vitest';
import { seededRandom } from '../../src/fiction/random.ts';
import { consoleAs } from '../support/console-desk.tsx';
import { readerOf } from '../support/seeded.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { customerOf, HOSTILE } from '../support/support-desk.ts';

const STORMS = sized(6, 400);
const KEYS = 120;
const SEED = seedFor('random keys', 13);

/** Every key but those that leave (q, S, the lock) and those that mean yes: y, t, and Enter on the palette's “Yes”. */
const keys = [
  ...['up', 'down', 'left', 'right', 'enter', 'enter', 'escape', 'escape', 'tab', 'space', 'backspace', 'home', 'end'],
  ...[
    'u',
    'r',
    'P',
    'F',
    '!',
    'w',
    'v',
    'x',
    'f',
    'E',
    '/',
    '?',
    'L',
    'n',
    'p',
    'g',
    'G',
    'h',
    'j',
    'k',
    'c',
    'V',
    'Y',
  ],
  ...['1', '2', '3', '4', '5', '6', 'INC-7', '1234', 'ą', '👩‍💻', '\u0007', '\u0000'],
] as const;
const sizes: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [80, 24],
  [120, 40],
  [60, 10],
  [20, 5],
  [160, 45],
];

/** What leaving a half-filled form, or copying, writes down; nothing else may come of keys that never mean yes. */
const harmless = ['open-case', 'abort-verification', 'record-verification', 'close-case', 'copy-personal'];

test.each(Array.from({ length: STORMS }, (_, storm) => storm))(
  'storm %i: no crash, and no change that nobody has confirmed',
  async (storm) => {
    const random = seededRandom(SEED + storm);
    const { app, robot } = await consoleAs('ewa');
    const rows = readerOf(app.path);
    const people = () => ['accounts', 'activations'].map((table) => rows.prepare(`SELECT * FROM ${table}`).all());
    const entries = rows.prepare<[], string>('SELECT command FROM audit_log ORDER BY seq').pluck();
    const [before, written] = [people(), entries.all().length];
    for (let key = 0; key < KEYS; key++) {
      if (random.chance(0.03)) {
        const [columns, height] = random.pick(sizes);
        await robot.resize(columns, height);
      }
      if (random.chance(0.03)) await robot.paste(random.pick([HOSTILE, customerOf('active'), 'INC-9\nINC-10']));
      if (random.chance(0.05)) await robot.press('escape', 'escape', '/', ...customerOf('locked'), 'enter');
      await robot.press(random.pick(keys));
    }
    expect(people()).toEqual(before);
    expect(
      entries
        .all()
        .slice(written)
        .filter((command) => !harmless.includes(command)),
    ).toEqual([]);
    await robot.resize(80, 24);
    await robot.see(/TRAINING|SZKOLENIE/);
  },
  SOAK_TIMEOUT,
);

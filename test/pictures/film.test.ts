import { join } from 'node:path';
import { Terminal } from '@xterm/headless';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { paintFor } from '../../src/ui/theme.ts';
import { asciicastOf } from '../support/asciicast.ts';
import { type Film, filmOf, type Shot } from '../support/film.ts';
import { expectKept } from '../support/kept.ts';
import { scenarioNamed } from '../support/scenarios.ts';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const STORY = 'three-failures';
const film: Film = { story: STORY, size: { columns: 120, rows: 40 }, language: 'en' };
const { title } = await scenarioNamed(STORY);

const castOf = (shots: readonly Shot[]) => asciicastOf(shots, film.size, title.en);

beforeAll(() => paintFor({ depth: 'palette', ground: 'dark' }));

describe('the film of the main story (npm run pictures)', () => {
  test('is the kept one, byte for byte, each time it is made', async () => {
    const first = castOf(await filmOf(film));
    expect(castOf(await filmOf(film))).toBe(first);
    expectKept(join(FOLDER, `${STORY}.cast`), first, 'PICTURES');
  });

  test('leaves on a terminal what the stage showed: three failures, the call, the unlock, a signature', async () => {
    const shots = await filmOf(film);
    const [, ...events] = castOf(shots).trimEnd().split('\n');
    const terminal = new Terminal({ cols: film.size.columns, rows: film.size.rows, allowProposedApi: true });
    onTestFinished(() => terminal.dispose());
    const screens: string[] = [];
    for (const event of events) {
      await new Promise<void>((resolve) => terminal.write(JSON.parse(event)[2], resolve));
      screens.push(screenOf(terminal));
    }
    const told = [
      'The last SMS could not be delivered.',
      'locked  by failed SMS attempts',
      '“Good morning, I am completely stuck.',
      'The agent unlocks the activation',
      'The portal shows the “Secret” QR',
      'The signature of umowa.txt is valid',
      'the story is over',
    ];
    expect(told.filter((words) => !screens.some((screen) => screen.includes(words)))).toEqual([]);
    expect(screens.at(-1)).toBe(plain(shots.at(-1)?.lines ?? []));
  });
});

function screenOf({ buffer, rows }: Terminal): string {
  const lines = Array.from({ length: rows }, (_, row) => buffer.active.getLine(row)?.translateToString() ?? '');
  return plain(lines);
}

function plain(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/\u001b\[[0-9;]*m/g, '').trimEnd()).join('\n');
}

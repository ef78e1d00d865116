import { describe, expect, test } from 'vitest';
import { askGround } from '../../src/ui/ask-ground.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';

const KIND = '\u001b[?62;22c';
const ground = (colour: string, end = '\u001b\\') => `\u001b]11;rgb:${colour}${end}`;

/** Asks a terminal that answers this, piece by piece; and what is left to be read. */
async function asked(env: Record<string, string>, ...pieces: readonly string[]) {
  const terminal = new FakeTerminal(80, 24);
  const { stdin, stdout } = terminal as unknown as Parameters<typeof askGround>[1] & FakeTerminal;
  const answer = askGround(env, { stdin, stdout });
  for (const piece of pieces) {
    terminal.send(piece);
    await new Promise(setImmediate);
  }
  return { ground: await answer, left: String(stdin.read() ?? ''), written: terminal.stdout.written.join('') };
}

describe('dark or light', () => {
  test.each([
    ['0000/0000/0000', 'dark'],
    ['1e1e/1e1e/2e2e', 'dark'],
    ['0000/2b2b/3636', 'dark'],
    ['ffff/ffff/ffff', 'light'],
    ['fdfd/f6f6/e3e3', 'light'],
    ['f0/f0/f0', 'light'],
  ])('%s is %s', async (colour, expected) => {
    expect((await asked({}, ground(colour) + KIND)).ground).toBe(expected);
    expect((await asked({}, ground(colour, '\u0007') + KIND)).ground).toBe(expected);
  });

  test('an answer in pieces, with keys in between, loses no key', async () => {
    const { ground: seen, left } = await asked({}, 'a\u001b]11;rgb:ffff/ff', 'ff/ffff\u001b', '\\b', `c${KIND}d`);
    expect(seen).toBe('light');
    expect(left).toBe('abcd');
  });

  test('a terminal that only says what kind it is leaves it open, and is not waited for', async () => {
    expect((await asked({}, KIND)).ground).toBe('unknown');
  });

  test('one that never answers is given up', async () => {
    const { ground: seen, left } = await asked({}, 'q');
    expect(seen).toBe('unknown');
    expect(left).toBe('q');
  });

  test.each([
    ['15;0', 'dark'],
    ['0;15', 'light'],
    ['0;default;7', 'light'],
    ['15;default;8', 'dark'],
  ])('COLORFGBG=%s is %s, and nobody is asked', async (colours, expected) => {
    const { ground: seen, written } = await asked({ COLORFGBG: colours });
    expect(seen).toBe(expected);
    expect(written).toBe('');
  });

  test('the Linux console is dark and answers nothing', async () => {
    const { ground: seen, written } = await asked({ TERM: 'linux' });
    expect(seen).toBe('dark');
    expect(written).toBe('');
  });
});

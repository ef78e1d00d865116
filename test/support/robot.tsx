import { render } from 'ink';
import type { ReactElement } from 'react';
import { expect, onTestFinished } from 'vitest';
import { eventually } from './eventually.ts';
import { FakeTerminal, type KeyName, keyBytes } from './fake-terminal.ts';

const SGR = /\u001b\[[0-9;]*m/g;

export interface RobotSize {
  readonly columns: number;
  readonly rows: number;
}

/** A user without eyes of flesh: presses keys, types, and waits until something can be read on the screen. */
export interface Robot {
  press(...keys: readonly (KeyName | (string & {}))[]): Promise<void>;
  type(text: string): Promise<void>;
  /** As a terminal hands over pasted text: bracketed. */
  paste(text: string): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  /** Waits until the screen shows all of these. */
  see(...texts: readonly (string | RegExp)[]): Promise<void>;
  /** Waits until the screen shows none of these. */
  seeNo(...texts: readonly (string | RegExp)[]): Promise<void>;
  /** The screen's lines without colours, trailing blanks cut. */
  screen(): string;
  /** The screen's lines with their colours. */
  painted(): string;
  /** Waits until the program has ended by itself. */
  ended(): Promise<void>;
  /** Everything that was ever written to the terminal, as it was. */
  written(): string;
}

/** Mounts a program on a terminal of this size, unmounted after the test. */
export async function robotAt(
  program: ReactElement,
  { columns, rows }: RobotSize,
  { screenReader = false }: { readonly screenReader?: boolean } = {},
): Promise<Robot> {
  const terminal = new FakeTerminal(columns, rows);
  const instance = render(program, {
    stdin: terminal.stdin as unknown as NodeJS.ReadStream,
    stdout: terminal.stdout as unknown as NodeJS.WriteStream,
    debug: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: screenReader,
  });
  let over = false;
  void instance.waitUntilExit().then(() => {
    over = true;
  });
  onTestFinished(() => instance.unmount());

  const painted = () => terminal.stdout.written.findLast((text) => text.includes('\n')) ?? '';
  const screen = () =>
    painted()
      .replace(SGR, '')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n');
  const settle = async () => {
    await instance.waitUntilRenderFlush();
    await new Promise(setImmediate);
  };
  const send = async (bytes: string) => {
    terminal.send(bytes);
    await new Promise(setImmediate);
    // A lone Esc is told from the beginning of a sequence by waiting 20 ms from when it was read, which it is by now.
    if (bytes === keyBytes.escape) await new Promise((resolve) => setTimeout(resolve, 30));
    await settle();
  };

  await settle();
  return {
    async press(...keys) {
      for (const key of keys) await send(key in keyBytes ? keyBytes[key as KeyName] : key);
    },
    type: send,
    paste: (text) => send(`\u001b[200~${text}\u001b[201~`),
    async resize(newColumns, newRows) {
      terminal.resize(newColumns, newRows);
      await settle();
    },
    see: (...texts) =>
      eventually(() => {
        for (const text of texts) expectShown(screen(), text);
      }),
    seeNo: (...texts) =>
      eventually(() => {
        for (const text of texts) expectHidden(screen(), text);
      }),
    screen,
    painted,
    ended: () => eventually(() => expect(over).toBe(true)),
    written: () => terminal.stdout.written.join(''),
  };
}

function expectShown(screen: string, text: string | RegExp): void {
  if (typeof text === 'string') expect(screen).toContain(text);
  else expect(screen).toMatch(text);
}

function expectHidden(screen: string, text: string | RegExp): void {
  if (typeof text === 'string') expect(screen).not.toContain(text);
  else expect(screen).not.toMatch(text);
}

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { expect, onTestFinished } from 'vitest';
import { eventually } from './eventually.ts';

const ECSC = join(import.meta.dirname, '..', '..', 'dist', 'ecsc.js');
/** Long enough for a program to start while every core has other work. */
const DEADLINE = 30_000;

/** The built program in a terminal emulator with a real pseudo-terminal underneath. */
export interface RealTerminal {
  send(keys: string): void;
  resize(columns: number, rows: number): void;
  see(...texts: readonly string[]): Promise<void>;
  seeNo(text: string): Promise<void>;
  screen(): string;
  /** Is the alternate screen shown? */
  alternate(): boolean;
  /** The normal screen with everything that scrolled off it. */
  history(): string;
  /** Waits for the program's end and its last frame: its exit code, or 128 + the signal. */
  ended(): Promise<number>;
  kill(signal: string): void;
  /** The window is closed: the terminal is gone, and the system tells the program so. */
  close(): void;
}

export function realTerminal(args: readonly string[], columns = 100, rows = 30): RealTerminal {
  const emulator = new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1_000 });
  const child = spawn(process.execPath, ['--disable-sigusr1', ECSC, ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    env: cleanEnv(),
  });
  let code: number | undefined;
  child.onExit(({ exitCode, signal }) => {
    code = signal ? 128 + signal : exitCode;
  });
  child.onData((data) => emulator.write(data));
  // Answers of the emulator to questions of the program (its kind, where the cursor is) go back to it.
  emulator.onData((data) => code === undefined && child.write(data));
  onTestFinished(() => {
    if (code === undefined) child.kill('SIGKILL');
    emulator.dispose();
  });

  const linesOf = (buffer: typeof emulator.buffer.active, from: number, count: number) =>
    Array.from({ length: count }, (_, row) => buffer.getLine(from + row)?.translateToString(true) ?? '').join('\n');
  const screen = () => linesOf(emulator.buffer.active, emulator.buffer.active.baseY, emulator.rows);
  const soon = <T>(check: () => T) => eventually(check, DEADLINE);
  return {
    send: (keys) => child.write(keys),
    resize(newColumns, newRows) {
      emulator.resize(newColumns, newRows);
      child.resize(newColumns, newRows);
    },
    see: (...texts) =>
      soon(() => {
        for (const text of texts) expect(screen()).toContain(text);
      }),
    seeNo: (text) => soon(() => expect(screen()).not.toContain(text)),
    screen,
    alternate: () => emulator.buffer.active.type === 'alternate',
    history: () => linesOf(emulator.buffer.normal, 0, emulator.buffer.normal.length),
    async ended() {
      await soon(() => expect(code).toBeDefined());
      // What the program wrote last is on the screen only when the emulator has worked it off.
      await new Promise<void>((done) => emulator.write('', done));
      return code ?? -1;
    },
    kill: (signal) => child.kill(signal),
    // node-pty has it and does not tell its type.
    close: () => (child as unknown as { destroy(): void }).destroy(),
  };
}

/** A command of the built program; its standard output. */
export function ecsc(...args: readonly string[]): string {
  return execFileSync(process.execPath, [ECSC, ...args], { encoding: 'utf8', env: cleanEnv(), stdio: 'pipe' });
}

/** Ink draws nothing until the end when CI is set. */
function cleanEnv(): Record<string, string> {
  const { CI: _ci, NO_COLOR: _noColor, FORCE_COLOR: _force, ...rest } = process.env;
  return { ...(rest as Record<string, string>), LANG: 'en_GB.UTF-8', TZ: 'UTC' };
}

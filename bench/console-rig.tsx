import { render } from 'ink';
import type { App } from '../src/app.ts';
import { Shell } from '../src/screens/shell.tsx';
import { en } from '../src/text/en.ts';
import { FakeTerminal, type KeyName, keyBytes } from '../test/support/fake-terminal.ts';

/** Frames come no faster than this, as in the real console. */
const FRAMES_PER_SECOND = 120;

/** The console on two streams instead of a terminal: what it takes from a key to the frame, and how many bytes that is. */
export async function consoleRig(app: App, columns: number, rows: number) {
  const terminal = new FakeTerminal(columns, rows);
  const instance = render(<Shell app={app} texts={en} />, {
    stdin: terminal.stdin as unknown as NodeJS.ReadStream,
    stdout: terminal.stdout as unknown as NodeJS.WriteStream,
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: FRAMES_PER_SECOND,
  });
  const { written } = terminal.stdout;

  /** Sends bytes and waits for the frame that answers them. */
  async function frameAfter(bytes: string): Promise<{ readonly milliseconds: number; readonly bytes: number }> {
    await quiet();
    const before = written.length;
    const since = performance.now();
    terminal.send(bytes);
    while (written.length === before) await new Promise(setImmediate);
    const milliseconds = performance.now() - since;
    return { milliseconds, bytes: Buffer.byteLength(written.slice(before).join('')) };
  }

  /** Until nothing more is drawn for a while, so that a frame belongs to its key. */
  async function quiet(): Promise<void> {
    for (let seen = -1; seen !== written.length; ) {
      seen = written.length;
      await new Promise((resolve) => setTimeout(resolve, 12));
    }
  }

  return {
    press: (key: KeyName) => frameAfter(keyBytes[key]),
    type: (text: string) => frameAfter(text),
    quiet,
    close: () => instance.unmount(),
  };
}

import { render } from 'ink';
import { expect, onTestFinished, test } from 'vitest';
import { Shell } from '../../src/screens/shell.tsx';
import { en } from '../../src/text/en.ts';
import { eventually } from '../support/eventually.ts';
import { FakeTerminal, type KeyName, keyBytes } from '../support/fake-terminal.ts';
import { customerOf, supportDesk } from '../support/support-desk.ts';

/** The whole screen, the scrollback, or line after line upwards: what makes a screen blink. */
const CLEARS = /\u001b\[[23]J|\u001b\[2K\u001b\[1A|\u001bc/g;
/** A move in a list redraws two rows and the keys; a quarter of a screen of text is far above it. */
const BYTES_OF_A_MOVE = 1_000;

/** The console as it really writes: only what has changed. */
async function written() {
  const app = await supportDesk();
  const terminal = new FakeTerminal(80, 24);
  const instance = render(<Shell app={app} texts={en} onRedraw={() => instance.clear()} />, {
    stdin: terminal.stdin as unknown as NodeJS.ReadStream,
    stdout: terminal.stdout as unknown as NodeJS.WriteStream,
    interactive: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 120,
  });
  onTestFinished(() => instance.unmount());
  const all = () => terminal.stdout.written.join('');
  return {
    all,
    /** Presses and waits until this was written; what was written from the key on. */
    async press(key: KeyName | (string & {}), see: string): Promise<string> {
      const from = all().length;
      terminal.send(key in keyBytes ? keyBytes[key as KeyName] : key);
      await eventually(() => expect(all().slice(from)).toContain(see));
      await instance.waitUntilRenderFlush();
      return all().slice(from);
    },
    see: (text: string) => eventually(() => expect(all()).toContain(text)),
  };
}

test('nothing clears the screen on a whole journey, and a move in a list writes little', async () => {
  const console = await written();
  await console.see('Ewa Lis');
  await console.press('enter', 'Brz');
  const begun = console.all().length;
  for (const name of ['Wójcik', 'Kowalczyk', 'Ewa'])
    expect((await console.press('down', name)).length).toBeLessThan(BYTES_OF_A_MOVE);
  await console.press('/', 'Find');
  await console.press(customerOf('locked'), 'Łukasz');
  await console.press('enter', 'Serial number');
  await console.press('y', 'What speaks for it');
  await console.press('escape', 'Serial number');
  await console.press('?', 'Keys here and now');
  await console.press('escape', 'Serial number');
  await console.press('u', '1 Ticket');
  expect(console.all().slice(begun).match(CLEARS) ?? []).toEqual([]);
  expect((await console.press('ctrl+l', '1 Ticket')).match(CLEARS)?.length).toBeGreaterThan(0);
});

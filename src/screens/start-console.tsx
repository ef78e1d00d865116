import { render } from 'ink';
import type { App } from '../app.ts';
import type { Language } from '../text/language.ts';
import { loadTexts } from '../text/load.ts';
import { askGround } from '../ui/ask-ground.ts';
import { depthOf, paintFor } from '../ui/theme.ts';
import type { Save, SaveTable } from './console-context.ts';
import { leaveOnSignal } from './leave-on-signal.ts';
import { giveBack, type Owed } from './owed.ts';
import { preloadScreens } from './screen-of.tsx';
import { Shell, type Start } from './shell.tsx';

/** Ink's default of 30 frames a second makes a key wait 41 ms for its frame. */
const FRAMES_PER_SECOND = 120;
const MISUSE = 2;
/** The signal arrives a little after it was sent. */
const STOP_TAKES = 50;
/** After the first frame, while the user reads it. */
const QUIET = 300;

/** Stops the whole foreground job, npm included, as the terminal's own Ctrl+Z does; resolves after `fg`. */
function jobControl(): (() => Promise<void>) | undefined {
  if (process.platform === 'win32') return undefined;
  return async () => {
    process.kill(0, 'SIGTSTP');
    await new Promise((resolve) => setTimeout(resolve, STOP_TAKES));
  };
}

/** Opens the console on the alternate screen; resolves with the exit code when it is left and owes the file nothing. */
export async function startConsole({
  app,
  language,
  start,
  save,
  saveTable,
}: {
  readonly app: App;
  readonly language: Language;
  readonly start?: Start | undefined;
  readonly save: Save;
  readonly saveTable: SaveTable;
}): Promise<number> {
  const texts = await loadTexts(language);
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    process.stderr.write(`${texts.console.notATerminal}\n`);
    return MISUSE;
  }
  const depth = process.env.INK_SCREEN_READER === 'true' ? 'none' : depthOf(process.env);
  paintFor({ depth, ground: depth === 'none' ? 'unknown' : await askGround(process.env, process) });
  const options = {
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    interactive: true,
    maxFps: FRAMES_PER_SECOND,
  } as const;
  const owed: Owed = new Set();
  const instance = render(
    <Shell
      app={app}
      texts={texts}
      start={start}
      save={save}
      saveTable={saveTable}
      owed={owed}
      onRedraw={() => instance.clear()}
      onStop={jobControl()}
    />,
    options,
  );
  const reading = setTimeout(() => void preloadScreens(), QUIET);
  const exitCode = leaveOnSignal(() => instance.unmount());
  try {
    await instance.waitUntilExit();
  } finally {
    clearTimeout(reading);
    await giveBack(owed);
  }
  return exitCode();
}

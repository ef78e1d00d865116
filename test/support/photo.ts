import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { eventually } from './eventually.ts';
import { tempFolder } from './temp-database.ts';

const ECSC = join(import.meta.dirname, '..', '..', 'dist', 'ecsc.js');
const TYPIST = join(import.meta.dirname, 'typist.mjs');
const tools = ['Xvfb', 'xterm', 'import', 'zbarimg'] as const;
/** As long as a machine with other work may take; on an idle one a photograph takes four seconds. */
export const DEADLINE = 60_000;

/** What is needed to photograph a terminal and to read a QR off the picture, and is not on this machine. */
export function missingTools(): readonly string[] {
  return tools.filter((tool) => spawnSync('which', [tool]).status !== 0);
}

export interface Press {
  /** Waits until this is written … */
  readonly see: string;
  /** … and presses this. */
  readonly press?: string;
}

/** The built program in a real xterm on a screen of its own, photographed when the last thing was seen; the picture's path. */
export async function photograph(
  args: readonly string[],
  presses: readonly Press[],
  { columns, rows, background }: { columns: number; rows: number; background: 'black' | 'white' },
): Promise<string> {
  const folder = tempFolder();
  const ready = join(folder, 'ready');
  const picture = join(folder, 'picture.png');
  const display = await screenOfItsOwn();
  const { CI: _ci, NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
  const colours = ['-bg', background, '-fg', background === 'black' ? 'white' : 'black'];
  const font = ['-fa', 'DejaVu Sans Mono', '-fs', '9'];
  const job = JSON.stringify({ argv: ['--disable-sigusr1', ECSC, ...args], presses, ready });
  const window = spawn(
    'xterm',
    [...colours, ...font, '-geometry', `${columns}x${rows}+0+0`, '-e', process.execPath, TYPIST, job],
    { stdio: 'ignore', env: { ...env, DISPLAY: display, LANG: 'C.UTF-8' } },
  );
  onTestFinished(() => void window.kill());
  await eventually(() => {
    if (!existsSync(ready)) throw new Error('not on the screen yet');
  }, DEADLINE);
  execFileSync('import', ['-display', display, '-window', 'root', picture]);
  return picture;
}

/** A screen that nobody else draws on: the server picks a free number, and says it once windows can open. */
async function screenOfItsOwn(): Promise<string> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1700x1100x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void server.kill());
  const [number] = await once(server.stdio[3] as Readable, 'data');
  return `:${String(number).trim()}`;
}

/** What a QR reader makes of a picture. */
export function readPicture(picture: string): string {
  return execFileSync('zbarimg', ['--quiet', '--raw', picture], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

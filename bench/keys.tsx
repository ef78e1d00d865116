import { consoleRig } from './console-rig.tsx';
import { benchApp } from './databases.ts';
import { figuresOf, type Row } from './stats.ts';

const MOVES = 150;

/** A key in a full list of 160×50: from the key to the finished frame, and what is written for it. */
export async function benchKeys(path: string): Promise<readonly Row[]> {
  const app = benchApp(path);
  const rig = await consoleRig(app, 160, 50);
  await rig.quiet();
  await rig.press('enter');
  await rig.quiet();
  const frames = [];
  for (let move = 0; move < MOVES; move++)
    frames.push(await rig.press(Math.floor(move / 30) % 2 === 0 ? 'down' : 'up'));
  rig.close();
  app.close();
  const times = figuresOf(frames.map(({ milliseconds }) => milliseconds));
  const bytes = figuresOf(frames.map((frame) => frame.bytes));
  return [
    { name: 'select-down, key to frame', ours: times, rival: null, unit: 'ms', bound: { most: 8, of: 'p50' } },
    { name: 'select-down, key to frame, p99', ours: times, rival: null, unit: 'ms', bound: { most: 16, of: 'p99' } },
    { name: 'select-down, written', ours: bytes, rival: null, unit: 'B', bound: { most: 700, of: 'p50' } },
  ];
}

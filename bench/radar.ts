import { openReader } from '../src/db/connection.ts';
import { createQuestions } from '../src/db/questions.ts';
import { HOUR } from '../src/domain/ids.ts';
import { defaultPolicy } from '../src/domain/policy.ts';
import { figuresOf, type Row } from './stats.ts';

const LOOKS = 20;
/** The radar looks back so far; moments that lie further apart have no SMS in common. */
const APART = 7 * HOUR;
/** A key waits for what is under way: a frame, and no longer. */
const FRAME = 16;

/** How long the radar keeps the keys waiting: when it is opened, and when it looks again because something has changed. */
export async function benchRadar(path: string): Promise<readonly Row[]> {
  const db = openReader(path);
  const newest = db.prepare<[], number>('SELECT max(requested_at) FROM sms_attempts').pluck().get() ?? 0;
  const radarAt = (now: number) => createQuestions(db, defaultPolicy).radar(now);
  await radarAt(newest + APART);
  const opened: number[] = [];
  // Another look at another time: nothing of it is known yet.
  for (let look = 0; look < LOOKS; look++) opened.push(await longestHold(() => radarAt(newest - look * APART)));
  const open = createQuestions(db, defaultPolicy);
  const again: number[] = [];
  for (let look = 0; look <= LOOKS; look++) again.push(await longestHold(() => open.radar(newest)));
  db.close();
  const promise = { rival: null, unit: 'ms', bound: { most: FRAME, of: 'p50' } } as const;
  return [
    { name: 'radar is opened, longest a key waits', ours: figuresOf(opened), ...promise },
    { name: 'radar looks again, longest a key waits', ours: figuresOf(again.slice(1)), ...promise },
  ];
}

/**
 * The longest stretch in which the event loop got no turn while the answer was worked on, as work of this thread: what
 * other programs take from it meanwhile is not ours.
 */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let since = worked();
  let working = true;
  const turn = () => {
    const now = worked();
    longest = Math.max(longest, now - since);
    since = now;
    if (working) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  working = false;
  await new Promise(setImmediate);
  return longest;
}

/** Milliseconds that this thread has computed so far. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

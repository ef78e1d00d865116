import { type Signal, signalExits } from './exit.ts';
import type { Io } from './wiring.ts';

const ENTER = '\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H';
/** Wiped before it is left, for terminals that keep it. */
const LEAVE = '\x1b[2J\x1b[H\x1b[?25h\x1b[?1049l';
const signals = Object.keys(signalExits) as readonly Signal[];

/** Shows lines on the alternate screen until `done` says so. Left on every way out but `kill -9`. */
export async function onAlternateScreen(io: Io, lines: readonly string[], done: () => Promise<void>): Promise<void> {
  const leaving = signals.map((signal) => {
    const leave = () => {
      io.stdout.write(LEAVE);
      process.exit(signalExits[signal]);
    };
    io.signals.on(signal, leave);
    return () => io.signals.off(signal, leave);
  });
  io.stdout.write(`${ENTER}${lines.join('\r\n')}`);
  try {
    await done();
  } finally {
    io.stdout.write(LEAVE);
    for (const forget of leaving) forget();
  }
}

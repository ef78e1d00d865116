const EXIT_BY = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof EXIT_BY;
const signals = Object.keys(EXIT_BY) as readonly Signal[];

/**
 * Whoever ends the console from outside, or closes its terminal, has it left as by its own key: what it owes the file is
 * given back. Answers the exit code that tells of it, 0 while nobody has. A second signal hurries nobody: a terminal that
 * closes often sends more than one.
 */
export function leaveOnSignal(leave: () => void): () => number {
  let code = 0;
  const leaveWith = (exitCode: number) => {
    code ||= exitCode;
    leave();
  };
  for (const signal of signals) process.on(signal, () => leaveWith(EXIT_BY[signal]));
  // A terminal that is gone may be noticed first by who reads or writes it.
  for (const stream of [process.stdin, process.stdout, process.stderr])
    stream.on('error', () => leaveWith(EXIT_BY.SIGHUP));
  return () => code;
}

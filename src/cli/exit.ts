/** What a signal ends with, as shells tell it: 128 and its number. */
export const signalExits = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
export type Signal = keyof typeof signalExits;

/** What a command ends with; `sysexits.h` calls 70 a software error. */
export const exitCodes = { done: 0, refused: 1, misuse: 2, ourFault: 70, interrupted: signalExits.SIGINT } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes] | (typeof signalExits)[Signal];

/** Wrong usage found while a command was at work: a sentence for the one who typed it. */
export class Misuse extends Error {}

/** Ctrl+C at a prompt, or a signal while something was at work that can be given up. */
export class Interrupted extends Error {
  readonly code: ExitCode;

  constructor(by: Signal = 'SIGINT') {
    super(by);
    this.code = signalExits[by];
  }
}

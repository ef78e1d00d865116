/** What a command ends with; `sysexits.h` calls 70 a software error, shells call 128 + SIGINT 130. */
export const exitCodes = { done: 0, refused: 1, misuse: 2, ourFault: 70, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Wrong usage found while a command was at work: a sentence for the one who typed it. */
export class Misuse extends Error {}

/** Ctrl+C at a prompt. */
export class Interrupted extends Error {}

import type { App } from '../app.ts';
import type { ProofVerdict } from '../domain/audit-proof.ts';
import type { AgentId, Realm } from '../domain/ids.ts';
import type { CalledScenario } from '../sim/drill.ts';
import type { Scenario } from '../sim/scenario.ts';
import type { Texts } from '../text/en.ts';
import type { Language } from '../text/language.ts';

/** A stream that is written to; `process.stdout` and `process.stderr` are ones. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  write(text: string): unknown;
}

/** The keyboard or a pipe; `process.stdin` is one. */
interface Source {
  readonly isTTY?: boolean | undefined;
  setRawMode?(raw: boolean): unknown;
  on(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  off(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
  off(event: 'end', listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** Where signals come from; `process` is one. */
interface Signals {
  on(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): unknown;
}

export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: Source;
  readonly signals: Signals;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Why a database cannot be used; every code has its words. */
export type MachineFault = keyof Texts['cli']['broken'];

/** Why a new file is not there; each reason has its words. */
export type NotWritten = keyof Texts['cli']['notWritten'];

export interface Opened {
  readonly app: App;
  readonly path: string;
  close(): void;
}

/** Where the console opens for a command of the simulated world, and as whom; null asks who it is. In training alone. */
export interface Start {
  readonly as: AgentId | null;
  readonly at:
    | { readonly screen: 'stage'; readonly scenario: Scenario | null; readonly seed: number }
    | { readonly screen: 'school' };
  /** What is practised in the school of this console beside the calls that ship. */
  readonly calls?: readonly CalledScenario[];
}

/** What the front door lends to the command line, so that it needs to know no database. */
export interface Wiring {
  readonly version: string;
  /** The operating system's user, who answers for `import`, `agents` and `init`. */
  readonly user: string;
  /** Opens the database, making the embedded training one on its first use. Rejects with the machine's fault. */
  open(options: { readonly db: string | undefined }): Promise<Opened>;
  /** Makes a new database and answers where it is, and where its keys are. Rejects when the path is taken. */
  init(options: {
    readonly db: string | undefined;
    readonly realm: Realm;
    readonly accounts: number | undefined;
    readonly seed: number | undefined;
    readonly onProgress: (done: number) => void;
    /** Gives it up: nothing is left of it. */
    readonly signal: AbortSignal;
  }): Promise<{ readonly path: string; readonly keysPath: string; readonly accounts: number }>;
  /** The machine's fault that an error stands for; null when it is none of the known ones. */
  faultOf(error: unknown): { readonly code: MachineFault; readonly path: string } | null;
  /** Writes a new file, private, whole or not at all; why not, or null when it is there. */
  writeNew(path: string, text: string): NotWritten | null;
  /** Checks an exported audit proof by itself; with a fingerprint, also whose key signed it. */
  checkProof(text: string, fingerprint: string | null): Promise<ProofVerdict>;
  /** Opens the console, somewhere else than at the sign-in when a start is given; the exit code. */
  console(options: {
    readonly db: string | undefined;
    readonly language: Language;
    readonly start?: Start;
  }): Promise<number>;
}

import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { createApp } from '../../src/app.ts';
import { runCli } from '../../src/cli/run.ts';
import type { Output, Wiring } from '../../src/cli/wiring.ts';
import { checkProof } from '../../src/db/audit-proof-check.ts';
import { StoreBroken } from '../../src/db/broken.ts';
import { createDatabase } from '../../src/db/create.ts';
import { keysPath } from '../../src/db/keys.ts';
import { openStore } from '../../src/db/open.ts';
import { writeNewFile } from '../../src/db/safe-files.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Entropy } from '../../src/domain/ports.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { readMoment } from '../../src/intake/read-instant.ts';
import { NOON } from './records.ts';
import { clockAt, type TestClock } from './temp-database.ts';

export interface CliOptions {
  readonly clock?: TestClock;
  readonly entropy?: Entropy;
  readonly stdin?: string;
  /** Keys for a terminal, one chunk after the other; makes stdin and stdout a terminal. */
  readonly keys?: readonly string[];
  readonly size?: { readonly columns: number; readonly rows: number };
  readonly env?: Readonly<Record<string, string>>;
  readonly wiring?: Partial<Wiring>;
  readonly signals?: EventEmitter;
}

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly json: () => unknown;
}

/** Runs a command line in this process against a real file, with everything it prints caught. */
export async function cli(db: string, argv: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const { clock = clockAt(NOON), entropy = systemEntropy, keys, size } = options;
  const out = { stdout: '', stderr: '' };
  const isTTY = keys !== undefined;
  const sink = (name: 'stdout' | 'stderr'): Output => ({
    isTTY,
    columns: size?.columns ?? (isTTY ? 80 : undefined),
    rows: size?.rows ?? (isTTY ? 24 : undefined),
    write: (text) => {
      out[name] += text;
    },
  });
  const wiring: Wiring = {
    version: '1.2.3',
    user: 'tester',
    open: async ({ db: path = db }) => {
      const store = openStore(path, defaultPolicy);
      const app = createApp({
        ...{ store, clock, entropy },
        readInstant: async (text, now) => readMoment(text, now),
      });
      return { app, path, close: app.close };
    },
    init: async ({ db: path = db, realm, signal }) => {
      await createDatabase(path, realm, clock.now(), () => undefined, signal);
      return { path, keysPath: keysPath(path), accounts: 0 };
    },
    faultOf: (error) => (error instanceof StoreBroken ? { code: error.code, path: error.path } : null),
    writeNew: writeNewFile,
    checkProof: async (text, fingerprint) => checkProof(text, fingerprint),
    console: async () => 99,
    ...options.wiring,
  };
  const io = {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    stdin: keyboard(options),
    signals: options.signals ?? new EventEmitter(),
    env: options.env ?? {},
  };
  const code = await runCli(argv, io, wiring);
  return { code, ...out, json: () => JSON.parse(out.stdout) };
}

function keyboard({ stdin = '', keys }: CliOptions) {
  const stream = new PassThrough();
  if (!keys) {
    stream.end(stdin);
    return Object.assign(stream, { isTTY: false });
  }
  // Each chunk when it is waited for, as a person types.
  const waiting = [...keys];
  stream.on('newListener', (event) => {
    if (event === 'data')
      setImmediate(() => {
        const next = waiting.shift();
        if (next === undefined) stream.end();
        else stream.write(next);
      });
  });
  return Object.assign(stream, { isTTY: true, setRawMode: () => undefined });
}

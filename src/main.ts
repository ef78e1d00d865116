import { dirname, join, resolve } from 'node:path';
import { toJson } from './cli/document.ts';
import { interruptible } from './cli/interruptible.ts';
import { runCli } from './cli/run.ts';
import type { Io, Wiring } from './cli/wiring.ts';
import { faultBehind } from './db/broken.ts';
import { keysPath } from './db/keys.ts';
import { writeNewFile } from './db/safe-files.ts';
import { once } from './domain/once.ts';
import type { ReportRows } from './domain/report-rows.ts';
import { OutputBroken, plainOutput } from './plain-output.ts';
import { userName } from './user-name.ts';
import { databasePath, initDatabase, openApp, openOrMakeTraining, TRAINING_ACCOUNTS } from './wiring.ts';

/** The front door: hands the arguments to the command line, which opens the console when none is a command. */
export function main(argv: readonly string[]): Promise<number> {
  return runCli(argv, standardStreams(), wiring);
}

/**
 * Node makes each stream when it is first looked at, 1 to 4 ms each: a command that never reads makes no standard input.
 * Of a standard error that takes nothing nobody could be told.
 */
function standardStreams(): Io {
  const stdout = once(() => plainOutput() ?? process.stdout.on('error', ignoreBrokenPipe));
  const stderr = once(() => process.stderr.on('error', () => undefined));
  return {
    env: process.env,
    signals: process,
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return stdout();
    },
    get stderr() {
      return stderr();
    },
  };
}

/** Whoever reads us may stop early (`| head`); that is no fault of anybody. */
function ignoreBrokenPipe(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
}

/** The database in use, for faults that do not tell it. */
let opened = '';

const wiring: Wiring = {
  version: __ECSC_VERSION__,
  // Asked for when somebody has to answer for something: a question needs no name.
  get user() {
    return userName();
  },
  async open({ db }) {
    const path = databasePath(db, process.env);
    opened = path;
    const isOurs = db === undefined && !process.env.ECSC_DB;
    const app = isOurs
      ? await openOrMakeTraining(path, (work) => interruptible({ signals: process }, work))
      : openApp(path);
    return { app, path, close: () => app.close() };
  },
  async init({ db, realm, accounts: wanted, seed = 1, onProgress, signal }) {
    const path = databasePath(db, process.env);
    opened = path;
    const accounts = wanted ?? TRAINING_ACCOUNTS;
    await initDatabase(path, realm, { accounts, seed, onProgress, signal });
    return { path, keysPath: keysPath(path), accounts: realm === 'training' ? accounts : 0 };
  },
  faultOf(error) {
    return error instanceof OutputBroken ? { code: 'output-failed', path: '' } : faultBehind(error, opened);
  },
  writeNew: writeNewFile,
  async checkProof(text, fingerprint) {
    const { checkProof } = await import('./db/audit-proof-check.ts');
    return checkProof(text, fingerprint);
  },
  async console({ db, language, start }) {
    const { app } = await wiring.open({ db });
    try {
      const { startConsole } = await import('./screens/start-console.tsx');
      const save = (name: string, document: object) => {
        const file = resolve(name);
        return writeNewFile(file, toJson(document)) === null ? file : null;
      };
      const saveTable = async (name: string, rows: ReportRows) => {
        const { reportCsv } = await import('./intake/report-csv.ts');
        const file = join(dirname(databasePath(db, process.env)), name);
        return writeNewFile(file, reportCsv(rows)) === null ? file : null;
      };
      return await startConsole({ app, language, start, save, saveTable });
    } finally {
      app.close();
    }
  },
};

import { userInfo } from 'node:os';
import type { Wiring } from './cli/wiring.ts';
import { faultBehind } from './db/broken.ts';

/** The front door: hands the arguments to the command line, which opens the console when none is a command. */
export async function main(argv: readonly string[]): Promise<number> {
  const { runCli } = await import('./cli/run.ts');
  const { stdout, stderr, stdin, env } = process;
  return runCli(argv, { stdout, stderr, stdin, env, signals: process }, wiring);
}

/** The database in use, for faults that do not tell it. */
let opened = '';

const wiring: Wiring = {
  version: __ECSC_VERSION__,
  user: userInfo().username,
  async open({ db }) {
    const { databasePath, openApp, openOrMakeTraining } = await import('./wiring.ts');
    const path = databasePath(db, process.env);
    opened = path;
    const app = db === undefined && !process.env.ECSC_DB ? await openOrMakeTraining(path) : openApp(path);
    return { app, path, close: () => app.close() };
  },
  async init({ db, realm, accounts: wanted, seed = 1, onProgress }) {
    const { databasePath, initDatabase, TRAINING_ACCOUNTS } = await import('./wiring.ts');
    const { keysPath } = await import('./db/keys.ts');
    const path = databasePath(db, process.env);
    opened = path;
    const accounts = wanted ?? TRAINING_ACCOUNTS;
    await initDatabase(path, realm, { accounts, seed, onProgress });
    return { path, keysPath: keysPath(path), accounts: realm === 'training' ? accounts : 0 };
  },
  faultOf(error) {
    return faultBehind(error, opened);
  },
  async console({ db, language }) {
    const { app } = await wiring.open({ db });
    try {
      const { startConsole } = await import('./screens/start-console.tsx');
      return await startConsole({ app, language });
    } finally {
      app.close();
    }
  },
};

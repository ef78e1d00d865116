#!/usr/bin/env node
// The entry. Everything here must also be understood by an old Node, so that it can say what to do instead of crashing.

const OLDEST_NODE = 24;
const MISUSE = 2;
const OUR_FAULT = 70;

function inLanguage(english: string, polish: string): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^pl/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? polish : english;
}

const explainNode = () =>
  inLanguage(
    `ecsc needs Node ${OLDEST_NODE} or newer and was started with ${process.version}.
The project brings its own: in its folder use "npm start" or "npm run -s ecsc -- ARGUMENTS".\n`,
    `ecsc potrzebuje Node ${OLDEST_NODE} lub nowszego, a uruchomiono go w ${process.version}.
Projekt ma własny: w jego katalogu użyj „npm start” albo „npm run -s ecsc -- ARGUMENTY”.\n`,
  );

const explainSqlite = () =>
  inLanguage(
    `ecsc cannot load its database engine (better-sqlite3): it is missing, or was installed for another computer.
In the project's folder run "npm ci", then start ecsc again.\n`,
    `ecsc nie może wczytać silnika bazy danych (better-sqlite3): brakuje go albo zainstalowano go dla innego komputera.
W katalogu projektu uruchom „npm ci”, a potem ponownie ecsc.\n`,
  );

function prepareProcess(): void {
  // Files are for their owner alone, whatever the user's umask.
  process.umask(0o077);
  // Chalk does not know NO_COLOR (https://no-color.org), and asks its question when it is imported.
  if (process.env.NO_COLOR) process.env.FORCE_COLOR = '0';
  // Node opens a debugger on SIGUSR1 unless someone listens.
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
}

/** Compiled code is kept in the user's own cache folder: the next start is a tenth faster. */
function keepCompiledCode(): void {
  const { enableCompileCache } = process.getBuiltinModule('node:module');
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = process.env;
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && `${HOME}/.cache`);
  if (caches && isFolder(caches) && isFolder(`${caches}/ecsc`)) enableCompileCache(`${caches}/ecsc`);
}

/** Makes it if need be; false where that cannot be, as in `/proc`, where Node's own way tries for ever. */
function isFolder(path: string): boolean {
  const { existsSync, mkdirSync } = process.getBuiltinModule('node:fs');
  try {
    if (!existsSync(path)) mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether SQLite is there and made for this computer: asked only after something went wrong, because it takes time. */
async function sqliteWorks(): Promise<boolean> {
  try {
    const { default: Database } = await import('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

async function run(): Promise<number> {
  prepareProcess();
  keepCompiledCode();
  try {
    const { main } = await import('./main.ts');
    const code = await main(process.argv.slice(2));
    if (code !== OUR_FAULT || (await sqliteWorks())) return code;
  } catch (error) {
    if (await sqliteWorks()) throw error;
  }
  process.stderr.write(explainSqlite());
  return MISUSE;
}

const [, , first] = process.argv;
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(explainNode());
  process.exitCode = MISUSE;
} else if (process.argv.length === 3 && (first === '--version' || first === '-V')) {
  process.stdout
    .on('error', () => {
      process.exitCode = OUR_FAULT;
    })
    .write(`${__ECSC_VERSION__}\n`);
} else {
  process.exitCode = await run();
}

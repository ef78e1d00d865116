// Builds the program when dist is missing or older than what it is made from. Quiet, and quick when there is nothing to do.
// It comes first in every script, so it also says what to do where packages are missing, and the project's own Node with them.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const OLDEST_NODE = 24;
const MISUSE = 2;
const sources = ['src', 'tools', 'package.json', 'package-lock.json'];

function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(stats.mtimeMs, ...inside);
}

function explainPackages() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^pl/i.test(LC_ALL || LC_MESSAGES || LANG || '')
    ? 'Pakiety projektu nie są zainstalowane albo brakuje opcjonalnych, a wśród nich jego własnego Node.\n' +
        'W katalogu projektu uruchom „npm ci”, bez --omit, i spróbuj ponownie.\n'
    : "The project's packages are not installed, or the optional ones are missing, and its own Node with them.\n" +
        'In the project\'s folder run "npm ci", without --omit, and try again.\n';
}

async function build() {
  try {
    await import('rolldown');
  } catch {
    return false;
  }
  await import('./build.mjs');
  return true;
}

async function ensureBuilt() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) return false;
  const built = statSync(join(root, 'dist', 'ecsc.js'), { throwIfNoEntry: false });
  const current = built && Math.max(...sources.map((path) => newest(join(root, path)))) <= built.mtimeMs;
  return current || build();
}

if (!(await ensureBuilt())) {
  process.stderr.write(explainPackages());
  process.exitCode = MISUSE;
}

// Writes the generated docs; with --check only says whether they are current.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { scenarioReference } from '../src/sim/scenarios-doc.ts';
import { renderKeysDoc } from '../src/ui/keys-doc.ts';
import { root } from './root.mjs';

/** Hashes of the migrations, so that opening a database need not read and hash them. */
function renderHashes() {
  const folder = join(root, 'migrations');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const hashes = files.map((name) => [
    basename(name, '.sql'),
    hash('sha256', readFileSync(join(folder, name), 'utf8'), 'hex'),
  ]);
  return `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
}

/** A page written by hand up to this line, and by us below it. */
const BELOW = '<!-- Below this line: written by `npm run docs` from the loader’s own tables. -->';

function renderScenarios(current) {
  const [written] = current.split(BELOW);
  return `${written}${BELOW}\n\n${scenarioReference()}\n`;
}

const generated = [
  { file: 'docs/KEYS.md', render: renderKeysDoc },
  { file: 'docs/SCENARIOS.md', render: renderScenarios },
  { file: 'migrations/hashes.json', render: renderHashes },
];

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

for (const { file, render } of generated) {
  const path = join(root, file);
  const current = read(path);
  const fresh = render(current);
  if (current === fresh) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${file} is not current: npm run docs\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, fresh);
  }
}

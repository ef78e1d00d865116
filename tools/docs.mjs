// Writes the generated docs; with --check only says whether they are current.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderKeysDoc } from '../src/ui/keys-doc.ts';
import { root } from './root.mjs';

const generated = [{ file: 'docs/KEYS.md', render: renderKeysDoc }];

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

for (const { file, render } of generated) {
  const path = join(root, file);
  const fresh = render();
  if (read(path) === fresh) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${file} is not current: npm run docs\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, fresh);
  }
}

// Plants one bug at a time in a copy of the project and expects the tests named with it to fail. A bug that survives is
// told, and so is one that no longer fits the source. `npm run mutants -- WORD` plants those whose name has the word.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutants } from '../test/mutants/list.mjs';
import { root } from './root.mjs';

const COPIED = ['src', 'test', 'migrations', 'vitest.config.ts', 'tsconfig.json', 'package.json'];
const [word = ''] = process.argv.slice(2);
const wanted = mutants.filter(({ name }) => name.includes(word));

const copy = mkdtempSync(join(tmpdir(), 'ecsc-mutants-'));
for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** How the tests go: `passed`; `failed`, by a test that says so; `broken` when none of them came to run. */
const outcomeOf = (tests) => {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  // With two workers a failure in one may end the other before either has told it.
  const how = ['run', '--bail=1', '--maxWorkers=1', '--reporter=json', `--outputFile=${report}`, ...tests];
  const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), how, { cwd: copy, stdio: 'ignore' });
  if (status === 0) return 'passed';
  return existsSync(report) && JSON.parse(readFileSync(report, 'utf8')).numFailedTests > 0 ? 'failed' : 'broken';
};
const fates = { passed: 'SURVIVED', failed: 'caught', broken: 'BROKEN' };

/** `caught`, `SURVIVED`, `BROKEN` when it does not even load, or `MISFIT` when the place it is planted at has changed. */
function plant({ file, find, replace, tests }) {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  if (original.split(find).length !== 2) return 'MISFIT';
  writeFileSync(
    path,
    original.replace(find, () => replace),
  );
  const fate = fates[outcomeOf(tests)];
  writeFileSync(path, original);
  return fate;
}

// A test that fails anyway catches nothing.
const sound = [...new Set(wanted.flatMap(({ tests }) => tests))];
if (outcomeOf(sound) !== 'passed') {
  process.stderr.write(`${sound.join(' ')} fail without any planted bug\n`);
  rmSync(copy, { recursive: true, force: true });
  process.exit(1);
}

let bad = 0;
for (const mutant of wanted) {
  const fate = plant(mutant);
  if (fate !== 'caught') bad += 1;
  process.stdout.write(`${fate.padEnd(10)}${mutant.name}\n`);
}
rmSync(copy, { recursive: true, force: true });
process.stdout.write(`${wanted.length - bad} of ${wanted.length} planted bugs caught\n`);
process.exitCode = bad === 0 ? 0 : 1;

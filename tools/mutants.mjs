// Plants one bug at a time in a copy of the project and expects the tests named with it to fail. A bug that survives is
// told, and so is one that no longer fits the source or whose tests fail anyway. `npm run mutants -- WORD` plants those
// whose name has the word.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVitest } from 'vitest/node';
import { mutants } from '../test/mutants/list.mjs';
import { root } from './root.mjs';

const COPIED = ['src', 'test', 'docs', 'migrations', 'scenarios', 'vitest.config.ts', 'tsconfig.json', 'package.json'];
/** Milliseconds. */
const PATIENCE = 180_000;
const [word = ''] = process.argv.slice(2);
const wanted = mutants.filter(({ name }) => name.includes(word));

const copy = mkdtempSync(join(tmpdir(), 'ecsc-mutants-'));
for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

// One Vitest for all of them: starting it takes longer than most of the tests. With two workers a failure in one may end
// the other before either has told it.
process.chdir(copy);
const vitest = await createVitest('test', {
  root: copy,
  watch: false,
  bail: 1,
  // A bug must not stay loaded for the next one's tests.
  isolate: true,
  maxWorkers: 1,
  reporters: [{}],
  // A busy machine must not pass for a bug that was caught.
  testTimeout: PATIENCE,
  hookTimeout: PATIENCE,
});
const all = await vitest.globTestSpecifications();

/** How the tests go: `passed`; `failed`, by a test that says so; `broken` when none of them came to run; and what was said of it. */
async function outcomeOf(tests) {
  const named = (path) => tests.some((test) => path === join(copy, test) || path.startsWith(`${join(copy, test)}/`));
  const chosen = all.filter(({ moduleId }) => named(moduleId));
  if (chosen.length === 0) return { outcome: 'broken', said: ['no such test'] };
  const { testModules: known, unhandledErrors } = await vitest.runTestSpecifications(chosen);
  // Vitest answers with every module it has ever run; one that failed on an earlier bug says nothing about this one.
  const testModules = known.filter(({ moduleId }) => chosen.some((one) => one.moduleId === moduleId));
  const failed = testModules.flatMap((module) => [...module.children.allTests('failed')]);
  const errors = [
    ...failed.flatMap((test) => test.result().errors ?? []),
    ...testModules.flatMap((module) => module.errors()),
    ...unhandledErrors,
  ];
  const said = errors.map(({ message }) => message);
  if (failed.length > 0) return { outcome: 'failed', said };
  const passed = testModules.length === chosen.length && testModules.every((module) => module.ok());
  return { outcome: passed && unhandledErrors.length === 0 ? 'passed' : 'broken', said };
}
const fates = { passed: 'SURVIVED', failed: 'caught', broken: 'BROKEN' };

function write(path, text) {
  writeFileSync(path, text);
  vitest.invalidateFile(path);
}

/** `caught`, `SURVIVED`, `BROKEN` when it does not even load, or `MISFIT` when the place it is planted at has changed. */
async function plant({ file, find, replace, tests }) {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  if (original.split(find).length !== 2) return 'MISFIT';
  write(
    path,
    original.replace(find, () => replace),
  );
  // What tests make once for all of them must have the bug in it too.
  vitest.getRootProject().provide('scratch', mkdtempSync(join(copy, 'scratch-')));
  const { outcome } = await outcomeOf(tests);
  write(path, original);
  return fates[outcome];
}

/** Test files and folders that fail without any planted bug: they catch nothing. */
async function unsoundOf(tests) {
  const unsound = [];
  for (const test of tests) {
    const { outcome, said } = await outcomeOf([test]);
    if (outcome === 'passed') continue;
    unsound.push(test);
    process.stderr.write(`${test} fails without any planted bug\n${said.map((one) => `  ${one}\n`).join('')}`);
  }
  return unsound;
}

async function run() {
  const unsound = await unsoundOf(new Set(wanted.flatMap(({ tests }) => tests)));
  let bad = 0;
  for (const mutant of wanted) {
    const fate = mutant.tests.some((test) => unsound.includes(test)) ? 'UNSOUND' : await plant(mutant);
    if (fate !== 'caught') bad += 1;
    process.stdout.write(`${fate.padEnd(10)}${mutant.name}\n`);
  }
  process.stdout.write(`${wanted.length - bad} of ${wanted.length} planted bugs caught\n`);
  return bad === 0 ? 0 : 1;
}

try {
  process.exitCode = await run();
} finally {
  await vitest.close();
  rmSync(copy, { recursive: true, force: true });
}

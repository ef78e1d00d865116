// Runs the suites that have a full size, one after the other: `npm run soak`, or `npm run soak -- WORD` for those whose
// file has the word. Seeds are new each time and printed; ECSC_SEED has one again. Stops by itself at the first failure.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const [word = ''] = process.argv.slice(2);
const suites = globSync('test/**/*.test.{ts,tsx}', { cwd: root })
  .filter((file) => file.includes(word) && readFileSync(join(root, file), 'utf8').includes('support/soak.ts'))
  .sort();
if (suites.length === 0) {
  process.stderr.write(`no suite with a full size has “${word}” in its name\n`);
  process.exit(2);
}

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const HOURS_4 = String(4 * 3_600_000);
for (const suite of suites) {
  const since = Date.now();
  process.stdout.write(`${suite} …\n`);
  const args = [vitest, 'run', '--testTimeout', HOURS_4, suite];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ECSC_SOAK: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
  process.stdout.write(`${suite}: ${Math.round((Date.now() - since) / 1000)} s\n`);
}

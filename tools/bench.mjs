// Builds the program and the benchmarks as they ship (minified, for production), then runs them.
import { spawnSync } from 'node:child_process';
import { root } from './root.mjs';

for (const step of [
  ['tools/build.mjs', '--bench'],
  ['.bench/dist/run.js', ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(process.execPath, step, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

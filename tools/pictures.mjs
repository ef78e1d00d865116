// Draws the pictures of README and docs anew from real frames. Look at them before they are kept.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/pictures'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PICTURES: 'write' },
});
process.exitCode = status ?? 1;

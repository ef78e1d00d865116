// Writes docs/CALLS.md anew from what the robot presses in every scenario's call. Read it before it is kept.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/journeys/calls.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, GOLDEN: 'write' },
});
process.exitCode = status ?? 1;

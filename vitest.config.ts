import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As the program is built: React's own checks cost a quarter of the time of a screen's test.
  mode: 'production',
  oxc: { jsx: { runtime: 'automatic', development: false } },
  define: { __ECSC_VERSION__: JSON.stringify('test') },
  test: {
    globalSetup: 'test/support/scratch.ts',
    include: ['test/**/*.test.{ts,tsx}'],
    // Ink asks the environment for the size when there is no terminal; asking tput instead costs 11 ms a frame.
    env: { COLUMNS: '100', LINES: '30', TZ: 'UTC', FORCE_COLOR: '0', CI: '', NODE_ENV: 'production' },
    pool: 'forks',
    // Modules are loaded once for all files, which takes a quarter less time; what a test changes, it changes in a file or a terminal of its own.
    isolate: false,
    // Some tests wait for processes they have started, and leave a core to others.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});

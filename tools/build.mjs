// Bundles the program into dist/: one small entry, and chunks that are loaded when they are needed.
import { readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { coreChunk } from './build-plugins/core-chunk.mjs';
import { octalEscapes } from './build-plugins/octal-escapes.mjs';
import { speedPlugins } from './build-plugins/speed.mjs';
import { stubDevtools } from './build-plugins/stub-devtools.mjs';
import { root } from './root.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What both our program and its rival in the benchmark are built with. */
const recipe = {
  platform: 'node',
  transform: {
    target: 'esnext',
    jsx: { runtime: 'automatic', development: false },
    define: { 'process.env.NODE_ENV': '"production"', __ECSC_VERSION__: JSON.stringify(version) },
  },
};

async function bundle(input, dir, plugins) {
  const build = await rolldown({
    ...recipe,
    cwd: root,
    input,
    plugins,
    preserveEntrySignatures: false,
    checks: { ineffectiveDynamicImport: false, bundlerTimings: false },
  });
  await build.write({
    dir,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: coreChunk(), debugName: 'core' }] },
  });
  await build.close();
}

/** Replaces one folder by another in a moment, so that nobody starts a half-written program. */
function putInPlace(fresh, dist) {
  const stale = `${fresh}.stale`;
  try {
    renameSync(dist, stale);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  try {
    renameSync(fresh, dist);
  } catch (error) {
    // Another build was quicker by a hair, from the same sources.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
  }
  rmSync(stale, { recursive: true, force: true });
}

// Benchmarks run a build of their own, so that nothing else can replace it meanwhile.
const forBench = process.argv.includes('--bench');
const dist = join(root, forBench ? '.bench/dist' : 'dist');
const fresh = `${dist}.${process.pid}`;
const since = new Date();
try {
  await bundle({ ecsc: 'src/ecsc.ts' }, fresh, [stubDevtools(), octalEscapes(), ...speedPlugins()]);
  if (forBench) {
    await bundle({ 'minimal-ink': 'bench/minimal-ink.tsx' }, fresh, [stubDevtools()]);
    await bundle({ run: 'bench/run.ts' }, fresh, [stubDevtools(), octalEscapes(), ...speedPlugins()]);
  }
  // As old as the sources were read: what is edited while we build is built the next time.
  utimesSync(join(fresh, 'ecsc.js'), since, since);
  putInPlace(fresh, dist);
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

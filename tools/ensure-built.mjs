// Builds the program when dist is missing or older than what it is made from. Quiet, and quick when there is nothing to do.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const sources = ['src', 'tools', 'package.json', 'package-lock.json'];

function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(stats.mtimeMs, ...inside);
}

const built = statSync(join(root, 'dist', 'ecsc.js'), { throwIfNoEntry: false });
if (!built || Math.max(...sources.map((path) => newest(join(root, path)))) > built.mtimeMs) await import('./build.mjs');

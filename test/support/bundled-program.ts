import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache');
const made = new Map<string, Promise<string>>();

/**
 * A program of `test/support` as one file, made once in a test file: a process of it is ready in a quarter of the time.
 * It lies inside the project, where its native package and the migrations are found.
 */
export function bundledProgram(name: string): Promise<string> {
  const known = made.get(name) ?? bundle(join(import.meta.dirname, name));
  made.set(name, known);
  return known;
}

async function bundle(input: string): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'ecsc-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const build = await rolldown({ cwd: root, input, platform: 'node', external: ['better-sqlite3'] });
  const file = join(folder, `${basename(input, '.ts')}.mjs`);
  await build.write({ file, format: 'esm', codeSplitting: false });
  await build.close();
  return file;
}

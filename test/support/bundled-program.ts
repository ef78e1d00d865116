import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { madeOnce } from './made-once.ts';

const root = join(import.meta.dirname, '../..');

/** A program of `test/support` as one file: a process of it is ready in a quarter of the time. */
export async function bundledProgram(name: string): Promise<string> {
  const program = basename(name, '.ts');
  const folder = await madeOnce(program, (draft) =>
    bundle(join(import.meta.dirname, name), join(draft, `${program}.mjs`)),
  );
  return join(folder, `${program}.mjs`);
}

async function bundle(input: string, file: string): Promise<void> {
  const build = await rolldown({ cwd: root, input, platform: 'node', external: ['better-sqlite3'] });
  await build.write({ file, format: 'esm', codeSplitting: false });
  await build.close();
}

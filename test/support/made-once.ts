import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/**
 * A folder of this name that whichever test file needs it first fills, for all files of the run: nobody changes it
 * afterwards. Two at once both fill one, and the later throws its own away.
 */
export async function madeOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject('scratch'), name);
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(`${folder}-`);
  await fill(draft);
  try {
    renameSync(draft, folder);
  } catch (cause) {
    if (!existsSync(folder)) throw cause;
    rmSync(draft, { recursive: true });
  }
  return folder;
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder that ships with the program at its top, whether we run from `src` or from the bundle in `dist`; null when there is none. */
export function shippedFolder(start: string, name: string, marker = '.'): string | null {
  const folder = join(start, name);
  if (existsSync(join(folder, marker))) return folder;
  const parent = dirname(start);
  return parent === start ? null : shippedFolder(parent, name, marker);
}

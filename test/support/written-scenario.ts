import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'SCENARIOS.md'), 'utf8');

/** The worked example of docs/SCENARIOS.md, as a trainer copies it. */
export const EXAMPLE = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';

/** The example with one place written otherwise. */
export function written(place: string, otherwise: string): string {
  if (!EXAMPLE.includes(place)) throw new Error(`the example has no ${place}`);
  return EXAMPLE.replace(place, () => otherwise);
}

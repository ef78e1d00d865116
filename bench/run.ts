import { join } from 'node:path';
import { benchActivation } from './activation.ts';
import { seededDatabase } from './databases.ts';
import { benchImport } from './import.ts';
import { benchKeys } from './keys.tsx';
import { benchRadar } from './radar.ts';
import { benchSearch, growthRow, type SearchReport } from './search.ts';
import { benchStart } from './start.ts';
import { printRows, type Row, verdictOf } from './stats.ts';
import { benchTyping } from './typing.tsx';
import { benchWriters } from './writers.ts';

const SMALL = 10_000;
const MIDDLE = 100_000;
const LARGE = 1_000_000;
const folder = join(process.cwd(), '.bench');

/** `npm run bench -- search start …` runs some of it; without a name all of it. `--large N` makes the large database smaller. */
async function main(words: readonly string[]): Promise<void> {
  const large = Number(words[words.indexOf('--large') + 1]) || LARGE;
  const names = words.filter((word) => word in benchmarks);
  const all: Row[] = [];
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    const rows = await benchmarks[name as keyof typeof benchmarks](large);
    printRows(name, rows);
    all.push(...rows);
  }
  const missed = all.filter((row) => !verdictOf(row).kept);
  process.stdout.write(
    `\n${all.length - missed.length} of ${all.length} bounds kept${missed.length > 0 ? '; missed:' : ''}\n`,
  );
  for (const { name } of missed) process.stdout.write(`  ${name}\n`);
}

const benchmarks = {
  async search(large: number) {
    const reports = new Map<number, SearchReport>();
    for (const accounts of [SMALL, MIDDLE, large]) {
      const known = reports.get(accounts);
      reports.set(accounts, known ?? (await benchSearch(await seededDatabase(folder, accounts), `${accounts}`)));
    }
    const [first, last] = [reports.get(SMALL), reports.get(large)];
    const growth = first && last ? [growthRow(first, last, `${SMALL} → ${large}`)] : [];
    return [...[...reports.values()].flatMap(({ rows }) => rows), ...growth];
  },
  typing: async (large: number) => benchTyping(await seededDatabase(folder, large)),
  keys: async (large: number) => benchKeys(await seededDatabase(folder, large)),
  radar: async (large: number) => benchRadar(await seededDatabase(folder, large)),
  start: async (large: number) => benchStart(await seededDatabase(folder, large)),
  activation: () => benchActivation(folder),
  writers: () => benchWriters(folder),
  import: (large: number) => benchImport(folder, large),
} as const satisfies Record<string, (large: number) => Promise<readonly Row[]>>;

await main(process.argv.slice(2));
process.exit(0);

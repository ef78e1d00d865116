const isSoak = process.env['ECSC_SOAK'] !== undefined;

/** How often a suite tries: its size for every commit, or its full size in `npm run soak`. */
export function sized(everyCommit: number, full: number): number {
  return isSoak ? full : everyCommit;
}

/** The same seed for every commit; in `npm run soak` another one each time, or `ECSC_SEED`; printed, so that it can be had again. */
export function seedFor(suite: string, everyCommit: number): number {
  if (!isSoak) return everyCommit;
  const seed = Number(process.env['ECSC_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stderr.write(`${suite}: ECSC_SEED=${seed}\n`);
  return seed;
}

/** Long enough for the full size (ms). */
export const SOAK_TIMEOUT = isSoak ? 4 * 3_600_000 : 120_000;

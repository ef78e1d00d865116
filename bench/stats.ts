/** Figures are compared in one run, never with yesterday's: a ratio of medians over alternating rounds. */
export const ROUNDS = 5;

export interface Figures {
  readonly p50: number;
  readonly p99: number;
}

/** One line of the report: ours beside its rival, and the bound that we promise. */
export interface Row {
  readonly name: string;
  readonly ours: Figures;
  readonly rival: Figures | null;
  readonly unit: string;
  /** Promised: the most that ours may be of the rival's, or the most in units when there is no rival. */
  readonly bound: { readonly most: number; readonly of: 'ratio' | 'p50' | 'p99' | 'growth' };
}

export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Runs both in turn, `ROUNDS` rounds of so many samples each, after a warm-up; milliseconds a sample. */
export async function inTurns(
  samples: number,
  ours: (sample: number) => unknown,
  rival: (sample: number) => unknown,
): Promise<{ readonly ours: Figures; readonly rival: Figures }> {
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, run] of [
      ['ours', ours],
      ['rival', rival],
    ] as const) {
      const measured = await timed(samples, (sample) => run((round + 1) * samples + sample));
      if (round >= 0) times[name].push(...measured);
    }
  }
  return { ours: figuresOf(times.ours), rival: figuresOf(times.rival) };
}

export async function timed(samples: number, run: (sample: number) => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const since = performance.now();
    await run(sample);
    times.push(performance.now() - since);
  }
  return times;
}

/** What a row says of its promise. */
export function verdictOf({ ours, rival, bound }: Row): { readonly measured: number; readonly kept: boolean } {
  const measured = bound.of === 'p50' ? ours.p50 : bound.of === 'p99' ? ours.p99 : ours.p50 / (rival ?? ours).p50;
  return { measured, kept: measured <= bound.most };
}

export function printRows(title: string, rows: readonly Row[]): void {
  const cell = (text: string, width: number) => text.padStart(width);
  process.stdout.write(`\n${title}\n`);
  process.stdout.write(
    `${'what'.padEnd(46)}${['ours p50', 'p99', 'rival p50', 'p99', 'measured', 'bound'].map((head) => cell(head, 11)).join('')}\n`,
  );
  for (const row of rows) {
    const { measured, kept } = verdictOf(row);
    const digits = (value: number) => value.toPrecision(3);
    const figures = [row.ours.p50, row.ours.p99, row.rival?.p50, row.rival?.p99].map((value) =>
      cell(value === undefined ? '–' : `${digits(value)} ${row.unit}`, 11),
    );
    const promise = `${row.bound.of === 'ratio' || row.bound.of === 'growth' ? '×' : ''}${Number(row.bound.most.toFixed(2))}`;
    process.stdout.write(
      `${row.name.padEnd(46)}${figures.join('')}${cell(digits(measured), 11)}${cell(promise, 11)}  ${kept ? 'ok' : 'MISSED'}\n`,
    );
  }
}

import type { Texts } from '../text/en.ts';
import type { Told } from '../text/words-shape.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import type { MachineFault, Wiring } from './wiring.ts';

/** Faults of what was typed rather than of the machine: the path is wrong, or taken. */
const wrongPath: ReadonlySet<MachineFault> = new Set<MachineFault>([
  'not-found',
  'impossible-path',
  'no-home',
  'empty',
  'not-a-file',
  'not-a-database',
  'foreign',
]);
const refusedPath: ReadonlySet<MachineFault> = new Set<MachineFault>(['exists', 'left-behind', 'wrong-realm']);

/** What to say of a thrown error, and the exit code that goes with it. */
export function tellTrouble(
  texts: Texts,
  error: unknown,
  { faultOf }: Pick<Wiring, 'faultOf'>,
): { readonly told: Told; readonly code: ExitCode } {
  const fault = faultOf(error);
  if (fault) return { told: texts.cli.broken[fault.code](fault.path), code: exitCodeOf(fault.code) };
  return { told: texts.cli.crash(briefly(error)), code: exitCodes.ourFault };
}

function exitCodeOf(code: MachineFault): ExitCode {
  if (wrongPath.has(code)) return exitCodes.misuse;
  return refusedPath.has(code) ? exitCodes.refused : exitCodes.ourFault;
}

/** The kind of error and no more: a message could hold what must not be shown. */
function briefly(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

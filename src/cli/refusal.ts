import type { Refusal, RefusalCode } from '../domain/refusal.ts';
import type { OpenFault } from '../intake/open-regular.ts';
import type { SimRefusal } from '../sim/answer.ts';
import type { ScenarioFileFault } from '../sim/scenario-problem.ts';
import type { Texts } from '../text/en.ts';
import { tellRefusal } from '../text/tell.ts';
import type { Told } from '../text/words-shape.ts';
import type { NotWritten } from './wiring.ts';

/** Everything that a command can be refused with. */
export type CliRefusal =
  | SimRefusal
  | { readonly code: 'certificate-ambiguous'; readonly serials: readonly string[] }
  | { readonly code: 'account-ambiguous'; readonly customerIds: readonly string[] }
  | { readonly code: 'no-certificate'; readonly customerId: string }
  | { readonly code: 'account-not-yet'; readonly at: number }
  | { readonly code: 'terminal-too-small'; readonly rows: number; readonly columns: number }
  | { readonly code: 'password-missing' }
  | { readonly code: 'passwords-differ' }
  | { readonly code: 'password-too-short'; readonly least: number }
  | { readonly code: 'rejects-not-written'; readonly path: string }
  | { readonly code: 'file-not-written'; readonly path: string; readonly why: NotWritten }
  | { readonly code: 'file-not-read'; readonly path: string; readonly why: OpenFault }
  | { readonly code: 'operator-unknown'; readonly name: string }
  | { readonly code: 'scenario-unknown'; readonly name: string; readonly meant: string | null }
  | { readonly code: 'scenario-unreadable'; readonly fault: ScenarioFileFault }
  | { readonly code: 'scenario-wrong'; readonly path: string; readonly mistakes: number }
  | { readonly code: 'scenario-without-call'; readonly name: string }
  | { readonly code: 'scenario-twice'; readonly name: string };

type OwnRefusal = Exclude<CliRefusal, Refusal>;
type OwnTexts = {
  readonly [Code in OwnRefusal['code']]: (refusal: Extract<OwnRefusal, { readonly code: Code }>) => Told;
};

/** What was refused and what to do next, in words. */
export function tellAny(texts: Texts, refusal: CliRefusal): Told {
  if (isOfDomain(texts, refusal)) return tellRefusal(texts.words.refusals, refusal);
  const own: OwnTexts = texts.cli.refusals;
  // The table is indexed by the refusal's own code; TypeScript cannot follow that correlation.
  return (own[refusal.code] as (refusal: OwnRefusal) => Told)(refusal);
}

function isOfDomain(texts: Texts, refusal: CliRefusal): refusal is Refusal {
  return (refusal.code as RefusalCode) in texts.words.refusals;
}

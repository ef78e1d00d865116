import type { Fact } from '../domain/audit.ts';
import type { Evidence } from '../domain/diagnosis.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { EvidenceTexts } from './diagnosis-shape.ts';
import type { FactTexts, RefusalTexts, Told } from './words-shape.ts';

/** Why something was refused, and what to do next. */
export function tellRefusal(texts: RefusalTexts, refusal: Refusal): Told {
  // The table is indexed by the refusal's own code; TypeScript cannot follow that correlation.
  return (texts[refusal.code] as (refusal: Refusal) => Told)(refusal);
}

/** What happened, in half a sentence. */
export function tellFact(texts: FactTexts, fact: Fact): string {
  return (texts[fact.type] as (fact: Fact) => string)(fact);
}

/** What speaks for a cause, in half a sentence. */
export function tellEvidence(texts: EvidenceTexts, evidence: Evidence): string {
  return (texts[evidence.what] as (evidence: Evidence) => string)(evidence);
}

/** A table that has words for each of these. */
type SaidOf<R extends { readonly code: string }> = {
  readonly [Code in R['code']]: (refusal: Extract<R, { readonly code: Code }>) => string;
};

/** Why not, as the subscriber's own machine says it. */
export function tellOnScreen<R extends { readonly code: string }>(texts: SaidOf<R>, refusal: R): string {
  return (texts[refusal.code as R['code']] as (refusal: R) => string)(refusal);
}

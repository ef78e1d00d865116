import type { Fact } from '../domain/audit.ts';
import type { Evidence } from '../domain/diagnosis.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { EvidenceTexts } from './diagnosis-shape.ts';
import type { Language } from './language.ts';
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

/** What a move of a scenario is: its own caption in this language, else the usual words. */
export function tellMove<M extends { readonly do: string; readonly caption?: Readonly<Record<Language, string>> }>(
  texts: { readonly [Do in M['do']]: (move: Extract<M, { readonly do: Do }>) => string },
  language: Language,
  move: M,
): string {
  return move.caption?.[language] ?? (texts[move.do as M['do']] as (move: M) => string)(move);
}

/** The sentence for a thing of a known code. */
export function tellByCode<T extends { readonly code: string }>(
  texts: { readonly [Code in T['code']]: (thing: Extract<T, { readonly code: Code }>) => string },
  thing: T,
): string {
  return (texts[thing.code as T['code']] as (thing: T) => string)(thing);
}

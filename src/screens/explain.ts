import type { Refusal } from '../domain/refusal.ts';
import type { Texts } from '../text/en.ts';
import { tellRefusal } from '../text/tell.ts';

/** What broke, in its own words. */
export function broken(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A refusal on one line: what, and what to do next. */
export function explain(texts: Texts, refusal: Refusal): string {
  const { what, next } = tellRefusal(texts.words.refusals, refusal);
  return `${what} ${next}`;
}

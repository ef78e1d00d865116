import type { Cause, Confidence, Evidence, OpenQuestion } from '../domain/diagnosis.ts';

/** A cause in words: its name, what to say to the caller, what to do next. */
export interface CauseTexts {
  readonly name: string;
  readonly say: string;
  readonly next: string;
}

export type EvidenceTexts = {
  readonly [What in Evidence['what']]: (evidence: Extract<Evidence, { readonly what: What }>) => string;
};

/** Why a caller is stuck, in words. A cause without its words does not compile. */
export interface DiagnosisTexts {
  readonly title: string;
  readonly why: string;
  readonly evidence: string;
  readonly say: string;
  readonly next: string;
  readonly rulesOut: string;
  readonly nothing: string;
  readonly askThis: string;
  readonly more: (count: number, key: string) => string;
  /** Said before the next step of a cause when a lock stands in its way; `how` is a key or a command. */
  readonly firstUnlock: (how: string) => string;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly cause: Readonly<Record<Cause, CauseTexts>>;
  readonly proof: EvidenceTexts;
  readonly question: Readonly<Record<OpenQuestion, string>>;
}

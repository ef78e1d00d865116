import type { RefusalCode } from '../../../src/domain/refusal.ts';
import type { Deed } from './deeds.ts';
import type { Temptation } from './temptations.ts';

/** How an agent works one scenario's call. Ticket, proofs, reasons and notes are those of its model solution. */
export interface CallRow {
  readonly story: string;
  /** How the agent comes to the account: it stands first in the queue, or the caller says their name. */
  readonly from: 'queue' | 'search';
  /** The fewest sensible things to do, in this order. */
  readonly deeds: readonly Deed[];
  /** What is right about it, for docs/CALLS.md. */
  readonly outcome: string;
  /** The wrong ways that tempt here, and for what they are refused. */
  readonly cannot: readonly (readonly [Temptation, RefusalCode])[];
}

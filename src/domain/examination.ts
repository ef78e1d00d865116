import type { ThingKind } from './decision.ts';
import type { CustomerId } from './ids.ts';
import type { AuditVerdict } from './read-models.ts';

export const examinationSteps = ['file', 'references', 'log', 'policy', 'things'] as const;
export type ExaminationStep = (typeof examinationSteps)[number];

/** How the rows of a thing can disagree with the audit log. */
export type RowFault =
  /** They say something else than the facts, folded. */
  | 'differs'
  /** They cannot be read, or are missing where another row refers to them. */
  | 'unreadable'
  /** Nobody has written them down in the log. */
  | 'not-in-log'
  /** By the rest of its row, the search would look for it elsewhere, or the sweep sooner. */
  | 'astray'
  /** A sealed secret that no key opens. */
  | 'does-not-open';

/** One thing that is wrong with a database, and where. */
export type Finding =
  /** In SQLite's words. */
  | { readonly about: 'file'; readonly detail: string }
  /** A row that refers to one that is not there. */
  | { readonly about: 'reference'; readonly table: string; readonly row: number | null }
  | {
      readonly about: 'log';
      readonly entry: number;
      readonly why: Extract<AuditVerdict, { intact: false }>['why'];
    }
  /**
   * What the installation has set for itself, and what the log says was set last, as JSON; null where it says nothing.
   * No setting is named when none can be read.
   */
  | {
      readonly about: 'policy';
      readonly setting: string | null;
      readonly stands: string | null;
      readonly logged: string | null;
    }
  | {
      readonly about: 'thing';
      readonly thing: ThingKind | 'sms-attempts' | 'otp-secret';
      readonly id: string;
      /** Whose it is; null of what belongs to no subscriber. */
      readonly customerId: CustomerId | null;
      readonly fault: RowFault;
      /** The fields that say something else. */
      readonly fields: readonly string[];
    };

/** What an examination of the whole database has come to. */
export interface Examination {
  readonly accounts: number;
  readonly entries: number;
  /** The first ones. */
  readonly findings: readonly Finding[];
  /** All of them. */
  readonly found: number;
  /** Not looked at, because the file itself is too damaged for an answer. */
  readonly left: readonly ExaminationStep[];
}

export interface ExaminationCheck {
  /** `total` null when nobody knows it. */
  readonly onProgress?: (step: ExaminationStep, done: number, total: number | null) => void;
  readonly signal?: AbortSignal;
}

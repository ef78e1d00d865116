import type { KnownAccount } from '../domain/account.ts';
import type { AbortCause, ActivationStatus, FreezeCause } from '../domain/activation.ts';
import type { KnownAgent } from '../domain/agent.ts';
import type { BulkCommand, Fact } from '../domain/audit.ts';
import type { CertificateStatus } from '../domain/certificate.ts';
import type { CommandType } from '../domain/commands.ts';
import type { Realm } from '../domain/ids.ts';
import type { ImportConflict, ImportVerdict } from '../domain/import-record.ts';
import type { NoticeTemplate } from '../domain/message.ts';
import type { Actor, Party } from '../domain/permissions.ts';
import type { Phone } from '../domain/phone-number.ts';
import type { AuditFault, QueueReason } from '../domain/read-models.ts';
import type { Lasting, ReceiptCause } from '../domain/receipt.ts';
import type { Refusal, RefusalCode } from '../domain/refusal.ts';
import type { ReasonCode } from '../domain/situation.ts';
import type { AttemptOutcome } from '../domain/sms-attempt.ts';
import type { Proof } from '../domain/support-case.ts';

/** What happened and what to do next, a sentence or two each. */
export interface Told {
  readonly what: string;
  readonly next: string;
}

export type RefusalTexts = {
  readonly [Code in RefusalCode]: (refusal: Extract<Refusal, { readonly code: Code }>) => Told;
};

export type FactTexts = {
  readonly [Type in Fact['type']]: (fact: Extract<Fact, { readonly type: Type }>) => string;
};

/** The domain's codes in words. A code without its words does not compile. */
export interface BriefWords {
  /** What somebody said or wrote, in this language's quotation marks. */
  readonly quoted: (text: string) => string;
  readonly realm: Readonly<Record<Realm, string>>;
  readonly activation: Readonly<Record<ActivationStatus, string>>;
  /** What the state means, in half a sentence. */
  readonly activationMeaning: Readonly<Record<ActivationStatus, string>>;
  /** The same for a state in which something could be done, were it not for the account or the certificate. */
  readonly activationBarred: Readonly<Record<'account' | 'certificate', string>>;
  readonly lockCause: Readonly<Record<'sms' | 'otp', string>>;
  readonly certificate: Readonly<Record<CertificateStatus | 'not-yet-valid', string>>;
  readonly account: Readonly<Record<KnownAccount['status'], string>>;
  readonly phoneKind: Readonly<Record<Phone['kind'], string>>;
  readonly outcome: Readonly<Record<AttemptOutcome, string>>;
  readonly attemptOpen: string;
  readonly receiptCause: Readonly<Record<ReceiptCause, string>>;
  /** Does it help to try again? */
  readonly lasts: Readonly<Record<Lasting, string>>;
  readonly qr: Readonly<Record<'unseen' | 'shown' | 'closed', string>>;
  readonly role: Readonly<Record<Party, string>>;
  readonly actor: Readonly<Record<Actor['kind'], string>>;
  readonly agent: Readonly<Record<KnownAgent['status'], string>>;
  readonly proof: Readonly<Record<Proof, string>>;
  readonly reason: Readonly<Record<ReasonCode, string>>;
  readonly queueReason: Readonly<Record<QueueReason, string>>;
  readonly approvalAction: Readonly<Record<'reset' | 'unlock' | 'phone-change' | 'bulk-unlock', string>>;
  readonly verification: Readonly<Record<'none' | 'passed' | 'failed' | 'aborted', string>>;
  readonly freezeCause: Readonly<Record<FreezeCause, string>>;
  readonly abortCause: Readonly<Record<AbortCause, string>>;
  readonly supportCase: Readonly<Record<'open' | 'closed', string>>;
  /** Commands as the audit log names them. */
  readonly command: Readonly<Record<CommandType | BulkCommand, string>>;
  readonly verdict: Readonly<Record<'done' | 'refused', string>>;
  readonly auditFault: Readonly<Record<AuditFault, string>>;
  readonly importVerdict: Readonly<Record<ImportVerdict['verdict'], string>>;
  readonly importRejection: Readonly<Record<Extract<ImportVerdict, { readonly verdict: 'rejected' }>['code'], string>>;
  readonly conflictField: Readonly<Record<ImportConflict['field'], string>>;
  /** What the subscriber is told; `certificate` is the end of its serial number, `reference` answers "this was not me". */
  readonly notice: Readonly<
    Record<NoticeTemplate, (about: { readonly certificate: string; readonly reference: string }) => string>
  >;
  readonly smsCode: (about: { readonly code: string; readonly validUntil: number }) => string;
}

/** … and what was refused or happened, in sentences. */
export interface Words extends BriefWords {
  /** A refusal's short name, for the audit log. */
  readonly refusalName: Readonly<Record<RefusalCode, string>>;
  readonly refusals: RefusalTexts;
  readonly facts: FactTexts;
}

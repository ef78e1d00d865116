import type { Rehearsal, Request } from '../../../src/app.ts';
import { operatorOf } from '../../../src/domain/mobile-operators.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import type { Proof } from '../../../src/domain/support-case.ts';
import type { Stage } from './stage.ts';

/** A wrong way out of a call, as a colleague might try it; nothing of it is kept. */
export type Temptation = keyof typeof temptations;

type Try = (stage: Stage, caseId: string) => readonly Rehearsal[];

const STRONG: readonly Proof[] = ['call-back', 'e-mail-reply', 'contract-number'];
const KNOWLEDGE: readonly Proof[] = ['contract-number', 'date-of-birth', 'certificate-expiry'];
const grounds = { reason: 'other', note: 'they ask so nicely' } as const;

const by = (id: string, ...requests: readonly Request[]): readonly Rehearsal[] =>
  requests.map((request) => ({ actor: { kind: 'agent', id }, request }));

const opened = ({ customerId }: Stage): Request => ({ type: 'open-case', ticket: 'INC-1', customerId });
const verified = (caseId: string, passed: readonly Proof[]): Request => ({
  type: 'record-verification',
  caseId,
  passed,
  failed: [],
});
const unlock = ({ serial }: Stage, caseId: string): Request => ({
  type: 'unlock-activation',
  serial,
  caseId,
  ...grounds,
});
const reset = ({ serial }: Stage, caseId: string): Request => ({
  type: 'request-approval',
  serial,
  caseId,
  action: 'reset',
  ...grounds,
});
const number = ({ customerId, newPhone }: Stage, caseId: string): Request => ({
  type: 'request-phone-change',
  customerId,
  caseId,
  phone: newPhone,
  ...grounds,
});

const temptations = {
  'unlock it, to be on the safe side': (stage, caseId) =>
    by('ewa', opened(stage), verified(caseId, STRONG), unlock(stage, caseId)),
  'unlock without asking who calls': (stage, caseId) => by('ewa', opened(stage), unlock(stage, caseId)),
  'unlock once more alone': (stage, caseId) =>
    by('ewa', opened(stage), verified(caseId, STRONG), unlock(stage, caseId)),
  'unlock twice for one call': (stage, caseId) =>
    by('ewa', opened(stage), verified(caseId, STRONG), unlock(stage, caseId), unlock(stage, caseId)),
  'ask for a reset without asking who calls': (stage, caseId) => by('ewa', opened(stage), reset(stage, caseId)),
  'ask for a reset on what anybody may know': (stage, caseId) =>
    by('ewa', opened(stage), verified(caseId, KNOWLEDGE), reset(stage, caseId)),
  'reset alone, as a supervisor': (stage, caseId) =>
    by('marta', opened(stage), verified(caseId, STRONG), reset(stage, caseId), {
      type: 'approve-request',
      serial: stage.serial,
    }),
  'reset alone, as an agent': (stage, caseId) =>
    by('ewa', opened(stage), verified(caseId, STRONG), reset(stage, caseId), {
      type: 'approve-request',
      serial: stage.serial,
    }),
  'another number on what anybody may know': (stage, caseId) =>
    by('ewa', opened(stage), verified(caseId, KNOWLEDGE), number(stage, caseId)),
  'another number without asking who calls': (stage, caseId) => by('ewa', opened(stage), number(stage, caseId)),
  'another number alone, as a supervisor': (stage, caseId) =>
    by('marta', opened(stage), verified(caseId, STRONG), number(stage, caseId), {
      type: 'approve-phone-change',
      customerId: stage.customerId,
      atOnce: true,
    }),
  'help oneself': (stage) => by(stage.owner ?? '', opened(stage)),
  'open the account again': ({ customerId }) => by('ewa', { type: 'unblock-account', customerId, note: 'paid' }),
  'lift the suspension': ({ serial }) => by('ewa', { type: 'reinstate-certificate', serial }),
  'recognise the outage as an agent': ({ phone, now }) =>
    by('ewa', { type: 'recognise-outage', operator: operatorOf(phone), from: now, note: 'everybody says so' }),
} satisfies Record<string, Try>;

/** For what the last step of the temptation is refused; null when nothing stands in its way. */
export async function refusedFor(temptation: Temptation, stage: Stage): Promise<Refusal | null> {
  const seen = await stage.app.rehearse((caseId) => temptations[temptation](stage, caseId));
  return seen.at(-1)?.refusal ?? null;
}

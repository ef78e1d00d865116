import type { App, Rehearsal, Request } from '../../app.ts';
import type { AbortCause } from '../../domain/activation.ts';
import type { Foreseen } from '../../domain/foresight.ts';
import type { CaseId, Instant } from '../../domain/ids.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { Phone } from '../../domain/phone-number.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { reasonCodes } from '../../domain/situation.ts';
import { type Proof, ticketPattern } from '../../domain/support-case.ts';
import { fieldValue } from '../../ui/text-field.ts';
import type { Session } from '../console-context.ts';
import type { SupportChange } from '../routes.ts';
import { type ChangeForm, proofsMarked } from './change-state.ts';

export type ChangeResult =
  | { readonly kind: 'verified'; readonly until: Instant }
  | { readonly kind: 'unlocked' | 'frozen' }
  | { readonly kind: 'asked'; readonly until: Instant }
  | { readonly kind: 'failure-recorded' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface Work {
  readonly app: App;
  readonly session: Session;
  readonly customerId: string;
  readonly serial: string;
  readonly change: SupportChange;
  readonly form: ChangeForm;
  /** The new number, when that is what it is about. */
  readonly phone: Phone | null;
}

/**
 * Opens the case, records the verification, does what it is about: three commands, each with its own entry in the audit log.
 * What the open case of the call has already is not done again.
 */
export async function carryOut(work: Work): Promise<ChangeResult> {
  const { app, change, form } = work;
  const actor = actorOf(work);
  const ready = change === 'freeze' || form.isVerified ? await open(work) : await openAndVerify(work);
  if ('refusal' in ready) return { kind: 'refused', refusal: ready.refusal };
  if (change === 'verify') return { kind: 'verified', until: app.now() + app.policy.support.verificationValid };
  const { caseId } = ready;
  const answer = await app.perform(actor, requestOf(work, change, caseId));
  if (answer.verdict === 'done' || form.caseId === null) await app.perform(actor, { type: 'close-case', caseId });
  if (answer.verdict === 'refused') return { kind: 'refused', refusal: answer.refusal };
  switch (change) {
    case 'unlock':
      return { kind: 'unlocked' };
    case 'freeze':
      return { kind: 'frozen' };
    case 'ask-unlock':
    case 'ask-reset':
    case 'ask-phone': {
      const { approvalValid, emergencyValid } = app.policy.support;
      return { kind: 'asked', until: app.now() + (work.form.emergency ? emergencyValid : approvalValid) };
    }
  }
}

type Deed = Exclude<SupportChange, 'verify'>;

function requestOf({ customerId, serial, form, phone }: Work, change: Deed, caseId: CaseId): Request {
  const reason = reasonCodes[form.reason] ?? 'other';
  const { emergency } = form;
  const grounds = { caseId, reason, note: fieldValue(form.note) };
  switch (change) {
    case 'unlock':
      return { type: 'unlock-activation', serial, ...grounds };
    case 'freeze':
      return { type: 'freeze-activation', serial, ...grounds };
    case 'ask-unlock':
    case 'ask-reset': {
      const action = change === 'ask-reset' ? 'reset' : 'unlock';
      return { type: 'request-approval', serial, action, emergency, ...grounds };
    }
    case 'ask-phone':
      if (!phone) throw new Error('another number is asked for without one');
      return { type: 'request-phone-change', customerId, phone, emergency, ...grounds };
  }
}

/** What carrying it out would do, and what a supervisor's yes would do after it: decided by the rules, and taken back. */
export interface Preview {
  readonly asked: Foreseen;
  /** Null when nothing waits for a yes, or nobody could give one. */
  readonly yes: Foreseen | null;
}

export async function foresee(work: Work): Promise<Preview | null> {
  const { app, change, form, customerId, serial } = work;
  if (change === 'verify') return null;
  const actor = actorOf(work);
  const askingFor = change !== 'unlock' && change !== 'freeze';
  const deciders = askingFor ? await othersWhoDecide(work, form.emergency ? 2 : 1) : [];
  const yes: Request =
    change === 'ask-phone'
      ? { type: 'approve-phone-change', customerId, atOnce: false }
      : { type: 'approve-request', serial };
  const seen = await app.rehearse((opened) => {
    const caseId = form.caseId ?? opened;
    const needed = change === 'freeze' || form.isVerified ? [] : [{ actor, request: verifyingOf(work, caseId) }];
    return [
      ...(form.caseId === null ? [{ actor, request: openingOf(work) }] : []),
      ...needed,
      { actor, request: requestOf(work, change, caseId) },
      ...deciders.map((decider): Rehearsal => ({ actor: decider, request: yes })),
    ];
  });
  const asked = seen[seen.length - 1 - deciders.length];
  const last = deciders.length > 0 && asked?.refusal === null ? seen.at(-1) : undefined;
  return asked ? { asked, yes: last ?? null } : null;
}

/** Supervisors who could say yes: somebody else, and not about themselves. */
async function othersWhoDecide({ app, session, customerId }: Work, needed: number): Promise<readonly Actor[]> {
  const agents = await app.ask.agents();
  return agents
    .filter(({ role, status }) => role === 'supervisor' && status === 'enabled')
    .filter(({ agentId, ownCustomerId }) => agentId !== session.agentId && ownCustomerId !== customerId)
    .slice(0, needed)
    .map(({ agentId }) => ({ kind: 'agent', id: agentId }));
}

/** The caller gave a wrong answer: that is recorded, and nothing else happens. */
export async function recordFailedVerification(work: Work): Promise<ChangeResult> {
  const verified = await openAndVerify(work);
  if (!('refusal' in verified)) return { kind: 'failure-recorded' };
  const recorded = ['caller-not-verified', 'not-enough-points'].includes(verified.refusal.code);
  return recorded ? { kind: 'failure-recorded' } : { kind: 'refused', refusal: verified.refusal };
}

/** The agent leaves with checks already marked: what was checked is recorded as a verification that was broken off. */
export async function recordAborted(work: Work): Promise<void> {
  const { form } = work;
  const checked = { passed: proofsMarked(form, 'passed'), failed: proofsMarked(form, 'failed') };
  const asked = [...checked.passed, ...checked.failed].filter((proof) => !form.proven.includes(proof));
  if (asked.length === 0) return;
  const opened = await open(work);
  if ('refusal' in opened) return;
  await work.app.perform(actorOf(work), { type: 'abort-verification', caseId: opened.caseId, ...checked });
}

/** How far a call had come when it was broken off. */
export interface SoFar {
  readonly ticket: string;
  readonly words: string;
  readonly passed: readonly Proof[];
  readonly failed: readonly Proof[];
  /** The case of the call, when there is one. */
  readonly caseId: CaseId | null;
}

/** Freezes first; then the call is put on record and every open case of this agent about the account is closed. */
export async function abortCall(
  { app, session, customerId, serial }: Pick<Work, 'app' | 'session' | 'customerId' | 'serial'>,
  cause: AbortCause,
  { ticket, words, passed, failed, caseId }: SoFar,
): Promise<Refusal | null> {
  const actor: Actor = { kind: 'agent', id: session.agentId };
  const known = ticketPattern.test(ticket) ? ticket : null;
  const aborted = await app.perform(actor, { type: 'abort-call', serial, cause, ticket: known, passed, failed });
  if (aborted.verdict === 'refused') return aborted.refusal;
  if (known !== null && caseId === null)
    await app.perform(actor, { type: 'open-case', ticket: known, customerId, words });
  const view = await app.ask.account(customerId, app.now());
  for (const one of view?.cases ?? []) {
    if (one.status !== 'open' || one.agentId !== session.agentId) continue;
    await app.perform(actor, { type: 'abort-verification', caseId: one.caseId, passed, failed });
  }
  return null;
}

export function soFar(form: ChangeForm): SoFar {
  return {
    ticket: fieldValue(form.ticket),
    words: fieldValue(form.words),
    passed: proofsMarked(form, 'passed'),
    failed: proofsMarked(form, 'failed'),
    caseId: form.caseId,
  };
}

function actorOf({ session }: Work): Actor {
  return { kind: 'agent', id: session.agentId };
}

function openingOf({ form, customerId }: Work): Request {
  return { type: 'open-case', ticket: fieldValue(form.ticket), customerId, words: fieldValue(form.words) };
}

function verifyingOf({ form }: Work, caseId: CaseId): Request {
  return {
    type: 'record-verification',
    caseId,
    passed: proofsMarked(form, 'passed'),
    failed: proofsMarked(form, 'failed'),
  };
}

type Opened = { readonly caseId: CaseId } | { readonly refusal: Refusal };

/** The case of this call: the one that is open, else a new one. */
async function open(work: Work): Promise<Opened> {
  if (work.form.caseId !== null) return { caseId: work.form.caseId };
  const opened = await work.app.perform(actorOf(work), openingOf(work));
  if (opened.verdict === 'refused') return opened;
  const fact = opened.facts.find((one) => one.type === 'case-opened');
  return { caseId: fact && 'caseId' in fact ? String(fact.caseId) : '' };
}

async function openAndVerify(work: Work): Promise<Opened> {
  const opened = await open(work);
  if ('refusal' in opened) return opened;
  const { caseId } = opened;
  const checked = await work.app.perform(actorOf(work), verifyingOf(work, caseId));
  if (checked.verdict === 'done') return { caseId };
  await work.app.perform(actorOf(work), { type: 'close-case', caseId });
  return checked;
}

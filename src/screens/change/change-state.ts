import type { KnownAccount } from '../../domain/account.ts';
import { provesPossession } from '../../domain/approval.ts';
import type { Cause } from '../../domain/diagnosis.ts';
import type { CaseId, Instant } from '../../domain/ids.ts';
import type { Role } from '../../domain/permissions.ts';
import type { Phone } from '../../domain/phone-number.ts';
import { type ReasonCode, reasonCodes } from '../../domain/situation.ts';
import {
  isNumberProven,
  type Proof,
  pointsOf,
  proofs,
  type SupportCase,
  ticketPattern,
} from '../../domain/support-case.ts';
import { editField, emptyField, type FieldState, fieldValue, typeText } from '../../ui/text-field.ts';
import type { SupportChange } from '../routes.ts';
import { usualReason } from './usual-reason.ts';

export type ChangeStep = 'ticket' | 'verify' | 'phone' | 'reason' | 'confirm';

/** What is asked of the agent on the way, in this order. Freezing needs no verified caller. */
export function stepsOf(change: SupportChange): readonly ChangeStep[] {
  switch (change) {
    case 'verify':
      return ['ticket', 'verify'];
    case 'unlock':
    case 'ask-unlock':
    case 'ask-reset':
      return ['ticket', 'verify', 'reason', 'confirm'];
    case 'ask-phone':
      return ['ticket', 'verify', 'phone', 'reason', 'confirm'];
    case 'freeze':
      return ['ticket', 'reason', 'confirm'];
  }
}

/** A visit in person is a supervisor's to record. */
export function proofsFor(role: Role): readonly Proof[] {
  return role === 'supervisor' ? proofs : proofs.filter((proof) => proof !== 'personal-visit');
}

/** What the caller answered to one check. */
export type Check = 'unasked' | 'passed' | 'failed';

/** Everything an agent has entered on the way; kept through resizes, steps back and language changes. */
export interface ChangeForm {
  readonly step: ChangeStep;
  /** The open case of this call, when there is one: its ticket is not asked for again. */
  readonly caseId: CaseId | null;
  /** What the caller has proven in it and still counts. */
  readonly proven: readonly Proof[];
  /** Whether that is enough for this change: nothing is asked of the caller again. */
  readonly isVerified: boolean;
  readonly ticket: FieldState;
  /** In the step `ticket`: are the caller's words being typed, or the number? */
  readonly inWords: boolean;
  readonly words: FieldState;
  readonly checks: Readonly<Record<Proof, Check>>;
  readonly check: number;
  readonly phone: FieldState;
  readonly reason: number;
  /** In the step `reason`: is the note being typed, or the reason being chosen? */
  readonly inNote: boolean;
  readonly note: FieldState;
  readonly emergency: boolean;
}

export const emptyForm: ChangeForm = {
  step: 'ticket',
  caseId: null,
  proven: [],
  isVerified: false,
  ticket: emptyField,
  inWords: false,
  words: emptyField,
  checks: Object.fromEntries(proofs.map((proof) => [proof, 'unasked'])) as Record<Proof, Check>,
  check: 0,
  phone: emptyField,
  reason: 0,
  inNote: false,
  note: emptyField,
  emergency: false,
};

/** At the start; the cause is what the diagnosis names first. */
export function formFor(change: SupportChange, cause: Cause | null): ChangeForm {
  return { ...emptyForm, reason: reasonCodes.indexOf(usualReason(change, cause)) };
}

/** The same in a call whose case is open: what that says already is not asked again. */
export function formOn(form: ChangeForm, file: OpenCase, change: SupportChange, needs: StandingNeeds): ChangeForm {
  const known = { ...form, caseId: file.caseId, ticket: fieldOn(file.ticket), words: fieldOn(file.words) };
  const { verification } = file;
  const counts = verification.status === 'passed' && needs.now < verification.at + needs.valid;
  const proven = counts ? verification.proofs : [];
  const possession = !needsPossession(change) || provesPossession(proven, needs.account, needs.now);
  const isVerified = change !== 'verify' && counts && possession;
  const open = { ...withPassed(known, proven), proven, isVerified };
  return { ...open, step: firstStep(open, change) };
}

type OpenCase = Extract<SupportCase, { readonly status: 'open' }>;

/** How long a verification counts, milliseconds, and for whom. */
interface StandingNeeds extends Pick<Needs, 'account' | 'now'> {
  readonly valid: number;
}

function withPassed(form: ChangeForm, passed: readonly Proof[]): ChangeForm {
  const checks = { ...form.checks };
  for (const proof of passed) checks[proof] = 'passed';
  return { ...form, checks };
}

function fieldOn(text: string): FieldState {
  return typeText(emptyField, text);
}

/** The first step at which something is still to be entered. */
function firstStep({ caseId, isVerified }: ChangeForm, change: SupportChange): ChangeStep {
  const done: readonly ChangeStep[] = [
    ...(caseId === null ? [] : ['ticket' as const]),
    ...(isVerified ? ['verify' as const] : []),
  ];
  return stepsOf(change).find((step) => !done.includes(step)) ?? 'confirm';
}

function needsPossession(change: SupportChange): boolean {
  return change === 'ask-reset' || change === 'ask-phone';
}

/** Why the step at hand is not done yet. */
export type Missing =
  | { readonly what: 'ticket' | 'wrong-answer' | 'possession' | 'call-back' | 'phone' | 'landline' | 'note' }
  | { readonly what: 'points'; readonly missing: number };

export function proofsMarked({ checks }: ChangeForm, as: Check): readonly Proof[] {
  return proofs.filter((proof) => checks[proof] === as);
}

/** What the step at hand is measured by. `phone` is the new number as it was read, null when it is none. */
export interface Needs {
  readonly change: SupportChange;
  readonly points: number;
  readonly account: KnownAccount;
  readonly now: Instant;
  readonly phone: Phone | null;
}

export function missingIn(form: ChangeForm, needs: Needs): Missing | null {
  switch (form.step) {
    case 'ticket':
      return ticketPattern.test(fieldValue(form.ticket)) ? null : { what: 'ticket' };
    case 'verify': {
      if (proofsMarked(form, 'failed').length > 0) return { what: 'wrong-answer' };
      const passed = proofsMarked(form, 'passed');
      if (passed.includes('call-back') && !isNumberProven(needs.account, needs.now)) return { what: 'call-back' };
      const missing = needs.points - pointsOf(passed);
      if (missing > 0) return { what: 'points', missing };
      return needsPossession(needs.change) && !provesPossession(passed, needs.account, needs.now)
        ? { what: 'possession' }
        : null;
    }
    case 'phone':
      if (!needs.phone) return { what: 'phone' };
      return needs.phone.kind === 'landline' ? { what: 'landline' } : null;
    case 'reason':
      return fieldValue(form.note) === '' ? { what: 'note' } : null;
    case 'confirm':
      return null;
  }
}

/** The next step, or from choosing the reason to typing the note. */
export function forward(form: ChangeForm, change: SupportChange): ChangeForm {
  if (form.step === 'reason' && !form.inNote) return { ...form, inNote: true };
  const steps = stepsOf(change);
  const next = steps[steps.indexOf(form.step) + 1];
  return next ? { ...form, step: next } : form;
}

/** A step back; null from the first one that was asked, which leaves the screen. */
export function backward(form: ChangeForm, change: SupportChange): ChangeForm | null {
  if (form.step === 'reason' && form.inNote) return { ...form, inNote: false };
  if (form.step === 'ticket' && form.inWords) return { ...form, inWords: false };
  if (form.step === firstStep(form, change)) return null;
  const steps = stepsOf(change);
  const previous = steps[steps.indexOf(form.step) - 1];
  return previous ? { ...form, step: previous } : null;
}

/** Marks the check at hand, or takes the mark back. */
export function mark(form: ChangeForm, as: Exclude<Check, 'unasked'>, role: Role): ChangeForm {
  const proof = proofsFor(role)[form.check];
  if (!proof) return form;
  const check = form.checks[proof] === as ? 'unasked' : as;
  return { ...form, checks: { ...form.checks, [proof]: check } };
}

/** Up or down in the list of the step at hand; from the first to the last and back. */
export function moveInStep(form: ChangeForm, by: 1 | -1, role: Role, reasons: readonly ReasonCode[]): ChangeForm {
  if (form.step === 'verify') return { ...form, check: around(form.check + by, proofsFor(role).length) };
  if (form.step === 'reason' && !form.inNote) return { ...form, reason: around(form.reason + by, reasons.length) };
  return form;
}

/** Which field is being typed in, if any. */
export function fieldOf(form: ChangeForm): 'ticket' | 'words' | 'phone' | 'note' | null {
  switch (form.step) {
    case 'ticket':
      return form.inWords ? 'words' : 'ticket';
    case 'phone':
      return 'phone';
    case 'reason':
      return form.inNote ? 'note' : null;
    case 'verify':
    case 'confirm':
      return null;
  }
}

export function typeInto(form: ChangeForm, text: string): ChangeForm {
  const name = fieldOf(form);
  return name ? { ...form, [name]: typeText(form[name], text) } : form;
}

export function editIn(form: ChangeForm, key: string): ChangeForm | null {
  const name = fieldOf(form);
  const edited = name && editField(form[name], key);
  return name && edited ? { ...form, [name]: edited } : null;
}

function around(place: number, count: number): number {
  return (place + count) % count;
}

import type { ReasonCode } from '../domain/situation.ts';
import { type Proof, pointsOf, proofs, ticketPattern } from '../domain/support-case.ts';
import { editField, emptyField, type FieldState, fieldValue, typeText } from '../ui/text-field.ts';

export const changeSteps = ['ticket', 'verify', 'reason', 'confirm'] as const;
export type ChangeStep = (typeof changeSteps)[number];

/** What the caller answered to one check. */
export type Check = 'unasked' | 'passed' | 'failed';

/** Everything an agent has entered on the way to an unlock; kept through resizes, steps back and language changes. */
export interface ChangeForm {
  readonly step: ChangeStep;
  readonly ticket: FieldState;
  readonly checks: Readonly<Record<Proof, Check>>;
  readonly check: number;
  readonly reason: number;
  /** In the step `reason`: is the note being typed, or the reason being chosen? */
  readonly inNote: boolean;
  readonly note: FieldState;
}

export const emptyForm: ChangeForm = {
  step: 'ticket',
  ticket: emptyField,
  checks: Object.fromEntries(proofs.map((proof) => [proof, 'unasked'])) as Record<Proof, Check>,
  check: 0,
  reason: 0,
  inNote: false,
  note: emptyField,
};

/** Why the step at hand is not done yet. */
export type Missing =
  | { readonly what: 'ticket' }
  | { readonly what: 'points'; readonly missing: number }
  | { readonly what: 'wrong-answer' }
  | { readonly what: 'note' };

export function proofsMarked({ checks }: ChangeForm, as: Check): readonly Proof[] {
  return proofs.filter((proof) => checks[proof] === as);
}

export function missingIn(form: ChangeForm, pointsNeeded: number): Missing | null {
  switch (form.step) {
    case 'ticket':
      return ticketPattern.test(fieldValue(form.ticket)) ? null : { what: 'ticket' };
    case 'verify': {
      if (proofsMarked(form, 'failed').length > 0) return { what: 'wrong-answer' };
      const missing = pointsNeeded - pointsOf(proofsMarked(form, 'passed'));
      return missing > 0 ? { what: 'points', missing } : null;
    }
    case 'reason':
      return fieldValue(form.note) === '' ? { what: 'note' } : null;
    case 'confirm':
      return null;
  }
}

/** The next step, or from choosing the reason to typing the note. */
export function forward(form: ChangeForm): ChangeForm {
  if (form.step === 'reason' && !form.inNote) return { ...form, inNote: true };
  const next = changeSteps[changeSteps.indexOf(form.step) + 1];
  return next ? { ...form, step: next } : form;
}

/** A step back; null from the first one, which leaves the screen. */
export function backward(form: ChangeForm): ChangeForm | null {
  if (form.step === 'reason' && form.inNote) return { ...form, inNote: false };
  const previous = changeSteps[changeSteps.indexOf(form.step) - 1];
  return previous ? { ...form, step: previous } : null;
}

/** Marks the check at hand, or takes the mark back. */
export function mark(form: ChangeForm, as: Exclude<Check, 'unasked'>): ChangeForm {
  const proof = proofs[form.check];
  if (!proof) return form;
  const check = form.checks[proof] === as ? 'unasked' : as;
  return { ...form, checks: { ...form.checks, [proof]: check } };
}

/** Up or down in the list of the step at hand. */
export function moveInStep(form: ChangeForm, by: 1 | -1, reasons: readonly ReasonCode[]): ChangeForm {
  if (form.step === 'verify') return { ...form, check: within(form.check + by, proofs.length) };
  if (form.step === 'reason' && !form.inNote) return { ...form, reason: within(form.reason + by, reasons.length) };
  return form;
}

/** Which field is being typed in, if any. */
export function fieldOf(form: ChangeForm): 'ticket' | 'note' | null {
  if (form.step === 'ticket') return 'ticket';
  return form.step === 'reason' && form.inNote ? 'note' : null;
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

function within(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1));
}

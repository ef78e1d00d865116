import type { OutageView } from '../../domain/read-models.ts';
import { editField, emptyField, type FieldState, fieldValue, typeText } from '../../ui/text-field.ts';

/** What a note has to be given for. */
export type OutageWork = 'recognise' | 'end' | 'ask';

/** Looking at the outage, or on the way to a change: first why, then whether. */
export type OutageForm =
  | { readonly step: 'looking' }
  | { readonly step: 'note' | 'confirm'; readonly work: OutageWork; readonly note: FieldState };

export const looking: OutageForm = { step: 'looking' };

export function begin(work: OutageWork): OutageForm {
  return { step: 'note', work, note: emptyField };
}

export function noteOf(form: OutageForm): string {
  return form.step === 'looking' ? '' : fieldValue(form.note);
}

export function onward(form: OutageForm): OutageForm {
  return form.step === 'note' && noteOf(form) !== '' ? { ...form, step: 'confirm' } : form;
}

export function backward(form: OutageForm): OutageForm {
  return form.step === 'confirm' ? { ...form, step: 'note' } : looking;
}

export function typeNote(form: OutageForm, text: string): OutageForm {
  return form.step === 'note' ? { ...form, note: typeText(form.note, text) } : form;
}

export function editNote(form: OutageForm, key: string): OutageForm | null {
  if (form.step !== 'note') return null;
  const note = editField(form.note, key);
  return note && { ...form, note };
}

/** How many of an approved list are still locked. */
export function leftOf({ bulkUnlock, locks }: OutageView): number {
  if (!bulkUnlock?.approved) return 0;
  const listed = new Set(bulkUnlock.serials);
  return locks.filter(({ serial }) => listed.has(serial)).length;
}

import { describe, expect, test } from 'vitest';
import { reasonCodes } from '../../src/domain/situation.ts';
import { proofs } from '../../src/domain/support-case.ts';
import {
  backward,
  type ChangeForm,
  editIn,
  emptyForm,
  fieldOf,
  forward,
  mark,
  missingIn,
  moveInStep,
  proofsMarked,
  typeInto,
} from '../../src/screens/change-state.ts';

const NEEDED = 4;
const at = (step: ChangeForm['step'], more: Partial<ChangeForm> = {}): ChangeForm => ({ ...emptyForm, step, ...more });

function checked(form: ChangeForm, ...places: readonly number[]): ChangeForm {
  let marked = form;
  for (const check of places) marked = mark({ ...marked, check }, 'passed');
  return marked;
}

describe('the ticket', () => {
  test.each(['INC-20931', 'T4711', 'a#1/x_-', 'AB', `A${'1'.repeat(31)}`])('%s is one', (ticket) => {
    expect(missingIn(typeInto(emptyForm, ticket), NEEDED)).toBeNull();
  });

  test.each(['', 'A', '-1', 'IN C', `A${'1'.repeat(32)}`, 'żółw'])('"%s" is none', (ticket) => {
    expect(missingIn(typeInto(emptyForm, ticket), NEEDED)).toEqual({ what: 'ticket' });
  });
});

describe('the verification', () => {
  test('points are counted up to what is needed', () => {
    expect(missingIn(at('verify'), NEEDED)).toEqual({ what: 'points', missing: 4 });
    expect(missingIn(checked(at('verify'), 0), NEEDED)).toEqual({ what: 'points', missing: 1 });
    expect(missingIn(checked(at('verify'), 0, 2), NEEDED)).toBeNull();
    expect(missingIn(checked(at('verify'), 1, 2, 3), NEEDED)).toBeNull();
  });

  test('one wrong answer stops it, however many points there are', () => {
    const form = mark({ ...checked(at('verify'), 0, 1, 2), check: 3 }, 'failed');
    expect(missingIn(form, NEEDED)).toEqual({ what: 'wrong-answer' });
    expect(proofsMarked(form, 'failed')).toEqual([proofs[3]]);
  });

  test('a mark is taken back by the same key, and changed by the other', () => {
    const passed = mark(at('verify'), 'passed');
    expect(proofsMarked(mark(passed, 'passed'), 'unasked')).toEqual(proofs);
    expect(proofsMarked(mark(passed, 'failed'), 'failed')).toEqual([proofs[0]]);
  });

  test('moving stays within the checks', () => {
    expect(moveInStep(at('verify'), -1, reasonCodes).check).toBe(0);
    expect(moveInStep(at('verify', { check: proofs.length - 1 }), 1, reasonCodes).check).toBe(proofs.length - 1);
  });
});

describe('the reason', () => {
  test('is chosen first, then the note is typed, and a note is needed', () => {
    const choosing = at('reason');
    expect(fieldOf(choosing)).toBeNull();
    const typing = forward(choosing);
    expect(fieldOf(typing)).toBe('note');
    expect(missingIn(typing, NEEDED)).toEqual({ what: 'note' });
    expect(missingIn(typeInto(typing, '   '), NEEDED)).toEqual({ what: 'note' });
    expect(missingIn(typeInto(typing, 'late'), NEEDED)).toBeNull();
  });

  test('the reason does not move while the note is typed', () => {
    expect(moveInStep(at('reason', { inNote: true }), 1, reasonCodes).reason).toBe(0);
    expect(moveInStep(at('reason'), 1, reasonCodes).reason).toBe(1);
  });
});

describe('back and forth', () => {
  test('back through every step to the way out, and forth again, keeps everything', () => {
    const typed = typeInto(forward(forward(forward(typeInto(emptyForm, 'INC-1')))), 'late');
    const confirm = forward(typed);
    expect(confirm.step).toBe('confirm');
    const steps: string[] = [];
    let form: ChangeForm | null = confirm;
    let first = confirm;
    while (form) {
      first = form;
      steps.push(`${form.step}${form.inNote && form.step === 'reason' ? ' note' : ''}`);
      form = backward(form);
    }
    expect(steps).toEqual(['confirm', 'reason note', 'reason', 'verify', 'ticket']);
    expect(first).toMatchObject({ ticket: typed.ticket, note: typed.note, checks: typed.checks });
  });

  test('editing keys are for fields only', () => {
    expect(editIn(at('verify'), 'backspace')).toBeNull();
    expect(editIn(typeInto(emptyForm, 'INC'), 'backspace')?.ticket.text).toBe('IN');
  });
});

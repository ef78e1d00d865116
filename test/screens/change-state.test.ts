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
  type Needs,
  proofsFor,
  proofsMarked,
  stepsOf,
  typeInto,
} from '../../src/screens/change/change-state.ts';
import { NOON } from '../support/records.ts';
import { accountOf } from '../support/situations.ts';

const NEEDED: Needs = { change: 'unlock', points: 4, account: accountOf(), now: NOON, phone: null };
const at = (step: ChangeForm['step'], more: Partial<ChangeForm> = {}): ChangeForm => ({ ...emptyForm, step, ...more });

const next = (form: ChangeForm): ChangeForm => forward(form, 'unlock');

function checked(form: ChangeForm, ...places: readonly number[]): ChangeForm {
  let marked = form;
  for (const check of places) marked = mark({ ...marked, check }, 'passed', 'supervisor');
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
    const form = mark({ ...checked(at('verify'), 0, 1, 2), check: 3 }, 'failed', 'supervisor');
    expect(missingIn(form, NEEDED)).toEqual({ what: 'wrong-answer' });
    expect(proofsMarked(form, 'failed')).toEqual([proofs[3]]);
  });

  test('a mark is taken back by the same key, and changed by the other', () => {
    const passed = mark(at('verify'), 'passed', 'supervisor');
    expect(proofsMarked(mark(passed, 'passed', 'supervisor'), 'unasked')).toEqual(proofs);
    expect(proofsMarked(mark(passed, 'failed', 'supervisor'), 'failed')).toEqual([proofs[0]]);
  });

  test('moving goes round within the checks that the role may mark', () => {
    expect(moveInStep(at('verify'), -1, 'supervisor', reasonCodes).check).toBe(proofs.length - 1);
    expect(moveInStep(at('verify'), -1, 'agent', reasonCodes).check).toBe(proofs.length - 2);
    expect(moveInStep(at('verify', { check: proofs.length - 1 }), 1, 'supervisor', reasonCodes).check).toBe(0);
  });
});

describe('what leads to a new secret or a new number', () => {
  const known = checked(at('verify'), 1, 2, 3);
  const reset: Needs = { ...NEEDED, change: 'ask-reset' };

  test('needs something only the subscriber has', () => {
    expect(missingIn(known, NEEDED)).toBeNull();
    expect(missingIn(known, reset)).toEqual({ what: 'possession' });
    expect(missingIn(known, { ...NEEDED, change: 'ask-phone' })).toEqual({ what: 'possession' });
    expect(missingIn(checked(at('verify'), 0, 2), reset)).toBeNull();
  });

  test('a call to a number that is too new proves nothing', () => {
    const account = accountOf({ phoneUsableFrom: NOON + 1 });
    expect(missingIn(checked(at('verify'), 0, 2), { ...reset, account })).toEqual({ what: 'call-back' });
  });

  test('a visit is not on the list of an agent', () => {
    expect(proofsFor('agent')).not.toContain('personal-visit');
    expect(proofsFor('supervisor')).toEqual(proofs);
  });
});

describe('the new number', () => {
  test('is one that was read, and no landline', () => {
    const mobile = { e164: '+48602000002', kind: 'mobile' } as const;
    expect(missingIn(at('phone'), NEEDED)).toEqual({ what: 'phone' });
    expect(missingIn(at('phone'), { ...NEEDED, phone: { ...mobile, kind: 'landline' } })).toEqual({ what: 'landline' });
    expect(missingIn(at('phone'), { ...NEEDED, phone: mobile })).toBeNull();
  });
});

describe('the steps', () => {
  test('freezing verifies nobody; another number is asked for in a step of its own', () => {
    expect(stepsOf('freeze')).toEqual(['ticket', 'reason', 'confirm']);
    expect(stepsOf('ask-phone')).toEqual(['ticket', 'verify', 'phone', 'reason', 'confirm']);
  });

  test('the caller’s words are typed beside the ticket and are no step', () => {
    const wording = typeInto({ ...typeInto(emptyForm, 'INC-1'), inWords: true }, 'nie mam kodu');
    expect(fieldOf(wording)).toBe('words');
    expect(next(wording)).toMatchObject({ step: 'verify', words: { text: 'nie mam kodu' } });
    expect(backward(wording, 'unlock')).toMatchObject({ step: 'ticket', inWords: false });
  });
});

describe('the reason', () => {
  test('is chosen first, then the note is typed, and a note is needed', () => {
    const choosing = at('reason');
    expect(fieldOf(choosing)).toBeNull();
    const typing = forward(choosing, 'unlock');
    expect(fieldOf(typing)).toBe('note');
    expect(missingIn(typing, NEEDED)).toEqual({ what: 'note' });
    expect(missingIn(typeInto(typing, '   '), NEEDED)).toEqual({ what: 'note' });
    expect(missingIn(typeInto(typing, 'late'), NEEDED)).toBeNull();
  });

  test('the reason does not move while the note is typed', () => {
    expect(moveInStep(at('reason', { inNote: true }), 1, 'supervisor', reasonCodes).reason).toBe(0);
    expect(moveInStep(at('reason'), 1, 'supervisor', reasonCodes).reason).toBe(1);
  });
});

describe('back and forth', () => {
  test('back through every step to the way out, and forth again, keeps everything', () => {
    const typed = typeInto(next(next(next(typeInto(emptyForm, 'INC-1')))), 'late');
    const confirm = next(typed);
    expect(confirm.step).toBe('confirm');
    const steps: string[] = [];
    let form: ChangeForm | null = confirm;
    let first = confirm;
    while (form) {
      first = form;
      steps.push(`${form.step}${form.inNote && form.step === 'reason' ? ' note' : ''}`);
      form = backward(form, 'unlock');
    }
    expect(steps).toEqual(['confirm', 'reason note', 'reason', 'verify', 'ticket']);
    expect(first).toMatchObject({ ticket: typed.ticket, note: typed.note, checks: typed.checks });
  });

  test('editing keys are for fields only', () => {
    expect(editIn(at('verify'), 'backspace')).toBeNull();
    expect(editIn(typeInto(emptyForm, 'INC'), 'backspace')?.ticket.text).toBe('IN');
  });
});

import { describe, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/ids.ts';
import type { OperatorFact } from '../../src/domain/operator.ts';
import { givenOperator } from '../support/given.ts';
import { NOON } from '../support/records.ts';

const operator = 'Orange';
const now = NOON + MINUTE;
const recognise = { type: 'recognise-outage', operator, from: NOON - HOUR, note: 'the operator says so' } as const;
const end = { type: 'end-outage', operator, note: 'codes arrive again' } as const;
const recognised: OperatorFact = { type: 'outage-recognised', at: NOON, operator, from: NOON - HOUR };

describe('recognising an outage', () => {
  test('of an operator, from when it began', () => {
    givenOperator()
      .when(recognise, { now: NOON })
      .thenDone(recognised)
      .andState({ status: 'out', operator, from: NOON - HOUR });
  });

  test('never from a moment to come', () => {
    givenOperator()
      .when({ ...recognise, from: NOON + HOUR }, { now })
      .thenDone({ ...recognised, at: now, from: now } as OperatorFact);
  });

  test('twice is refused', () => {
    givenOperator(recognised).when(recognise).thenRefused({ code: 'outage-known' });
  });

  test('again after it ended is possible', () => {
    givenOperator(recognised, { type: 'outage-ended', at: NOON + 1, operator })
      .when(recognise)
      .andState({ status: 'out' });
  });

  test('needs a free text', () => {
    givenOperator()
      .when({ ...recognise, note: ' ' })
      .thenRefused({ code: 'note-missing' });
  });
});

describe('ending an outage', () => {
  test('remembers from when to when it was', () => {
    givenOperator(recognised)
      .when(end, { now })
      .thenDone({ type: 'outage-ended', at: now, operator })
      .andState({ status: 'working', last: { operator, from: NOON - HOUR, until: now } });
  });

  test('is refused when there is none', () => {
    givenOperator().when(end).thenRefused({ code: 'no-outage' });
  });

  test('needs a free text', () => {
    givenOperator(recognised)
      .when({ ...end, note: '' })
      .thenRefused({ code: 'note-missing' });
  });
});

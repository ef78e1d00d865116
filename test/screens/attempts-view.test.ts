import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { AttemptRecord } from '../../src/domain/sms-attempt.ts';
import { attemptLines } from '../../src/screens/account/attempts-view.ts';
import { textFor } from '../../src/text/index.ts';
import type { Language } from '../../src/text/language.ts';
import { plain } from '../support/plain.ts';
import { NOON } from '../support/records.ts';

const open: AttemptRecord = {
  number: 4,
  phone: '+48601000001',
  requestedAt: NOON,
  deadline: NOON + 5 * MINUTE,
  operator: null,
  acceptedAt: null,
  deliveredAt: null,
  wrongEntries: 0,
  outcome: null,
  endedAt: null,
  submittedAt: null,
  reportedAt: null,
  rawState: null,
  errorCode: null,
  failureCause: null,
  enteredAt: null,
  counted: true,
};

function drawn(
  attempt: AttemptRecord,
  now = NOON + 90 * SECOND,
  language: Language = 'en',
  width = 120,
): readonly string[] {
  return attemptLines([attempt], { texts: textFor(language), now, width, policy: defaultPolicy }).map(plain);
}

describe('one SMS attempt as a story', () => {
  test('an open one counts down to its deadline', () => {
    expect(drawn(open)[0]).toContain('3:30 left');
    expect(drawn(open, NOON + 5 * MINUTE - 1)[0]).toContain('0:01 left');
    expect(drawn(open, NOON + 5 * MINUTE)[0]).toContain('0:00 left');
    expect(drawn(open, NOON + 90 * SECOND, 'pl')[0]).toContain('zostało 3:30');
  });

  test('the bar is full at first and empty at the end, never wider', () => {
    const bars = [0, 1, 150, 299, 300, 400].map(
      (seconds) => (drawn(open, NOON + seconds * SECOND)[0]?.match(/━/g) ?? []).length,
    );
    expect(bars).toEqual(bars.toSorted((a, b) => b - a));
    expect(bars[0]).toBeGreaterThan(5);
    expect(bars.at(-1)).toBe(0);
  });

  test('a code sent while codes were good for longer than now has a bar of its own time', () => {
    const longer = { ...open, deadline: open.requestedAt + 60 * MINUTE };
    expect(drawn(longer, open.requestedAt)[0]?.match(/━/g)).toHaveLength(20);
    expect(drawn(longer, open.requestedAt - MINUTE)[0]?.match(/━/g)).toHaveLength(20);
  });

  test('late delivery says how late it was', () => {
    const late: AttemptRecord = {
      ...open,
      operator: 'Orange',
      acceptedAt: NOON + SECOND,
      deliveredAt: NOON + 372 * SECOND,
      rawState: 'DELIVRD',
      errorCode: 0,
      outcome: 'not_delivered',
      endedAt: NOON + 5 * MINUTE,
    };
    const [head, story] = drawn(late, NOON + 10 * MINUTE, 'en', 200);
    expect(head).toContain('✗ not delivered');
    expect(head).toContain('5 min');
    expect(story).toContain('requested 12:00:00');
    expect(story).toContain('accepted 12:00:01');
    expect(story).toContain('not taken by Orange');
    expect(story).toContain('delivered 12:06:12, after 6 min 12 s: too late (DELIVRD)');
  });

  test('what the operator says of a failure is told', () => {
    const absent: AttemptRecord = {
      ...open,
      operator: 'Orange',
      rawState: 'UNDELIV',
      errorCode: 27,
      failureCause: 'absent-subscriber',
      outcome: 'not_delivered',
      endedAt: NOON + 5 * MINUTE,
    };
    expect(drawn(absent).join(' ')).toContain('phone switched off or out of range (UNDELIV 027, temporary)');
    expect(drawn(absent, NOON, 'pl').join(' ')).toContain(
      'telefon wyłączony lub poza zasięgiem (UNDELIV 027, przejściowe)',
    );
  });

  test('while the operator keeps it, it says why', () => {
    const held: AttemptRecord = {
      ...open,
      operator: 'Play',
      acceptedAt: NOON,
      submittedAt: NOON + SECOND,
      reportedAt: NOON + 5 * SECOND,
      rawState: 'ENROUTE',
      errorCode: 27,
    };
    const story = drawn(held, NOON + MINUTE, 'en', 200)[1];
    expect(story).toContain('accepted 12:00:00 → taken 12:00:01 by Play → kept by the operator 12:00:05');
    expect(story).toContain('phone switched off or out of range (ENROUTE 027)');
  });

  test('an entered code ends the way', () => {
    const entered: AttemptRecord = { ...open, deliveredAt: NOON + SECOND, enteredAt: NOON + 40 * SECOND };
    expect(drawn(entered)[1]).toContain('code entered 12:00:40, after 40 s');
    expect(drawn(entered, NOON, 'pl')[1]).toContain('kod wpisano 12:00:40, po 40 s');
  });

  test('wrong entries are counted in words', () => {
    const wrong: AttemptRecord = {
      ...open,
      wrongEntries: 3,
      deliveredAt: NOON + 4 * SECOND,
      outcome: 'wrong_code',
      endedAt: NOON + MINUTE,
    };
    expect(drawn(wrong).join('\n')).toContain('3 wrong entries');
    expect(drawn({ ...wrong, wrongEntries: 1 }).join('\n')).toContain('1 wrong entry');
    expect(drawn(wrong, NOON, 'pl').join('\n')).toContain('3 błędne wpisy');
    expect(drawn({ ...wrong, wrongEntries: 5 }, NOON, 'pl').join('\n')).toContain('5 błędnych wpisów');
  });

  test('a failure by an outage is marked as not counted', () => {
    const excused: AttemptRecord = { ...open, outcome: 'not_delivered', endedAt: NOON + 5 * MINUTE, counted: false };
    expect(drawn({ ...excused, operator: 'Play' }).join('\n')).toContain('not counted: outage of Play');
  });

  test('no line is wider than the room it has', () => {
    const long: AttemptRecord = { ...open, operator: 'Ż'.repeat(200), acceptedAt: NOON };
    for (const width of [40, 80])
      for (const line of drawn(long, NOON, 'en', width)) expect(line.length).toBeLessThanOrEqual(width);
  });
});

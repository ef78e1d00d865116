import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { type Blip, RADAR_SLOT, radarSince, readRadar, troubleIn } from '../../src/domain/radar.ts';
import { NOON } from '../support/records.ts';

const now = NOON;
/** Each of another subscriber, where nothing else is said. */
let subscribers = 0;
const blip = (minutesAgo: number, delay: number | null, more: Partial<Blip> = {}): Blip => {
  const requestedAt = now - minutesAgo * MINUTE;
  const deadline = requestedAt + 5 * MINUTE;
  const outcome = delay === null && deadline < now ? 'not_delivered' : null;
  const deliveredAt = delay === null ? null : requestedAt + delay;
  subscribers += 1;
  const plain = { certificateId: subscribers, rawState: null, errorCode: null, counted: true };
  return { requestedAt, deadline, deliveredAt, outcome, ...plain, ...more };
};
const fine = (minutesAgo: number) => blip(minutesAgo, 4 * SECOND);
const lost = (minutesAgo: number, more: Partial<Blip> = {}) => blip(minutesAgo, null, more);

describe('one operator in figures', () => {
  test('sent, failed, waiting, and the times by nearest rank', () => {
    const delays = Array.from({ length: 20 }, (_, place) => blip(90 - place, (place + 1) * SECOND));
    const read = readRadar([...delays, lost(30), lost(1)], now);
    expect(read).toMatchObject({ sent: 22, failed: 1, waiting: 1, p50: 10 * SECOND, p95: 19 * SECOND });
  });

  test('nothing sent is nothing wrong', () => {
    expect(readRadar([], now)).toMatchObject({ sent: 0, failed: 0, p50: null, p95: null, trouble: null });
  });

  test('by quarters of an hour, the first and the last minute included', () => {
    const first = { ...fine(0), requestedAt: radarSince(now), deliveredAt: radarSince(now) + SECOND };
    const { slots } = readRadar([first, lost(16), fine(0)], now);
    expect(slots).toHaveLength(24);
    expect(slots[0]).toEqual({ sent: 1, failed: 0, median: SECOND });
    expect(slots.at(-2)).toEqual({ sent: 1, failed: 1, median: null });
    expect(slots.at(-1)).toMatchObject({ sent: 1 });
    expect(RADAR_SLOT).toBe(15 * MINUTE);
  });
});

describe('trouble', () => {
  test('begins with the first of those that came late', () => {
    const late = [50, 40, 30, 20, 12].map((ago) => blip(ago, 9 * MINUTE));
    expect(troubleIn([fine(70), fine(60), ...late], now)).toEqual({
      since: now - 50 * MINUTE,
      median: 9 * MINUTE,
      sent: 5,
    });
  });

  test('nothing arrives', () => {
    expect(troubleIn([fine(60), lost(30), lost(20), lost(10)], now)).toMatchObject({ median: null, sent: 3 });
  });

  test('of one subscriber alone is not the operator’s', () => {
    const mine = { certificateId: 7 };
    expect(troubleIn([lost(40, mine), lost(30, mine), lost(20, mine), lost(10, mine)], now)).toBeNull();
    expect(troubleIn([lost(40, mine), lost(30, mine), lost(20, mine), lost(10)], now)).not.toBeNull();
  });

  test('takes three', () => {
    expect(troubleIn([lost(30), lost(20)], now)).toBeNull();
  });

  test('one that came in time in between does not end it; two in a row after three do', () => {
    expect(troubleIn([lost(60), lost(50), lost(40), lost(30), fine(20), lost(10)], now)?.since).toBe(now - 60 * MINUTE);
    expect(troubleIn([lost(60), lost(50), lost(40), fine(20), fine(10)], now)).toBeNull();
  });

  test('what is the phone’s fault is not the operator’s', () => {
    const absent = { rawState: 'UNDELIV', errorCode: 27 } as const;
    expect(troubleIn([lost(30, absent), lost(20, absent), lost(10, absent), lost(9, absent)], now)).toBeNull();
  });

  test('an SMS that waits is late after a minute', () => {
    expect(troubleIn([lost(3), lost(2.5), lost(2)], now)?.since).toBe(now - 3 * MINUTE);
    expect(troubleIn([lost(1), lost(0.5), lost(0.2)], now)).toBeNull();
  });
});

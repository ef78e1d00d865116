import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/ids.ts';
import { type DrillEvent, movesOnTheLine } from '../../src/sim/drill.ts';
import { callsFor, difficultyOf, nextCall } from '../../src/sim/drill-calls.ts';
import { pupilsOf, weakestTopic } from '../../src/sim/drill-class.ts';
import { patienceLeft } from '../../src/sim/drill-patience.ts';
import { drillPolicy } from '../../src/sim/drill-policy.ts';
import type { DoneDrill } from '../../src/sim/drill-record.ts';
import type { Saying } from '../../src/sim/drill-sayings.ts';
import type { Mark } from '../../src/sim/drill-score.ts';
import { atSecond, calledScenario, drillOf, impostor, spoken, tellOnly } from '../support/drilled.ts';

const easy = calledScenario({ name: 'easy', support: tellOnly, call: { ticket: 'INC-3' } });
const easyToo = calledScenario({ name: 'easy-too', support: tellOnly, call: { ticket: 'INC-2' } });
const medium = calledScenario({ name: 'medium' });
const silent = { ...easy, name: 'silent', call: null };

function run(scenario = easy, points = 100, marks: readonly Mark[] = []): DoneDrill {
  return {
    drill: drillOf(scenario),
    endedAt: atSecond(100),
    score: { points, passed: points >= 70, marks, beforeCap: null, diagnosedAfter: null },
  };
}
const mark = (topic: Mark['topic'], points: number, of: number): Mark => ({ topic, points, of, reasons: [] });

describe('which call', () => {
  test.each([
    ['only to be explained', easy, 'easy'],
    ['to be unlocked', medium, 'medium'],
    ['only to be explained, to somebody angry', { ...easy, call: { ...easy.call, mood: 'angry' as const } }, 'medium'],
    ['an impostor', impostor, 'hard'],
    [
      'a reset to be asked for',
      calledScenario({ support: [{ do: 'ask-approval', by: 'agent', action: 'reset', reason: 'other', note: '' }] }),
      'hard',
    ],
  ] as const)('%s is %s', (_, scenario, level) => expect(difficultyOf(scenario)).toBe(level));

  test('from easy to hard, then by ticket; a story in which nobody calls is none', () => {
    const calls = callsFor([impostor, silent, medium, easy, easyToo], []);
    expect(calls.map(({ scenario }) => scenario.name)).toEqual(['easy-too', 'easy', 'medium', 'impostor']);
  });

  test('next is one that was not taken, else the one that went worst the last time', () => {
    const taken = (...done: readonly DoneDrill[]) => nextCall(callsFor([easy, easyToo, medium], done))?.scenario.name;
    expect(taken()).toBe('easy-too');
    expect(taken(run(easyToo))).toBe('easy');
    expect(taken(run(easyToo), run(easy))).toBe('medium');
    expect(taken(run(easyToo, 90), run(easy, 60), run(medium, 80))).toBe('easy');
    expect(taken(run(easyToo, 90), run(easy, 60), run(medium, 80), run(easy, 95))).toBe('medium');
    expect(nextCall([])).toBeNull();
  });
});

describe('the class', () => {
  const agent = (agentId: string, role: 'agent' | 'trainer' | 'auditor' = 'agent') =>
    ({
      agentId,
      name: agentId.toUpperCase(),
      role,
      status: 'enabled',
      ownCustomerId: null,
      hasPassword: false,
    }) as const;
  const done: Readonly<Record<string, readonly DoneDrill[]>> = {
    ewa: [run(easy, 10), run(easy, 40), run(medium, 60), run(impostor, 90)],
    jan: [run(easy, 30)],
    tomek: [run(easy, 100)],
  };
  const pupils = pupilsOf(
    [agent('ewa'), agent('jan'), agent('nowa'), agent('tomek', 'trainer'), agent('irena', 'auditor')],
    (agentId) => done[agentId] ?? [],
    3,
  );

  test('shows agents, and others once they took a call; the weakest first, who has not begun last', () => {
    expect(pupils.map(({ agentId }) => agentId)).toEqual(['jan', 'ewa', 'tomek', 'nowa']);
  });

  test('shows calls, their average, and the last three, newest last', () => {
    expect(pupils[1]).toMatchObject({ calls: 4, average: 50, lastRuns: [40, 60, 90] });
    expect(pupils[3]).toMatchObject({ calls: 0, average: null, lastRuns: [], weakest: null });
    expect(pupils[1]?.latest.get('easy')?.score.points).toBe(40);
  });

  test('the weakest topic has the smallest share of its points', () => {
    const marks = [mark('cause', 25, 25), mark('speed', 5, 10), mark('verification', 13, 25)];
    expect(weakestTopic([run(easy, 43, marks)])).toBe('speed');
    expect(weakestTopic([run(easy, 43, marks), run(easy, 43, [mark('speed', 10, 10)])])).toBe('verification');
    expect(weakestTopic([run(easy, 25, [mark('cause', 25, 25)])])).toBeNull();
    expect(weakestTopic([])).toBeNull();
  });
});

describe('patience', () => {
  const said = (...some: readonly Saying[]) =>
    spoken(...some.map((saying, place) => [place, { type: 'said', saying, about: null }] as const));
  const left = (events: readonly DrillEvent[], second: number, mood: 'calm' | 'in-a-hurry' = 'in-a-hurry') =>
    patienceLeft(events, { mood, now: atSecond(second) }, drillPolicy);

  test('lasts as long as the mood allows, and is over to the second', () => {
    expect(left(spoken(), 0)).toBe(8 * MINUTE);
    expect(left(spoken(), 8 * 60 - 1)).toBe(1_000);
    expect(left(spoken(), 8 * 60)).toBe(0);
    expect(left(spoken(), 8 * 60, 'calm')).toBe(12 * MINUTE);
  });

  test('is not used up before the call is answered', () => {
    expect(left([], 3_600)).toBe(8 * MINUTE);
  });

  test('is used up by what must not be said, and by asking the same again', () => {
    expect(left(said('ask-pin'), 60)).toBe(5 * MINUTE);
    const again = spoken(
      [1, { type: 'asked', question: 'which-step' }],
      [2, { type: 'asked', question: 'which-step' }],
      [3, { type: 'proof-asked', proof: 'call-back', given: 'right' }],
      [4, { type: 'proof-asked', proof: 'call-back', given: 'right' }],
      [5, { type: 'asked', question: 'which-app' }],
    );
    expect(left(again, 60)).toBe(5 * MINUTE);
  });

  test('a kind sentence gives some back, each once, and never more than there was', () => {
    expect(left(said('greeting', 'greeting', 'understanding'), 180)).toBe(7 * MINUTE);
    expect(left(said('greeting', 'understanding', 'stay-on-line'), 60)).toBe(8 * MINUTE);
  });

  test('whoever was helped does not leave in anger', () => {
    expect(left(spoken([10, { type: 'caller-done', how: 'works' }]), 3_600)).toBe(8 * MINUTE);
  });

  test('the caller’s own time does not count', () => {
    const events = spoken([60, { type: 'caller-acted', from: atSecond(30), did: 'send-code', refusal: null }]);
    expect(left(events, 60)).toBe(8 * MINUTE - 30_000);
  });
});

describe('how far the caller goes while on the line', () => {
  const send = { do: 'send-code' } as const;
  const wait = (milliseconds: number) => ({ do: 'wait', milliseconds }) as const;

  test.each([
    [15 * MINUTE, 3],
    [15 * MINUTE + 1, 1],
  ])('a wait of %i ms', (milliseconds, moves) => {
    const scenario = calledScenario({ after: [send, wait(milliseconds), send] });
    expect(movesOnTheLine(scenario)).toHaveLength(moves);
  });
});

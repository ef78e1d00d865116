import { describe, expect, test } from 'vitest';
import { drillPolicy } from '../../src/sim/drill-policy.ts';
import { type Saying, sayings } from '../../src/sim/drill-sayings.ts';
import type { Reason, Score, Topic } from '../../src/sim/drill-score.ts';
import {
  asksProofs,
  calledScenario,
  entryAt,
  failedAt,
  impostor,
  perfectTalk,
  perfectWork,
  type SpokenAt,
  scored,
  spoken,
  tellOnly,
  verifiedAt,
} from '../support/drilled.ts';

const markOf = ({ marks }: Score, topic: Topic) => marks.find((mark) => mark.topic === topic);
const pointsFor = (judged: Score, topic: Topic) => markOf(judged, topic)?.points;
const reasonsFor = (judged: Score, topic: Topic): readonly Reason['why'][] =>
  markOf(judged, topic)?.reasons.map(({ why }) => why) ?? [];

const named = (second: number, ...causes: readonly ('sms-lost' | 'sms-late' | 'wrong-code')[]) =>
  spoken(
    ...asksProofs('call-back', 'contract-number'),
    ...causes.map((cause) => [second, { type: 'cause-named', cause }] as const),
    [700, { type: 'said', saying: 'advice', about: 'sms-lost' }],
    [710, { type: 'ended', how: 'solved' }],
  );

describe('a call of the subscriber', () => {
  test('served as it should be scores everything', () => {
    const judged = scored();
    expect(judged).toMatchObject({ points: 100, passed: true, beforeCap: null, diagnosedAfter: 60_000 });
    for (const mark of judged.marks) expect(mark.points, mark.topic).toBe(mark.of);
  });

  test('points of every kind of call sum up to 100', () => {
    const sum = (points: object) => Object.values(points).reduce((total: number, one: number) => total + one, 0);
    expect(sum(drillPolicy.points)).toBe(100);
    expect(sum(drillPolicy.impostorPoints)).toBe(100);
  });

  test.each([
    [180, 10],
    [181, 5],
    [360, 5],
    [361, 0],
  ])('a cause found after %i s is worth %i points for speed', (second, points) => {
    const judged = scored({
      events: named(second, 'sms-lost'),
      entries: [verifiedAt(690, 'call-back', 'contract-number'), entryAt(695, 'unlock-activation')],
    });
    expect(pointsFor(judged, 'speed')).toBe(points);
    expect(pointsFor(judged, 'cause')).toBe(25);
  });

  test('the time in which the caller went on alone does not count', () => {
    const events = [
      ...spoken([30, { type: 'caller-acted', from: 1, did: 'send-code', refusal: null }]),
      ...named(200, 'sms-lost').slice(1),
    ].map((event) => (event.type === 'caller-acted' ? { ...event, from: event.at - 25_000 } : event));
    expect(scored({ events }).diagnosedAfter).toBe(175_000);
  });

  test.each([
    [['sms-lost'], 25],
    [['wrong-code', 'sms-lost'], 20],
    [['wrong-code', 'sms-late', 'sms-lost'], 15],
    [['wrong-code', 'sms-late', 'wrong-code', 'sms-late', 'wrong-code', 'sms-late', 'sms-lost'], 0],
    [['sms-lost', 'wrong-code'], 0],
    [[], 0],
  ] as const)('naming %j is worth %i points: the last word counts, guesses cost', (causes, points) => {
    expect(pointsFor(scored({ events: named(60, ...causes) }), 'cause')).toBe(points);
  });

  test('nothing named: no cause, no speed, and the debrief says what it was', () => {
    const judged = scored({ events: named(60) });
    expect(judged.diagnosedAfter).toBeNull();
    expect(markOf(judged, 'cause')?.reasons).toEqual([{ why: 'cause-not-named', right: 'sms-lost' }]);
    expect(reasonsFor(judged, 'speed')).toEqual(['not-found']);
  });

  test('where nothing is wrong, that is the cause', () => {
    const scenario = calledScenario({ cause: null, support: [] });
    const events = spoken(
      [60, { type: 'cause-named', cause: 'nothing-wrong' }],
      [70, { type: 'ended', how: 'solved' }],
    );
    expect(scored({ scenario, events, entries: [] }).points).toBe(100);
  });
});

describe('verification', () => {
  const unlockedAfter = (...before: readonly ReturnType<typeof entryAt>[]) => [
    ...before,
    entryAt(90, 'unlock-activation'),
  ];

  test('what was ticked has to have been asked and proven', () => {
    const judged = scored({ entries: unlockedAfter(verifiedAt(80, 'call-back', 'contract-number')) });
    expect(pointsFor(judged, 'verification')).toBe(25);
  });

  test('ticked without asking is worth nothing', () => {
    const events = perfectTalk.filter(({ type }) => type !== 'proof-asked');
    const judged = scored({ events });
    expect(pointsFor(judged, 'verification')).toBe(0);
    expect(reasonsFor(judged, 'verification')).toEqual(['ticked-unasked', 'proven-too-little']);
  });

  test('one tick too many costs half when the others are enough', () => {
    const judged = scored({ entries: unlockedAfter(verifiedAt(80, 'call-back', 'contract-number', 'last-signature')) });
    expect(pointsFor(judged, 'verification')).toBe(12);
    expect(markOf(judged, 'verification')?.reasons).toEqual([{ why: 'ticked-unasked', proofs: ['last-signature'] }]);
  });

  test('a proof asked for only after it was ticked is ticked unasked', () => {
    const judged = scored({ entries: unlockedAfter(verifiedAt(39, 'call-back', 'contract-number')) });
    expect(pointsFor(judged, 'verification')).toBe(0);
  });

  test.each([
    [['contract-number', 'date-of-birth'], 0, 'proven-too-little'],
    [['call-back', 'date-of-birth'], 25, 'verified'],
  ] as const)('proven %j: the policy’s points decide', (proofs, points, why) => {
    const events = spoken(...asksProofs(...proofs));
    const judged = scored({ events, entries: unlockedAfter(verifiedAt(80, ...proofs)) });
    expect(pointsFor(judged, 'verification')).toBe(points);
    expect(reasonsFor(judged, 'verification')).toContain(why);
  });

  test('an answer that was wrong, ticked as right', () => {
    const events = [
      ...spoken([41, { type: 'proof-asked', proof: 'date-of-birth', given: 'wrong' }]),
      ...perfectTalk.slice(1),
    ];
    const ticked = scored({
      events,
      entries: unlockedAfter(verifiedAt(80, 'call-back', 'contract-number', 'date-of-birth')),
    });
    expect(reasonsFor(ticked, 'verification')).toEqual(['ticked-untrue']);
    const passedOver = scored({ events });
    expect(reasonsFor(passedOver, 'verification')).toEqual(['wrong-ignored']);
    expect(pointsFor(passedOver, 'verification')).toBe(12);
  });

  test('after the change is too late', () => {
    const entries = [entryAt(70, 'unlock-activation'), verifiedAt(80, 'call-back', 'contract-number')];
    const judged = scored({ entries });
    expect(pointsFor(judged, 'verification')).toBe(0);
    expect(reasonsFor(judged, 'verification')).toEqual(['not-verified']);
  });

  test('a failed verification verifies nobody', () => {
    const judged = scored({
      entries: unlockedAfter(failedAt(80, ['call-back', 'contract-number'], ['date-of-birth'])),
    });
    expect(pointsFor(judged, 'verification')).toBe(0);
  });

  test('nothing changed and nothing to change: nobody has to be verified', () => {
    const scenario = calledScenario({ support: tellOnly });
    expect(reasonsFor(scored({ scenario, entries: [] }), 'verification')).toEqual(['verified']);
    const unasked = perfectTalk.filter(({ type }) => type !== 'proof-asked');
    const judged = scored({ scenario, entries: [], events: unasked });
    expect(reasonsFor(judged, 'verification')).toEqual(['nothing-to-verify']);
    expect(judged.points).toBe(100);
  });
});

describe('action', () => {
  test('left undone is worth nothing, the advice alone costs five', () => {
    expect(pointsFor(scored({ entries: perfectWork.slice(0, 1) }), 'action')).toBe(0);
    const unadvised = perfectTalk.filter(({ type }) => type !== 'said');
    expect(pointsFor(scored({ events: unadvised }), 'action')).toBe(20);
  });

  test('where the advice is everything, it is worth everything', () => {
    const scenario = calledScenario({ support: tellOnly });
    expect(pointsFor(scored({ scenario, entries: [] }), 'action')).toBe(25);
    const unadvised = perfectTalk.filter(({ type }) => type !== 'said');
    expect(pointsFor(scored({ scenario, entries: [], events: unadvised }), 'action')).toBe(0);
  });

  test('advice about a wrong cause is none', () => {
    const events = perfectTalk.map((event) =>
      event.type === 'said' ? { ...event, about: 'sms-late' as const } : event,
    );
    expect(pointsFor(scored({ events }), 'action')).toBe(20);
  });

  test('a change that was not called for is worth nothing', () => {
    const reset = entryAt(95, 'request-approval', { facts: [{ type: 'approval-requested', action: 'reset' }] });
    const judged = scored({ entries: [...perfectWork, reset] });
    expect(markOf(judged, 'action')).toMatchObject({ points: 0, reasons: [{ why: 'overdid', deeds: ['ask-reset'] }] });
  });

  test('what was refused did not happen', () => {
    const refused = entryAt(95, 'freeze-activation', { verdict: 'refused' });
    expect(scored({ entries: [...perfectWork, refused] }).points).toBe(100);
  });

  test('a change on another account is worth nothing, however well it was meant', () => {
    const judged = scored({ entries: [...perfectWork, entryAt(95, 'unlock-activation', { of: 'EC-999999' })] });
    expect(reasonsFor(judged, 'action')).toEqual(['wrong-account']);
  });

  test('a caller who left in anger halves it', () => {
    const events = perfectTalk.map((event) =>
      event.type === 'ended' ? { ...event, how: 'caller-left' as const } : event,
    );
    expect(pointsFor(scored({ events }), 'action')).toBe(12);
  });

  test('an outage is reported, the supervisor recognises it', () => {
    const scenario = calledScenario({
      cause: 'operator-outage',
      support: [...tellOnly, { do: 'recognise-outage', by: 'supervisor', ago: 0, note: 'many' }],
    });
    const talk = (saying: Saying) =>
      spoken(
        [60, { type: 'cause-named', cause: 'operator-outage' }],
        [61, { type: 'said', saying: 'advice', about: 'operator-outage' }],
        [62, { type: 'said', saying, about: null }],
        [63, { type: 'ended', how: 'solved' }],
      );
    expect(pointsFor(scored({ scenario, events: talk('outage-known'), entries: [] }), 'action')).toBe(25);
    expect(pointsFor(scored({ scenario, events: talk('greeting'), entries: [] }), 'action')).toBe(0);
  });
});

describe('words', () => {
  const withSaying = (saying: Saying, second = 100) => [
    ...perfectTalk,
    ...spoken([second, { type: 'said', saying, about: null }]).slice(1),
  ];
  const harmful: readonly Saying[] = [
    'ask-sms-code',
    'ask-otp',
    'ask-pin',
    'ask-password',
    'promise',
    'no-verification-needed',
  ];

  test.each(harmful)('%s costs the words, and there are at most 50 points left', (saying) => {
    const judged = scored({ events: withSaying(saying) });
    expect(judged).toMatchObject({ points: 50, passed: false, beforeCap: 85 });
    expect(pointsFor(judged, 'words')).toBe(0);
  });

  test('data may be spoken of from the moment on the caller is verified, and not before', () => {
    expect(scored({ events: withSaying('read-out-data', 79) }).points).toBe(50);
    expect(scored({ events: withSaying('read-out-data', 80) }).points).toBe(100);
  });

  test('a verification that was only ticked opens no mouth', () => {
    const events = withSaying('read-out-data', 100).filter(({ type }) => type !== 'proof-asked');
    expect(reasonsFor(scored({ events }), 'words')).toEqual(['said-harm']);
  });

  test.each(sayings.filter((saying) => !harmful.includes(saying) && saying !== 'read-out-data'))(
    '%s does no harm',
    (saying) => {
      expect(scored({ events: withSaying(saying) }).points).toBe(100);
    },
  );
});

describe('the mark to pass', () => {
  test('is reached with 70 and missed with 69', () => {
    const policy = { ...drillPolicy, pass: 75 };
    const silent = perfectTalk.filter(({ type }) => type !== 'proof-asked');
    expect(scored({ events: silent })).toMatchObject({ points: 75 });
    expect(scored({ events: silent, policy }).passed).toBe(true);
    expect(scored({ events: silent, policy: { ...policy, pass: 76 } }).passed).toBe(false);
  });
});

describe('an impostor', () => {
  const talk = (how: 'refused' | 'solved' | 'caller-left', ...more: readonly SpokenAt[]) =>
    spoken(
      [40, { type: 'proof-asked', proof: 'date-of-birth', given: 'wrong' }],
      [60, { type: 'cause-named', cause: 'impostor' }],
      ...more,
      [120, { type: 'ended', how }],
    );
  const recorded = failedAt(80, [], ['date-of-birth']);
  const frozen = entryAt(90, 'freeze-activation');
  const judge = (events: ReturnType<typeof talk>, ...entries: readonly ReturnType<typeof entryAt>[]) =>
    scored({ scenario: impostor, events, entries });

  test('refused, recorded, frozen, seen through: everything', () => {
    expect(judge(talk('refused'), recorded, frozen)).toMatchObject({ points: 100, diagnosedAfter: 60_000 });
  });

  test.each([
    ['unlock-activation', []],
    ['request-approval', [{ type: 'approval-requested', action: 'reset' }]],
    ['request-phone-change', []],
  ] as const)('helped by %s: nothing, whatever else was done well', (command, facts) => {
    const judged = judge(talk('refused'), recorded, frozen, entryAt(95, command, { facts }));
    expect(judged).toMatchObject({ points: 0, passed: false });
    expect(reasonsFor(judged, 'refusal')).toEqual(['helped-impostor']);
  });

  test('a request that the system refused has helped nobody', () => {
    expect(
      judge(talk('refused'), recorded, frozen, entryAt(95, 'unlock-activation', { verdict: 'refused' })).points,
    ).toBe(100);
  });

  test.each([
    ['refused', 40, 'refused-impostor'],
    ['solved', 20, 'let-go-impostor'],
    ['caller-left', 20, 'left-waiting'],
  ] as const)('ended as %s: %i points for refusing', (how, points, why) => {
    const judged = judge(talk(how), recorded, frozen);
    expect(pointsFor(judged, 'refusal')).toBe(points);
    expect(reasonsFor(judged, 'refusal')).toEqual([why]);
  });

  test.each([
    ['nothing recorded', [], 0],
    ['recorded, not frozen', [recorded], 12],
    ['frozen', [frozen], 25],
    ['recorded and frozen', [recorded, frozen], 25],
  ])('%s', (_, entries, points) => {
    expect(pointsFor(judge(talk('refused'), ...entries), 'verification')).toBe(points);
  });

  test('where nothing has to be frozen the record is enough', () => {
    const scenario = { ...impostor, support: impostor.support.filter((move) => move.do !== 'freeze') };
    expect(scored({ scenario, events: talk('refused'), entries: [recorded] }).points).toBe(100);
  });

  test('data read out to them are harm, verified or not', () => {
    const judged = judge(
      talk('refused', [70, { type: 'said', saying: 'read-out-data', about: null }]),
      recorded,
      frozen,
    );
    expect(judged).toMatchObject({ points: 50, beforeCap: 80 });
  });
});

describe('a lazy trainee', () => {
  test('who unlocks without asking anything and names nothing does not pass', () => {
    const judged = scored({ events: spoken([20, { type: 'ended', how: 'solved' }]), entries: perfectWork });
    expect(judged).toMatchObject({ points: 35, passed: false });
  });
});

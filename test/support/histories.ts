import fc from 'fast-check';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import type { Checked, History, Move, Pause } from './history-moves.ts';
import { administrator, authority, ewa, irena, iza, jan, marek, network, olga, subscriber, tomek } from './staff.ts';

/** The first once in a while, the others ten times as often. */
const rarely = <T extends string>(seldom: T, ...often: readonly T[]): T[] => [
  seldom,
  ...Array.from({ length: 10 }, () => often).flat(),
];

const stranger: Actor = { kind: 'subscriber', id: 'EC-999999' };
const anyone = fc.constantFrom(subscriber, stranger, network, authority, ewa, jan, olga, marek, iza, tomek, irena);
const agent = fc.constantFrom(ewa, ewa, ewa, jan, jan, tomek, olga, olga, iza);
const supervisor = fc.constantFrom(olga, olga, marek, marek, iza);
const staffIds = ['ewa', 'jan', 'olga', 'marek', 'iza', 'tomek', 'irena'] as const;

const pause: fc.Arbitrary<Pause> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ by: fc.integer({ min: 0, max: 40 * SECOND }) }) },
  { weight: 3, arbitrary: fc.record({ toDeadline: fc.constantFrom(-1, 0, 1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      by: fc.constantFrom(0, 59_999, 60_000, 5 * MINUTE - 1, 5 * MINUTE, 5 * MINUTE + 1, 15 * MINUTE, HOUR),
    }),
  },
  { weight: 1, arbitrary: fc.record({ by: fc.constantFrom(DAY - 1, DAY, 2 * DAY, 8 * DAY, 31 * DAY) }) },
);

const subscribersMove: fc.Arbitrary<Move> = fc.oneof(
  fc.constant<Move>({ do: 'request-code' }),
  fc.record({ do: fc.constant('enter-code'), code: fc.constantFrom('right', 'wrong', 'previous', 'malformed') }),
  fc.record({ do: fc.constantFrom('show-qr', 'close-qr') }),
  fc.record({
    do: fc.constant('sign'),
    otp: fc.constantFrom('right', 'right', 'wrong', 'previous', 'old-entry', 'malformed'),
    drift: fc.constantFrom(0, 0, -1, 1, -2, 2, 8),
  }),
  fc.record({
    do: fc.constantFrom('not-me', 'refuse-phone-change'),
    reference: fc.constantFrom('newest', 'newest', 'made-up', 'made-up'),
  }),
);
const networksMove: fc.Arbitrary<Move> = fc.record({
  do: fc.constant('report-receipt'),
  attempt: fc.constantFrom('latest', 'latest', 'previous'),
  state: fc.constantFrom('accepted', 'submitted', 'held', 'delivered', 'failed'),
  secondsAgo: fc.constantFrom(0, 0, 5, 400),
});
const emergency = fc.constantFrom(false, false, true);
const checked = fc.constantFrom<Checked>('possession', 'possession', 'knowledge', 'little', 'wrong-answer', 'visit');
const agentsMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    do: fc.constantFrom('open-case', 'unlock', 'freeze', 'abort-call', 'abort-verification', 'close-case'),
  }),
  fc.record({ do: fc.constant('verify'), checked }),
  fc.record({ do: fc.constant('ask-approval'), action: fc.constantFrom('reset', 'unlock'), emergency }),
  fc.record({ do: fc.constant('ask-phone-change'), ending: fc.integer({ min: 100_000, max: 999_999 }), emergency }),
  fc.record({ do: fc.constant('hand-over'), from: fc.constantFrom(...staffIds), to: fc.constantFrom(...staffIds) }),
  fc.record({ do: fc.constant('ask-bulk-unlock'), whom: fc.constantFrom('them', 'them', 'somebody-else') }),
);
const supervisorsMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('approve', 'approve', 'reject', 'reject-phone-change', 'block', 'unblock', 'unblock'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('end-outage', 'approve-bulk-unlock', 'reject-bulk-unlock', 'clear-outage-lock'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('recognise-outage'), minutesAgo: fc.constantFrom(0, 15, 60) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('approve-phone-change'), atOnce: fc.boolean() }) },
);
const authoritysMove: fc.Arbitrary<Move> = fc.record({
  do: fc.constantFrom(...rarely('revoke', 'suspend', 'reinstate', 'reinstate')),
});

const administratorsMove: fc.Arbitrary<Move> = fc.record({
  do: fc.constantFrom('disable', 'enable', 'enable', 'demote', 'promote', 'promote'),
  agentId: fc.constantFrom('ewa', 'olga', 'marek'),
});

const step = (actor: fc.Arbitrary<Actor>, move: fc.Arbitrary<Move>): fc.Arbitrary<History> =>
  fc.record({ pause, actor, move }).map((one) => [one]);

/** One thing after the other, by one person, with a random short time in between. */
const together = (actor: fc.Arbitrary<Actor>, ...moves: readonly Move[]): fc.Arbitrary<History> =>
  fc
    .tuple(
      actor,
      fc.array(fc.integer({ min: 0, max: 9 * SECOND }), { minLength: moves.length, maxLength: moves.length }),
    )
    .map(([who, waits]) => moves.map((move, place) => ({ pause: { by: waits[place] ?? 0 }, actor: who, move })));

/** Several people, one after the other. */
const oneAfterAnother = (...parts: readonly fc.Arbitrary<History>[]): fc.Arbitrary<History> =>
  fc.tuple(...parts).map((histories) => histories.flat());

const self = fc.constant(subscriber);
const wrongOtp: Move = { do: 'sign', otp: 'wrong', drift: 0 };
const wrongCode: Move = { do: 'enter-code', code: 'wrong' };
const proven: Move = { do: 'verify', checked: 'possession' };
const askReset: Move = { do: 'ask-approval', action: 'reset', emergency: false };
const askUnlock: Move = { do: 'ask-approval', action: 'unlock', emergency: false };
const askPhone: Move = { do: 'ask-phone-change', ending: 123_456, emergency: false };

const scan = together(self, { do: 'request-code' }, { do: 'enter-code', code: 'right' }, { do: 'show-qr' });
const activate = oneAfterAnother(scan, together(self, { do: 'sign', otp: 'right', drift: 0 }));
const threeWrongCodes = together(self, { do: 'request-code' }, wrongCode, wrongCode, wrongCode);
const codeRunsOut: fc.Arbitrary<History> = fc
  .tuple(fc.constantFrom(0 as const, 1 as const), fc.constantFrom('delivered' as const, 'submitted' as const))
  .map(([late, state]) => [
    { pause: { by: SECOND }, actor: subscriber, move: { do: 'request-code' } },
    { pause: { by: SECOND }, actor: network, move: { do: 'report-receipt', attempt: 'latest', state, secondsAgo: 0 } },
    { pause: { toDeadline: late }, actor: subscriber, move: { do: 'enter-code', code: 'right' } },
  ]);
const oldEntry = oneAfterAnother(scan, scan, together(self, { do: 'sign', otp: 'old-entry', drift: 0 }));
const signTwice = fc
  .constantFrom(0, -1, 1)
  .chain((drift) => together(self, { do: 'sign', otp: 'right', drift }, { do: 'sign', otp: 'previous', drift: 0 }));
const fiveWrongOtps = together(self, wrongOtp, wrongOtp, wrongOtp, wrongOtp, wrongOtp);
const threeFailures = oneAfterAnother(threeWrongCodes, codeRunsOut, threeWrongCodes);
const callUnlocks = together(agent, { do: 'open-case' }, proven, { do: 'unlock' });
/** Locked, and verified; then the agent takes their time, on either side of what a verification is good for. */
const callUnlocksLate = fc
  .tuple(agent, fc.constantFrom(15 * MINUTE - 1, 15 * MINUTE, HOUR), threeFailures)
  .map(([who, by, locked]): History => {
    const call = ([{ do: 'open-case' }, proven] as const).map((move) => ({ pause: { by: 0 }, actor: who, move }));
    return [...locked, ...call, { pause: { by }, actor: who, move: { do: 'unlock' } }];
  });
/** Locked, and the caller could not prove enough, or a moment later not any more; the agent tries all the same. */
const callTriesUnproven = oneAfterAnother(
  threeFailures,
  fc.constantFrom<Checked>('little', 'wrong-answer', 'knowledge').chain((shown) =>
    together(agent, { do: 'open-case' }, proven, { do: 'verify', checked: shown }, askReset, askPhone, {
      do: 'unlock',
    }),
  ),
);
const callResets = oneAfterAnother(
  together(agent, { do: 'open-case' }, proven, askReset),
  together(supervisor, { do: 'approve' }),
);
/** Support steps in while a code is on its way. */
const stoppedMidway = oneAfterAnother(
  together(agent, { do: 'open-case' }, proven, askReset),
  together(self, { do: 'request-code' }),
  fc.oneof(together(supervisor, { do: 'approve' }), together(agent, { do: 'freeze' })),
);
const lockedAgainAndAgain = oneAfterAnother(
  ...[threeFailures, callUnlocks, threeFailures, callUnlocks, threeFailures, callUnlocks],
  together(agent, { do: 'open-case' }, proven, askUnlock),
  together(supervisor, { do: 'approve' }),
);
const callChangesPhone = oneAfterAnother(
  together(agent, { do: 'open-case' }, proven, askPhone),
  together(supervisor, { do: 'approve-phone-change', atOnce: false }),
  together(self, { do: 'request-code' }),
);
/** An emergency: two supervisors, or one of them twice, or somebody who may not. */
const emergencies = fc
  .constantFrom<readonly [Move, Move]>(
    [{ ...askReset, emergency: true }, { do: 'approve' }],
    [
      { ...askPhone, emergency: true },
      { do: 'approve-phone-change', atOnce: true },
    ],
  )
  .chain(([ask, yes]) =>
    oneAfterAnother(
      together(agent, { do: 'open-case' }, proven, ask),
      together(fc.constantFrom(olga, olga, iza), yes),
      together(fc.constantFrom(marek, marek, olga, jan), yes),
    ),
  );
/** Something is asked for, then somebody says no where it was not asked for, and the supervisor has not heard of it. */
const noOnTheWay = oneAfterAnother(
  fc.constantFrom(askReset, askPhone).chain((ask) => together(agent, { do: 'open-case' }, proven, ask)),
  fc.oneof(
    together(agent, { do: 'abort-call' }),
    together(self, { do: 'not-me', reference: 'newest' }),
    together(self, { do: 'refuse-phone-change', reference: 'newest' }),
    together(supervisor, { do: 'reject' }),
    together(supervisor, { do: 'reject-phone-change' }),
  ),
  together(supervisor, { do: 'approve' }, { do: 'approve-phone-change', atOnce: true }),
  together(agent, { do: 'open-case' }, proven, askReset),
);
/** Nobody decides before its time is over, or just about. */
const decidedLate = fc
  .tuple(fc.constantFrom(askReset, askPhone), fc.boolean(), fc.constantFrom(-1, 0))
  .chain(([ask, urgent, late]) =>
    oneAfterAnother(
      together(agent, { do: 'open-case' }, proven, { ...ask, emergency: urgent }),
      fc.constant<History>([
        { pause: { by: (urgent ? 2 * HOUR : DAY) + late }, actor: olga, move: { do: 'approve' } },
        { pause: { by: 0 }, actor: marek, move: { do: 'approve-phone-change', atOnce: false } },
      ]),
    ),
  );
/** A case goes to a colleague, who has not heard the answers, and goes on with it. */
const handedOver = fc
  .tuple(fc.constantFrom(ewa, jan), fc.constantFrom(jan, olga, marek, iza, irena))
  .chain(([from, to]) =>
    oneAfterAnother(
      threeFailures,
      together(fc.constant(from), { do: 'open-case' }, proven, { do: 'hand-over', from: from.id, to: to.id }),
      together(fc.constant(from), { do: 'unlock' }, askReset, proven),
      together(fc.constant(to), { do: 'unlock' }, askReset, proven, { do: 'unlock' }),
    ),
  );
const codeLost: History = [
  { pause: { by: SECOND }, actor: subscriber, move: { do: 'request-code' } },
  {
    pause: { by: SECOND },
    actor: network,
    move: { do: 'report-receipt', attempt: 'latest', state: 'accepted', secondsAgo: 0 },
  },
  {
    pause: { toDeadline: 1 },
    actor: network,
    move: { do: 'report-receipt', attempt: 'previous', state: 'held', secondsAgo: 0 },
  },
];
/** An outage locks, is recognised when it is over, and those whom it has locked are unlocked together. */
const outageLocks = oneAfterAnother(
  ...[codeLost, codeLost, codeLost].map((lost) => fc.constant(lost)),
  together(fc.constant(olga), { do: 'recognise-outage', minutesAgo: 60 }, { do: 'end-outage' }),
  fc
    .constantFrom('them' as const, 'them' as const, 'somebody-else' as const)
    .chain((whom) => together(fc.constantFrom(ewa, jan, olga, iza), { do: 'ask-bulk-unlock', whom })),
  fc
    .constantFrom('approve-bulk-unlock' as const, 'approve-bulk-unlock' as const, 'reject-bulk-unlock' as const)
    .chain((answer) => together(supervisor, { do: answer })),
  together(supervisor, { do: 'clear-outage-lock' }),
);
const suspendedForAWhile = oneAfterAnother(
  together(self, { do: 'request-code' }),
  together(fc.constant(authority), { do: 'suspend' }),
  together(self, { do: 'enter-code', code: 'right' }, { do: 'sign', otp: 'right', drift: 0 }),
  fc
    .constantFrom('reinstate' as const, 'reinstate' as const, 'revoke' as const)
    .chain((end) => together(fc.constant(authority), { do: end })),
);
const blockedForAWhile = oneAfterAnother(
  together(agent, { do: 'open-case' }, proven, askReset),
  together(fc.constantFrom(olga, marek, iza), { do: 'block' }),
  together(self, { do: 'request-code' }, { do: 'sign', otp: 'right', drift: 0 }),
  together(supervisor, { do: 'approve' }),
  together(fc.constantFrom(olga, marek), { do: 'unblock' }),
);

const episode: fc.Arbitrary<History> = fc.oneof(
  { weight: 10, arbitrary: step(self, subscribersMove) },
  { weight: 3, arbitrary: step(fc.constant(network), networksMove) },
  { weight: 4, arbitrary: step(agent, agentsMove) },
  { weight: 3, arbitrary: step(supervisor, supervisorsMove) },
  { weight: 1, arbitrary: step(fc.constant(authority), authoritysMove) },
  { weight: 1, arbitrary: step(fc.constant(administrator), administratorsMove) },
  // Whoever it is, whatever it is: most of it is refused, and must be.
  { weight: 2, arbitrary: step(anyone, fc.oneof(subscribersMove, networksMove, agentsMove, supervisorsMove)) },
  { weight: 6, arbitrary: activate },
  { weight: 4, arbitrary: signTwice },
  { weight: 1, arbitrary: oldEntry },
  { weight: 1, arbitrary: scan },
  { weight: 1, arbitrary: threeWrongCodes },
  { weight: 1, arbitrary: codeRunsOut },
  { weight: 1, arbitrary: threeFailures },
  { weight: 2, arbitrary: fiveWrongOtps },
  { weight: 4, arbitrary: callUnlocks },
  { weight: 1, arbitrary: callUnlocksLate },
  { weight: 1, arbitrary: callTriesUnproven },
  { weight: 3, arbitrary: callResets },
  { weight: 2, arbitrary: stoppedMidway },
  { weight: 1, arbitrary: lockedAgainAndAgain },
  { weight: 1, arbitrary: callChangesPhone },
  { weight: 2, arbitrary: emergencies },
  { weight: 2, arbitrary: noOnTheWay },
  { weight: 1, arbitrary: decidedLate },
  { weight: 1, arbitrary: handedOver },
  { weight: 1, arbitrary: outageLocks },
  { weight: 1, arbitrary: blockedForAWhile },
  { weight: 1, arbitrary: suspendedForAWhile },
);

/** The life of one subscriber's activation, with everybody who has a hand in it; see `play-history.ts` for how it is played. */
export function arbitraryHistory({ episodes = 20 }: { readonly episodes?: number } = {}): fc.Arbitrary<History> {
  return fc.array(episode, { minLength: 1, maxLength: episodes, size: 'max' }).map((parts) => parts.flat());
}

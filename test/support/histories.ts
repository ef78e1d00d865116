import fc from 'fast-check';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import { authority, ewa, irena, jan, marek, network, olga, subscriber, tomek } from './staff.ts';

/** How long until the next step: so many milliseconds, or until the next moment at which time itself acts, give or take one. */
export type Pause = { readonly by: number } | { readonly toDeadline: -1 | 0 | 1 };

/** Something somebody tries. Codes and OTPs are named by what they are: only whoever plays the history knows them. */
export type Move =
  | { readonly do: 'request-code' }
  | { readonly do: 'enter-code'; readonly code: 'right' | 'wrong' | 'previous' | 'malformed' }
  | {
      readonly do: 'report-receipt';
      readonly attempt: 'latest' | 'previous';
      readonly state: 'accepted' | 'submitted' | 'held' | 'delivered' | 'failed';
      readonly secondsAgo: number;
    }
  | { readonly do: 'show-qr' | 'close-qr' }
  /** `right` is what an app shows whose clock is `drift` steps fast; `previous` is the OTP sent last, once more. */
  | {
      readonly do: 'sign';
      readonly otp: 'right' | 'wrong' | 'previous' | 'old-entry' | 'malformed';
      readonly drift: number;
    }
  | { readonly do: 'open-case' | 'unlock' | 'freeze' | 'abort-call' | 'approve' | 'reject' | 'close-case' }
  | { readonly do: 'verify'; readonly enough: boolean }
  | { readonly do: 'ask-approval'; readonly action: 'reset' | 'unlock' }
  | { readonly do: 'suspend' | 'reinstate' | 'revoke' | 'block' | 'unblock' }
  | { readonly do: 'recognise-outage' | 'end-outage' }
  | { readonly do: 'ask-phone-change'; readonly ending: number }
  | { readonly do: 'approve-phone-change'; readonly atOnce: boolean };

export interface Step {
  readonly pause: Pause;
  readonly actor: Actor;
  readonly move: Move;
}
export type History = readonly Step[];

/** The first once in a while, the others ten times as often. */
const rarely = <T extends string>(seldom: T, ...often: readonly T[]): T[] => [
  seldom,
  ...Array.from({ length: 10 }, () => often).flat(),
];

const stranger: Actor = { kind: 'subscriber', id: 'EC-999999' };
const anyone = fc.constantFrom(subscriber, stranger, network, authority, ewa, jan, olga, marek, tomek, irena);
const agent = fc.constantFrom(ewa, ewa, jan, tomek, olga);
const supervisor = fc.constantFrom(olga, olga, marek);

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
);
const networksMove: fc.Arbitrary<Move> = fc.record({
  do: fc.constant('report-receipt'),
  attempt: fc.constantFrom('latest', 'latest', 'previous'),
  state: fc.constantFrom('accepted', 'submitted', 'held', 'delivered', 'failed'),
  secondsAgo: fc.constantFrom(0, 0, 5, 400),
});
const agentsMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ do: fc.constantFrom('open-case', 'unlock', 'freeze', 'abort-call', 'close-case') }),
  fc.record({ do: fc.constant('verify'), enough: fc.boolean() }),
  fc.record({ do: fc.constant('ask-approval'), action: fc.constantFrom('reset', 'unlock') }),
  fc.record({ do: fc.constant('ask-phone-change'), ending: fc.integer({ min: 100_000, max: 999_999 }) }),
);
const supervisorsMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    do: fc.constantFrom(
      'approve',
      'approve',
      'reject',
      'block',
      'unblock',
      'unblock',
      'recognise-outage',
      'end-outage',
    ),
  }),
  fc.record({ do: fc.constant('approve-phone-change'), atOnce: fc.boolean() }),
);
const authoritysMove: fc.Arbitrary<Move> = fc.record({
  do: fc.constantFrom(...rarely('revoke', 'suspend', 'reinstate', 'reinstate')),
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

const self = fc.constant(subscriber);
const wrongOtp: Move = { do: 'sign', otp: 'wrong', drift: 0 };
const wrongCode: Move = { do: 'enter-code', code: 'wrong' };

const scan = together(self, { do: 'request-code' }, { do: 'enter-code', code: 'right' }, { do: 'show-qr' });
const activate = fc.tuple(scan, together(self, { do: 'sign', otp: 'right', drift: 0 })).map((parts) => parts.flat());
const threeWrongCodes = together(self, { do: 'request-code' }, wrongCode, wrongCode, wrongCode);
const codeRunsOut: fc.Arbitrary<History> = fc.constantFrom(0 as const, 1 as const).map((late) => [
  { pause: { by: SECOND }, actor: subscriber, move: { do: 'request-code' } },
  { pause: { toDeadline: late }, actor: subscriber, move: { do: 'enter-code', code: 'right' } },
]);
const oldEntry = fc
  .tuple(scan, scan, together(self, { do: 'sign', otp: 'old-entry', drift: 0 }))
  .map((parts) => parts.flat());
const signTwice = fc
  .constantFrom(0, -1, 1)
  .chain((drift) => together(self, { do: 'sign', otp: 'right', drift }, { do: 'sign', otp: 'previous', drift: 0 }));
const fiveWrongOtps = together(self, wrongOtp, wrongOtp, wrongOtp, wrongOtp, wrongOtp);
const callUnlocks = together(agent, { do: 'open-case' }, { do: 'verify', enough: true }, { do: 'unlock' });
const callResets = fc
  .tuple(
    together(agent, { do: 'open-case' }, { do: 'verify', enough: true }, { do: 'ask-approval', action: 'reset' }),
    together(supervisor, { do: 'approve' }),
  )
  .map((parts) => parts.flat());
const threeFailures = fc.tuple(threeWrongCodes, codeRunsOut, threeWrongCodes).map((parts) => parts.flat());
/** Support steps in while a code is on its way. */
const stoppedMidway = fc
  .tuple(
    together(agent, { do: 'open-case' }, { do: 'verify', enough: true }, { do: 'ask-approval', action: 'reset' }),
    together(self, { do: 'request-code' }),
    fc.oneof(together(supervisor, { do: 'approve' }), together(agent, { do: 'freeze' })),
  )
  .map((parts) => parts.flat());
const lockedAgainAndAgain = fc
  .tuple(threeFailures, callUnlocks, threeFailures, callUnlocks, threeFailures, callUnlocks)
  .map((parts) => parts.flat());
const callChangesPhone = fc
  .tuple(
    together(agent, { do: 'open-case' }, { do: 'verify', enough: true }, { do: 'ask-phone-change', ending: 123_456 }),
    together(supervisor, { do: 'approve-phone-change', atOnce: false }),
    together(self, { do: 'request-code' }),
  )
  .map((parts) => parts.flat());

const episode: fc.Arbitrary<History> = fc.oneof(
  { weight: 10, arbitrary: step(self, subscribersMove) },
  { weight: 3, arbitrary: step(fc.constant(network), networksMove) },
  { weight: 3, arbitrary: step(agent, agentsMove) },
  { weight: 2, arbitrary: step(supervisor, supervisorsMove) },
  { weight: 1, arbitrary: step(fc.constant(authority), authoritysMove) },
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
  { weight: 3, arbitrary: callResets },
  { weight: 2, arbitrary: stoppedMidway },
  { weight: 1, arbitrary: lockedAgainAndAgain },
  { weight: 1, arbitrary: callChangesPhone },
);

/** The life of one subscriber's activation, with everybody who has a hand in it; see `play-history.ts` for how it is played. */
export function arbitraryHistory({ episodes = 20 }: { readonly episodes?: number } = {}): fc.Arbitrary<History> {
  return fc.array(episode, { minLength: 1, maxLength: episodes, size: 'max' }).map((parts) => parts.flat());
}

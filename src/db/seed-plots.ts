import type { Random } from '../fiction/random.ts';
import type { CertificateKind } from './seed-certificates.ts';
import type { StoryName } from './seed-stories.ts';

/** What befell the account itself. */
export type Twist = 'none' | 'blocked' | 'landline' | 'no-phone' | 'phone-changed' | 'phone-change-asked';

/** What a seeded subscriber is there to show. */
export interface Plot {
  readonly story: StoryName;
  readonly certificate: CertificateKind;
  readonly twist: Twist;
}

type Share = readonly [showcase: number, weight: number, story: StoryName, certificate: CertificateKind, twist: Twist];

/**
 * How often each plot is told among the first subscribers, the showcase, and its weight among all further ones: a
 * training database of the usual size holds every state, a huge one is not swamped by open cases.
 */
const shares: readonly Share[] = [
  [290, 640_000, 'past', 'current', 'none'],
  [66, 130_000, 'untouched', 'fresh', 'none'],
  [12, 30_000, 'past', 'expiring', 'none'],
  [3, 5_000, 'untouched', 'expiring', 'none'],
  [14, 90_000, 'past', 'expired', 'none'],
  [3, 10_000, 'untouched', 'expired', 'none'],
  [4, 2_000, 'past', 'suspended', 'none'],
  [1, 300, 'untouched', 'suspended', 'none'],
  [5, 20_000, 'past', 'revoked', 'none'],
  [3, 5_000, 'past', 'suspension-lasted', 'none'],
  [4, 3_000, 'untouched', 'not-yet-valid', 'none'],
  [4, 100, 'delivered', 'current', 'none'],
  [4, 80, 'waitingLong', 'current', 'none'],
  [3, 30, 'unheardOf', 'current', 'none'],
  [2, 20, 'onceMistyped', 'current', 'none'],
  [2, 20, 'askedAgain', 'current', 'none'],
  [2, 30, 'qrOnScreen', 'current', 'none'],
  [2, 20, 'qrUnseen', 'current', 'none'],
  [6, 8_000, 'qrMissed', 'current', 'none'],
  [8, 12_000, 'failedOnce', 'current', 'none'],
  [6, 8_000, 'failedTwice', 'current', 'none'],
  [3, 1_000, 'cameLate', 'current', 'none'],
  [2, 100, 'justLocked', 'current', 'none'],
  [3, 500, 'lockedByNetwork', 'current', 'none'],
  [3, 500, 'lockedByLostSms', 'current', 'none'],
  [3, 500, 'lockedByLateSms', 'current', 'none'],
  [3, 500, 'lockedByWrongCodes', 'current', 'none'],
  [2, 300, 'lockedByRejection', 'current', 'none'],
  [2, 200, 'lockedByImpatience', 'current', 'none'],
  [2, 300, 'clockOff', 'current', 'none'],
  [2, 300, 'guessing', 'current', 'none'],
  [1, 200, 'oldEntry', 'current', 'none'],
  [3, 300, 'frozen', 'current', 'none'],
  [2, 200, 'disabled', 'current', 'none'],
  [4, 3_000, 'unlocked', 'current', 'none'],
  [3, 100, 'resetAsked', 'current', 'none'],
  [2, 50, 'unlockAsked', 'current', 'none'],
  [4, 5_000, 'past', 'current', 'blocked'],
  [1, 500, 'untouched', 'current', 'blocked'],
  [3, 1_000, 'landline', 'current', 'landline'],
  [2, 300, 'lockedByRejection', 'current', 'landline'],
  [1, 1_000, 'untouched', 'current', 'no-phone'],
  [3, 300, 'resetWithNewNumber', 'current', 'phone-changed'],
  [2, 100, 'past', 'current', 'phone-change-asked'],
];

/** The size of the showcase; with fewer subscribers each plot is told less often, but as many of them as fit. */
const SHOWCASE = shares.reduce((sum, [showcase]) => sum + showcase, 0);
const TOTAL_WEIGHT = shares.reduce((sum, [, weight]) => sum + weight, 0);

/** The plots of the first subscribers, in an order that chance dealt. */
export function showcasePlots(random: Random, accounts: number): readonly Plot[] {
  const rounds = Math.max(...shares.map(([showcase]) => showcase));
  const inTurn: Plot[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const share of shares) if (round < share[0]) inTurn.push(plotOf(share));
  }
  const plots = inTurn.slice(0, Math.min(accounts, SHOWCASE));
  return plots
    .map((plot) => ({ plot, lot: random.unit() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ plot }) => plot);
}

export function anyPlot(random: Random): Plot {
  let lot = random.unit() * TOTAL_WEIGHT;
  for (const share of shares) {
    lot -= share[1];
    if (lot < 0) return plotOf(share);
  }
  return { story: 'past', certificate: 'current', twist: 'none' };
}

function plotOf([, , story, certificate, twist]: Share): Plot {
  return { story, certificate, twist };
}

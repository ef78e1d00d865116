import { DAY, HOUR, MINUTE, SECOND } from '../domain/ids.ts';
import {
  activates,
  arrives,
  comesLate,
  confirms,
  fails,
  findsNoPhone,
  isLost,
  isRejected,
  isReset,
  isSubmitted,
  LONGEST_FAILURE,
  losesPatience,
  type Move,
  pauses,
  scansAndSigns,
  typesTooLate,
  typesWrongCodes,
  usesIt,
} from './seed-moves.ts';
import type { Tale } from './seed-tale.ts';

/** Begins so long before the end, that is: before now. */
function beginAgo(tale: Tale, shortest: number, longest = shortest): void {
  tale.moveTo(tale.stage.until - tale.stage.random.between(shortest, longest));
}

/** Three failures in a row, the last of them at least as long ago as said. */
function lockedBy(moves: readonly [Move, Move, Move], ago: number, longestAgo: number): Move {
  return (tale) => {
    beginAgo(tale, ago + moves.length * LONGEST_FAILURE, longestAgo + moves.length * LONGEST_FAILURE);
    for (const move of moves) {
      move(tale);
      pauses(tale);
    }
  };
}

function tellPast(tale: Tale): void {
  const { random } = tale.stage;
  tale.later(0.1);
  activates(tale);
  usesIt(tale);
  if (!random.chance(0.4)) return;
  tale.later(0.3);
  isReset(tale);
  pauses(tale);
  activates(tale);
  usesIt(tale);
}

function wrongOtps(tale: Tale, count: number): void {
  for (let index = 0; index < count; index++) {
    tale.wait(20 * SECOND, 50 * SECOND);
    tale.wrongOtp('wrong');
  }
}

/** What became of one activation, told from its beginning to now. */
export const stories = {
  untouched: () => undefined,
  past: tellPast,

  /** Running now. */
  delivered: (tale) => {
    beginAgo(tale, 50 * SECOND, 110 * SECOND);
    arrives(tale);
  },
  waitingLong: (tale) => {
    beginAgo(tale, 130 * SECOND, 200 * SECOND);
    isSubmitted(tale);
  },
  unheardOf: (tale) => {
    beginAgo(tale, 45 * SECOND, 100 * SECOND);
    tale.request();
  },
  onceMistyped: (tale) => {
    beginAgo(tale, 70 * SECOND, 110 * SECOND);
    arrives(tale);
    tale.wait(10 * SECOND, 30 * SECOND);
    tale.wrongCode('digits-swapped');
  },
  askedAgain: (tale) => {
    beginAgo(tale, 3 * MINUTE, 200 * SECOND);
    losesPatience(tale);
    arrives(tale);
  },
  qrOnScreen: (tale) => {
    beginAgo(tale, 2 * MINUTE, 4 * MINUTE);
    confirms(tale);
    tale.wait(SECOND, 3 * SECOND);
    tale.showQr();
  },
  qrUnseen: (tale) => {
    beginAgo(tale, 2 * MINUTE, 3 * MINUTE);
    confirms(tale);
  },
  qrMissed: (tale) => {
    beginAgo(tale, 20 * MINUTE, 3 * DAY);
    confirms(tale);
    tale.wait(SECOND, 3 * SECOND);
    tale.showQr();
    if (tale.stage.random.chance(0.5)) {
      tale.wait(10 * SECOND, 60 * SECOND);
      tale.closeQr();
    }
  },

  /** Stuck, and not locked yet. */
  failedOnce: (tale) => {
    beginAgo(tale, 15 * MINUTE, 5 * DAY);
    fails(tale, 1);
  },
  failedTwice: (tale) => {
    beginAgo(tale, 25 * MINUTE, 5 * DAY);
    fails(tale, 2);
  },
  cameLate: (tale) => {
    beginAgo(tale, 12 * MINUTE, 3 * HOUR);
    comesLate(tale);
  },
  landline: (tale) => {
    beginAgo(tale, 25 * MINUTE, 2 * DAY);
    isRejected(tale);
    pauses(tale);
    isRejected(tale);
  },

  /** Locked by failed attempts. */
  justLocked: (tale) => {
    beginAgo(tale, 290 * SECOND);
    for (const move of [findsNoPhone, isRejected]) {
      move(tale);
      tale.wait(10 * SECOND, 30 * SECOND);
    }
    typesWrongCodes(tale);
  },
  lockedByNetwork: lockedBy([findsNoPhone, isLost, comesLate], 5 * MINUTE, 23 * HOUR),
  lockedByLostSms: lockedBy([isLost, isLost, isLost], 5 * MINUTE, 12 * HOUR),
  lockedByLateSms: lockedBy([comesLate, comesLate, comesLate], 3 * MINUTE, 20 * HOUR),
  lockedByWrongCodes: lockedBy([typesWrongCodes, typesTooLate, typesWrongCodes], 2 * MINUTE, 23 * HOUR),
  lockedByRejection: lockedBy([isRejected, isRejected, isRejected], 0, 20 * HOUR),
  lockedByImpatience: (tale) => {
    beginAgo(tale, 20 * MINUTE, 18 * HOUR);
    for (let times = 0; times < tale.stage.policy.sms.failuresToLock; times++) losesPatience(tale);
    tale.request();
  },

  /** Locked by wrong OTPs. */
  clockOff: (tale) => {
    tellPast(tale);
    beginAgo(tale, 30 * MINUTE, 20 * HOUR);
    for (let times = 0; times < tale.stage.policy.otp.failuresToLock; times++) {
      tale.wait(30 * SECOND, 50 * SECOND);
      tale.wrongOtp('clock-off', 8);
    }
  },
  guessing: (tale) => {
    tellPast(tale);
    beginAgo(tale, 10 * MINUTE, 20 * HOUR);
    wrongOtps(tale, tale.stage.policy.otp.failuresToLock);
  },
  oldEntry: (tale) => {
    beginAgo(tale, 10 * HOUR, 30 * HOUR);
    confirms(tale);
    scansAndSigns(tale);
    tale.wait(HOUR, 2 * HOUR);
    isReset(tale);
    tale.wait(10 * MINUTE);
    confirms(tale);
    for (let times = 0; times < tale.stage.policy.otp.failuresToLock; times++) {
      tale.wait(30 * SECOND, 50 * SECOND);
      tale.wrongOtp('old-secret');
    }
  },

  /** Suspicion, and the end of the line. */
  frozen: (tale) => {
    beginAgo(tale, 10 * HOUR, 3 * DAY);
    for (let times = 0; times < 3; times++) {
      fails(tale, tale.stage.policy.sms.failuresToLock);
      tale.wait(5 * MINUTE, 20 * MINUTE);
      if (times < 2) tale.unlock();
      else tale.freeze();
      pauses(tale);
    }
  },
  disabled: (tale) => {
    tale.later(0.1);
    confirms(tale);
    scansAndSigns(tale);
    while (tale.state.status === 'active') {
      tale.later(0.03);
      wrongOtps(tale, tale.stage.policy.otp.failuresToLock - 1);
      if (tale.state.status !== 'active') return;
      tale.wait(MINUTE, 2 * MINUTE);
      tale.sign();
    }
  },

  /** Support has been at it. */
  unlocked: (tale) => {
    beginAgo(tale, 7 * HOUR, 2 * DAY);
    fails(tale, tale.stage.policy.sms.failuresToLock);
    tale.wait(5 * MINUTE, 5 * HOUR);
    tale.unlock();
  },
  resetAsked: (tale) => {
    tellPast(tale);
    beginAgo(tale, 10 * MINUTE, 5 * HOUR);
    tale.askApproval('reset', 'lost-phone', 'Telefon zgubiony, rozmówca zweryfikowany.', true);
  },
  unlockAsked: (tale) => {
    beginAgo(tale, 6 * HOUR, 15 * HOUR);
    for (let times = 0; times < 2; times++) {
      fails(tale, tale.stage.policy.sms.failuresToLock);
      tale.wait(5 * MINUTE, 20 * MINUTE);
      tale.unlock();
      pauses(tale);
    }
    fails(tale, tale.stage.policy.sms.failuresToLock);
    tale.moveTo(tale.at + 10 * MINUTE);
    tale.askApproval('unlock', 'sms-late', 'Trzecia blokada w ciągu doby, SMS-y przychodzą za późno.', true);
  },
  resetWithNewNumber: (tale) => {
    tellPast(tale);
    beginAgo(tale, 23 * HOUR, 24 * HOUR);
    isReset(tale);
  },
} as const satisfies Record<string, Move>;

export type StoryName = keyof typeof stories;

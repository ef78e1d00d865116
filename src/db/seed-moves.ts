import { HOUR, MINUTE, SECOND } from '../domain/ids.ts';
import { errorOf, type RawReceipt } from '../domain/receipt.ts';
import type { Tale } from './seed-tale.ts';

/** What subscribers go through again and again; stories are put together from these. */
export type Move = (tale: Tale) => void;

const LATE = 6 * MINUTE + 12 * SECOND;
const CODE_VALID = 5 * MINUTE;
const DELIVERED: RawReceipt = { raw: 'DELIVRD', error: 0 };

/** No failed attempt lasts longer, the pause before the next one included. */
export const LONGEST_FAILURE = 10 * MINUTE;

/** Asked for, and taken by the operator in a moment. */
export const isSubmitted: Move = (tale) => {
  tale.request();
  tale.wait(SECOND / 4, SECOND);
  tale.receipt('submitted');
};

export const arrives: Move = (tale) => {
  isSubmitted(tale);
  tale.wait(SECOND, 8 * SECOND);
  tale.receipt(DELIVERED);
};

export const confirms: Move = (tale) => {
  arrives(tale);
  tale.wait(12 * SECOND, 70 * SECOND);
  tale.confirm();
};

/** Taken by the operator, or not even that, and never heard of again. */
export const isLost: Move = (tale) => {
  if (tale.stage.random.chance(0.6)) isSubmitted(tale);
  else tale.request();
  tale.wait(CODE_VALID + SECOND, CODE_VALID + 40 * SECOND);
};

export const comesLate: Move = (tale) => {
  const arrival = tale.at + LATE;
  isSubmitted(tale);
  tale.moveTo(arrival);
  tale.receipt(DELIVERED);
};

export const typesWrongCodes: Move = (tale) => {
  arrives(tale);
  for (let entry = 0; entry < tale.stage.policy.sms.wrongEntriesPerCode; entry++) {
    tale.wait(8 * SECOND, 25 * SECOND);
    tale.wrongCode(entry === 0 ? 'one-digit-off' : 'other');
  }
};

export const typesTooLate: Move = (tale) => {
  arrives(tale);
  tale.wait(CODE_VALID, CODE_VALID + MINUTE);
};

/** The next request supersedes this one. */
export const losesPatience: Move = (tale) => {
  tale.request();
  tale.wait(62 * SECOND, 2 * MINUTE);
};

/** The operator takes it, and reports that it could not deliver. */
function isReported(raw: RawReceipt): Move {
  return (tale) => {
    isSubmitted(tale);
    tale.wait(3 * SECOND, 20 * SECOND);
    tale.receipt(raw);
  };
}

export const findsNoPhone = isReported({ raw: 'UNDELIV', error: errorOf['absent-subscriber'] });

/** The operator does not even take it. */
export const isRejected: Move = (tale) => {
  tale.request();
  tale.wait(SECOND, 3 * SECOND);
  tale.receipt({ raw: 'REJECTD', error: null });
};

export const pauses: Move = (tale) => tale.wait(20 * SECOND, 2 * MINUTE);

const failures = [
  isLost,
  comesLate,
  typesWrongCodes,
  typesTooLate,
  findsNoPhone,
  isRejected,
  isReported({ raw: 'UNKNOWN', error: null }),
  isReported({ raw: 'UNDELIV', error: errorOf['inbox-full'] }),
  isReported({ raw: 'UNDELIV', error: errorOf.barred }),
] as const satisfies readonly Move[];

/** So many failed attempts of any kind, one after the other. */
export function fails(tale: Tale, count: number): void {
  for (let index = 0; index < count; index++) {
    tale.stage.random.pick(failures)(tale);
    pauses(tale);
  }
}

export const scansAndSigns: Move = (tale) => {
  tale.wait(SECOND, 3 * SECOND);
  tale.showQr();
  tale.wait(15 * SECOND, 90 * SECOND);
  if (tale.stage.random.chance(0.8)) tale.closeQr();
  tale.wait(30 * SECOND, 4 * MINUTE);
  tale.sign();
};

/** From the start to the first signature, with the troubles that people have on the way. */
export const activates: Move = (tale) => {
  const { random } = tale.stage;
  const luck = random.unit();
  if (luck < 0.3) fails(tale, 1);
  else if (luck < 0.48) fails(tale, 2);
  else if (luck < 0.58) {
    fails(tale, tale.stage.policy.sms.failuresToLock);
    tale.wait(5 * MINUTE, 5 * HOUR);
    tale.unlock();
    pauses(tale);
  } else if (luck < 0.66) losesPatience(tale);
  else if (luck < 0.76) {
    confirms(tale);
    tale.wait(MINUTE, HOUR);
  }
  confirms(tale);
  scansAndSigns(tale);
};

/** Signs now and then; some fumble with the OTP. */
export const usesIt: Move = (tale) => {
  const { random } = tale.stage;
  for (let times = random.between(0, 1); times > 0; times--) {
    tale.later(0.15);
    if (random.chance(0.15)) {
      tale.wrongOtp(random.pick(['wrong', 'used'] as const));
      tale.wait(20 * SECOND, MINUTE);
    }
    tale.wait(MINUTE, 2 * MINUTE);
    tale.sign();
  }
};

/** A new phone: reset with a supervisor's approval. */
export const isReset: Move = (tale) => {
  tale.askApproval('reset', 'new-phone', 'Nowy telefon, aktywacja od początku.');
  tale.wait(3 * MINUTE, 40 * MINUTE);
  tale.approveReset();
};

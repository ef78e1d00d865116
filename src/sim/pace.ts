import type { KnownAccount } from '../domain/account.ts';
import { type Instant, SECOND, type Serial } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { CertificateView } from '../domain/read-models.ts';
import type { World } from '../domain/world.ts';
import type { AnyMove } from './scenario.ts';
import { allOf, dueOf } from './shelves.ts';

/** Where the story stands, as far as the moment of the next move depends on it. */
export interface Hand {
  /** When the last move was made. */
  readonly since: Instant;
  readonly phone: string | null;
  readonly serial: Serial;
  readonly attempts: number;
  readonly lastTimeStep: number | null;
}

/** How long people take until they have done it. */
const takes = {
  'log-in': 10 * SECOND,
  open: 3 * SECOND,
  install: 20 * SECOND,
  'choose-pin': 8 * SECOND,
  'open-app': 4 * SECOND,
  'reinstall-app': 30 * SECOND,
  'start-desktop': 15 * SECOND,
  'stop-desktop': 2 * SECOND,
  'switch-phone': 3 * SECOND,
  'lose-phone': SECOND,
  'new-phone': SECOND,
  'new-number': SECOND,
  'send-code': 5 * SECOND,
  'enter-code': 8 * SECOND,
  'show-qr': 2 * SECOND,
  scan: 6 * SECOND,
  'close-window': 3 * SECOND,
  sign: 12 * SECOND,
  'check-signature': 6 * SECOND,
  'phone-clock': SECOND,
  network: SECOND,
  'crowd-sends-code': SECOND,
  'suspend-certificate': SECOND,
  'revoke-certificate': SECOND,
  ring: 30 * SECOND,
  'open-case': 5 * SECOND,
  verify: 40 * SECOND,
  unlock: 15 * SECOND,
  'ask-approval': 15 * SECOND,
  approve: 30 * SECOND,
  reject: 30 * SECOND,
  freeze: 10 * SECOND,
  'ask-phone-change': 20 * SECOND,
  'approve-phone-change': 30 * SECOND,
  'recognise-outage': 20 * SECOND,
  'end-outage': 20 * SECOND,
  tell: 10 * SECOND,
  'close-case': 5 * SECOND,
} as const satisfies Partial<Record<AnyMove['do'], number>>;

/** An SMS that nothing is known of is looked for after so long. */
const LOOKED_FOR_AFTER = 10 * SECOND;
const IN_FLIGHT_AT_MOST = 1000;

export function handOf(
  { account, view }: { readonly account: KnownAccount; readonly view: CertificateView },
  since: Instant,
): Hand {
  const { activation, certificate } = view;
  return {
    since,
    phone: account.phone?.e164 ?? null,
    serial: certificate.serial,
    attempts: activation.attempts,
    lastTimeStep: 'lastTimeStep' in activation ? activation.lastTimeStep : null,
  };
}

/** When the next move is due. */
export function momentOf(move: AnyMove, hand: Hand, world: World, policy: Policy): Instant {
  switch (move.do) {
    case 'wait':
    case 'pass-time':
      return hand.since + move.milliseconds;
    case 'wait-for-sms':
      return arrivalOf(hand, world);
    case 'sign': {
      const ready = hand.since + takes.sign;
      // Each OTP works once: after one was used, the next time step has to begin.
      if (move.otp !== 'next' || hand.lastTimeStep === null) return ready;
      return Math.max(ready, (hand.lastTimeStep + 1) * policy.otp.periodSeconds * SECOND);
    }
    default:
      return hand.since + takes[move.do];
  }
}

/** When the newest SMS code arrives, as far as the network knows by now. */
function arrivalOf({ since, phone, serial, attempts }: Hand, world: World): Instant {
  if (phone === null) return since;
  const arrived = allOf(world, 'inbox', phone).find(
    ({ value: { serial: about, body } }) => about === serial && body.kind === 'sms-code' && body.attempt === attempts,
  );
  if (arrived) return Math.max(since, arrived.value.arrivedAt);
  const underWay = dueOf(world, 'in-flight', Number.MAX_SAFE_INTEGER, IN_FLIGHT_AT_MOST).find(
    ({ value: { message } }) => message.phone === phone && message.body.kind === 'sms-code',
  );
  return underWay?.position ?? since + LOOKED_FOR_AFTER;
}

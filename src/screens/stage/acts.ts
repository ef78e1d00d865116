import { MINUTE, SECOND } from '../../domain/ids.ts';
import type { Move } from '../../sim/scenario.ts';
import type { StagePicture } from './picture.ts';

const LATE = 6 * MINUTE + 12 * SECOND;

/** What the trainer can do as the subscriber, in the order in which one meets it. */
export const acts: readonly Move[] = [
  { do: 'send-code' },
  { do: 'enter-code', which: 'right' },
  { do: 'enter-code', which: 'wrong' },
  { do: 'enter-code', which: 'previous' },
  { do: 'enter-code', which: 'swapped' },
  { do: 'show-qr' },
  { do: 'scan' },
  { do: 'close-window' },
  { do: 'sign', otp: 'next' },
  { do: 'sign', otp: 'wrong' },
  { do: 'sign', otp: 'same' },
];

/** What a trainer can let go wrong while the stage runs: by the network, the phone and the authority. */
export const faults: readonly Move[] = [
  { do: 'network', scope: 'operator', effect: 'outage', by: 0 },
  { do: 'network', scope: 'operator', effect: 'late', by: LATE },
  { do: 'network', scope: 'operator', effect: 'busy', by: 0 },
  { do: 'network', scope: 'operator', effect: 'normal', by: 0 },
  { do: 'network', scope: 'phone', effect: 'late', by: LATE },
  { do: 'network', scope: 'phone', effect: 'lost', by: 0 },
  { do: 'network', scope: 'phone', effect: 'phone-off', by: 0 },
  { do: 'network', scope: 'phone', effect: 'absent', by: 0 },
  { do: 'network', scope: 'phone', effect: 'inbox-full', by: 0 },
  { do: 'network', scope: 'phone', effect: 'wrong-number', by: 0 },
  { do: 'network', scope: 'phone', effect: 'barred', by: 0 },
  { do: 'network', scope: 'phone', effect: 'rejected', by: 0 },
  { do: 'network', scope: 'phone', effect: 'normal', by: 0 },
  { do: 'crowd-sends-code' },
  { do: 'phone-clock', skew: 4 * MINUTE },
  { do: 'phone-clock', skew: 0 },
  { do: 'suspend-certificate' },
  { do: 'revoke-certificate' },
];

/** What a person at these screens would do next. */
export function naturalAct({ portal, phone }: StagePicture): Move {
  const hasEntry = phone?.screen.on === 'codes' && phone.screen.entries.length > 0;
  switch (portal.on) {
    case 'enter-code': {
      const arrived = phone?.inbox.some(({ body }) => body.kind === 'sms-code' && body.validUntil === portal.deadline);
      return arrived ? { do: 'enter-code', which: 'right' } : { do: 'send-code' };
    }
    case 'confirmed':
      return { do: 'show-qr' };
    case 'secret':
      return hasEntry ? { do: 'close-window' } : { do: 'scan' };
    case 'window-closed':
      return hasEntry ? { do: 'sign', otp: 'next' } : { do: 'send-code' };
    case 'active':
      return { do: 'sign', otp: 'next' };
    default:
      return { do: 'send-code' };
  }
}

import { MINUTE, SECOND } from '../../domain/ids.ts';
import type { Move } from '../../sim/scenario.ts';
import type { StagePicture } from './picture.ts';

const LATE = 6 * MINUTE + 12 * SECOND;

/** What the trainer can do as the subscriber, in the order in which one meets it. */
export const acts = {
  sendCode: { do: 'send-code' },
  rightCode: { do: 'enter-code', which: 'right' },
  wrongCode: { do: 'enter-code', which: 'wrong' },
  previousCode: { do: 'enter-code', which: 'previous' },
  swappedCode: { do: 'enter-code', which: 'swapped' },
  showQr: { do: 'show-qr' },
  scan: { do: 'scan' },
  closeWindow: { do: 'close-window' },
  sign: { do: 'sign', otp: 'next' },
  signWithWrongOtp: { do: 'sign', otp: 'wrong' },
  signWithSameOtp: { do: 'sign', otp: 'same' },
  checkSignature: { do: 'check-signature', document: 'unchanged' },
  checkChanged: { do: 'check-signature', document: 'changed' },
  installApp: { do: 'install', what: 'app' },
  choosePin: { do: 'choose-pin' },
  openApp: { do: 'open-app', pin: 'right' },
  wrongPin: { do: 'open-app', pin: 'wrong' },
  reinstallApp: { do: 'reinstall-app' },
  startDesktop: { do: 'start-desktop', password: 'right' },
  stopDesktop: { do: 'stop-desktop' },
} as const satisfies Readonly<Record<string, Move>>;
export type ActName = keyof typeof acts;

/** What a trainer can let go wrong while the stage runs: by the network, the phone and the authority. */
export const faults = {
  outage: { do: 'network', scope: 'operator', effect: 'outage', by: 0 },
  operatorLate: { do: 'network', scope: 'operator', effect: 'late', by: LATE },
  operatorBusy: { do: 'network', scope: 'operator', effect: 'busy', by: 0 },
  operatorNormal: { do: 'network', scope: 'operator', effect: 'normal', by: 0 },
  crowd: { do: 'crowd-sends-code' },
  late: { do: 'network', scope: 'phone', effect: 'late', by: LATE },
  lost: { do: 'network', scope: 'phone', effect: 'lost', by: 0 },
  phoneOff: { do: 'switch-phone', to: 'off' },
  phoneOn: { do: 'switch-phone', to: 'on' },
  absent: { do: 'network', scope: 'phone', effect: 'absent', by: 0 },
  inboxFull: { do: 'network', scope: 'phone', effect: 'inbox-full', by: 0 },
  wrongNumber: { do: 'network', scope: 'phone', effect: 'wrong-number', by: 0 },
  barred: { do: 'network', scope: 'phone', effect: 'barred', by: 0 },
  rejected: { do: 'network', scope: 'phone', effect: 'rejected', by: 0 },
  normal: { do: 'network', scope: 'phone', effect: 'normal', by: 0 },
  clockFast: { do: 'phone-clock', skew: 4 * MINUTE },
  clockRight: { do: 'phone-clock', skew: 0 },
  losePhone: { do: 'lose-phone' },
  newPhone: { do: 'new-phone' },
  newNumber: { do: 'new-number' },
  suspend: { do: 'suspend-certificate' },
  revoke: { do: 'revoke-certificate' },
} as const satisfies Readonly<Record<string, Move>>;
export type FaultName = keyof typeof faults;

/** What a person at these screens would do next. */
export function naturalAct({ portal, phone }: StagePicture): ActName {
  const hasEntry = phone?.screen.on === 'codes' && phone.screen.entries.length > 0;
  switch (portal.on) {
    case 'enter-code': {
      const arrived = phone?.inbox.some(({ body }) => body.kind === 'sms-code' && body.validUntil === portal.deadline);
      return arrived ? 'rightCode' : 'sendCode';
    }
    case 'confirmed':
      return 'showQr';
    case 'secret':
      return hasEntry ? 'closeWindow' : 'scan';
    case 'window-closed':
      return hasEntry ? 'sign' : 'sendCode';
    case 'active':
      return 'sign';
    default:
      return 'sendCode';
  }
}

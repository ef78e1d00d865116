import { MINUTE, SECOND } from '../domain/ids.ts';
import type { SimRefusal } from './answer.ts';
import type { NetworkRule } from './shelves.ts';

/** One thing that the subscriber, the network or time does. `refused` is the refusal that belongs to the story. */
export type Move = (
  | { readonly do: 'request-code' }
  | { readonly do: 'wait-for-sms' }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'enter-code'; readonly which: 'right' | 'wrong' | 'previous' }
  | { readonly do: 'show-qr' }
  | { readonly do: 'scan' }
  | { readonly do: 'close-window' }
  | { readonly do: 'sign'; readonly otp: 'next' | 'same' | 'wrong' | 'of-first-entry' }
  | { readonly do: 'set-network'; readonly rule: NetworkRule | null }
  | { readonly do: 'set-phone-clock'; readonly skew: number }
) & { readonly refused?: SimRefusal['code'] };

const CODE_VALID = 5 * MINUTE;
const A_MOMENT_LATER = 5 * SECOND;
const LATE = 6 * MINUTE + 12 * SECOND;

const send: Move = { do: 'request-code' };
const sms: Move = { do: 'wait-for-sms' };
const confirm: Move = { do: 'enter-code', which: 'right' };
const showQr: Move = { do: 'show-qr' };
const scan: Move = { do: 'scan' };
const close: Move = { do: 'close-window' };
const sign: Move = { do: 'sign', otp: 'next' };
const network = (rule: NetworkRule | null): Move => ({ do: 'set-network', rule });
const wait = (milliseconds: number): Move => ({ do: 'wait', milliseconds });
const wrong = (refused: SimRefusal['code']): Move => ({ do: 'enter-code', which: 'wrong', refused });

const toTheQr: readonly Move[] = [send, sms, confirm, showQr];
const toTheApp: readonly Move[] = [...toTheQr, scan, close];
const lostSms: readonly Move[] = [network({ effect: 'lost' }), send, wait(CODE_VALID + A_MOMENT_LATER), network(null)];
const lateSms: readonly Move[] = [
  network({ effect: 'late', by: LATE }),
  send,
  wait(LATE + A_MOMENT_LATER),
  network(null),
];
const wrongCode: readonly Move[] = [send, sms, wrong('wrong-code'), wrong('wrong-code')];
const wrongOtp = (refused: SimRefusal['code']): Move => ({ do: 'sign', otp: 'wrong', refused });

/** The stories support hears, each from a certificate that waits for its activation. */
export const scenarios = {
  'happy-path': [...toTheApp, sign],
  'three-failures': [...lostSms, ...lateSms, ...wrongCode, wrong('activation-locked')],
  'late-sms': [...lateSms, { do: 'enter-code', which: 'right', refused: 'no-open-attempt' }],
  'lost-sms': lostSms,
  'phone-off': [network({ effect: 'absent' }), send, wait(10 * SECOND), network(null)],
  'wrong-code': [...wrongCode, wrong('attempt-failed')],
  'previous-code': [
    send,
    sms,
    wait(MINUTE),
    send,
    sms,
    { do: 'enter-code', which: 'previous', refused: 'wrong-code' },
    confirm,
  ],
  'too-soon': [send, { do: 'request-code', refused: 'too-soon' }],
  'qr-not-scanned': [...toTheQr, close, { do: 'scan', refused: 'no-qr-open' }, ...toTheApp, sign],
  'old-entry': [...toTheApp, ...toTheApp, { do: 'sign', otp: 'of-first-entry', refused: 'otp-of-old-secret' }, sign],
  'wrong-otp': [
    ...toTheApp,
    wrongOtp('otp-wrong'),
    wrongOtp('otp-wrong'),
    wrongOtp('otp-wrong'),
    wrongOtp('otp-wrong'),
    wrongOtp('activation-locked'),
  ],
  replay: [...toTheApp, sign, { do: 'sign', otp: 'same', refused: 'otp-already-used' }],
  'clock-drift': [
    ...toTheApp,
    { do: 'set-phone-clock', skew: 4 * MINUTE },
    { do: 'sign', otp: 'next', refused: 'otp-clock-off' },
    { do: 'set-phone-clock', skew: 0 },
    sign,
  ],
} as const satisfies Record<string, readonly Move[]>;

export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

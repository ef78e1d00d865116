import { MINUTE } from '../../src/domain/ids.ts';
import type { Move } from '../../src/sim/scenario.ts';
import { calledScenario, impostor, tellOnly } from './drilled.ts';

const network = (effect: 'lost' | 'normal'): Move => ({ do: 'network', scope: 'phone', effect, by: 0 });
const threeLost: readonly Move[] = [
  network('lost'),
  ...[1, 2, 3].flatMap((): readonly Move[] => [{ do: 'send-code' }, { do: 'wait', milliseconds: 5 * MINUTE + 5_000 }]),
  network('normal'),
];
const said = (en: string) => ({ en, pl: en });

/** Locked by three lost messages; signs once unlocked. */
export const lockedCall = calledScenario({
  before: threeLost,
  call: {
    ticket: 'INC-30101',
    answers: { 'what-do-you-see': said('Three failed attempts, it says. I am to call you.') },
  },
  after: [
    { do: 'send-code' },
    { do: 'wait-for-sms' },
    { do: 'enter-code', which: 'right' },
    { do: 'show-qr' },
    { do: 'scan' },
    { do: 'close-window' },
    { do: 'sign', otp: 'next' },
  ],
});

/** Has only to be told what happened, and goes on. */
export const lateCall = calledScenario({
  name: 'late',
  cause: 'sms-late',
  call: { ticket: 'INC-30118' },
  support: [{ do: 'verify', by: 'agent', passed: ['call-back', 'contract-number'], failed: [] }, ...tellOnly],
  after: [{ do: 'send-code' }, { do: 'wait-for-sms' }],
});

/** Somebody else, on an activation that is locked. */
export const impostorCall = {
  ...impostor,
  before: threeLost,
  call: { ...impostor.call, ticket: 'INC-30233', mood: 'charming' as const },
  support: impostor.support.filter((move) => move.do !== 'freeze'),
};

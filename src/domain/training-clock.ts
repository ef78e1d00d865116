import type { Instant } from './ids.ts';

/** The training clock: it showed `at` when the real time was `since`, and runs `speed` times as fast; 0 is a standstill. */
export interface ClockSetting {
  readonly at: Instant;
  readonly since: Instant;
  readonly speed: number;
}

export type ClockChange =
  | { readonly to: 'speed'; readonly speed: number }
  | { readonly to: 'moment'; readonly at: Instant }
  | { readonly to: 'real-time' };

export const realTime: ClockSetting = { at: 0, since: 0, speed: 1 };

export function timeAt({ at, since, speed }: ClockSetting, real: Instant): Instant {
  return Math.round(at + (real - since) * speed);
}

/** The clock from now on. Only the way back to real time may lead backwards: nobody else takes back what has happened. */
export function changedClock(setting: ClockSetting, real: Instant, change: ClockChange): ClockSetting {
  const now = timeAt(setting, real);
  switch (change.to) {
    case 'speed':
      return { at: now, since: real, speed: Math.max(0, change.speed) };
    case 'moment':
      return { at: Math.max(now, change.at), since: real, speed: setting.speed };
    case 'real-time':
      return realTime;
  }
}

import type { Instant } from './ids.ts';

/** The training clock: it showed `at` when the real time was `since`, and runs `speed` times as fast; 0 is a standstill. */
export interface ClockSetting {
  readonly at: Instant;
  readonly since: Instant;
  readonly speed: number;
  /** Where it stops by itself, so that what is due then finds exactly that moment; null when it goes on. */
  readonly until: Instant | null;
}

export type ClockChange =
  | { readonly to: 'speed'; readonly speed: number; readonly until?: Instant }
  | { readonly to: 'moment'; readonly at: Instant }
  | { readonly to: 'real-time' };

export const realTime: ClockSetting = { at: 0, since: 0, speed: 1, until: null };

export function timeAt({ at, since, speed, until }: ClockSetting, real: Instant): Instant {
  const now = Math.max(at, Math.round(at + (real - since) * speed));
  return until === null ? now : Math.min(now, until);
}

/** The clock from now on. Only the way back to real time may lead backwards: nobody else takes back what has happened. */
export function changedClock(setting: ClockSetting, real: Instant, change: ClockChange): ClockSetting {
  const now = timeAt(setting, real);
  switch (change.to) {
    case 'speed': {
      const until = change.until === undefined ? null : Math.max(now, change.until);
      return { at: now, since: real, speed: Math.max(0, change.speed), until };
    }
    case 'moment': {
      const at = Math.max(now, change.at);
      const until = setting.until === null ? null : Math.max(at, setting.until);
      return { at, since: real, speed: setting.speed, until };
    }
    case 'real-time':
      return realTime;
  }
}

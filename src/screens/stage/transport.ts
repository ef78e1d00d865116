import type { Instant } from '../../domain/ids.ts';

export const speeds = [1, 10, 60] as const;
export type Speed = (typeof speeds)[number];

/** What the story does next, and at which moment of story time; null when it is over, waits for somebody, or there is none. */
export type Beat = { readonly at: Instant } | null;

/** How the stage runs, apart from what is on it. */
export interface Transport {
  readonly playing: boolean;
  readonly speed: Speed;
  /** A step is being made: nothing else begins meanwhile. */
  readonly busy: boolean;
  /** How often the stage has looked since the last step. */
  readonly looks: number;
}

export type TransportEvent = 'play-or-pause' | 'next-speed' | 'pause' | 'looked' | 'began' | 'done';

/** Milliseconds of real time between two looks. */
export const LOOK_EVERY = 100;
/** So many looks the audience has to read what happened before the next thing does, however fast the clock runs. */
const READING: Readonly<Record<Speed, number>> = { 1: 15, 10: 10, 60: 5 };

export const ready: Transport = { playing: false, speed: 1, busy: false, looks: 0 };

export function transported(state: Transport, event: TransportEvent): Transport {
  switch (event) {
    case 'play-or-pause':
      return { ...state, playing: !state.playing };
    case 'next-speed':
      return { ...state, speed: speeds[(speeds.indexOf(state.speed) + 1) % speeds.length] ?? 1 };
    case 'pause':
      return { ...state, playing: false };
    case 'looked':
      return state.looks < READING[1] ? { ...state, looks: state.looks + 1 } : state;
    case 'began':
      return { ...state, busy: true };
    case 'done':
      return { ...state, busy: false, looks: 0 };
  }
}

/** Is it time for the next step? */
export function isDue({ playing, busy, looks, speed }: Transport, beat: Beat, now: Instant): boolean {
  return playing && !busy && beat !== null && now >= beat.at && looks >= READING[speed];
}

/**
 * How the clock has to run: not at all while paused or while a step is made, and never past the next step, so that it
 * is made at its own moment however late the stage looks.
 */
export interface Pace {
  readonly speed: number;
  readonly until: Instant | null;
}

export function paceOf({ playing, busy, speed }: Transport, beat: Beat): Pace {
  return playing && !busy ? { speed, until: beat?.at ?? null } : { speed: 0, until: null };
}

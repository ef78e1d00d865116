import type { Robot } from '../../support/robot.tsx';

/** Whose keyboard it is. */
export type Who = 'agent' | 'supervisor';
/** One key by its name, or a text that was typed, by what it was. */
export type Stroke = { readonly who: Who } & ({ readonly key: string } | { readonly text: string });

/** The robot's hands: what they press and type is written down. */
export interface Hand {
  readonly robot: Robot;
  press(...keys: readonly string[]): Promise<void>;
  /** `what` is the name under which a text is written down: it is another one in every call. */
  type(what: string, text: string): Promise<void>;
}

export function handOf(robot: Robot, who: Who, strokes: Stroke[]): Hand {
  return {
    robot,
    async press(...keys) {
      strokes.push(...keys.map((key) => ({ who, key })));
      await robot.press(...keys);
    },
    async type(what, text) {
      strokes.push({ who, text: what });
      await robot.type(text);
    },
  };
}

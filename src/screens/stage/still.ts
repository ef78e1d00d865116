import type { App } from '../../app.ts';
import type { Stage, StageState } from './engine.ts';
import { type StagePicture, takePicture } from './picture.ts';

/** The story and everything on stage, as of one moment. */
export interface Still {
  readonly state: StageState;
  readonly picture: StagePicture;
}

/** Null when the subscriber is gone. A step that is made meanwhile makes it take another look. */
export async function stillOf(app: App, stage: Stage): Promise<Still | null> {
  for (;;) {
    const state = stage.state();
    const picture = await takePicture(app, { ...state.cast, phone: state.phone });
    if (picture === null) return null;
    const { done, cast, phone } = stage.state();
    if (done === state.done && cast === state.cast && phone === state.phone) return { state, picture };
  }
}

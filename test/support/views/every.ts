import { agentsViews } from './agents.ts';
import { changeViews } from './changes.ts';
import { deskViews } from './desk.ts';
import { overlayViews } from './overlays.ts';
import { pastViews } from './past.ts';
import { radarViews } from './radar.ts';
import { recordViews } from './records.ts';
import { reportViews } from './reports.ts';
import { unansweredViews } from './unanswered.ts';
import type { View } from './view.ts';

/** Every screen in every state that is drawn on purpose; the stage and the school have their own desks and frames. */
export const everyView: readonly View[] = [
  ...overlayViews,
  ...deskViews,
  ...changeViews,
  ...agentsViews,
  ...pastViews,
  ...recordViews,
  ...radarViews,
  ...reportViews,
  ...unansweredViews,
];

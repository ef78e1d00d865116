import type { Policy } from '../../domain/policy.ts';
import type { Texts } from '../../text/en.ts';
import { keyOf } from '../../ui/keymap.ts';
import type { Size } from '../../ui/use-size.ts';
import type { StageState } from './engine.ts';
import { type PaneName, paneNames, putTogether, type Room, type StageLayout, stageLayout } from './layout.ts';
import { paneLines } from './pane-lines.ts';
import type { StagePicture } from './picture.ts';
import { storyLines } from './story-view.ts';

/** A menu that lies over one of the panes. */
export interface MenuShown {
  readonly pane: PaneName;
  readonly title: string;
  readonly lines: (room: Room) => readonly string[];
}

export interface StageView {
  readonly state: StageState;
  readonly picture: StagePicture;
  /** The pane that is shown where there is room for one only. */
  readonly focus: PaneName;
  readonly menu: MenuShown | null;
}

/** The panes and the story's band below them: what the stage looks like depends on these alone. */
export function stageLines(
  { state, picture, focus, menu }: StageView,
  { texts, body, policy }: { readonly texts: Texts; readonly body: Size; readonly policy: Policy },
): readonly string[] {
  const layout = stageLayout(body);
  const now = picture.at;
  const draw = (name: PaneName, room: Room) =>
    menu?.pane === name ? menu.lines(room) : paneLines(name, picture, { texts, now, ...room, policy });
  const titled = (name: PaneName, isCut: boolean) =>
    menu?.pane === name ? menu.title : titleOf(name, isCut, layout, texts);
  return [...putTogether(layout, draw, titled, focus), ...storyLines(state, { texts, now, width: body.columns })];
}

/** With one pane at a time the heading names the others, and their keys. */
function titleOf(name: PaneName, isCut: boolean, { kind }: StageLayout, { stage, keys }: Texts): string {
  const own = isCut ? `${stage.panes[name]} …` : stage.panes[name];
  if (kind !== 'single') return own;
  const others = paneNames.filter((one) => one !== name);
  const keyed = others.map((one) => `${keyOf(`pane-${one}`, keys.names)} ${stage.panes[one]}`);
  return [own, ...keyed].join(' · ');
}

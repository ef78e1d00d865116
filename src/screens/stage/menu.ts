import type { Move } from '../../sim/scenario.ts';
import type { Texts } from '../../text/en.ts';
import { cell, line } from '../../ui/cells.ts';
import type { ListState } from '../../ui/list-state.ts';
import { acts, faults, naturalAct } from './acts.ts';
import { captionOf } from './caption.ts';
import type { StagePicture } from './picture.ts';

export type MenuName = 'act' | 'fault';

export interface MenuItem {
  readonly label: string;
  readonly move: Move;
}

/** What can be done by hand; of the subscriber's acts the natural one comes first, so that Enter goes on with the story. */
export function menuItems(name: MenuName, picture: StagePicture, texts: Texts): readonly MenuItem[] {
  const labelled = (move: Move) => ({ label: captionOf(move, { call: null }, texts), move });
  if (name === 'fault') return faults.map(labelled);
  const natural = labelled(naturalAct(picture));
  return [natural, ...acts.map(labelled).filter(({ label }) => label !== natural.label)];
}

export function menuLines(items: readonly MenuItem[], { selected, top }: ListState, width: number, height: number) {
  return items.slice(top, top + height).map(({ label }, row) => {
    const chosen = top + row === selected;
    return line([cell(chosen ? ' ▸ ' : '   ', 'selected'), cell(label, chosen ? 'selected' : 'plain')], width);
  });
}

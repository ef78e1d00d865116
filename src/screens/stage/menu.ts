import type { Move } from '../../sim/scenario.ts';
import type { Texts } from '../../text/en.ts';
import { cell, line, wrapTo } from '../../ui/cells.ts';
import type { ListState } from '../../ui/list-state.ts';
import { type ActName, acts, type FaultName, faults, naturalAct } from './acts.ts';
import { captionOf } from './caption.ts';
import type { Room } from './layout.ts';
import type { StagePicture } from './picture.ts';

export type MenuName = 'act' | 'fault';

export interface MenuItem {
  readonly label: string;
  /** What comes of it. */
  readonly caption: string;
  readonly move: Move;
}

/** Below the list: a blank line, and what comes of the chosen item. */
const BELOW = 3;

export function menuHeight({ height }: Room): number {
  return Math.max(1, height - BELOW);
}

/** What can be done by hand; of the subscriber's acts the natural one comes first, so that Enter goes on with the story. */
export function menuItems(name: MenuName, picture: StagePicture, texts: Texts): readonly MenuItem[] {
  const { act, fault } = texts.stage;
  const item = (label: string, move: Move) => ({ label, caption: captionOf(move, { call: null }, texts), move });
  if (name === 'fault') return (Object.keys(faults) as FaultName[]).map((one) => item(fault.items[one], faults[one]));
  const natural = naturalAct(picture);
  const others = (Object.keys(acts) as ActName[]).filter((one) => one !== natural);
  return [natural, ...others].map((one) => item(act.items[one], acts[one]));
}

export function menuLines(items: readonly MenuItem[], { selected, top }: ListState, room: Room): readonly string[] {
  const shown = menuHeight(room);
  const rows = items.slice(top, top + shown).map(({ label }, row) => {
    const chosen = top + row === selected;
    return line([cell(chosen ? ' ▸ ' : '   ', 'selected'), cell(label, chosen ? 'selected' : 'plain')], room.width);
  });
  const caption = wrapTo(items[selected]?.caption ?? '', room.width - 4, BELOW - 1);
  return [...rows, '', ...caption.map((part) => line([cell(`   ${part}`, 'muted')], room.width))];
}

import { beside, panel, squeezed, tall } from '../../ui/layout.ts';
import type { Size } from '../../ui/use-size.ts';

export const paneNames = ['portal', 'phone', 'computer', 'network', 'support'] as const;
export type PaneName = (typeof paneNames)[number];

/** Room for what a pane shows, its heading not counted. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface StageLayout {
  /** All five side by side; the same in two columns; or one at a time. */
  readonly kind: 'wide' | 'grid' | 'single';
  readonly rooms: Readonly<Record<PaneName, Room>>;
}

const WIDE = { columns: 160, rows: 41 };
const GRID = { columns: 120, rows: 36 };
const BAR = 3;
/** The secret's QR is 45 cells wide and 23 lines high. */
const PORTAL = 47;
const PHONE = { wide: 34, grid: 29 };
const PHONE_HEIGHT = { wide: 25, grid: 17 };
const COMPUTER_HEIGHT = 6;

/** How much each pane gets of a screen's body, when the story has its lines. */
export function stageLayout({ columns, rows: all }: Size): StageLayout {
  const rows = all - storyHeight(columns);
  if (columns >= WIDE.columns && all >= WIDE.rows) return wide(columns, rows);
  if (columns >= GRID.columns && all >= GRID.rows) return grid(columns, rows);
  const room = { width: columns, height: rows - 1 };
  return { kind: 'single', rooms: { portal: room, phone: room, computer: room, network: room, support: room } };
}

/** Where the story stands, what happened, what comes next: sentences that take more lines in a narrow window. */
export function storyHeight(columns: number): number {
  return columns < GRID.columns ? 7 : 5;
}

function wide(columns: number, rows: number): StageLayout {
  const right = columns - PORTAL - PHONE.wide - 2 * BAR;
  const network = Math.floor(rows / 3);
  return {
    kind: 'wide',
    rooms: {
      portal: { width: PORTAL, height: rows - 1 },
      phone: { width: PHONE.wide, height: PHONE_HEIGHT.wide },
      computer: { width: PHONE.wide, height: rows - PHONE_HEIGHT.wide - 2 },
      network: { width: right, height: network },
      support: { width: right, height: rows - network - 2 },
    },
  };
}

function grid(columns: number, rows: number): StageLayout {
  const right = columns - PORTAL - BAR;
  return {
    kind: 'grid',
    rooms: {
      portal: { width: PORTAL, height: rows - COMPUTER_HEIGHT - 2 },
      computer: { width: PORTAL, height: COMPUTER_HEIGHT },
      phone: { width: PHONE.grid, height: PHONE_HEIGHT.grid },
      network: { width: right - PHONE.grid - BAR, height: PHONE_HEIGHT.grid },
      support: { width: right, height: rows - PHONE_HEIGHT.grid - 2 },
    },
  };
}

/** The panes put together; `titled` names one, also when it has more lines than room. */
export function putTogether(
  { kind, rooms }: StageLayout,
  lines: (name: PaneName, room: Room) => readonly string[],
  titled: (name: PaneName, isCut: boolean) => string,
  focus: PaneName,
): readonly string[] {
  const pane = (name: PaneName) => {
    const room = rooms[name];
    const drawn = squeezed(lines(name, room), room.height);
    const title = titled(name, drawn.length > room.height);
    return panel(title, tall(drawn, room.height), room.width, kind === 'single');
  };
  switch (kind) {
    case 'wide': {
      const middle = beside(
        [...pane('phone'), ...pane('computer')],
        [...pane('network'), ...pane('support')],
        rooms.phone.width,
      );
      return beside(pane('portal'), middle, rooms.portal.width);
    }
    case 'grid': {
      const above = beside(pane('phone'), pane('network'), rooms.phone.width);
      return beside([...pane('portal'), ...pane('computer')], [...above, ...pane('support')], rooms.portal.width);
    }
    case 'single':
      return pane(focus);
  }
}

import type { CertificateView } from '../../domain/read-models.ts';
import type { Size } from '../../ui/use-size.ts';

export const panelNames = ['attempts', 'audit'] as const;
export type PanelName = (typeof panelNames)[number];

/** How the account is laid out, and how many lines each panel has under its heading. */
export interface AccountLayout {
  readonly kind: 'columns' | 'stacked' | 'single';
  readonly topWidth: number;
  readonly panelWidth: number;
  readonly heights: Readonly<Record<PanelName, number>>;
}

/** From this width on the certificates and the panels stand side by side without cutting either. */
const TWO_COLUMNS = 150;
const LEFT = 82;
const BAR = 3;
/** With fewer lines left than this, one panel at a time is shown. */
const ROOM_FOR_BOTH = 14;

/** A panel with fewer lines than this says little. */
const ENOUGH = 4;

export function columnsFit({ columns }: Size): boolean {
  return columns >= TWO_COLUMNS;
}

/** `above` is how many lines stand over the panels, `attempts` how many lines the attempts would like to have. */
export function layoutOf(size: Size, above: number, attempts: number): AccountLayout {
  const { columns, rows } = size;
  if (columnsFit(size)) {
    return {
      kind: 'columns',
      topWidth: LEFT,
      panelWidth: columns - LEFT - BAR,
      heights: { attempts: Math.ceil(rows / 2) - 1, audit: Math.floor(rows / 2) - 1 },
    };
  }
  const room = rows - above - 1;
  const widths = { topWidth: columns, panelWidth: columns };
  if (room < ROOM_FOR_BOTH) return { kind: 'single', ...widths, heights: { attempts: room - 1, audit: room - 1 } };
  const first = Math.max(2, Math.min(attempts, Math.floor((room * 3) / 5) - 3));
  return { kind: 'stacked', ...widths, heights: { attempts: first, audit: room - first - 3 } };
}

/** The part above the panels; where it would leave a panel but a line or two, without the blank lines in it. */
export function closedUp(above: readonly string[], size: Size): readonly string[] {
  const { kind, heights } = layoutOf(size, above.length, 0);
  return kind === 'single' && heights.attempts < ENOUGH ? above.filter((line) => line !== '') : above;
}

/** The width that the part above the panels has. */
export function topWidthOf(size: Size): number {
  return columnsFit(size) ? LEFT : size.columns;
}

const urgency = {
  locked: 5,
  frozen: 4,
  disabled: 3,
  awaiting_code: 2,
  awaiting_otp: 2,
  inactive: 1,
  active: 1,
} as const satisfies Record<CertificateView['activation']['status'], number>;

/** Where to look first on an account: at the usable certificate whose activation is most in need. */
export function mostPressing(certificates: readonly CertificateView[]): number {
  const needs = certificates.map(
    ({ status, activation }) => (status === 'valid' ? 10 : 0) + urgency[activation.status],
  );
  return Math.max(0, needs.indexOf(Math.max(...needs)));
}

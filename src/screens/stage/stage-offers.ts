import type { ActionId } from '../../ui/keymap.ts';
import type { Offer } from '../../ui/offers.ts';
import { type PaneName, paneNames } from './layout.ts';
import type { MenuName } from './menu.ts';

/** What the keys do; who draws a picture of the stage needs none of it. */
export interface StageHands {
  readonly play: () => void;
  readonly step: () => void;
  readonly speed: () => void;
  readonly menu: (name: MenuName) => void;
  readonly jump: () => void;
  readonly restart: () => void;
  readonly qrAlone: () => void;
  readonly account: () => void;
  readonly other: () => void;
  readonly focus: (change: (pane: PaneName) => PaneName) => void;
  readonly leave: () => void;
}

/** What can be done on stage now; in a replay nothing that would change it. `noQr` says why there is no QR to be shown alone. */
export function stageOffers(
  on: StageHands,
  {
    story,
    single,
    replay,
    noQr,
  }: { readonly story: boolean; readonly single: boolean; readonly replay: boolean; readonly noQr: string | undefined },
): readonly Offer[] {
  return [
    { action: 'play-or-pause', run: on.play },
    ...(story ? [{ action: 'next-step-of-story' as const, run: on.step }] : []),
    { action: 'next-speed', run: on.speed },
    ...(replay
      ? []
      : [
          { action: 'act-by-hand' as const, run: () => on.menu('act') },
          { action: 'inject-fault' as const, run: () => on.menu('fault') },
        ]),
    { action: 'next-event', run: on.jump },
    { action: 'from-the-start', run: on.restart },
    ...(replay ? [] : [{ action: 'qr-alone' as const, run: on.qrAlone, disabled: noQr }]),
    { action: 'open', run: on.account },
    ...(replay ? [] : [{ action: 'other-story' as const, run: on.other }]),
    ...(single ? paneOffers(on) : []),
    { action: 'back', run: on.leave },
  ];
}

function paneOffers({ focus }: StageHands): readonly Offer[] {
  const beside = (by: number) => () =>
    focus((one) => paneNames[(paneNames.indexOf(one) + by + paneNames.length) % paneNames.length] ?? one);
  const named = paneNames.map((name) => ({
    action: `pane-${name}` satisfies ActionId as ActionId,
    run: () => focus(() => name),
    quiet: true as const,
  }));
  return [{ action: 'next-panel', run: beside(1) }, { action: 'previous-panel', run: beside(-1) }, ...named];
}

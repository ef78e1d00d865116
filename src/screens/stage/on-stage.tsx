import { useEffect, useState } from 'react';
import type { Scenario } from '../../sim/scenario.ts';
import { cell, line } from '../../ui/cells.ts';
import type { ActionId } from '../../ui/keymap.ts';
import type { Offer } from '../../ui/offers.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { refusalOf } from './caption.ts';
import type { Stage } from './engine.ts';
import { freePlay } from './free-play.ts';
import { type PaneName, paneNames } from './layout.ts';
import { type MenuName, menuItems, menuLines } from './menu.ts';
import { takePicture } from './picture.ts';
import { QrAlone } from './qr-alone.tsx';
import { layoutOn, type MenuShown, stageLines } from './stage-view.ts';
import { useStage } from './use-stage.ts';
import { paneOf } from './where.ts';

/** One story being played: the subscriber's screens, the network, what support sees, and the keys that drive it. */
export function OnStage({
  scenario,
  seed,
  onOther,
}: {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly onOther: () => void;
}) {
  const { app, texts, size, now, revision, go, back, notify } = useConsole();
  const { stage: say } = texts;
  const fail = (error: unknown) => notify({ tone: 'danger', text: texts.console.failed(String(error)) });
  const stage = useStage(app, scenario, seed, {
    onFault: fail,
    onRefused: (refusal) => notify({ tone: 'danger', text: say.story.cannotBegin(refusalOf(refusal, texts)) }),
  });
  const state = stage?.state();
  const { customerId, serial } = state?.cast ?? { customerId: '', serial: '' };
  const asked = useQuestion(
    () => takePicture(app, { customerId, serial }),
    stage ? `${revision} ${now} ${serial} ${state?.done}` : '',
  );
  const picture = asked.answer ?? null;
  const [focus, setFocus] = useState<PaneName>('portal');
  const [menu, setMenu] = useState<MenuName | null>(null);
  const [qrAlone, setQrAlone] = useState(false);
  const body = { columns: size.columns, rows: size.rows - FRAME_LINES };
  const layout = layoutOn(body);
  const single = layout.kind === 'single';
  const menuPane: PaneName = single ? focus : 'support';
  const items = menu && picture ? menuItems(menu, picture, texts) : [];
  const { list, offers: moves, reset } = useList(items, layout.rooms[menuPane].height, ({ label }) => label);
  const last = state?.last ?? null;
  useEffect(() => {
    if (last) setFocus(paneOf(last.move));
  }, [last]);

  const leave = () => {
    back();
    notify({ tone: 'muted', text: say.story.leave });
  };
  if (!stage || !state || !picture)
    return (
      <Frame
        title={say.title}
        body={[line([cell(` ${say.story.working}`, 'muted')])]}
        offers={[{ action: 'back', run: leave }]}
      />
    );
  const { portal } = picture;
  const qr = portal.on === 'secret' ? portal.lines : null;
  if (qrAlone) return <QrAlone lines={qr ?? []} onBack={() => setQrAlone(false)} />;
  const shown: MenuShown | null = menu && {
    pane: menuPane,
    title: say[menu].title,
    lines: ({ width, height }) => menuLines(items, list, width, height),
  };
  return (
    <Frame
      title={say.title}
      body={stageLines({ state, picture, focus, menu: shown }, { texts, body, policy: app.policy })}
      offers={menu ? menuOffers(stage) : offers(stage)}
    />
  );

  function offers(on: Stage): readonly Offer[] {
    const run = (body: () => Promise<unknown>) => () => void body().catch(fail);
    const jump = async () => {
      if (!(await on.jump())) notify({ tone: 'muted', text: say.story.nothingDue });
    };
    const isStory = scenario !== freePlay;
    return [
      { action: 'play-or-pause', run: run(() => on.press('play-or-pause')) },
      ...(isStory ? [{ action: 'next-step-of-story' as const, run: run(on.step) }] : []),
      { action: 'next-speed', run: run(() => on.press('next-speed')) },
      { action: 'act-by-hand', run: () => openMenu('act') },
      { action: 'inject-fault', run: () => openMenu('fault') },
      { action: 'next-event', run: run(jump) },
      { action: 'from-the-start', run: run(on.restart) },
      { action: 'qr-alone', run: () => setQrAlone(true), disabled: qr ? undefined : say.qr.none },
      { action: 'open', run: () => go({ screen: 'account', customerId, serial }) },
      { action: 'other-story', run: onOther },
      ...(single ? paneOffers() : []),
      { action: 'back', run: leave },
    ];
  }

  function paneOffers(): readonly Offer[] {
    const beside = (by: number) => () =>
      setFocus((one) => paneNames[(paneNames.indexOf(one) + by + paneNames.length) % paneNames.length] ?? one);
    const named = paneNames.map((name) => ({
      action: `pane-${name}` satisfies ActionId as ActionId,
      run: () => setFocus(name),
      quiet: true as const,
    }));
    return [{ action: 'next-panel', run: beside(1) }, { action: 'previous-panel', run: beside(-1) }, ...named];
  }

  function openMenu(name: MenuName): void {
    reset();
    setMenu(name);
  }

  function menuOffers(on: Stage): readonly Offer[] {
    const item = items[list.selected];
    const choose = async () => {
      if (!item) return;
      setMenu(null);
      const refusal = await on.byHand(item.move);
      if (refusal) notify({ tone: 'warning', text: say.story.refused(refusalOf(refusal, texts)) });
    };
    return [
      { action: 'open', run: () => void choose().catch(fail) },
      { action: 'back', run: () => setMenu(null) },
      { action: 'play-or-pause', run: () => void on.press('play-or-pause').catch(fail) },
      ...moves,
    ];
  }
}

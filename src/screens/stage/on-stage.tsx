import { useState } from 'react';
import type { Scenario } from '../../sim/scenario.ts';
import { cell, line } from '../../ui/cells.ts';
import type { Offer } from '../../ui/offers.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { broken } from '../explain.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { refusalOf } from './caption.ts';
import { StoryChooser } from './chooser.tsx';
import type { Stage } from './engine.ts';
import { freePlay } from './free-play.ts';
import { type PaneName, stageLayout } from './layout.ts';
import { type MenuName, menuHeight, menuItems, menuLines } from './menu.ts';
import { QrAlone } from './qr-alone.tsx';
import { type StageHands, stageOffers } from './stage-offers.ts';
import { type MenuShown, stageLines } from './stage-view.ts';
import { stillOf } from './still.ts';
import { useStage } from './use-stage.ts';
import { veiled } from './veil.ts';
import { paneOf } from './where.ts';

/**
 * One story being played: the subscriber's screens, the network, what support sees, and the keys that drive it.
 * Without `onOther` it is a replay: nobody interferes, and what is secret is veiled.
 */
export function OnStage({
  scenario,
  seed,
  onOther,
}: {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly onOther: ((scenario: Scenario) => void) | null;
}) {
  const { app, texts, size, now, revision, go, back, notify } = useConsole();
  const { stage: say } = texts;
  const fail = (error: unknown) => notify({ tone: 'danger', text: texts.console.failed(broken(error)) });
  const stage = useStage(app, scenario, seed, {
    onFault: fail,
    onRefused: (refusal) => notify({ tone: 'danger', text: say.story.cannotBegin(refusalOf(refusal, texts)) }),
  });
  const live = stage?.state();
  // What is told and what is seen belong together: both are of one moment.
  const asked = useQuestion(
    async () => stage && stillOf(app, stage),
    stage ? `${revision} ${now} ${live?.cast.serial} ${live?.done}` : '',
  );
  const seen = asked.answer?.picture ?? null;
  const picture = seen && !onOther ? veiled(seen) : seen;
  const state = asked.answer && live && { ...asked.answer.state, transport: live.transport };
  const [chosen, setChosen] = useState<{ readonly pane: PaneName; readonly done: number } | null>(null);
  const [menu, setMenu] = useState<MenuName | null>(null);
  const [qrAlone, setQrAlone] = useState(false);
  const [choosing, setChoosing] = useState(false);
  // Where there is room for one pane it follows the story, until somebody looks elsewhere.
  const followed = state?.last ? paneOf(state.last.move) : 'portal';
  const focus = chosen && chosen.done === state?.done ? chosen.pane : followed;
  const body = { columns: size.columns, rows: size.rows - FRAME_LINES };
  const layout = stageLayout(body);
  const single = layout.kind === 'single';
  const menuPane: PaneName = single ? focus : 'support';
  const items = menu && picture ? menuItems(menu, picture, texts) : [];
  const { list, offers: moves, reset } = useList(items, menuHeight(layout.rooms[menuPane]), ({ label }) => label);

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
  const { customerId, serial } = state.cast;
  const lead = { customerId, serial };
  const qr = portal.on === 'secret' && portal.lines.length > 0 ? portal.lines : null;
  if (choosing && onOther) return <StoryChooser onChosen={onOther} onBack={() => setChoosing(false)} />;
  if (qrAlone) return <QrAlone lines={qr ?? []} onBack={() => setQrAlone(false)} />;
  const shown: MenuShown | null = menu && {
    pane: menuPane,
    title: `${say[menu].title}${list.top > 0 ? ' ↑' : ''}${list.top + menuHeight(layout.rooms[menuPane]) < items.length ? ' ↓' : ''}`,
    lines: (room) => menuLines(items, list, room),
  };
  return (
    <Frame
      title={say.title}
      body={stageLines({ state, picture, focus, menu: shown }, { texts, body, policy: app.policy })}
      offers={
        menu
          ? menuOffers(stage)
          : stageOffers(handsOf(stage), {
              story: scenario !== freePlay,
              single,
              replay: !onOther,
              noQr: qr ? undefined : say.qr.none,
            })
      }
    />
  );

  function handsOf(on: Stage): StageHands {
    const run = (body: () => Promise<unknown>) => () => void body().catch(fail);
    const chooseOther = async () => {
      if (on.state().transport.playing) await on.press('play-or-pause');
      setChoosing(true);
    };
    const jump = async () => {
      if (!(await on.jump())) notify({ tone: 'muted', text: say.story.nothingDue });
    };
    return {
      play: run(() => on.press('play-or-pause')),
      step: run(on.step),
      speed: run(() => on.press('next-speed')),
      menu: openMenu,
      jump: run(jump),
      restart: run(on.restart),
      qrAlone: () => setQrAlone(true),
      account: () => go({ screen: 'account', ...lead }),
      other: run(chooseOther),
      focus: (change) => setChosen({ pane: change(focus), done: state?.done ?? 0 }),
      leave,
    };
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
      setChosen({ pane: paneOf(item.move), done: state?.done ?? 0 });
      const refusal = await on.byHand(item.move);
      if (refusal) notify({ tone: 'warning', text: say.story.refused(refusalOf(refusal, texts)) });
    };
    return [
      { action: 'run-action', run: () => void choose().catch(fail) },
      { action: 'back', run: () => setMenu(null) },
      { action: 'play-or-pause', run: () => void on.press('play-or-pause').catch(fail) },
      ...moves,
    ];
  }
}

import { useMemo, useState } from 'react';
import type { ShiftPlace } from '../../sim/drill.ts';
import { callsFor, nextCall } from '../../sim/drill-calls.ts';
import { type DoneDrill, doneDrills, drillEvents } from '../../sim/drill-record.ts';
import { cell, line } from '../../ui/cells.ts';
import { SCROLL_MARK, scrolled } from '../../ui/layout.ts';
import type { Offer } from '../../ui/offers.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { whyNoStage } from '../stage/why-not.ts';
import { debriefLines } from './debrief-view.ts';
import { useRinging } from './use-ringing.ts';
import { useScenarios } from './use-scenarios.ts';

/** A call that is over, by whose it was and its number. */
export function DebriefScreen({ route }: { readonly route: Extract<Route, { screen: 'debrief' }> }) {
  return <Debrief agentId={route.agentId} number={route.number} />;
}

/** The debrief of this agent's newest call. */
export function LastDebrief() {
  const { session } = useConsole();
  return <Debrief agentId={session?.agentId ?? ''} number={null} />;
}

function Debrief({ agentId, number }: { readonly agentId: string; readonly number: number | null }) {
  const { app, texts, size, session, ownCalls, go, back } = useConsole();
  const newest = app.revision();
  const { ringing, ringFor } = useRinging();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to read again
  const all = useMemo(() => (app.world ? doneDrills(app.world, agentId) : []), [app, agentId, newest]);
  const done = number === null ? all.at(-1) : all.find(({ drill }) => drill.number === number);
  const scenarios = useScenarios();
  const width = size.columns;
  const height = size.rows - FRAME_LINES;
  const lines = useMemo(() => {
    if (!done || !app.world) return [];
    const events = drillEvents(app.world, done.drill.id);
    const drawn = (room: number) => debriefLines({ done, events, ...beside(done, all) }, texts, room);
    const whole = drawn(width);
    return whole.length > height ? drawn(width - SCROLL_MARK) : whole;
  }, [app, done, all, texts, width, height]);
  // Scrolled by its last line, so that every move of a list turns the page.
  const [top, setTop] = useState(0);
  const lowest = Math.max(0, lines.length - height);
  const shown = scrolled(lines, Math.min(top, lowest), height, width);
  const scroll = (by: number) => () => setTop((one) => Math.max(0, Math.min(lowest, one + by)));
  // A shift goes on after its newest call only.
  const next = done && done === all.at(-1) && session?.agentId === agentId ? shiftAfter(done) : null;
  const body = ringing
    ? ['', line([cell(`  ☎ ${texts.school.calls.preparing}`, 'warning')], width)]
    : done
      ? shown
      : [line([cell(` ${number === null ? texts.console.loading : texts.school.debrief.none}`, 'muted')])];

  return <Frame title={texts.school.debrief.title} body={body} offers={offers()} />;

  function offers(): readonly Offer[] {
    const coming = next && scenarios ? nextCall(callsFor(scenarios, all), ownCalls) : null;
    return [
      ...(done && !next ? [{ action: 'finish' as const, run: leave }] : []),
      ...(next && coming && !ringing
        ? [{ action: 'next-call' as const, run: () => void ringFor(coming.scenario, next) }]
        : []),
      ...(done
        ? [
            {
              action: 'play-model' as const,
              run: () => playModel(done),
            },
          ]
        : []),
      { action: 'back', run: leave },
      { action: 'up', run: scroll(-1) },
      { action: 'down', run: scroll(1) },
      { action: 'page-up', run: scroll(1 - height) },
      { action: 'page-down', run: scroll(height - 1) },
      { action: 'first', run: scroll(-lines.length) },
      { action: 'last', run: scroll(lines.length) },
    ];
  }

  function playModel({ drill: { scenario, number: seed } }: DoneDrill): void {
    const veiled = !session || whyNoStage(app.realm, session.role, texts) !== undefined;
    go({ screen: veiled ? 'replay' : 'stage', scenario, seed });
  }

  /** Back to the class, or from one's own call to the school. */
  function leave(): void {
    if (number === null) go({ screen: 'school' });
    else back();
  }
}

/** Earlier runs of the same call, and the calls of the same shift up to this one. */
function beside(done: DoneDrill, all: readonly DoneDrill[]) {
  const { drill } = done;
  const before = all.filter((one) => one.drill.number < drill.number);
  const first = drill.number - (drill.shift?.place ?? 1) + 1;
  return {
    earlier: before.filter((one) => one.drill.scenario.name === drill.scenario.name),
    shift: drill.shift ? all.filter((one) => one.drill.number >= first && one.drill.number <= drill.number) : [],
  };
}

function shiftAfter({ drill: { shift } }: DoneDrill): ShiftPlace | null {
  return shift && shift.place < shift.of ? { ...shift, place: shift.place + 1 } : null;
}

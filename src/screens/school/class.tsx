import { useMemo } from 'react';
import { hasCall } from '../../sim/drill.ts';
import { callsFor } from '../../sim/drill-calls.ts';
import { pupilsOf } from '../../sim/drill-class.ts';
import { drillPolicy } from '../../sim/drill-policy.ts';
import { doneDrills } from '../../sim/drill-record.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import type { Offer } from '../../ui/offers.ts';
import { table } from '../../ui/table.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { useList } from '../use-list.ts';
import { classLines, runColumns } from './class-view.ts';
import { useScenarios } from './use-scenarios.ts';

/** Everybody who learns, at a glance; for trainers and supervisors. */
export function ClassScreen() {
  const { app, texts, size, session, revision, go, back } = useConsole();
  const { class: say } = texts.school;
  const width = size.columns;
  const allowed = session?.role === 'trainer' || session?.role === 'supervisor';
  const { answer: agents } = useQuestion(() => app.ask.agents(), `${revision}`);
  const all = useScenarios();
  const pupils = useMemo(() => {
    const { world } = app;
    return agents && world && allowed
      ? pupilsOf(agents, (agentId) => doneDrills(world, agentId), drillPolicy.runsCompared)
      : [];
  }, [app, agents, allowed]);
  const scenarios = useMemo(() => callsFor((all ?? []).filter(hasCall), []).map(({ scenario }) => scenario), [all]);
  const { list, offers: moves } = useList(pupils, size.rows - FRAME_LINES, ({ agentId }) => agentId);
  const chosen = pupils[list.selected];

  return <Frame title={say.title} body={body()} offers={offers()} />;

  function body(): readonly string[] {
    const told = (text: string) => wrap(text, width - 4).map((part) => line([cell(`  ${part}`, 'warning')], width));
    if (!allowed) return told(say.mayNot);
    if (!agents || !all) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    if (pupils.length === 0) return told(say.nobody);
    return classLines({ pupils, scenarios }, list.selected, texts, width);
  }

  function offers(): readonly Offer[] {
    return [
      ...(chosen ? [{ action: 'open' as const, run: () => go({ screen: 'runs', agentId: chosen.agentId }) }] : []),
      { action: 'back', run: back },
      ...moves,
    ];
  }
}

/** The calls of one trainee, the newest first. */
export function RunsScreen({ route: { agentId } }: { readonly route: Extract<Route, { screen: 'runs' }> }) {
  const { app, texts, size, revision, go, back } = useConsole();
  const { class: say } = texts.school;
  const { answer: agents } = useQuestion(() => app.ask.agents(), `${revision}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to read again
  const runs = useMemo(() => (app.world ? doneDrills(app.world, agentId).toReversed() : []), [app, agentId, revision]);
  const height = size.rows - FRAME_LINES - 3;
  const { list, offers: moves } = useList(runs, height, ({ drill }) => drill.number);
  const drawn = table(runColumns(texts), size.columns);
  const chosen = runs[list.selected];
  const name = agents?.find((agent) => agent.agentId === agentId)?.name ?? agentId;
  const rows = runs
    .slice(list.top, list.top + height)
    .map((run, row) => drawn.row(run, list.top + row === list.selected));
  return (
    <Frame
      title={say.title}
      body={[
        line([cell(` ${say.runsOf(name)}`, 'strong')], size.columns),
        '',
        ...(runs.length > 0 ? [drawn.heading, ...rows] : [line([cell(` ${say.noRuns}`, 'muted')])]),
      ]}
      offers={[
        ...(chosen
          ? [
              {
                action: 'open' as const,
                run: () => go({ screen: 'debrief', agentId, number: chosen.drill.number }),
              },
            ]
          : []),
        { action: 'back', run: back },
        ...moves,
      ]}
    />
  );
}

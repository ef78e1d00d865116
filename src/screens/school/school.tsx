import { useEffect, useMemo, useRef } from 'react';
import { isPermitted } from '../../domain/permissions.ts';
import { callsFor, nextCall } from '../../sim/drill-calls.ts';
import { drillPolicy } from '../../sim/drill-policy.ts';
import { doneDrills } from '../../sim/drill-record.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { keyOf } from '../../ui/keymap.ts';
import type { Offer } from '../../ui/offers.ts';
import { table } from '../../ui/table.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { callColumns, schoolHead } from './school-view.ts';
import { useCall } from './use-call.ts';
import { useRinging } from './use-ringing.ts';
import { useScenarios } from './use-scenarios.ts';

const BELOW = 1;

/** The calls there are to learn from, from easy to hard, and how they went. The next one is chosen already. */
export function SchoolScreen() {
  const console = useConsole();
  const { app, texts, size, session, revision, ownCalls, go, back } = console;
  const { calls: say } = texts.school;
  const width = size.columns;
  const scenarios = useScenarios();
  const onLine = useCall();
  const { ringing, ringFor } = useRinging();
  const agentId = session?.agentId ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to read again
  const done = useMemo(() => (app.world ? doneDrills(app.world, agentId) : []), [app, agentId, revision]);
  const calls = useMemo(() => callsFor(scenarios ?? [], done), [scenarios, done]);
  const next = nextCall(calls, ownCalls);
  const inOrder = useMemo(() => (next ? [next, ...calls.filter((call) => call !== next)] : calls), [calls, next]);
  const head = schoolHead(calls, texts, width);
  const height = size.rows - FRAME_LINES - head.length - 1 - BELOW;
  const { list, offers: moves, reset } = useList(inOrder, height, ({ scenario }) => scenario.name);
  const latest = useRef(reset);
  latest.current = reset;
  // After a call the next one is chosen.
  useEffect(() => {
    if (done.length > 0) latest.current();
  }, [done.length]);
  const chosen = inOrder[list.selected];
  const taken = chosen?.runs.at(-1);
  const drawn = table(callColumns(calls, texts), width);

  return <Frame title={texts.school.title} body={body()} offers={offers()} />;

  function body(): readonly string[] {
    if (!scenarios) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    if (ringing) return ['', line([cell(`  ☎ ${say.preparing}`, 'warning')], width)];
    if (calls.length === 0) return wrap(say.none, width - 4).map((part) => line([cell(`  ${part}`, 'warning')]));
    const rows = inOrder.slice(list.top, list.top + height);
    return [
      ...head,
      drawn.heading,
      ...rows.map((call, row) => drawn.row(call, list.top + row === list.selected)),
      ...(onLine ? [waiting(onLine.open.drill.callerName)] : []),
    ];
  }

  function waiting(name: string): string {
    return line([cell(` ☎ ${say.waiting(name, keyOf('call-panel', texts.keys.names))}`, 'warning')], width);
  }

  function offers(): readonly Offer[] {
    const mayNot =
      session && !isPermitted(session.role, 'open-case', app.realm)
        ? say.mayNot
        : onLine
          ? say.full(onLine.open.drill.callerName)
          : undefined;
    const shift = { place: 1, of: drillPolicy.callsInShift };
    const teaches = session?.role === 'trainer' || session?.role === 'supervisor';
    return [
      ...(chosen && !ringing
        ? [{ action: 'take-call' as const, run: () => void ringFor(chosen.scenario, null), disabled: mayNot }]
        : []),
      ...(next && !ringing
        ? [{ action: 'start-shift' as const, run: () => void ringFor(next.scenario, shift), disabled: mayNot }]
        : []),
      ...(taken
        ? [
            {
              action: 'last-debrief' as const,
              run: () => go({ screen: 'debrief', agentId, number: taken.drill.number }),
            },
          ]
        : []),
      {
        action: 'class',
        run: () => go({ screen: 'class' }),
        disabled: teaches ? undefined : texts.school.class.mayNot,
      },
      { action: 'back', run: back },
      ...moves,
    ];
  }
}

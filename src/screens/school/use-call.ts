import { useMemo } from 'react';
import { type DrillEvent, eventsOf } from '../../sim/drill.ts';
import { drillEvents, type OpenDrill, openDrill } from '../../sim/drill-record.ts';
import { useConsole } from '../console-context.ts';

/** The call that this agent has on the line, and what was said in it. */
export interface CallOnLine {
  readonly open: OpenDrill;
  readonly events: readonly DrillEvent[];
  readonly answered: boolean;
}

/** Read again when anything has changed in the file, also by ourselves a moment ago. Null when nobody is on the line. */
export function useCall(): CallOnLine | null {
  const { app, session } = useConsole();
  const agentId = session?.agentId;
  const newest = app.revision();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to read again
  return useMemo(() => {
    const open = app.world && agentId !== undefined ? openDrill(app.world, agentId) : null;
    if (!app.world || !open) return null;
    const events = drillEvents(app.world, open.drill.id);
    return { open, events, answered: eventsOf(events, 'answered').length > 0 };
  }, [app, agentId, newest]);
}

import type { App } from '../app.ts';
import type { AuditEntry } from '../domain/audit.ts';
import type { AgentId, Instant } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import type { Cast } from './cast.ts';
import type { Drill, DrillEvent } from './drill.ts';
import type { Score } from './drill-score.ts';
import { allOf, newestOf, place } from './shelves.ts';

/** A call that rings or is on the line. */
export interface OpenDrill {
  readonly drill: Drill;
  readonly cast: Cast;
  /** How many of the moves with which the caller goes on are done; null while they wait for help. */
  readonly went: number | null;
  /** Something went otherwise than in the story: the caller tries nothing more. */
  readonly stuck: boolean;
}

/** A call that is over. What was said in it stays on its own shelf. */
export interface DoneDrill {
  readonly drill: Drill;
  readonly endedAt: Instant;
  readonly score: Score;
}

const LOG_PAGE = 200;

export function openDrill(world: World, agentId: AgentId): OpenDrill | null {
  return newestOf(world, 'drill-open', agentId);
}

export function keepOpen(world: World, open: OpenDrill): Promise<void> {
  return world.put(place('drill-open', open.drill.agentId, 0, open));
}

/** Of several consoles that end a call at once, one is told true. */
export function closeDrill(world: World, agentId: AgentId): Promise<boolean> {
  return world.remove({ shelf: 'drill-open', key: agentId, position: 0 });
}

export function drillEvents(world: World, drillId: string): readonly DrillEvent[] {
  return allOf(world, 'drill-event', drillId).map(({ value }) => value);
}

export function addEvent(world: World, drillId: string, event: DrillEvent): Promise<void> {
  return world.put(place('drill-event', drillId, drillEvents(world, drillId).length + 1, event));
}

/** The trainee's calls that are over, the oldest first. */
export function doneDrills(world: World, agentId: AgentId): readonly DoneDrill[] {
  return allOf(world, 'drill-done', agentId).map(({ value }) => value);
}

export function keepDone(world: World, done: DoneDrill): Promise<void> {
  return world.put(place('drill-done', done.drill.agentId, done.drill.number, done));
}

/** The agent's own entries in the audit log after the one with this number, the oldest first. */
export async function ownEntriesAfter(app: App, agentId: AgentId, seq: number): Promise<readonly AuditEntry[]> {
  const own: AuditEntry[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = await app.ask.audit({ before, limit: LOG_PAGE });
    const later = page.filter((entry) => entry.seq > seq);
    own.push(...later.filter(({ actor }) => actor.kind === 'agent' && actor.id === agentId));
    if (later.length < LOG_PAGE) return own.toReversed();
    before = later.at(-1)?.seq ?? 0;
  }
}

import type { AgentId } from '../domain/ids.ts';
import type { AgentView } from '../domain/read-models.ts';
import type { DoneDrill } from './drill-record.ts';
import { type Topic, topics } from './drill-score.ts';

/** One trainee at a glance. */
export interface Pupil {
  readonly agentId: AgentId;
  readonly name: string;
  readonly calls: number;
  /** Mean of all calls, rounded; null before the first. */
  readonly average: number | null;
  /** Points of the newest calls, the newest last. */
  readonly lastRuns: readonly number[];
  /** The topic with the smallest share of its points in the newest calls; null when none lost any. */
  readonly weakest: Topic | null;
  /** The last run of each scenario, by its name. */
  readonly latest: ReadonlyMap<string, DoneDrill>;
}

/** Everybody who took a call, or may take one, the weakest first; who has not begun comes last. */
export function pupilsOf(
  agents: readonly AgentView[],
  doneBy: (agentId: AgentId) => readonly DoneDrill[],
  runsCompared: number,
): readonly Pupil[] {
  return agents
    .filter(({ role, status }) => role === 'agent' && status === 'enabled')
    .concat(agents.filter(({ role, agentId }) => role !== 'agent' && doneBy(agentId).length > 0))
    .map(({ agentId, name }) => pupil(agentId, name, doneBy(agentId), runsCompared))
    .toSorted((one, other) => (one.average ?? 101) - (other.average ?? 101) || one.name.localeCompare(other.name));
}

function pupil(agentId: AgentId, name: string, done: readonly DoneDrill[], runsCompared: number): Pupil {
  const points = done.map(({ score }) => score.points);
  const newest = done.slice(-runsCompared);
  return {
    agentId,
    name,
    calls: done.length,
    average: done.length === 0 ? null : Math.round(points.reduce((sum, one) => sum + one, 0) / done.length),
    lastRuns: points.slice(-runsCompared),
    weakest: weakestTopic(newest),
    latest: new Map(done.map((one) => [one.drill.scenario.name, one])),
  };
}

/** Shares of points by topic, over some calls; topics that did not come up are left out. */
export function weakestTopic(done: readonly DoneDrill[]): Topic | null {
  const marks = done.flatMap(({ score }) => score.marks);
  const shares = topics.flatMap((topic) => {
    const own = marks.filter((mark) => mark.topic === topic);
    const of = own.reduce((sum, mark) => sum + mark.of, 0);
    return of === 0 ? [] : [{ topic, share: own.reduce((sum, { points }) => sum + points, 0) / of }];
  });
  const [lowest] = shares.toSorted((one, other) => one.share - other.share);
  return lowest && lowest.share < 1 ? lowest.topic : null;
}

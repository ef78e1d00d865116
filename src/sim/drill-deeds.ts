import type { AuditEntry } from '../domain/audit.ts';
import { type CalledScenario, type Drill, type DrillEvent, eventsOf, rightCause } from './drill.ts';
import type { SupportMove } from './scenario.ts';

/** What an agent can do about a call: in the system, or on the line. */
export const deeds = [
  'unlock',
  'ask-unlock',
  'ask-reset',
  'ask-phone-change',
  'freeze',
  'report-outage',
  'advise',
] as const;
export type Deed = (typeof deeds)[number];

/** The deeds that change something for a subscriber, or ask a supervisor to. */
export const changes: readonly Deed[] = ['unlock', 'ask-unlock', 'ask-reset', 'ask-phone-change', 'freeze'];
/** The changes that an impostor would be helped by. */
export const helping: readonly Deed[] = changes.filter((deed) => deed !== 'freeze');

/** What the model solution asks of the trainee; what a colleague has to do is left to the colleague. */
export function deedsWanted({ support, call }: CalledScenario): readonly Deed[] {
  const wanted = support.filter(({ refused }) => refused === undefined).flatMap((move) => deedOf(move) ?? []);
  return deeds.filter((deed) => wanted.includes(deed) && (deed !== 'advise' || call.caller === 'subscriber'));
}

/** An outage is recognised by a supervisor, who hears of it from the agent. */
function deedOf(move: SupportMove): Deed | null {
  if (move.do === 'recognise-outage') return 'report-outage';
  if (move.by !== 'agent') return null;
  switch (move.do) {
    case 'unlock':
    case 'freeze':
    case 'ask-phone-change':
      return move.do;
    case 'ask-approval':
      return move.action === 'reset' ? 'ask-reset' : 'ask-unlock';
    case 'tell':
      return 'advise';
    case 'open-case':
    case 'verify':
    case 'approve':
    case 'reject':
    case 'approve-phone-change':
    case 'end-outage':
    case 'pass-time':
    case 'close-case':
      return null;
  }
}

/** Something the trainee changed, in the order of the log. */
export interface Change {
  readonly deed: Deed;
  readonly entry: AuditEntry;
}

/** What the trainee changed for somebody since the call came, the oldest first. Refused commands changed nothing. */
export function changesIn(entries: readonly AuditEntry[]): readonly Change[] {
  return entries.flatMap((entry) => {
    const deed = entry.verdict === 'done' ? deedOfEntry(entry) : null;
    return deed ? [{ deed, entry }] : [];
  });
}

/** Facts tell, not commands: an activation can be frozen in more ways than one. */
function deedOfEntry({ facts }: AuditEntry): Deed | null {
  for (const fact of facts) {
    switch (fact.type) {
      case 'activation-unlocked':
        return 'unlock';
      case 'activation-frozen':
        return 'freeze';
      case 'phone-change-requested':
        return 'ask-phone-change';
      case 'approval-requested':
        return fact.action === 'reset' ? 'ask-reset' : 'ask-unlock';
      default:
    }
  }
  return null;
}

/** Everything the trainee did for the caller. Advice counts when it is about what is really the matter. */
export function deedsDone(
  { customerId, scenario }: Drill,
  events: readonly DrillEvent[],
  entries: readonly AuditEntry[],
): readonly Deed[] {
  const right = rightCause(scenario);
  const said = eventsOf(events, 'said');
  const changed = changesIn(entries).filter(({ entry }) => entry.customerId === customerId);
  const reported =
    said.some(({ saying }) => saying === 'outage-known') ||
    entries.some(({ command, verdict }) => command === 'recognise-outage' && verdict === 'done');
  const done: readonly (Deed | null)[] = [
    ...changed.map(({ deed }) => deed),
    reported ? 'report-outage' : null,
    said.some(({ saying, about }) => saying === 'advice' && about === right) ? 'advise' : null,
  ];
  return deeds.filter((deed) => done.includes(deed));
}

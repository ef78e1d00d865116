import type { App } from '../app.ts';
import { given, inTraining, ownedCertificate, type SimAnswer } from './answer.ts';
import { type DrillEvent, eventsOf, movesOnTheLine, rightCause } from './drill.ts';
import { changes, deedsWanted } from './drill-deeds.ts';
import { hangUp } from './drill-line.ts';
import { patienceLeft } from './drill-patience.ts';
import { drillPolicy } from './drill-policy.ts';
import { addEvent, drillEvents, keepOpen, type OpenDrill } from './drill-record.ts';
import { createPlayer, nextMoment } from './player.ts';
import type { SupportMove } from './scenario.ts';
import { newScene } from './scene.ts';
import { makeSupportMove } from './support-moves.ts';

/** What became of the caller's turn. */
export type CallerTurn = 'waits' | 'acted' | 'left';

/**
 * The other end of the line does one thing, if there is one to do: loses patience, is served by a supervisor, goes on
 * because support has helped. Called again and again while the call lasts; where it stands is in the file.
 */
export function callerTurn(app: App, open: OpenDrill): Promise<SimAnswer<CallerTurn>> {
  return inTraining(app, async (world) => {
    const { drill } = open;
    const events = drillEvents(world, drill.id);
    const { mood } = drill.scenario.call;
    if (patienceLeft(events, { mood, now: app.now() }, drillPolicy) === 0) {
      await hangUp(app, open, 'caller-left');
      return given('left');
    }
    const acted = (await supervisorTurn(app, open, events)) ?? (await subscriberTurn(app, open, events));
    if (!acted) return given('waits');
    for (const event of acted.events) await addEvent(world, drill.id, event);
    await keepOpen(world, acted.open);
    return given('acted');
  });
}

interface Acted {
  readonly open: OpenDrill;
  readonly events: readonly DrillEvent[];
}

/** The caller goes on as in the story once they were helped, a move at a time. */
async function subscriberTurn(app: App, open: OpenDrill, events: readonly DrillEvent[]): Promise<Acted | null> {
  const { drill, cast, went } = open;
  const { scenario } = drill;
  if (open.stuck || scenario.call.caller === 'impostor' || eventsOf(events, 'caller-done').length > 0) return null;
  const resume = { went, calledAt: drill.auditFrom };
  const created = await createPlayer(app, scenario, cast, { support: 'somebody', resume });
  if (created.verdict === 'refused') return { open: { ...open, stuck: true }, events: [] };
  const player = created.value;
  if (went === null) {
    const helped = (await player.canGoOn()) && wasTold(open, events);
    return helped ? { open: { ...open, went: 0 }, events: doneAfter(open, 0, app) } : null;
  }
  const from = app.now();
  if (!(await nextMoment(app, player))) return null;
  const { at, move, refusal, asTold } = await player.step();
  if (!('do' in move) || move.do === 'ring') return null;
  const did = move.do as Extract<DrillEvent, { type: 'caller-acted' }>['did'];
  const acted: DrillEvent = { type: 'caller-acted', at, from, did, refusal: refusal?.code ?? null };
  return {
    open: { ...open, went: went + 1, stuck: !asTold },
    events: [acted, ...(asTold ? doneAfter(open, went + 1, app) : [])],
  };
}

/** After the last move the caller is content. */
function doneAfter({ drill: { scenario } }: OpenDrill, went: number, app: App): readonly DrillEvent[] {
  const moves = movesOnTheLine(scenario);
  if (went < moves.length) return [];
  const how = moves.some((move) => move.do === 'sign') ? 'works' : 'understood';
  return [{ type: 'caller-done', at: app.now(), how }];
}

/** Where nothing has to be changed, the talk decides: the caller has to hear what is the matter. */
function wasTold({ drill: { scenario } }: OpenDrill, events: readonly DrillEvent[]): boolean {
  const wanted = deedsWanted(scenario);
  if (wanted.some((deed) => changes.includes(deed))) return true;
  const said = eventsOf(events, 'said');
  if (wanted.includes('report-outage')) return said.some(({ saying }) => saying === 'outage-known');
  return said.some(({ saying, about }) => saying === 'advice' && about === rightCause(scenario));
}

/** A supervisor of the desk does what the story has them do, once the trainee has asked for it. */
async function supervisorTurn(app: App, open: OpenDrill, events: readonly DrillEvent[]): Promise<Acted | null> {
  const { drill, cast } = open;
  const { scenario } = drill;
  const theirs = scenario.support.filter(
    ({ by, do: what }) => by === 'supervisor' && what !== 'pass-time' && what !== 'tell',
  );
  const next = theirs[eventsOf(events, 'supervisor-acted').length];
  if (!next || !app.world || !(await isAskedFor(app, open, events, next))) return null;
  const owned = await ownedCertificate(app, cast.serial);
  if (owned.verdict === 'refused') return null;
  const scene = newScene(app, app.world, { scenario, cast, account: owned.value.account });
  const answer = await makeSupportMove(scene, next);
  const refusal = answer.verdict === 'refused' ? answer.refusal.code : null;
  return { open, events: [{ type: 'supervisor-acted', at: app.now(), did: next.do, refusal }] };
}

async function isAskedFor(
  app: App,
  { drill: { serial, agentId, scenario } }: OpenDrill,
  events: readonly DrillEvent[],
  move: SupportMove,
): Promise<boolean> {
  const owned = await ownedCertificate(app, serial);
  if (owned.verdict === 'refused') return false;
  const { account, view } = owned.value;
  switch (move.do) {
    case 'approve':
    case 'reject': {
      const pending = view.activation.pendingApproval;
      const modelled = scenario.support.some((one) => one.do === 'ask-approval' && one.action === pending?.action);
      return pending?.requestedBy === agentId && modelled;
    }
    case 'approve-phone-change':
      return account.pendingPhoneChange !== null;
    case 'recognise-outage':
      return eventsOf(events, 'said').some(({ saying }) => saying === 'outage-known');
    default:
      return true;
  }
}

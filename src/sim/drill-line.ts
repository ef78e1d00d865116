import type { App } from '../app.ts';
import type { AgentId } from '../domain/ids.ts';
import { hash, operatorOf } from '../domain/mobile-operators.ts';
import type { Proof } from '../domain/support-case.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, ownedCertificate, refused, type SimAnswer } from './answer.ts';
import { type Cast, castFor } from './cast.ts';
import {
  type CallEnding,
  type CalledScenario,
  type Drill,
  type DrillEvent,
  eventsOf,
  givenFor,
  type NamedCause,
  type ShiftPlace,
} from './drill.ts';
import { drillPolicy } from './drill-policy.ts';
import {
  addEvent,
  closeDrill,
  doneDrills,
  drillEvents,
  keepDone,
  keepOpen,
  type OpenDrill,
  openDrill,
  ownEntriesAfter,
} from './drill-record.ts';
import type { Saying } from './drill-sayings.ts';
import { score } from './drill-score.ts';
import { setRule } from './network-rules.ts';
import { endOutage } from './outages.ts';
import { createPlayer, nextMoment } from './player.ts';
import type { CallQuestion } from './scenario.ts';

/** What a trainee says on the line. */
export type Spoken =
  | { readonly choose: 'again' }
  | { readonly choose: 'question'; readonly question: CallQuestion }
  | { readonly choose: 'proof'; readonly proof: Proof }
  | { readonly choose: 'saying'; readonly saying: Saying }
  | { readonly choose: 'cause'; readonly cause: NamedCause };

/**
 * Lets somebody call this agent: casts a subscriber of their own for it, plays what happened before (moving the training
 * clock), and leaves the phone ringing. A story that breaks off before its call leaves no trouble behind. Who is on a call
 * already keeps it.
 */
export function ring(
  app: App,
  agentId: AgentId,
  scenario: CalledScenario,
  shift: ShiftPlace | null,
): Promise<SimAnswer<OpenDrill>> {
  return inTraining(app, async (world) => {
    const standing = openDrill(world, agentId);
    if (standing) return given(standing);
    const number = (doneDrills(world, agentId).at(-1)?.drill.number ?? 0) + 1;
    const casting = await castFor(app, scenario, { seed: hash(agentId), take: number, agent: agentId });
    if (casting.verdict === 'refused') return casting;
    const cast = casting.value;
    const created = await createPlayer(app, scenario, cast, { support: 'somebody' });
    if (created.verdict === 'refused') return created;
    const player = created.value;
    let rings = false;
    try {
      while (await nextMoment(app, player)) await player.step();
      rings = player.state() === 'with-support';
    } finally {
      if (!rings) await player.tidy();
    }
    if (!rings) return refused({ code: 'never-rings' });
    const owned = await ownedCertificate(app, cast.serial);
    if (owned.verdict === 'refused') return owned;
    const [newest] = await app.ask.audit({ limit: 1 });
    const open: OpenDrill = {
      drill: {
        id: `${agentId}-${number}`,
        agentId,
        number,
        scenario,
        customerId: cast.customerId,
        serial: cast.serial,
        callerName: cast.name,
        email: owned.value.account.email,
        certificateUntil: owned.value.view.certificate.notAfter,
        rangAt: app.now(),
        auditFrom: newest?.seq ?? 0,
        shift,
      },
      cast,
      went: null,
      stuck: false,
    };
    await keepOpen(world, open);
    return given(open);
  });
}

/** Picks up the phone: from now on time counts, and runs as it does in life, however a stage may have left the clock. */
export function answer(app: App, { drill }: OpenDrill): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    const picked = eventsOf(drillEvents(world, drill.id), 'answered').length > 0;
    if (picked) return given(null);
    await addEvent(world, drill.id, { type: 'answered', at: app.now() });
    await app.changeClock({ to: 'speed', speed: 1 });
    return given(null);
  });
}

/** Says something to the caller, or asks them, or says what one thinks it is; recorded with the training time. */
export function say(app: App, { drill }: OpenDrill, spoken: Spoken): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    await addEvent(world, drill.id, eventOf(spoken, app, world, drill));
    return given(null);
  });
}

function eventOf(spoken: Spoken, app: App, world: World, { id, scenario }: OpenDrill['drill']): DrillEvent {
  const at = app.now();
  switch (spoken.choose) {
    case 'again':
      return { type: 'heard-again', at };
    case 'question':
      return { type: 'asked', at, question: spoken.question };
    case 'proof':
      return { type: 'proof-asked', at, proof: spoken.proof, given: givenFor(scenario.call, spoken.proof) };
    case 'saying': {
      const about = eventsOf(drillEvents(world, id), 'cause-named').at(-1)?.cause ?? null;
      return { type: 'said', at, saying: spoken.saying, about };
    }
    case 'cause':
      return { type: 'cause-named', at, cause: spoken.cause };
  }
}

/** Ends the call, judges it and keeps the result. Of several who end it at once, one does. */
export function hangUp(app: App, { drill, cast }: OpenDrill, how: CallEnding): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    if (!(await closeDrill(world, drill.agentId))) return given(null);
    const endedAt = app.now();
    await addEvent(world, drill.id, { type: 'ended', at: endedAt, how });
    const scored = score({
      drill,
      events: drillEvents(world, drill.id),
      entries: await ownEntriesAfter(app, drill.agentId, drill.auditFrom),
      pointsNeeded: app.policy.support.verificationPoints,
      policy: drillPolicy,
    });
    await keepDone(world, { drill, endedAt, score: scored });
    await calmNetwork(app, drill, cast);
    return given(null);
  });
}

/** What the story has put wrong in the network is put right, and an outage that is recognised in it ends. */
async function calmNetwork(app: App, { scenario, customerId }: Drill, { supervisor }: Cast): Promise<void> {
  const found = await app.ask.account(customerId, app.now());
  const phone = found?.account.phone?.e164;
  for (const move of [...scenario.before, ...scenario.support, ...scenario.after]) {
    if (move.do === 'recognise-outage' && phone) await endOutage(app, supervisor, operatorOf(phone));
    if (move.do !== 'network') continue;
    if (move.scope === 'all') await setRule(app, { of: 'all' }, null);
    else if (phone && move.scope === 'phone') await setRule(app, { of: 'phone', phone }, null);
    else if (phone) await setRule(app, { of: 'operator', operator: operatorOf(phone) }, null);
  }
}

import type { App } from '../app.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, refused, type SimAnswer } from './answer.ts';
import {
  allHandsets,
  cardOf,
  type FoundHandset,
  findHandset,
  type Handset,
  handsetId,
  keepHandset,
  partsOf,
  usableHandset,
} from './handset.ts';
import { setRule } from './network-rules.ts';
import { newestOf, place } from './shelves.ts';

/** A phone fresh from its box. */
const boxed: Handset = { sim: null, state: 'on', app: { is: 'absent' }, skew: 0 };

/** Lost, with its SIM card: nobody sees its codes, and no SMS reaches its owner any more. */
export function losePhone(app: App, phone: string): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    const found = findHandset(world, phone);
    if (!found) return refused({ code: 'phone-unknown' });
    if (found.handset.state === 'lost') return refused({ code: 'phone-lost' });
    return inState(app, world, found, 'lost');
  });
}

export function switchPhone(app: App, phone: string, to: 'on' | 'off'): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    const found = findHandset(world, phone);
    if (!found) return refused({ code: 'phone-unknown' });
    if (found.handset.state === 'lost') return refused({ code: 'phone-lost' });
    return inState(app, world, found, to);
  });
}

/** A second phone beside the first, without a SIM card; its id. */
export function addPhone(app: App, phone: string): Promise<SimAnswer<{ readonly id: string }>> {
  return inTraining(app, async (world) => {
    const { line } = partsOf(findHandset(world, phone)?.id ?? handsetId(phone, 1));
    return given({ id: await nextPhone(world, line) });
  });
}

/** A new phone with the number's SIM card in it (after a loss: with a new card of the same number); its id. */
export function replacePhone(app: App, number: string): Promise<SimAnswer<{ readonly id: string }>> {
  return inTraining(app, async (world) => {
    if (!isNumber(number)) return refused({ code: 'phone-unknown' });
    const { line } = partsOf(cardOf(world, number).handset ?? handsetId(number, 1));
    const id = await nextPhone(world, line);
    const moved = await putSim(app, world, number, id);
    return moved.verdict === 'refused' ? moved : given({ id });
  });
}

/** Puts a number's SIM card into a phone; the card that was in it goes into the drawer. */
export function moveSim(app: App, number: string, handset: string): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    if (!isNumber(number)) return refused({ code: 'phone-unknown' });
    const found = usableHandset(world, handset);
    return 'verdict' in found ? found : putSim(app, world, number, found.id);
  });
}

/** A SIM card goes by its number; a phone's id names no card. */
function isNumber(phone: string): boolean {
  return phone.startsWith('+') && !phone.includes('#');
}

async function nextPhone(world: World, line: string): Promise<string> {
  const id = handsetId(line, Math.max(1, ...allHandsets(world, line).map((one) => partsOf(one.id).position)) + 1);
  await keepHandset(world, id, boxed);
  return id;
}

async function putSim(app: App, world: World, number: string, id: string): Promise<SimAnswer<null>> {
  const { handset: before } = cardOf(world, number);
  if (before === id) return given(null);
  const old = before === null ? null : findHandset(world, before);
  if (old) await keepHandset(world, old.id, { ...old.handset, sim: null });
  const found = findHandset(world, id);
  if (!found) return refused({ code: 'phone-unknown' });
  const since = app.now();
  const { sim: evicted } = found.handset;
  if (evicted !== null) {
    await world.put(place('sim-card', evicted, 0, { handset: null, since }));
    await setReach(app, world, evicted, false);
  }
  await keepHandset(world, id, { ...found.handset, sim: number });
  await world.put(place('sim-card', number, 0, { handset: id, since }));
  await setReach(app, world, number, found.handset.state === 'on');
  return given(null);
}

async function inState(
  app: App,
  world: World,
  { id, handset }: FoundHandset,
  state: Handset['state'],
): Promise<SimAnswer<null>> {
  const { app: mobile } = handset;
  // Whatever happens to the phone, the app that was open on it is open no longer.
  const closed = mobile.is === 'open' ? ({ is: 'closed', pin: mobile.pin, refusal: null } as const) : mobile;
  await keepHandset(world, id, { ...handset, app: closed, state });
  if (handset.sim !== null) await setReach(app, world, handset.sim, state === 'on');
  return given(null);
}

/** The network keeps what comes for a phone that nobody can use; any other rule for its number is somebody else's. */
async function setReach(app: App, world: World, number: string, reachable: boolean): Promise<void> {
  const scope = { of: 'phone', phone: number } as const;
  if (!reachable) await setRule(app, scope, { effect: 'phone-off' });
  else if (newestOf(world, 'network-rule', `phone:${number}`)?.effect === 'phone-off') await setRule(app, scope, null);
}

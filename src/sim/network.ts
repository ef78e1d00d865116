import type { App } from '../app.ts';
import { type Instant, SECOND } from '../domain/ids.ts';
import type { Receipt } from '../domain/sms-attempt.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, type SimAnswer } from './answer.ts';
import { ruleFor } from './network-rules.ts';
import { hash, operatorOf } from './operators.ts';
import { dueOf, type InFlight, type Placed, place } from './shelves.ts';

/** How long an undisturbed SMS takes. */
const FASTEST = 2 * SECOND;
const SLOWEST = 8 * SECOND;
const BATCH = 100;

/** What one look at the network did. */
export interface Traffic {
  readonly handedOver: number;
  readonly delivered: number;
  readonly failed: number;
}

/**
 * Lets everything happen in the simulated network that is due by now: messages are taken from the outbox, accepted,
 * delivered to the phone or failed, and reported. Any number of processes may do so at once: each event happens once.
 */
export function tick(app: App): Promise<SimAnswer<Traffic>> {
  return inTraining(app, async (world) => {
    const now = app.now();
    const handedOver = await takeOver(world, now);
    const traffic = { handedOver, delivered: 0, failed: 0 };
    for (;;) {
      const due = dueOf(world, 'in-flight', now, BATCH);
      if (due.length === 0) return given(traffic);
      for (const item of due) {
        // Whoever removes it, lets it happen.
        if (!(await world.remove(item))) continue;
        const outcome = await happen(app, world, item);
        if (outcome) traffic[outcome] += 1;
      }
    }
  });
}

/** When the next thing happens in the network by itself, up to a moment; null when nothing does. */
export function nextEvent(world: World, upTo: Instant): Instant | null {
  return dueOf(world, 'in-flight', upTo, 1)[0]?.position ?? null;
}

async function takeOver(world: World, now: Instant): Promise<number> {
  let taken = 0;
  for (;;) {
    const batch = await world.handOver(now, BATCH, (message) => [
      place('in-flight', String(message.id), message.createdAt, { message, event: { kind: 'route' } }),
    ]);
    taken += batch;
    if (batch < BATCH) return taken;
  }
}

async function happen(
  app: App,
  world: World,
  { key, position: at, value }: Placed<'in-flight'>,
): Promise<'delivered' | 'failed' | null> {
  const { message, event } = value;
  switch (event.kind) {
    case 'route': {
      const { next, after } = await route(app, world, value);
      if (next) await world.put(place('in-flight', key, at + after, { message, event: next }));
      return null;
    }
    case 'deliver': {
      const { createdAt, customerId, serial, language, body } = message;
      const received = { arrivedAt: at, sentAt: createdAt, customerId, serial, language, body };
      await world.put(place('inbox', addressOf(value), message.id, received));
      await report(app, value, { state: 'delivered', operator: event.operator }, at);
      return 'delivered';
    }
    case 'fail':
      await report(app, value, { state: 'failed', operator: event.operator, cause: event.cause }, at);
      return 'failed';
  }
}

/** The operator takes the message (or not) and it is settled when what comes of it. */
async function route(
  app: App,
  world: World,
  flight: InFlight,
): Promise<{ readonly next: InFlight['event'] | null; readonly after: number }> {
  const { message } = flight;
  if (message.phone === null) return { next: { kind: 'deliver', operator: 'e-mail' }, after: FASTEST };
  const operator = operatorOf(message.phone);
  const account = await app.ask.account(message.customerId, app.now());
  const onFile = account?.account.phone;
  const landline = onFile?.e164 === message.phone && onFile.kind === 'landline';
  const after = FASTEST + (hash(`${message.id} ${message.phone}`) % (SLOWEST - FASTEST + 1));
  if (landline) return { next: { kind: 'fail', operator, cause: 'rejected' }, after };
  const rule = ruleFor(world, message.phone, operator);
  if (rule.effect === 'rejected') return { next: { kind: 'fail', operator, cause: 'rejected' }, after };
  await report(app, flight, { state: 'accepted', operator }, message.createdAt);
  switch (rule.effect) {
    case 'normal':
      return { next: { kind: 'deliver', operator }, after };
    case 'late':
      return { next: { kind: 'deliver', operator }, after: rule.by };
    case 'absent':
      return { next: { kind: 'fail', operator, cause: 'absent-subscriber' }, after };
    case 'lost':
      return { next: null, after };
  }
}

/** Operators report on codes; notices are sent without asking for a report. */
async function report(app: App, { message }: InFlight, receipt: Receipt, happenedAt: Instant): Promise<void> {
  if (message.body.kind !== 'sms-code' || message.serial === null) return;
  const { serial } = message;
  await app.perform(
    { kind: 'network', id: receipt.operator },
    { type: 'record-sms-receipt', serial, attempt: message.body.attempt, receipt, happenedAt },
  );
}

function addressOf({ message }: InFlight): string {
  return message.phone ?? message.email ?? message.customerId;
}

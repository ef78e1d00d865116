import type { App } from '../app.ts';
import { type Instant, SECOND } from '../domain/ids.ts';
import { operatorOf } from '../domain/mobile-operators.ts';
import { errorOf, type RawReceipt, type Receipt, receiptOf } from '../domain/receipt.ts';
import type { OutboundMessage, World } from '../domain/world.ts';
import { given, inTraining, type SimAnswer } from './answer.ts';
import { type Fate, fateOf, submissionTakes } from './network-fate.ts';
import { ruleFor } from './network-scope.ts';
import { KEPT } from './network-waiting.ts';
import { dueOf, type InFlight, type Placed, place } from './shelves.ts';

const MAIL_TAKES = 2 * SECOND;
const BATCH = 100;

/** What one look at the network did. */
export interface Traffic {
  readonly handedOver: number;
  readonly delivered: number;
  readonly failed: number;
}

/**
 * Lets everything happen in the simulated network that is due by now: messages are taken from the outbox by our gateway,
 * submitted to the operator, delivered to the phone or failed, and reported. Any number of processes may do so at once:
 * each event happens once.
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

async function happen(app: App, world: World, item: Placed<'in-flight'>): Promise<'delivered' | 'failed' | null> {
  const { key, position: at, value } = item;
  const { message, event } = value;
  const then = ({ event: next, at: moment }: Fate) =>
    world.put(place('in-flight', key, Math.max(at, moment), { message, event: next }));
  switch (event.kind) {
    case 'route': {
      const { phone } = message;
      if (phone === null) await then({ event: { kind: 'deliver', operator: 'e-mail' }, at: at + MAIL_TAKES });
      else {
        await report(app, value, { state: 'accepted', operator: operatorOf(phone) }, at);
        await then({ event: { kind: 'submit' }, at: at + submissionTakes(phone, message) });
      }
      return null;
    }
    case 'submit': {
      const next = await submit(app, world, value, at);
      if (next) await then(next);
      return null;
    }
    case 'queued':
      return 'failed';
    case 'deliver': {
      if (message.phone !== null && ruleFor(world, message.phone, event.operator).effect === 'phone-off') {
        await reportRaw(app, value, event.operator, { raw: 'ENROUTE', error: errorOf['absent-subscriber'] }, at);
        await then({ event: { kind: 'stored' }, at: message.createdAt + KEPT });
        return null;
      }
      await arrive(world, value, at);
      await reportRaw(app, value, event.operator, { raw: 'DELIVRD', error: 0 }, at);
      return 'delivered';
    }
    case 'stored': {
      const operator = operatorOf(message.phone ?? '');
      await reportRaw(app, value, operator, { raw: 'EXPIRED', error: errorOf['absent-subscriber'] }, at);
      return 'failed';
    }
    case 'fail':
      await reportRaw(app, value, event.operator, { raw: event.raw, error: event.error }, at);
      return 'failed';
  }
}

/** The operator takes the message or refuses it, or is out and does neither; what comes of it. */
async function submit(app: App, world: World, flight: InFlight, at: Instant): Promise<Fate | null> {
  const { message } = flight;
  const phone = message.phone ?? '';
  const operator = operatorOf(phone);
  const rule = ruleFor(world, phone, operator);
  if (rule.effect === 'outage') return { event: { kind: 'queued' }, at: message.createdAt + KEPT };
  if (rule.effect === 'rejected' || (await isLandline(app, message))) {
    return { event: { kind: 'fail', operator, raw: 'REJECTD', error: null }, at };
  }
  await report(app, flight, { state: 'submitted', operator }, at);
  return fateOf(rule, phone, message);
}

async function isLandline(app: App, { customerId, phone }: OutboundMessage): Promise<boolean> {
  const view = await app.ask.account(customerId, app.now());
  const onFile = view?.account.phone;
  return onFile?.e164 === phone && onFile?.kind === 'landline';
}

function arrive(world: World, flight: InFlight, at: Instant): Promise<void> {
  const { createdAt, customerId, serial, language, body, id } = flight.message;
  const received = { arrivedAt: at, sentAt: createdAt, customerId, serial, language, body };
  return world.put(place('inbox', addressOf(flight), id, received));
}

function reportRaw(app: App, flight: InFlight, operator: string, raw: RawReceipt, at: Instant): Promise<void> {
  return report(app, flight, receiptOf(operator, raw), at);
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

import type { Instant } from '../domain/ids.ts';
import { MINUTE, SECOND } from '../domain/ids.ts';
import { operatorOf } from '../domain/mobile-operators.ts';
import type { World } from '../domain/world.ts';
import { ruleFor } from './network-scope.ts';
import { dueOf, type InFlight, type NetworkEffect, place } from './shelves.ts';

/** How long our gateway and the operators keep a message that cannot go on; then it is too old to be of use. */
export const KEPT = 30 * MINUTE;
const FOREVER = Number.MAX_SAFE_INTEGER;
const MOST_WAITING = 10_000;
/** How soon a phone that is on again gets what waited. */
const SOON = 2 * SECOND;

/** What a waiting message waits for the end of. */
const waitsFor: Partial<Record<InFlight['event']['kind'], NetworkEffect>> = { queued: 'outage', stored: 'phone-off' };

/** Sends on what waits although nothing holds it any more. */
export async function release(world: World, now: Instant): Promise<void> {
  for (const item of dueOf(world, 'in-flight', FOREVER, MOST_WAITING)) {
    const { message, event } = item.value;
    const held = waitsFor[event.kind];
    if (held === undefined || message.phone === null) continue;
    const operator = operatorOf(message.phone);
    if (ruleFor(world, message.phone, operator).effect === held) continue;
    // Whoever removes it, lets it go on.
    if (!(await world.remove(item))) continue;
    const next: InFlight =
      event.kind === 'queued'
        ? { message, event: { kind: 'submit' } }
        : { message, event: { kind: 'deliver', operator } };
    await world.put(place('in-flight', item.key, event.kind === 'queued' ? now : now + SOON, next));
  }
}

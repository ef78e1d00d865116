import type { App } from '../app.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, refused, type SimAnswer } from './answer.ts';
import { type FoundHandset, findHandset, handsetId } from './handset.ts';
import type { Phone, PhoneScreen } from './machines.ts';
import { otpPeriod, shownOtps } from './otp-shown.ts';
import { messagesOn } from './phone.ts';

/**
 * What is to be seen on a phone now: of a subscriber by customer id, of a number (the phone its SIM card is in), or of
 * one phone by its id. Changes nothing.
 */
export function phoneScreen(app: App, of: string): Promise<SimAnswer<Phone>> {
  return inTraining(app, async (world) => {
    const phone = await phoneOf(app, of);
    if (phone === null) return refused({ code: 'account-unknown' });
    const found = findHandset(world, phone);
    if (!found) return refused({ code: 'phone-unknown' });
    const { id, handset } = found;
    const inbox = handset.state === 'on' ? messagesOn(world, found).toReversed() : [];
    return given({ id, number: handset.sim, screen: screenOf(app, world, found), inbox, skew: handset.skew });
  });
}

/** A phone's number or id stays what it is; a subscriber's phone is that of the number on file. */
async function phoneOf(app: App, of: string): Promise<string | null> {
  if (of.startsWith('+') || of.includes('#')) return of;
  const known = await app.ask.account(of, app.now());
  return known && (known.account.phone?.e164 ?? handsetId(of, 1));
}

function screenOf(app: App, world: World, found: FoundHandset): PhoneScreen {
  const { state, app: mobile } = found.handset;
  if (state !== 'on') return { on: state };
  switch (mobile.is) {
    case 'absent':
      return { on: 'store' };
    case 'new':
      return { on: 'choose-pin', entry: mobile.first === null ? 'first' : 'again', refusal: mobile.refusal };
    case 'closed':
      return { on: 'ask-pin', refusal: mobile.refusal };
    case 'open':
      return mobile.at === 'scanner'
        ? { on: 'scanner', refusal: mobile.refusal }
        : { on: 'codes', entries: shownOtps(app, world, found), period: otpPeriod(app) };
  }
}

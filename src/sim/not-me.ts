import type { App } from '../app.ts';
import type { CustomerId, Serial } from '../domain/ids.ts';
import type { NoticeTemplate } from '../domain/message.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, ownedCertificate, refused, type SimAnswer } from './answer.ts';
import { tick } from './network.ts';
import { allOf } from './shelves.ts';

/** What the subscriber's answer brought about. */
export interface Disputed {
  readonly about: NoticeTemplate | null;
  readonly frozen: readonly Serial[];
  /** Whether a change of the phone number that waited is over now. */
  readonly phoneChangeOver: boolean;
}

interface Received {
  readonly template: NoticeTemplate;
  readonly serial: Serial | null;
  readonly reference: string;
}

/**
 * The subscriber answers a message of ours: this was not me. Without a reference it is the newest message, as when its link
 * is pressed. What is about the account stops all its certificates, and the change of the number that waits.
 */
export function notMe(app: App, serial: Serial, reference: string | null): Promise<SimAnswer<Disputed>> {
  return inTraining(app, async (world) => {
    await tick(app);
    const owned = await ownedCertificate(app, serial);
    if (owned.verdict === 'refused') return owned;
    const { actor, account } = owned.value;
    const received = receivedBy(world, account.customerId, [account.phone?.e164, account.email]);
    const answered = reference === null ? received.at(-1) : received.find((one) => one.reference === reference);
    const quoted = answered?.reference ?? reference;
    if (quoted === null) return refused({ code: 'reference-unknown' });
    const about = answered && answered.serial === null ? await serialsOf(app, account.customerId) : [serial];
    for (const one of about) {
      const answer = await app.perform(actor, { type: 'report-not-me', serial: one, reference: quoted });
      if (answer.verdict === 'refused') return refused(answer.refusal);
    }
    const ended =
      account.pendingPhoneChange !== null &&
      (
        await app.perform(actor, {
          type: 'refuse-phone-change',
          customerId: account.customerId,
          reference: quoted,
        })
      ).verdict === 'done';
    return given({ about: answered?.template ?? null, frozen: about, phoneChangeOver: ended });
  });
}

async function serialsOf(app: App, customerId: CustomerId): Promise<readonly Serial[]> {
  const view = await app.ask.account(customerId, app.now());
  return view?.certificates.map(({ certificate }) => certificate.serial) ?? [];
}

/** Notices that have arrived at these addresses, oldest first. */
function receivedBy(
  world: World,
  customerId: CustomerId,
  addresses: readonly (string | undefined)[],
): readonly Received[] {
  return addresses
    .filter((address) => address !== undefined)
    .flatMap((address) => allOf(world, 'inbox', address).map(({ value }) => value))
    .filter((message) => message.customerId === customerId)
    .toSorted((one, other) => one.arrivedAt - other.arrivedAt)
    .flatMap(({ body, serial }) =>
      body.kind === 'notice' ? [{ template: body.template, serial, reference: body.reference }] : [],
    );
}

import type { App } from '../app.ts';
import type { CertificateView } from '../domain/read-models.ts';
import type { Phone, PortalScreen } from './machines.ts';
import { phoneScreen } from './phone-screen.ts';
import { portalOfRecord } from './portal-of-record.ts';
import { portalScreen } from './portal-screen.ts';
import { allOf } from './shelves.ts';

/** What the caller has before them, as far as whoever helps them may see it. */
export interface CallerScreens {
  readonly portal: PortalScreen;
  /** Null in a live database, where nobody knows. */
  readonly phone: Phone | null;
  /** Whether the app holds the secret in use; null where nobody knows. */
  readonly scanned: boolean | null;
}

const HIDDEN = '••••••';

/**
 * The caller's screens for somebody who helps: in training those of the simulated machines, without any secret, code or
 * OTP; in a live database the portal as the record tells it.
 */
export async function callerScreens(app: App, view: CertificateView): Promise<CallerScreens> {
  const { customerId } = view.certificate;
  const portal = await portalScreen(app, customerId);
  const phone = await phoneScreen(app, customerId);
  if (!app.world || portal.verdict === 'refused' || phone.verdict === 'refused') {
    return { portal: portalOfRecord(view, app.policy, () => []), phone: null, scanned: null };
  }
  const issuedAt =
    view.activation.status === 'awaiting_otp' ? view.activation.secret.issuedAt : Number.POSITIVE_INFINITY;
  const entries = allOf(app.world, 'app-entry', phone.value.id);
  const { serial } = view.certificate;
  return {
    portal: portal.value.on === 'secret' ? { ...portal.value, lines: [] } : portal.value,
    phone: withoutSecrets(phone.value),
    scanned: entries.some(({ value }) => value.serial === serial && value.addedAt >= issuedAt),
  };
}

/** Nobody but the subscriber reads a code: neither in the app nor in a message. */
function withoutSecrets(phone: Phone): Phone {
  const { screen } = phone;
  const inbox = phone.inbox.map((message) =>
    message.body.kind === 'sms-code' ? { ...message, body: { ...message.body, code: HIDDEN } } : message,
  );
  if (screen.on !== 'codes') return { ...phone, inbox };
  return { ...phone, inbox, screen: { ...screen, entries: screen.entries.map((one) => ({ ...one, otp: HIDDEN })) } };
}

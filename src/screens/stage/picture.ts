import type { App } from '../../app.ts';
import type { Diagnosis } from '../../domain/diagnosis.ts';
import type { CustomerId, Instant, Serial } from '../../domain/ids.ts';
import { operatorOf } from '../../domain/mobile-operators.ts';
import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import type { World } from '../../domain/world.ts';
import { computerScreen } from '../../sim/computer.ts';
import type { Computer, Phone, PortalScreen } from '../../sim/machines.ts';
import { rulesInForce } from '../../sim/network-rules.ts';
import { type RuleScope, scopeKey } from '../../sim/network-scope.ts';
import { phoneScreen } from '../../sim/phone-screen.ts';
import { portalScreen } from '../../sim/portal-screen.ts';
import { dueOf, type NetworkRule, newestOf } from '../../sim/shelves.ts';

/** Whom the stage is about. */
export interface Lead {
  readonly customerId: CustomerId;
  readonly serial: Serial;
  /** The phone in the subscriber’s hand: that of the number on file may be another one, or none. */
  readonly phone: string;
}

/** What is on its way for others, and what is wrong with the network. */
export interface Traffic {
  readonly others: readonly { readonly operator: string; readonly count: number }[];
  readonly rules: readonly { readonly scope: RuleScope; readonly rule: NetworkRule }[];
}

/** Everything that the stage shows at one moment. */
export interface StagePicture {
  /** The moment of all of it. */
  readonly at: Instant;
  readonly account: AccountView;
  readonly certificate: CertificateView;
  readonly diagnosis: Diagnosis | null;
  readonly portal: PortalScreen;
  readonly phone: Phone | null;
  readonly computer: Computer;
  readonly traffic: Traffic;
}

const MOST_COUNTED = 1_000;

/** Null when the subscriber is gone. Changes nothing. */
export async function takePicture(app: App, { customerId, serial, phone: inHand }: Lead): Promise<StagePicture | null> {
  const at = app.now();
  const account = await app.ask.account(customerId, at);
  const certificate = account?.certificates.find((one) => one.certificate.serial === serial);
  const portal = await portalScreen(app, customerId);
  const computer = await computerScreen(app, customerId);
  if (!app.world || !account || !certificate) return null;
  if (portal.verdict === 'refused' || computer.verdict === 'refused') return null;
  const phone = await phoneScreen(app, inHand);
  return {
    at,
    account,
    certificate,
    diagnosis: await app.ask.diagnosis(serial, at),
    portal: portal.value,
    phone: phone.verdict === 'done' ? phone.value : null,
    computer: computer.value,
    traffic: await trafficOf(app, app.world, account),
  };
}

async function trafficOf(app: App, world: World, { account }: AccountView): Promise<Traffic> {
  const counts = new Map<string, number>();
  for (const { value } of dueOf(world, 'in-flight', Number.MAX_SAFE_INTEGER, MOST_COUNTED)) {
    const { customerId, phone } = value.message;
    if (customerId === account.customerId || phone === null) continue;
    counts.set(operatorOf(phone), (counts.get(operatorOf(phone)) ?? 0) + 1);
  }
  const wide = await rulesInForce(app);
  const scope = account.phone && ({ of: 'phone', phone: account.phone.e164 } as const);
  const own = scope && newestOf(world, 'network-rule', scopeKey(scope));
  return {
    others: [...counts].map(([operator, count]) => ({ operator, count })),
    rules: [...(own ? [{ scope, rule: own }] : []), ...(wide.verdict === 'done' ? wide.value : [])],
  };
}

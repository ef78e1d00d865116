import type { App } from '../app.ts';
import type { KnownAccount } from '../domain/account.ts';
import type { AgentId, CaseId, Serial } from '../domain/ids.ts';
import type { CertificateView } from '../domain/read-models.ts';
import type { World } from '../domain/world.ts';
import { ownedCertificate } from './answer.ts';
import type { Cast } from './cast.ts';
import { findHandset } from './handset.ts';
import type { RuleScope } from './network-scope.ts';
import type { Scenario } from './scenario.ts';
import { phoneNameOf } from './software.ts';

/** What a performance has to remember from one move to the next. */
export interface Scene {
  readonly app: App;
  readonly world: World;
  readonly scenario: Scenario;
  readonly cast: Cast;
  /** The phone in the subscriber's hand, e.g. `+48601000001#1`. */
  phone: string;
  /** The others on the same operator: the story's, or those whom a hand has called. */
  crowd: readonly Serial[];
  /** The last OTP that was used to sign. */
  spentOtp: string;
  /** The last signature, base64; null while nothing is signed. */
  signature: string | null;
  /** The case that each of the staff has open. */
  readonly cases: Map<AgentId, CaseId>;
  /** Network rules that the story has set and not lifted. */
  readonly rules: Map<string, RuleScope>;
  /** Operators whose outage the story has recognised and not ended. */
  readonly outages: Set<string>;
}

/** A scene in which nothing has happened yet; the phone is the one that the subscriber's number leads to now. */
export function newScene(
  app: App,
  world: World,
  { scenario, cast, account }: Pick<Scene, 'scenario' | 'cast'> & { readonly account: KnownAccount },
): Scene {
  const name = phoneNameOf(account);
  const phone = findHandset(world, name)?.id ?? name;
  return {
    app,
    world,
    scenario,
    cast,
    phone,
    crowd: cast.crowd,
    spentOtp: '',
    signature: null,
    cases: new Map(),
    rules: new Map(),
    outages: new Set(),
  };
}

/** The subscriber as they stand now. */
export async function subscriberOf({
  app,
  cast,
}: Pick<Scene, 'app' | 'cast'>): Promise<{ readonly account: KnownAccount; readonly view: CertificateView }> {
  const owned = await ownedCertificate(app, cast.serial);
  if (owned.verdict === 'refused') throw new Error(`${cast.serial} has left the stage`);
  return owned.value;
}

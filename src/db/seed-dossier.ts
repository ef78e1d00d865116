import type { AccountFact } from '../domain/account.ts';
import type { Activation, ActivationFact } from '../domain/activation.ts';
import type { CertificateFact } from '../domain/certificate.ts';
import { DAY, HOUR, type Instant, MINUTE, type Serial } from '../domain/ids.ts';
import { operatorOf } from '../domain/mobile-operators.ts';
import type { Phone } from '../domain/phone-number.ts';
import type { Policy } from '../domain/policy.ts';
import { type Fictional, inventLandline, inventMobile, inventPerson } from '../fiction/people.ts';
import type { Random } from '../fiction/random.ts';
import { seededAsk } from './seed-ask.ts';
import { type Calls, callsOf } from './seed-calls.ts';
import { type CertificateKind, type CertificateLife, lifeOf } from './seed-certificates.ts';
import type { Plot, Twist } from './seed-plots.ts';
import { type StoryName, stories } from './seed-stories.ts';
import { Tale } from './seed-tale.ts';

/** Everything that ever happened to one invented subscriber. */
export interface Dossier {
  readonly customerId: string;
  readonly account: readonly AccountFact[];
  readonly certificates: readonly CertificatePast[];
  readonly cases: Calls['cases'];
}

export interface CertificatePast {
  readonly serial: Serial;
  readonly facts: readonly CertificateFact[];
  readonly activation: Activation;
  readonly activationFacts: readonly ActivationFact[];
}

const SERIAL_DIGITS = 32;
/** The end of a serial number says whose it is and which of theirs: chance alone deals one twice in a million. */
const OWNER_DIGITS = 8;
const ORDER_DIGITS = 1;
/** Stories of further certificates end well before those of the first one begin to matter. */
const CALM = 10 * DAY;

export function composeDossier(plot: Plot, number: number, random: Random, now: Instant, policy: Policy): Dossier {
  const invented = inventPerson(random, number);
  const { customerId } = invented.person;
  const phone = phoneOf(plot.twist, random);
  const calls = callsOf(customerId, number, random, now);
  const twisted = twist(plot.twist, random, now, policy, calls);
  const tell = (order: number, kind: CertificateKind, story: StoryName, latest: Instant) => {
    const life = lifeOf(kind, random, now, policy);
    const serial = serialOf(number, order, random);
    const operator = phone === null ? '' : operatorOf(phone.e164);
    const until = Math.min(latest, life.usableUntil);
    const from = life.notBefore;
    const tale = new Tale({ random, policy, serial, phone: phone?.e164 ?? '', operator, calls, from, until });
    stories[story](tale);
    tale.settleBy(now);
    const facts = [registered(serial, invented, life), ...life.later];
    return { serial, facts, activation: tale.state, activationFacts: tale.facts, since: life.registeredAt };
  };
  const first = tell(0, plot.certificate, plot.story, twisted.stopsAt);
  const certificates = [first];
  for (const [kind, story] of furtherCertificates(plot.twist, random)) {
    certificates.push(tell(certificates.length, kind, story, Math.min(twisted.stopsAt, now - CALM)));
  }
  const since = Math.min(...certificates.map((certificate) => certificate.since));
  const openedAt = since - random.between(HOUR, 30 * DAY);
  const opened: AccountFact = { type: 'account-opened', at: openedAt, ...invented.person, phone };
  return { customerId, account: [opened, ...twisted.facts], certificates, cases: calls.cases };
}

function phoneOf(kind: Twist, random: Random): Phone | null {
  if (kind === 'no-phone') return null;
  return kind === 'landline' ? inventLandline(random) : inventMobile(random);
}

/** One or two older or further certificates for some. Who has no mobile number never used one. */
function furtherCertificates(kind: Twist, random: Random): readonly (readonly [CertificateKind, StoryName])[] {
  const luck = random.unit();
  const count = luck < 0.6 ? 0 : luck < 0.9 ? 1 : 2;
  return Array.from({ length: count }, () => {
    const certificate = random.pick(['expired', 'expired', 'expired', 'current', 'current', 'revoked'] as const);
    const reachable = kind !== 'landline' && kind !== 'no-phone';
    return [certificate, reachable && random.chance(0.85) ? 'past' : 'untouched'] as const;
  });
}

interface Twisted {
  readonly facts: readonly AccountFact[];
  /** Nothing can happen to its certificates after this moment. */
  readonly stopsAt: Instant;
}

function twist(kind: Twist, random: Random, now: Instant, policy: Policy, calls: Calls): Twisted {
  switch (kind) {
    case 'none':
    case 'landline':
    case 'no-phone':
      return { facts: [], stopsAt: now };
    case 'blocked': {
      const at = now - random.between(2 * HOUR, 15 * DAY);
      return { facts: [{ type: 'account-blocked', at }], stopsAt: at };
    }
    case 'phone-change-asked':
      return { facts: [asked(now - random.between(10 * MINUTE, 5 * HOUR)).fact], stopsAt: now - 6 * HOUR };
    case 'phone-changed': {
      const { fact } = asked(now - random.between(3 * HOUR, 20 * HOUR));
      const at = fact.at + random.between(5 * MINUTE, HOUR);
      const usableFrom = at + policy.support.newPhoneUsableAfter;
      return {
        facts: [
          fact,
          { type: 'phone-changed', at, phone: fact.phone, usableFrom, requestedBy: fact.requestedBy, firstYesBy: null },
        ],
        stopsAt: now,
      };
    }
  }

  function asked(at: Instant) {
    const call = calls.keepOpen(at);
    const note = 'Nowa karta, nowy numer.';
    const ask = seededAsk(call, { at, reason: 'new-phone', note, counters: null }, policy);
    return { fact: { type: 'phone-change-requested', at, phone: inventMobile(random), ...ask } as const };
  }
}

function serialOf(number: number, order: number, random: Random): Serial {
  const dealt = `${random.between(1, 7)}${random.hex(SERIAL_DIGITS - 1)}`;
  const owner = `${hex(number, OWNER_DIGITS)}${hex(order, ORDER_DIGITS)}`;
  return `${dealt.slice(0, SERIAL_DIGITS - owner.length)}${owner}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

function registered(serial: Serial, { person, identity }: Fictional, life: CertificateLife): CertificateFact {
  const { customerId, givenName, familyName } = person;
  const { registeredAt, notBefore, notAfter } = life;
  const subject = `CN=${givenName} ${familyName}, C=PL`;
  const from = { customerId, subject, identity, notBefore, notAfter, pem: null };
  return { type: 'certificate-registered', at: registeredAt, serial, ...from };
}

import type { KnownAccount } from '../../src/domain/account.ts';
import { agentDecider } from '../../src/domain/agent.ts';
import type { KnownCertificate } from '../../src/domain/certificate.ts';
import { type Command, commandKinds } from '../../src/domain/commands.ts';
import { DAY, type Instant, MINUTE } from '../../src/domain/ids.ts';
import { type Actor, type Party, permissions } from '../../src/domain/permissions.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Situation } from '../../src/domain/situation.ts';
import type { SupportCase } from '../../src/domain/support-case.ts';
import { plainVault } from './plain-vault.ts';
import { NOON } from './records.ts';
import {
  administrator,
  agentNamed,
  authority,
  CUSTOMER,
  clock,
  ewa,
  irena,
  network,
  olga,
  subscriber,
  tomek,
} from './staff.ts';

export const SERIAL = 'C0000001';
export const PHONE = '+48601000001';
export const CASE = 'K7M2';
export const TICKET = 'INC-20931';

/** An open account with a mobile number that has long been usable. */
export function accountOf(overrides: Partial<Extract<KnownAccount, { status: 'open' }>> = {}): KnownAccount {
  return {
    status: 'open',
    customerId: CUSTOMER,
    login: 'a.nowak1',
    givenName: 'Anna',
    familyName: 'Nowak',
    email: 'a.nowak1@example.org',
    language: 'pl',
    phone: { e164: PHONE, kind: 'mobile' },
    phoneUsableFrom: NOON - 30 * DAY,
    pendingPhoneChange: null,
    lastNoAt: null,
    ...overrides,
  };
}

export function blockedAccount(blockedAt: Instant = NOON - DAY): KnownAccount {
  return { ...accountOf(), status: 'blocked', blockedAt };
}

/** A certificate in the middle of its validity. */
export function certificateOf(
  overrides: Partial<Extract<KnownCertificate, { status: 'valid' }>> = {},
): Extract<KnownCertificate, { status: 'valid' }> {
  return {
    status: 'valid',
    serial: SERIAL,
    customerId: CUSTOMER,
    subject: 'CN=Anna Nowak, C=PL',
    identity: null,
    notBefore: NOON - 30 * DAY,
    notAfter: NOON + 335 * DAY,
    pem: null,
    ...overrides,
  };
}

export function suspendedCertificate(suspendedAt: Instant): KnownCertificate {
  return { ...certificateOf(), status: 'suspended', suspendedAt };
}

export function revokedCertificate(revokedAt: Instant): KnownCertificate {
  return { ...certificateOf(), status: 'revoked', revokedAt };
}

/** An open case of this account whose caller the agent has verified. */
export function verifiedCase(
  agentId: string,
  verifiedAt: Instant,
  overrides: Partial<Extract<SupportCase, { status: 'open' }>> = {},
): Extract<SupportCase, { status: 'open' }> {
  return {
    status: 'open',
    caseId: CASE,
    ticket: TICKET,
    customerId: CUSTOMER,
    agentId,
    words: '',
    openedAt: verifiedAt - MINUTE,
    verification: { status: 'passed', at: verifiedAt, proofs: ['call-back', 'date-of-birth'], points: 4 },
    handOver: null,
    ...overrides,
  };
}

/** Who usually gives this command: the first the permissions name. */
export function usualActor(type: Command['type']): Actor {
  const [party] = permissions[type];
  if (!party) throw new Error(`nobody may ${type}`);
  return actorOf(party);
}

export function actorOf(party: Party): Actor {
  const actors: Readonly<Record<Party, Actor>> = {
    agent: ewa,
    supervisor: olga,
    trainer: tomek,
    auditor: irena,
    subscriber,
    network,
    authority,
    administrator,
    clock,
  };
  return actors[party];
}

/** Nothing stands in the way: the right one asks, in training, for a caller verified a minute ago. */
export function situationFor(
  command: Pick<Command, 'type'>,
  now: Instant,
  overrides: Partial<Situation> = {},
): Situation {
  const actor = overrides.actor ?? usualActor(command.type);
  const restsOnCase = 'caseId' in command && commandKinds[command.type] !== 'support-case';
  return {
    now,
    policy: defaultPolicy,
    realm: 'training',
    actor,
    vault: plainVault,
    lastEntryAt: null,
    agent: actor.kind === 'agent' ? agentNamed(actor.id) : agentDecider.initial,
    colleague: 'to' in command ? agentNamed(String(command.to)) : agentDecider.initial,
    otherSupervisors: 1,
    account: accountOf(),
    certificate: certificateOf(),
    supportCase: restsOnCase ? verifiedCase(actor.id, now - MINUTE) : { status: 'absent' },
    attempt: null,
    codesToPhone: { count: 0, oldest: null },
    outages: [],
    recentAttempts: [],
    bulkUnlock: null,
    lastNoAt: null,
    notice: null,
    holders: [],
    otherSecrets: [],
    ...overrides,
  };
}

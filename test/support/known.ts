import type { KnownAccount } from '../../src/domain/account.ts';
import { type ActivationFact, untouched } from '../../src/domain/activation.ts';
import { evolveActivation } from '../../src/domain/activation-evolve.ts';
import type { AuditEntry } from '../../src/domain/audit.ts';
import { type KnownCertificate, statusAt } from '../../src/domain/certificate.ts';
import type { Known, OperatorHealth } from '../../src/domain/diagnosis.ts';
import { type Instant, SECOND } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import { type AttemptFact, type AttemptRecord, evolveAttempts } from '../../src/domain/sms-attempt.ts';
import { NOON } from './records.ts';
import { accountOf, certificateOf, SERIAL } from './situations.ts';

/** What had happened to somebody, for a diagnosis. `refused` are bare refusals, with the moment of each. */
export interface Story {
  readonly facts?: readonly ActivationFact[];
  readonly refused?: readonly (readonly [RefusalCode, Instant])[];
  readonly account?: KnownAccount;
  readonly certificate?: KnownCertificate;
  readonly operator?: OperatorHealth;
  /** A second after the last thing that happened, when not given. */
  readonly now?: Instant;
}

/** The record of a story, as the store would gather it. */
export function knownOf({ facts = [], refused = [], ...rest }: Story): Known {
  const { account = accountOf(), certificate = certificateOf(), operator = null } = rest;
  const moments = [...facts.map(({ at }) => at), ...refused.map(([, at]) => at)];
  const now = rest.now ?? Math.max(NOON, ...moments) + SECOND;
  const attempts = facts
    .filter((fact): fact is AttemptFact => 'number' in fact)
    .reduce(evolveAttempts, new Map<number, AttemptRecord>());
  const entries = [
    ...facts.map((fact) => entryAt(fact.at, { facts: [{ on: 'activation', id: SERIAL, ...fact }] })),
    ...refused.map(([refusal, at]) => entryAt(at, { verdict: 'refused', refusal })),
  ]
    // Of two at the same moment the later one is the newer one.
    .reverse()
    .toSorted((one, other) => other.at - one.at);
  const activation = facts.reduce(evolveActivation, untouched);
  return {
    now,
    policy: defaultPolicy,
    account,
    view: {
      certificate,
      status: statusAt(certificate, now),
      activation,
      attempts: [...attempts.values()].reverse(),
    },
    entries,
    operator,
  };
}

function entryAt(at: Instant, own: Partial<AuditEntry>): AuditEntry {
  return {
    seq: 1,
    at,
    actor: { kind: 'subscriber', id: 'EC-100001' },
    command: 'sign-document',
    customerId: 'EC-100001',
    serial: SERIAL,
    caseId: null,
    ticket: null,
    reason: null,
    note: null,
    verdict: 'done',
    refusal: null,
    facts: [],
    prevHash: '',
    hash: '',
    ...own,
  };
}

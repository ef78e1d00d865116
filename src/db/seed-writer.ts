import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { accountDecider } from '../domain/account.ts';
import type { Activation } from '../domain/activation.ts';
import { type AgentFact, agentDecider } from '../domain/agent.ts';
import type { AuditRecord, RecordedFact } from '../domain/audit.ts';
import { certificateDecider } from '../domain/certificate.ts';
import { fold } from '../domain/decision.ts';
import type { Instant } from '../domain/ids.ts';
import { defaultPolicy } from '../domain/policy.ts';
import type { Vault } from '../domain/situation.ts';
import { supportCaseDecider } from '../domain/support-case.ts';
import type { Random } from '../fiction/random.ts';
import { auditChain } from './audit-chain.ts';
import type { Keys } from './keys.ts';
import type { CertificatePast, Dossier } from './seed-dossier.ts';
import { openShelves } from './shelves/shelves.ts';
import { createVault } from './vault.ts';

/** Writes invented pasts: rows through the shelves, and one audit entry for each subscriber and agent when it is told to. */
export function seedWriter(db: Database.Database, keys: Keys, now: Instant) {
  const shelves = openShelves(drizzle(db), () => defaultPolicy);
  const audit = auditChain(db, keys);
  const vault = createVault(keys);
  let entries: AuditRecord[] = [];
  return {
    hire(added: Extract<AgentFact, { type: 'agent-added' }>): void {
      const { agentId } = added;
      shelves.agent.save(agentId, fold(agentDecider, agentDecider.initial, [added]), [added]);
      audit.append({ ...entry(now), facts: [{ on: 'agent', id: agentId, ...added }] });
    },
    write({ customerId, account, certificates, cases }: Dossier, random: Random): void {
      shelves.account.save(customerId, fold(accountDecider, accountDecider.initial, account), account);
      for (const { serial, facts, activation, activationFacts } of certificates) {
        shelves.certificate.save(serial, fold(certificateDecider, certificateDecider.initial, facts), facts);
        if (activationFacts.length === 0) continue;
        shelves.activation.save(serial, withSecrets(activation, serial, random, vault), activationFacts);
      }
      for (const { caseId, facts } of cases) {
        shelves['support-case'].save(caseId, fold(supportCaseDecider, supportCaseDecider.initial, facts), facts);
      }
      entries.push({ ...entry(now), customerId, facts: recorded({ customerId, account, certificates, cases }) });
    },
    /** Links the entries of what was written since the last time. */
    log(): void {
      if (entries.length > 0) audit.append(...entries);
      entries = [];
    },
  };
}

function entry(at: Instant): Omit<AuditRecord, 'facts'> {
  const nothing = { customerId: null, serial: null, caseId: null, ticket: null, reason: null, note: null };
  const actor = { kind: 'administrator', id: 'seed' } as const;
  return { at, actor, command: 'seed-subscriber', ...nothing, verdict: 'done', refusal: null };
}

function recorded({ customerId, account, certificates, cases }: Dossier): readonly RecordedFact[] {
  const facts: RecordedFact[] = [];
  for (const fact of account) facts.push({ on: 'account', id: customerId, ...fact });
  for (const past of certificates) {
    for (const fact of past.facts) facts.push({ on: 'certificate', id: past.serial, ...fact });
    for (const fact of past.activationFacts) facts.push({ on: 'activation', id: past.serial, ...fact });
  }
  for (const past of cases) {
    for (const fact of past.facts) facts.push({ on: 'support-case', id: past.caseId, ...fact });
  }
  return facts;
}

/** The state with what facts tell blank: the digest of the code that still counts, the secrets that are still kept. */
function withSecrets(state: Activation, serial: CertificatePast['serial'], random: Random, vault: Vault): Activation {
  const sealed = <S extends { readonly generation: number }>(secret: S) => {
    const bytes = random.bytes(defaultPolicy.otp.secretBytes);
    return { ...secret, sealed: vault.seal(serial, secret.generation, bytes) };
  };
  const kept = { ...state, superseded: state.superseded.map(sealed) };
  const own = (kept.secret === null ? kept : { ...kept, secret: sealed(kept.secret) }) as Activation;
  if (own.status !== 'awaiting_code') return own;
  const { attempt } = own;
  const code = random.digits(defaultPolicy.sms.codeDigits);
  const codeDigest = vault.digestCode(serial, attempt.number, code);
  return { ...own, lastCodeDigest: codeDigest, attempt: { ...attempt, codeDigest } };
}

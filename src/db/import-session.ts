import type Database from 'better-sqlite3';
import type { Account } from '../domain/account.ts';
import type { AuditRecord, RecordedFact } from '../domain/audit.ts';
import type { Certificate } from '../domain/certificate.ts';
import {
  applyImport,
  decideImport,
  type ImportDecision,
  type ImportRecord,
  type ImportVerdict,
} from '../domain/import-record.ts';
import type { CommandContext } from '../domain/ports.ts';
import type { AuditChain } from './audit-chain.ts';
import type { Shelves } from './shelves/shelves.ts';

/** Imports records; a rehearsal keeps what it would have written in a temporary table, so that it sees its own rows. */
export function importSession(db: Database.Database, shelves: Shelves, audit: AuditChain) {
  const rehearsal = lazyRehearsal(db);

  function run(records: readonly ImportRecord[], context: CommandContext): readonly ImportVerdict[] {
    const entries: AuditRecord[] = [];
    const verdicts = records.map((record) => {
      const { customerId, certificate } = record;
      const account = shelves.account.load(customerId);
      const stored = shelves.certificate.load(certificate.serial);
      const decision = decideImport(account, stored, record, context);
      if (decision.verdict.verdict !== 'accepted') return decision.verdict;
      const next = applyImport(account, stored, decision);
      const { accountFacts, certificateFacts } = decision;
      if (accountFacts.length > 0) shelves.account.save(customerId, next.account, accountFacts);
      if (certificateFacts.length > 0) shelves.certificate.save(certificate.serial, next.certificate, certificateFacts);
      entries.push(recordOf(record, decision, context));
      return decision.verdict;
    });
    if (entries.length > 0) audit.append(...entries);
    return verdicts;
  }

  function rehearse(records: readonly ImportRecord[], context: CommandContext): readonly ImportVerdict[] {
    const drafts = rehearsal();
    return records.map((record) => {
      const { customerId, certificate } = record;
      const account = drafts.load<Account>('account', customerId) ?? shelves.account.load(customerId);
      const stored =
        drafts.load<Certificate>('certificate', certificate.serial) ?? shelves.certificate.load(certificate.serial);
      const decision = decideImport(account, stored, record, context);
      const next = applyImport(account, stored, decision);
      if (decision.accountFacts.length > 0) drafts.save('account', customerId, next.account);
      if (decision.certificateFacts.length > 0) drafts.save('certificate', certificate.serial, next.certificate);
      return decision.verdict;
    });
  }

  return { run, rehearse, takenBack: shelves.account.takenBack };
}

function lazyRehearsal(db: Database.Database) {
  let drafts: ReturnType<typeof openRehearsal> | null = null;
  return () => {
    drafts ??= openRehearsal(db);
    return drafts;
  };
}

function openRehearsal(db: Database.Database) {
  db.exec('CREATE TEMP TABLE rehearsal (kind TEXT, id TEXT, state TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID');
  const select = db.prepare('SELECT state FROM temp.rehearsal WHERE kind = ? AND id = ?').pluck();
  const upsert = db.prepare('INSERT OR REPLACE INTO temp.rehearsal VALUES (?, ?, ?)');
  return {
    load<State>(kind: string, id: string): State | null {
      const state = select.get(kind, id);
      return typeof state === 'string' ? JSON.parse(state) : null;
    },
    save: (kind: string, id: string, state: unknown) => upsert.run(kind, id, JSON.stringify(state)),
  };
}

function recordOf(record: ImportRecord, decision: ImportDecision, { now, actor }: CommandContext) {
  const { customerId, certificate } = record;
  const facts: RecordedFact[] = [
    ...decision.accountFacts.map((fact) => ({ on: 'account', id: customerId, ...fact }) as const),
    ...decision.certificateFacts.map((fact) => ({ on: 'certificate', id: certificate.serial, ...fact }) as const),
  ];
  return {
    at: now,
    actor: { kind: actor.kind, id: actor.id },
    command: 'import-record',
    customerId,
    serial: certificate.serial,
    caseId: null,
    ticket: null,
    reason: null,
    note: null,
    verdict: 'done',
    refusal: null,
    facts,
  } as const;
}

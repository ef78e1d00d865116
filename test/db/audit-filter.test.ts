import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { auditQuestion } from '../../src/db/question-audit.ts';
import type { AuditFilter } from '../../src/domain/read-models.ts';
import { customerOf, serialOf, supportDesk } from '../support/support-desk.ts';

const desk = await (async () => supportDesk)();
const filters: Readonly<Record<string, Omit<AuditFilter, 'limit'>>> = {
  customer: { customerId: customerOf('locked') },
  serial: { serial: serialOf('lockedOtp') },
  case: { caseId: 'NONE2345' },
  agent: { agentId: 'root' },
  command: { commands: ['sign-document'] },
  'several commands': { commands: ['sign-document', 'request-sms-code', 'import-record'] },
  refused: { verdict: 'refused' },
  'a span of time': { from: 1_763_895_600_000, until: 1_900_000_000_000 },
  'all at once': { serial: serialOf('lockedOtp'), verdict: 'refused', commands: ['sign-document'], from: 0 },
};

test.each(Object.entries(filters))('filtered by %s: what fits, all of it, newest first', async (_, filter) => {
  const app = await desk();
  const everything = await app.ask.audit({ limit: 10_000 });
  const fits = everything.filter(
    (entry) =>
      (filter.customerId ?? entry.customerId) === entry.customerId &&
      (filter.serial ?? entry.serial) === entry.serial &&
      (filter.caseId ?? entry.caseId) === entry.caseId &&
      (filter.agentId ?? entry.actor.id) === entry.actor.id &&
      (filter.verdict ?? entry.verdict) === entry.verdict &&
      (filter.commands ?? [entry.command]).includes(entry.command) &&
      entry.at >= (filter.from ?? 0) &&
      entry.at < (filter.until ?? Number.POSITIVE_INFINITY),
  );
  expect(await app.ask.audit({ ...filter, limit: 10_000 })).toEqual(fits);
  expect(await app.ask.audit({ ...filter, limit: 2 })).toEqual(fits.slice(0, 2));
});

test.each(Object.entries(filters))('filtered by %s: no question reads the whole log', async (name, filter) => {
  const app = await desk();
  const db = new Database(app.path);
  const asked: string[] = [];
  const watched = Object.assign(Object.create(db) as Database.Database, {
    prepare: (sql: string) => {
      asked.push(sql);
      return db.prepare(sql);
    },
  });
  auditQuestion(watched)({ ...filter, limit: 10 });
  expect(asked.length).toBeGreaterThan(0);
  for (const sql of asked.filter((one) => !one.includes(':bulk'))) {
    const plan = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/:\w+/g, '1')}`).all();
    expect(plan.map(({ detail }) => detail).join('; '), name).toMatch(
      /^SEARCH audit_log USING INDEX [^;]*(; USE TEMP B-TREE FOR ORDER BY)?$/,
    );
  }
  db.close();
});

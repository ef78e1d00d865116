import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import {
  type Examination,
  type ExaminationCheck,
  type ExaminationStep,
  examinationSteps,
  type Finding,
} from '../domain/examination.ts';
import type { Policy } from '../domain/policy.ts';
import { readAnchor } from './anchor.ts';
import { verifyChain } from './audit-chain.ts';
import { faultBehind } from './broken.ts';
import { examinePolicy } from './examine-policy.ts';
import { examineThings } from './examine-things.ts';
import type { Keys } from './keys.ts';
import { openShelves } from './shelves/shelves.ts';
import type { StoreVault } from './vault.ts';

/** More than anybody reads; the rest is counted. */
const TOLD = 100;
/** Of each table, in SQLite's words. */
const COMPLAINTS = 10;

export interface Examined {
  readonly reader: Database.Database;
  readonly keys: Keys;
  readonly vault: StoreVault;
  readonly policy: Policy;
}

/**
 * Looks a whole database over: whether SQLite finds its file sound, whether its rows refer to rows that are there, whether
 * the audit log is whole, whether the policy is the one it tells of, and whether each thing's rows say what its facts in the
 * log, folded, say. Changes nothing; others may go on working. Rejects when the signal stops it.
 */
export async function examine(parts: Examined, check: ExaminationCheck = {}): Promise<Examination> {
  const { reader, keys, vault, policy } = parts;
  const { onProgress = () => undefined, signal } = check;
  const findings: Finding[] = [];
  let found = 0;
  const tell = (finding: Finding) => {
    found += 1;
    if (findings.length < TOLD) findings.push(finding);
  };
  const result = (accounts: number, entries: number, left: readonly ExaminationStep[]): Examination => ({
    ...{ accounts, entries, findings, found, left },
  });

  await examineFile(reader, tell, check);
  if (found > 0) return result(0, 0, examinationSteps.slice(1));

  onProgress('references', 0, null);
  for (const { table, rowid } of reader.pragma('foreign_key_check') as { table: string; rowid: number | null }[]) {
    tell({ about: 'reference', table, row: rowid });
  }

  const verdict = await verifyChain(
    reader,
    keys,
    { ...(signal ? { signal } : {}), onProgress: (done, total) => onProgress('log', done, total) },
    readAnchor(reader.name, keys.installation),
  );
  if (!verdict.intact) tell({ about: 'log', entry: verdict.firstBad, why: verdict.why });

  onProgress('policy', 0, null);
  const changed = examinePolicy(reader);
  for (const finding of changed) tell(finding);
  const legible = changed.some(({ setting }) => setting === null) ? null : policy;

  const shelves = openShelves(drizzle(reader), () => policy);
  const accounts = await examineThings({ reader, shelves, vault, policy: legible }, tell, {
    ...(signal ? { signal } : {}),
    onProgress: (done, total) => onProgress('things', done, total),
  });
  return result(accounts, verdict.entries, []);
}

/** Table by table, so that it can be stopped on the way. */
async function examineFile(
  reader: Database.Database,
  tell: (finding: Finding) => void,
  { onProgress = () => undefined, signal }: ExaminationCheck,
): Promise<void> {
  const tables = reader.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  for (const [place, table] of tables.entries()) {
    signal?.throwIfAborted();
    onProgress('file', place, tables.length);
    for (const detail of complaintsAbout(reader, table).slice(0, COMPLAINTS)) tell({ about: 'file', detail });
    await new Promise(setImmediate);
  }
}

function complaintsAbout(reader: Database.Database, table: string): readonly string[] {
  try {
    const said = reader.pragma(`integrity_check('${table}')`) as { integrity_check: string }[];
    return said.map(({ integrity_check: detail }) => detail).filter((detail) => detail !== 'ok');
  } catch (error) {
    // A table whose first page is gone ends the check itself.
    if (faultBehind(error, reader.name)?.code !== 'damaged') throw error;
    return [`${table}: ${(error as Error).message}`];
  }
}

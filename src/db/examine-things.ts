import type Database from 'better-sqlite3';
import type { RecordedFact } from '../domain/audit.ts';
import type { Finding } from '../domain/examination.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import { breather } from './breather.ts';
import { derivedColumns } from './derived-columns.ts';
import { type Difference, differencesOf } from './folded-rows.ts';
import type { Shelves } from './shelves/shelves.ts';
import type { StoreVault } from './vault.ts';

const BATCH = 500;
const ENTRIES = 2_000;

interface Parts {
  readonly reader: Database.Database;
  readonly shelves: Shelves;
  readonly vault: StoreVault;
  /** Null when it cannot be read. */
  readonly policy: Policy | null;
}

interface Check {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

type Thing = Extract<Finding, { about: 'thing' }>;
type Tell = (finding: Thing) => void;

/** Compares every thing's rows with its facts, account by account, and tells what differs; how many accounts there are. */
export async function examineThings(parts: Parts, tell: Tell, { onProgress, signal }: Check): Promise<number> {
  const { reader } = parts;
  const breath = breather(signal);
  const total = reader.prepare<[], number>('SELECT count(*) FROM accounts').pluck().get() ?? 0;
  const page = reader.prepare<[number], { id: number; customerId: CustomerId }>(
    `SELECT id, customer_id AS customerId FROM accounts WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
  );
  // Subscribers of whom the log tells and no row: refused requests of people unknown, or rows that were deleted.
  const rowless = reader.prepare<[string], CustomerId>(
    `SELECT DISTINCT customer_id FROM audit_log WHERE customer_id > ? AND customer_id NOT IN (SELECT customer_id FROM accounts)
     ORDER BY customer_id LIMIT ${BATCH}`,
  );
  const examineAccount = accountExaminer(parts, tell);

  let done = 0;
  for (let last = 0; ; ) {
    const accounts = page.all(last);
    for (const { customerId } of accounts) {
      examineAccount(customerId);
      await breath();
    }
    done += accounts.length;
    onProgress(done, total);
    if (accounts.length < BATCH) break;
    last = accounts.at(-1)?.id ?? last;
  }
  for (let last = ''; ; ) {
    const customers = rowless.pluck().all(last);
    for (const customerId of customers) {
      examineAccount(customerId);
      await breath();
    }
    if (customers.length < BATCH) break;
    last = customers.at(-1) ?? last;
  }
  await examineStaff(parts, tell, breath);
  return done;
}

/** Everything of one subscriber, of one moment. */
function accountExaminer({ reader, shelves, vault, policy }: Parts, tell: Tell): (customerId: CustomerId) => void {
  const pluck = <T>(sql: string) => reader.prepare<[string], T>(sql).pluck();
  const entries = pluck<string>('SELECT facts FROM audit_log WHERE customer_id = ? ORDER BY seq');
  const of = 'JOIN accounts a ON a.id = account_id WHERE a.customer_id = ?';
  const account = pluck<string>('SELECT customer_id FROM accounts WHERE customer_id = ?');
  const serials = pluck<string>(`SELECT serial FROM certificates ${of}`);
  const activations = pluck<string>(
    `SELECT serial FROM activations v JOIN certificates c ON c.id = v.certificate_id ${of}`,
  );
  const cases = pluck<string>(`SELECT case_id FROM support_cases ${of}`);
  const attempts = reader.prepare<[string], { serial: string; count: number }>(
    `SELECT serial, count(*) AS count FROM sms_attempts s JOIN certificates c ON c.id = s.certificate_id ${of} GROUP BY serial`,
  );
  const secrets = reader.prepare<[string], { serial: string; generation: number; sealed: string }>(
    `SELECT serial, generation, sealed FROM otp_secrets o JOIN certificates c ON c.id = o.certificate_id ${of}`,
  );
  const astray = derivedColumns(reader, shelves, policy);

  return reader.transaction((customerId: CustomerId) => {
    const found = (thing: Thing['thing'], id: string, fault: Thing['fault'], fields: readonly string[] = []) =>
      tell({ about: 'thing', thing, id, customerId, fault, fields });
    const facts = factsIn(entries.all(customerId)).filter((fact) => !isOfStaff(fact));
    for (const difference of differencesOf(facts, shelves)) tell(findingOf(difference, customerId));
    for (const { thing, id, fields } of astray(customerId)) found(thing, id, 'astray', fields);

    const known = new Set(facts.map(({ on, id }) => `${on} ${id}`));
    const unknown = (on: RecordedFact['on'], ids: readonly string[]) => ids.filter((id) => !known.has(`${on} ${id}`));
    for (const id of unknown('account', account.all(customerId))) found('account', id, 'not-in-log');
    for (const serial of unknown('certificate', serials.all(customerId))) found('certificate', serial, 'not-in-log');
    for (const serial of unknown('activation', activations.all(customerId))) found('activation', serial, 'not-in-log');
    for (const id of unknown('support-case', cases.all(customerId))) found('support-case', id, 'not-in-log');
    for (const { serial, count } of attempts.all(customerId)) {
      const asked = facts.filter(({ on, id, type }) => on === 'activation' && id === serial && isRequest(type));
      if (count > asked.length) found('sms-attempts', serial, 'not-in-log');
    }
    for (const { serial, generation, sealed } of secrets.all(customerId)) {
      if (!opens(vault, serial, generation, sealed)) found('otp-secret', serial, 'does-not-open');
    }
  });
}

const isRequest = (type: RecordedFact['type']) => type === 'sms-code-requested';

function opens(vault: StoreVault, serial: string, generation: number, sealed: string): boolean {
  try {
    vault.open(serial, generation, sealed);
    return true;
  } catch {
    return false;
  }
}

/** Agents and operators, whose facts stand all over the log: gone through in pages, the last of them together with the rows. */
async function examineStaff({ reader, shelves }: Parts, tell: Tell, breath: () => Promise<void>): Promise<void> {
  const newest = reader.prepare<[], number | null>('SELECT max(seq) FROM audit_log').pluck();
  const page = reader
    .prepare<[number, number], string>(
      `SELECT facts FROM audit_log WHERE seq > ? AND seq <= ?
       AND (instr(facts, '"on":"agent"') OR instr(facts, '"on":"operator"')) ORDER BY seq`,
    )
    .pluck();
  const facts: RecordedFact[] = [];
  let last = 0;
  const read = (from: number, to: number) => facts.push(...factsIn(page.all(from, to)).filter(isOfStaff));
  for (; last + ENTRIES <= (newest.get() ?? 0); last += ENTRIES) {
    read(last, last + ENTRIES);
    await breath();
  }
  reader.transaction(() => {
    read(last, Number.MAX_SAFE_INTEGER);
    for (const difference of differencesOf(facts, shelves)) tell(findingOf(difference, null));
    const known = new Set(facts.map(({ on, id }) => `${on} ${id}`));
    for (const [thing, sql] of [
      ['agent', 'SELECT agent_id FROM agents'],
      ['operator', 'SELECT operator FROM operators'],
    ] as const) {
      for (const id of reader.prepare<[], string>(sql).pluck().all()) {
        if (!known.has(`${thing} ${id}`)) {
          tell({ about: 'thing', thing, id, customerId: null, fault: 'not-in-log', fields: [] });
        }
      }
    }
  })();
}

const factsIn = (entries: readonly string[]): readonly RecordedFact[] => entries.flatMap(parsedFacts);

/** None of an entry that was made illegible: the check of the log tells of it. */
function parsedFacts(text: string): readonly RecordedFact[] {
  try {
    return JSON.parse(text) as RecordedFact[];
  } catch {
    return [];
  }
}

const isOfStaff = ({ on }: RecordedFact) => on === 'agent' || on === 'operator';

function findingOf({ kind, id, folded, stored }: Difference, customerId: CustomerId | null): Thing {
  const thing = { about: 'thing', thing: kind, id, customerId } as const;
  if (stored === undefined) return { ...thing, fault: 'unreadable', fields: [] };
  return { ...thing, fault: 'differs', fields: fieldsBetween(folded, stored) };
}

/** The names of the fields that differ; of lists, of any of their items. */
function fieldsBetween(one: unknown, other: unknown): readonly string[] {
  if (Array.isArray(one) && Array.isArray(other)) {
    return [...new Set(one.flatMap((item, place) => fieldsBetween(item, other[place])))];
  }
  const [left, right] = [fieldsOf(one), fieldsOf(other)];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return names.filter((name) => JSON.stringify(left[name]) !== JSON.stringify(right[name]));
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

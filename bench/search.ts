import type Database from 'better-sqlite3';
import { openReader } from '../src/db/connection.ts';
import { createQuestions } from '../src/db/questions.ts';
import { defaultPolicy } from '../src/domain/policy.ts';
import { type Figures, figuresOf, inTurns, type Row } from './stats.ts';

const LIMIT = 50;
const SAMPLES = 40;
const LAST = '\u{10ffff}';

interface Case {
  readonly name: string;
  readonly queries: readonly string[];
  /** The best single raw statement that gives the ids of the same answer. */
  readonly sql: string;
  readonly values: (query: string) => readonly unknown[];
}

const HYDRATE = `SELECT a.customer_id, a.given_name, a.family_name, a.email, a.phone, a.blocked_at, c.id, v.status, v.due_at
  FROM hits h JOIN accounts a ON a.id = h.id LEFT JOIN certificates c ON c.account_id = a.id
  LEFT JOIN activations v ON v.certificate_id = c.id`;
const from = (hits: string) => `WITH hits(id) AS MATERIALIZED (${hits}) ${HYDRATE}`;
const prefix = (column: string) =>
  from(`SELECT id FROM accounts WHERE ${column} >= ? AND ${column} < ? ORDER BY ${column} LIMIT ${LIMIT}`);
const starting = (query: string) => [query, query + LAST];

/** Queries as an agent types them, taken from the people in the database. */
function casesFor(db: Database.Database): readonly Case[] {
  const people = db
    .prepare<[], { family: string; given: string; email: string; phone: string; serial: string }>(
      `SELECT a.family_folded AS family, a.given_folded AS given, a.email, a.phone, c.serial
       FROM accounts a JOIN certificates c ON c.account_id = a.id WHERE a.phone LIKE '+48%' AND length(a.family_folded) >= 7
       ORDER BY a.id LIMIT 4000`,
    )
    .all()
    .filter((_, place) => place % 100 === 0);
  const of = (make: (person: (typeof people)[number]) => string) => people.map(make);
  const phone = from(`SELECT id FROM (SELECT id FROM accounts WHERE customer_id >= ? AND customer_id < ? LIMIT ${LIMIT})
    UNION ALL SELECT id FROM (SELECT id FROM accounts WHERE phone >= ? AND phone < ? LIMIT ${LIMIT})
    UNION ALL SELECT id FROM (SELECT id FROM accounts WHERE phone_reversed >= ? AND phone_reversed < ? LIMIT ${LIMIT})
    LIMIT ${LIMIT}`);
  const column = (name: string) =>
    `SELECT id FROM (SELECT id FROM accounts WHERE ${name} >= ? AND ${name} < ? ORDER BY ${name} LIMIT ${LIMIT})`;
  // What stands in the middle of a name may begin another name or an e-mail address: those hits come first.
  const anywhere = from(`${['family_folded', 'given_folded', 'email'].map(column).join(' UNION ALL ')} UNION ALL
    SELECT a.id FROM (SELECT name FROM names_fts WHERE name MATCH ?) n
    JOIN accounts a ON a.family_folded = n.name OR a.given_folded = n.name LIMIT ${LIMIT}`);
  const everywhere = (query: string) => [...starting(query), ...starting(query), ...starting(query), `"${query}"`];
  return [
    ...[2, 3, 4, 6].map((letters) => ({
      name: `start of a name, ${letters} letters`,
      queries: of(({ family }) => family.slice(0, letters)),
      sql: prefix('family_folded'),
      values: starting,
    })),
    ...[3, 4, 6].map((letters) => ({
      name: `middle of a name, ${letters} letters`,
      queries: of(({ family }) => family.slice(1, 1 + letters)),
      sql: anywhere,
      values: everywhere,
    })),
    {
      name: 'two words',
      queries: of(({ family, given }) => `${given} ${family.slice(0, 4)}`),
      sql: from(`SELECT id FROM accounts WHERE given_folded = ? AND family_folded >= ? AND family_folded < ?
        ORDER BY family_folded LIMIT ${LIMIT}`),
      values: (query) => [query.split(' ')[0], ...starting(query.split(' ')[1] ?? '')],
    },
    {
      name: 'phone ending',
      queries: of(({ phone }) => phone.slice(-5)),
      sql: phone,
      values: (query) => [`EC-${query}`, `+48${query}`, [...query].reverse().join('')].flatMap(starting),
    },
    {
      name: 'e-mail',
      queries: of(({ email }) => email.slice(0, email.indexOf('@') + 3)),
      sql: prefix('email'),
      values: starting,
    },
    {
      name: 'serial',
      queries: of(({ serial }) => serial.slice(0, 10)),
      sql: from(`SELECT account_id FROM certificates WHERE serial >= ? AND serial < ? ORDER BY serial LIMIT ${LIMIT}`),
      values: starting,
    },
    {
      name: 'no hit',
      queries: of(({ family }) => `${family.slice(0, 4)}zzq`),
      sql: anywhere,
      values: everywhere,
    },
  ];
}

export interface SearchReport {
  readonly rows: readonly Row[];
  readonly ours: ReadonlyMap<string, Figures>;
}

/** Search as you type on one database: our answer beside the best raw statement. */
export async function benchSearch(path: string, label: string): Promise<SearchReport> {
  const db = openReader(path);
  const questions = createQuestions(db, defaultPolicy);
  const now = Date.now();
  const rows: Row[] = [];
  const ours = new Map<string, Figures>();
  for (const { name, queries, sql, values } of casesFor(db)) {
    const raw = db.prepare(sql);
    const query = (sample: number) => queries[sample % queries.length] ?? '';
    const measured = await inTurns(
      SAMPLES,
      (sample) => questions.search(query(sample), now),
      (sample) => raw.all(...values(query(sample))),
    );
    ours.set(name, measured.ours);
    rows.push({ name: `${label}: ${name}`, ...measured, unit: 'ms', bound: { most: 1.5, of: 'ratio' } });
    rows.push({
      name: `${label}: ${name}, p99`,
      ours: measured.ours,
      rival: null,
      unit: 'ms',
      bound: { most: 4, of: 'p99' },
    });
  }
  db.close();
  return { rows, ours };
}

/** How the median over all kinds of query grows from a small to a large database. */
export function growthRow(small: SearchReport, large: SearchReport, label: string): Row {
  const over = ({ ours }: SearchReport) => figuresOf([...ours.values()].map(({ p50 }) => p50));
  return {
    name: `${label}: median of all queries`,
    ours: over(large),
    rival: over(small),
    unit: 'ms',
    bound: { most: 3, of: 'growth' },
  };
}

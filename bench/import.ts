import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openWriter } from '../src/db/connection.ts';
import { createDatabase } from '../src/db/create.ts';
import { nameKeeper } from '../src/db/names.ts';
import { seedPeople } from './import-rows.ts';
import type { Row } from './stats.ts';

const ROWS_PER_TRANSACTION = 1_000;
const LOOK_EVERY = 50;
/** How long each works before the other has its turn (ms). */
const TURN = 10_000;
const MOST_MEMORY = 300;

/**
 * A CSV export of so many rows through `ecsc import`, beside the same rows inserted raw into the same schema. Both take
 * minutes, so they take turns: while one works the other stands still, and both meet whatever else the machine is doing.
 */
export async function benchImport(folder: string, rows: number): Promise<readonly Row[]> {
  const own = mkdtempSync(join(folder, 'import-'));
  const csv = join(own, 'export.csv');
  writeCsv(csv, rows);
  const ours = startImport(csv, await empty(join(own, 'ours.db')));
  const raw = rawInserts(await empty(join(own, 'raw.db')), rows);
  while (!ours.ended() || !raw.ended()) {
    await ours.workFor(TURN);
    raw.workFor(TURN);
  }
  rmSync(own, { recursive: true });
  const once_ = (value: number) => ({ p50: value, p99: value });
  return [
    {
      name: `import of ${rows} rows / raw inserts`,
      ours: once_(ours.seconds()),
      rival: once_(raw.seconds()),
      unit: 's',
      bound: { most: 1 / 0.6, of: 'ratio' },
    },
    {
      name: `import of ${rows} rows, memory`,
      ours: once_(ours.megabytes()),
      rival: null,
      unit: 'MB',
      bound: { most: MOST_MEMORY, of: 'p50' },
    },
  ];
}

async function empty(path: string): Promise<string> {
  await createDatabase(path, 'training', Date.now(), () => undefined);
  return path;
}

function writeCsv(path: string, rows: number): void {
  const file = openSync(path, 'wx', 0o600);
  writeSync(
    file,
    'customer_id,login,given_name,family_name,email,phone,language,certificate_serial,certificate_subject,not_before,not_after,certificate_status\n',
  );
  let block = '';
  for (let number = 1; number <= rows; number++) {
    const one = seedPeople(number);
    const { customerId, login, givenName, familyName, email, phone, serial } = one;
    block += `${customerId},${login},${givenName},${familyName},${email},${phone},pl,${serial},"CN=${givenName} ${familyName}, C=PL",2026-01-17T03:13:00Z,2028-01-16T03:13:00Z,valid\n`;
    if (number % ROWS_PER_TRANSACTION === 0 || number === rows) {
      writeSync(file, block);
      block = '';
    }
  }
  closeSync(file);
}

/** The program itself, as a process of its own that stands still between its turns. */
function startImport(csv: string, db: string) {
  const child = spawn(process.execPath, ['.bench/dist/ecsc.js', 'import', csv, '--db', db, '--json'], {
    stdio: 'ignore',
  });
  child.kill('SIGSTOP');
  const exit = once(child, 'exit');
  let kilobytes = 0;
  let milliseconds = 0;
  return {
    async workFor(longest: number): Promise<void> {
      if (child.exitCode !== null) return;
      const since = performance.now();
      child.kill('SIGCONT');
      const timer = setInterval(() => {
        kilobytes = Math.max(kilobytes, highest(child.pid));
      }, LOOK_EVERY);
      await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, longest))]);
      clearInterval(timer);
      milliseconds += performance.now() - since;
      if (child.exitCode === null) child.kill('SIGSTOP');
      else if (child.exitCode !== 0) throw new Error(`import ended with ${child.exitCode}`);
    },
    ended: () => child.exitCode !== null,
    seconds: () => milliseconds / 1_000,
    megabytes: () => kilobytes / 1_024,
  };
}

/** The most memory that a process ever had, as the kernel counts it (Linux). */
function highest(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The rows of accounts, certificates and audit log, with every index and trigger, but nothing parsed, checked or hashed. */
function rawInserts(path: string, rows: number) {
  const db = openWriter(path);
  const account = db.prepare(`INSERT INTO accounts (customer_id, login, given_name, family_name, email, language, phone,
    phone_kind, phone_usable_from, family_folded, given_folded, phone_reversed) VALUES (?, ?, ?, ?, ?, 'pl', ?, 'mobile', 0, ?, ?, ?)`);
  const certificate = db.prepare(`INSERT INTO certificates (serial, account_id, subject, not_before, not_after, status,
    status_since) VALUES (?, ?, ?, ?, ?, 'valid', ?)`);
  const log =
    db.prepare(`INSERT INTO audit_log (seq, at, actor_kind, actor_id, command, customer_id, serial, verdict, facts,
    prev_hash, hash) VALUES (?, ?, 'administrator', 'bench', 'import-record', ?, ?, 'done', ?, ?, ?)`);
  const names = nameKeeper(db);
  const link = 'f'.repeat(64);
  const now = Date.now();
  const insert = (number: number, person: ReturnType<typeof seedPeople>) => {
    const { customerId, login, givenName, familyName, email, phone, serial, folded, reversed } = person;
    const inserted = account.run(customerId, login, givenName, familyName, email, phone, ...folded, reversed);
    names.remember(...folded);
    const subject = `CN=${givenName} ${familyName}, C=PL`;
    certificate.run(serial, inserted.lastInsertRowid, subject, now, now, now);
    const facts = `[{"on":"account","id":"${customerId}","type":"account-opened","at":${now},"customerId":"${customerId}","login":"${login}","givenName":"${givenName}","familyName":"${familyName}","email":"${email}","language":"pl","phone":{"e164":"${phone}","kind":"mobile"}},{"on":"certificate","id":"${serial}","type":"certificate-registered","at":${now},"customerId":"${customerId}","serial":"${serial}","subject":"${subject}","identity":null,"notBefore":${now},"notAfter":${now},"pem":null}]`;
    log.run(number, now, customerId, serial, facts, link, link);
  };
  let next = 1;
  let milliseconds = 0;
  return {
    /** Only the transactions count, not the making up of rows. */
    workFor(longest: number): void {
      for (let worked = 0; worked < longest && next <= rows; ) {
        const numbers = Array.from({ length: Math.min(ROWS_PER_TRANSACTION, rows - next + 1) }, (_, at) => next + at);
        const people = numbers.map((number) => [number, seedPeople(number)] as const);
        const since = performance.now();
        db.transaction(() => {
          for (const [number, person] of people) insert(number, person);
        }).immediate();
        const took = performance.now() - since;
        worked += took;
        milliseconds += took;
        next += numbers.length;
        if (next > rows) db.close();
      }
    },
    ended: () => next > rows,
    seconds: () => milliseconds / 1_000,
  };
}

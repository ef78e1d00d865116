import type Database from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';
import type { Blip } from '../domain/radar.ts';
import { type Breath, breather } from './breather.ts';
import { operatorsSeen } from './sent-sms.ts';

/** Rows read at once: a millisecond or two where every row lies on a page of its own that is not in memory yet. */
const SLICE = 50;
const COLUMNS = `t.operator, t.certificate_id AS certificateId, t.number, t.requested_at AS requestedAt, t.deadline,
  t.delivered_at AS deliveredAt, t.outcome, t.raw_state AS rawState, t.error_code AS errorCode, t.counted, c.account_id AS accountId`;
const NEVER = Number.NEGATIVE_INFINITY;
const SMS = 'sms_attempts t JOIN certificates c ON c.id = t.certificate_id';

interface Row extends Omit<Blip, 'counted'> {
  readonly operator: string;
  readonly number: number;
  readonly counted: number;
  readonly accountId: number;
}

export interface RecentSms extends Blip {
  readonly accountId: number;
}

interface Kept {
  readonly from: Instant;
  /** The audit entry up to which everything is known. */
  readonly seq: number;
  /** Oldest first. */
  readonly sent: ReadonlyMap<string, readonly RecentSms[]>;
  /** When an account last called, of those that were asked about. */
  readonly lastCalls: Map<number, Instant>;
}

export interface RecentLook {
  readonly sent: ReadonlyMap<string, readonly RecentSms[]>;
  called(accountId: number, since: Instant): boolean;
  readonly breath: Breath;
}

/**
 * SMS sent since a moment, by operator. They are read once, in slices, and kept; from then on only what the audit log
 * says has changed is read again, because whoever watches asks at every change.
 */
export function recentSms(db: Database.Database) {
  const seen = operatorsSeen(db);
  const page = db.prepare<[string, number, number, number, number], Row>(`
    SELECT ${COLUMNS} FROM ${SMS} WHERE t.operator = ? AND (t.requested_at, t.certificate_id, t.number) > (?, ?, ?)
    ORDER BY t.requested_at, t.certificate_id, t.number LIMIT ?`);
  const ofAccount = db.prepare<[number, number], Row>(`
    SELECT ${COLUMNS} FROM certificates c JOIN sms_attempts t ON t.certificate_id = c.id
    WHERE c.account_id = ? AND t.requested_at > ? AND t.operator IS NOT NULL`);
  const head = db.prepare<[], number | null>('SELECT max(seq) FROM audit_log').pluck();
  const touched = db
    .prepare<[number, number], number>(
      `SELECT a.id FROM audit_log l JOIN accounts a ON a.customer_id = l.customer_id WHERE l.seq > ? AND l.seq <= ?`,
    )
    .pluck();
  const lastCall = db
    .prepare<[number], number | null>('SELECT max(opened_at) FROM support_cases WHERE account_id = ?')
    .pluck();
  let kept: Kept | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function readAll(from: Instant, breath: Breath): Promise<Kept> {
    const seq = head.get() ?? 0;
    const sent = new Map<string, readonly RecentSms[]>();
    for (const operator of seen()) {
      const read: RecentSms[] = [];
      let after: readonly [number, number, number] = [from, Number.MAX_SAFE_INTEGER, 0];
      for (;;) {
        const rows = page.all(operator, ...after, SLICE);
        for (const row of rows) read.push(blipOf(row));
        await breath();
        const last = rows.at(-1);
        if (!last || rows.length < SLICE) break;
        after = [last.requestedAt, last.certificateId, last.number];
      }
      sent.set(operator, read);
    }
    return { from, seq, sent, lastCalls: new Map() };
  }

  async function catchUp(before: Kept, from: Instant, breath: Breath): Promise<Kept> {
    const seq = head.get() ?? 0;
    const accounts = new Set<number>();
    for (let after = before.seq; after < seq; after += SLICE) {
      for (const account of touched.all(after, Math.min(seq, after + SLICE))) accounts.add(account);
      await breath();
    }
    const fresh: Row[] = [];
    for (const account of accounts) {
      before.lastCalls.delete(account);
      fresh.push(...ofAccount.all(account, from));
      await breath();
    }
    const sent = new Map<string, readonly RecentSms[]>();
    const added = Map.groupBy(fresh, ({ operator }) => operator);
    for (const operator of new Set([...before.sent.keys(), ...added.keys()])) {
      const still = (before.sent.get(operator) ?? []).filter(
        ({ requestedAt, accountId }) => requestedAt > from && !accounts.has(accountId),
      );
      const own = added.get(operator) ?? [];
      sent.set(operator, own.length > 0 ? [...still, ...own.map(blipOf)].sort(byTime) : still);
      await breath();
    }
    return { ...before, from, seq, sent };
  }

  function calledSince(since: Instant, account: number, { lastCalls }: Kept): boolean {
    const last = lastCalls.get(account) ?? lastCall.get(account) ?? NEVER;
    lastCalls.set(account, last);
    return last >= since;
  }

  /** Looks at what there is since `from`; one look after the other. */
  return <T>(from: Instant, look: (recent: RecentLook) => Promise<T>): Promise<T> => {
    const mine = turn.then(async () => {
      // A clock that was put back asks for what is no longer kept; and what broke off half-way is not kept.
      const before = kept && kept.from <= from ? kept : null;
      kept = null;
      const breath = breather(undefined);
      const known = before ? await catchUp(before, from, breath) : await readAll(from, breath);
      kept = known;
      return look({ sent: known.sent, called: (account, since) => calledSince(since, account, known), breath });
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
}

function blipOf({ operator: _operator, number: _number, counted, ...row }: Row): RecentSms {
  return { ...row, counted: counted === 1 };
}

function byTime(one: RecentSms, other: RecentSms): number {
  return one.requestedAt - other.requestedAt;
}

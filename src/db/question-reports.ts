import type Database from 'better-sqlite3';
import type { RecordedFact } from '../domain/audit.ts';
import type { CaseId, Instant, Serial } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { Questions } from '../domain/read-models.ts';
import type { Asking, Report, ReportName, ReportPeriod } from '../domain/report.ts';
import { approvalsReport } from '../domain/report-approvals.ts';
import { deliveryTally } from '../domain/report-delivery.ts';
import { causesReport, factsOf, locksReport, type Noted, resolutionReport } from '../domain/report-log.ts';
import { type Breath, breather } from './breather.ts';
import { oneMoment } from './one-moment.ts';
import type { ActivationReader } from './question-activation.ts';
import { approvalsQuestion } from './question-approvals.ts';
import { reportLog } from './report-log.ts';
import { seededPast } from './seeded-past.ts';
import { sentSms } from './sent-sms.ts';

interface DueRow {
  readonly certificateId: number;
  readonly serial: Serial;
  readonly status: string;
}

/**
 * Figures over a stretch of time, from the audit log and the SMS attempts. A report reads as much as happened then, so it
 * reads in slices of a few milliseconds.
 */
export function reportQuestion(db: Database.Database, activations: ActivationReader, policy: Policy) {
  const atOnce = oneMoment(db);
  const log = reportLog(db);
  const seeded = seededPast(db);
  const sent = sentSms(db);
  const approvals = approvalsQuestion(db);
  const due = db.prepare<[number], DueRow>(`
    SELECT v.certificate_id AS certificateId, c.serial, v.status
    FROM activations v JOIN certificates c ON c.id = v.certificate_id WHERE v.due_at IS NOT NULL AND v.due_at <= ?`);
  const lockedNow = db.prepare<[], number>(`SELECT count(*) FROM activations WHERE status = 'locked'`).pluck();
  const openNow = db.prepare<[], number>('SELECT count(*) FROM support_cases WHERE closed_at IS NULL').pluck();
  const openedAt = db.prepare<[CaseId], number>('SELECT opened_at FROM support_cases WHERE case_id = ?').pluck();
  const workedOn = db
    .prepare<[CaseId, number], number>(
      `SELECT 1 FROM audit_log WHERE case_id = ? AND seq < ? AND verdict = 'done' AND reason IS NOT NULL LIMIT 1`,
    )
    .pluck();
  const lastLock = db
    .prepare<[Serial, number], string>(`
      SELECT facts FROM audit_log WHERE serial = ? AND seq < ? AND facts LIKE '%"activation-locked"%'
      ORDER BY seq DESC LIMIT 1`)
    .pluck();

  /** Locks that time has decided and nobody has written down yet. */
  async function unwritten(things: readonly DueRow[], now: Instant, breath: Breath): Promise<readonly RecordedFact[]> {
    const locks: RecordedFact[] = [];
    for (const { certificateId, serial, status } of things) {
      const settled = status === 'locked' ? null : activations.settled(certificateId, now);
      if (settled?.status === 'locked') {
        locks.push({
          on: 'activation',
          id: serial,
          type: 'activation-locked',
          at: settled.lockedAt,
          cause: settled.cause,
        });
      }
      await breath();
    }
    return locks;
  }

  function lockedBefore(serial: Serial, seq: number): Instant | null {
    const facts = JSON.parse(lastLock.get(serial, seq) ?? '[]') as RecordedFact[];
    return facts.findLast(({ type }) => type === 'activation-locked')?.at ?? null;
  }

  const reports: { readonly [N in ReportName]: Reported<N> } = {
    async locks(period, now, asking) {
      const { from } = period.before;
      // Before the log: what a sweep writes down meanwhile is found in both, instead of in neither.
      const late = await unwritten(due.all(now), now, breather(asking?.signal));
      const past = await seeded(factsOf.locks, from, firstHalf(asking));
      const entries = await log(factsOf.locks, from, secondHalf(asking));
      const written = entries.flatMap(({ facts }) => facts);
      const known = new Set(written.map(happening));
      return locksReport([...past, ...written, ...late.filter((fact) => !known.has(happening(fact)))], period);
    },
    async causes(period, _now, asking) {
      const from = period.before.from - policy.support.approvalValid;
      const entries = await log(factsOf.causes, from, asking);
      return causesReport(entries, period, (caseId, seq) => workedOn.get(caseId, seq) === 1);
    },
    async resolution(period, now, asking) {
      const { from } = period.before;
      const past = await seeded(factsOf.resolution, from, firstHalf(asking));
      const entries = await log(factsOf.resolution, from, secondHalf(asking));
      const standing = atOnce(() => ({ locked: lockedNow.get(), open: openNow.get(), due: due.all(now) }));
      const late = await unwritten(standing.due, now, breather(asking?.signal));
      return resolutionReport([seededEntry(past), ...entries], period, {
        lockedBefore,
        openedAt: (caseId) => openedAt.get(caseId) ?? null,
        stillLocked: (standing.locked ?? 0) + late.length,
        stillOpen: standing.open ?? 0,
      });
    },
    async delivery(period, now, { onProgress, signal } = {}) {
      const tally = deliveryTally(period, now);
      const breath = breather(signal);
      for (const { operator, rows } of sent(period.before.from)) {
        for (const sms of rows) tally.add(operator, sms);
        onProgress?.(((rows.at(-1)?.requestedAt ?? now) - period.before.from) / (now - period.before.from + 1));
        await breath();
      }
      const making = tally.report();
      for (;;) {
        const made = making.next();
        if (made.done) return made.value;
        await breath();
      }
    },
    async approvals(period, now, asking) {
      const from = period.before.from - policy.support.approvalValid;
      const entries = await log(factsOf.approvals, from, asking);
      return approvalsReport(entries, period, now, approvals(now).length);
    },
  };
  return ((name, period, now, asking) =>
    (reports[name] as Reported<ReportName>)(period, now, asking)) as Questions['report'];
}

type Reported<N extends ReportName> = (
  period: ReportPeriod,
  now: Instant,
  asking?: Asking,
) => Promise<Extract<Report, { report: N }>>;

/** What happened, to what and when. */
const happening = ({ type, id, at }: RecordedFact): string => `${type} ${id} ${at}`;

function seededEntry(facts: readonly RecordedFact[]): Noted {
  return { seq: 0, actorId: '', caseId: null, reason: null, isDecision: false, facts };
}

function firstHalf({ onProgress, ...asking }: Asking = {}): Asking {
  return { ...asking, onProgress: (part) => onProgress?.(part / 2) };
}

function secondHalf({ onProgress, ...asking }: Asking = {}): Asking {
  return { ...asking, onProgress: (part) => onProgress?.((1 + part) / 2) };
}

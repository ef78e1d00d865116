import type Database from 'better-sqlite3';
import { once } from '../domain/once.ts';
import type { Policy } from '../domain/policy.ts';
import type { Questions } from '../domain/read-models.ts';
import { oneMoment } from './one-moment.ts';
import { accountQuestions } from './question-account.ts';
import { activationReader } from './question-activation.ts';
import { agentQuestion, savedFiltersQuestion, staffQuestion } from './question-agents.ts';
import { approvalsQuestion } from './question-approvals.ts';
import { auditQuestion } from './question-audit.ts';
import { casesQuestion } from './question-cases.ts';
import { patternsQuestion } from './question-patterns.ts';
import { queueQuestion } from './question-queue.ts';
import { subscriberSearch } from './search.ts';

const FOUND_AT_MOST = 50;
const QUEUE_SHOWS = 200;

/** All questions over one reading connection; each prepares its statements when it is first asked. */
export function createQuestions(db: Database.Database, policy: Policy): Questions {
  const atOnce = oneMoment(db);
  const activations = once(() => activationReader(db, policy));
  const account = once(() => accountQuestions(db, activations()));
  const search = once(() => subscriberSearch(db, activations()));
  const queue = once(() => queueQuestion(db, activations(), policy));
  const audit = once(() => auditQuestion(db));
  const cases = once(() => casesQuestion(db));
  const approvals = once(() => approvalsQuestion(db));
  const patterns = once(() => patternsQuestion(db, policy));
  // Loaded when first asked: a search must start fast.
  const diagnosis = once(async () => {
    const { diagnosisQuestion } = await import('./question-diagnosis.ts');
    return diagnosisQuestion(db, policy, { certificate: account().certificate, audit: audit() });
  });
  const past = once(async () => {
    const { pastQuestion } = await import('./question-past.ts');
    return pastQuestion(audit());
  });
  const radar = once(async () => {
    const { radarQuestions } = await import('./question-radar.ts');
    return radarQuestions(db, activations(), policy);
  });
  const reports = once(async () => {
    const { reportQuestion } = await import('./question-reports.ts');
    return reportQuestion(db, activations(), policy);
  });
  return {
    search: async (query, now, limit = FOUND_AT_MOST) => atOnce(() => search()(query, now, limit)),
    account: async (customerId, now) => atOnce(() => account().account(customerId, now)),
    certificate: async (serial, now) => atOnce(() => account().certificate(serial, now)),
    accountsByEmail: async (email) => account().accountsByEmail(email),
    queue: async (now, limit = QUEUE_SHOWS) => atOnce(() => queue()(now, limit)),
    cases: async (filter, now) => cases()(filter, now),
    approvals: async (now) => atOnce(() => approvals()(now)),
    approvalPatterns: async (now) => atOnce(() => patterns()(now)),
    past: async (customerId) => (await past())(customerId),
    audit: async (filter) => atOnce(() => audit()(filter)),
    diagnosis: async (serial, now) => {
      const diagnose = await diagnosis();
      return atOnce(() => diagnose(serial, now));
    },
    radar: async (now) => (await radar()).radar(now),
    outage: async (operator, now) => (await radar()).outage(operator, now),
    report: async (name, period, now, asking) => (await reports())(name, period, now, asking),
    agents: async () => agentQuestion(db),
    staff: async () => atOnce(() => staffQuestion(db)),
    savedFilters: async (agentId, view) => savedFiltersQuestion(db, agentId, view),
  };
}

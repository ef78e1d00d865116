const reports = ['test/db/reports.test.ts'];
const oneMoment = ['test/db/one-moment.test.ts'];
const csv = ['test/cli/report.test.ts'];
const watched = ['test/db/recent-sms.test.ts'];

/** Bugs that make a report say something else than what happened. */
export const reportMutants = [
  {
    name: 'reports: a day is twenty-four hours long',
    file: 'src/text/days.ts',
    find: 'const starts = days.map((day) => dayStart(day) ?? now);',
    replace: 'const starts = days.map((_, place) => (dayStart(dayOf(now)) ?? now) - (days.length - 1 - place) * DAY);',
    tests: reports,
  },
  {
    name: 'reports: a lock counts when it is written down',
    file: 'src/db/question-reports.ts',
    find: '...written, ...late.filter((fact) => !known.has(happening(fact)))]',
    replace: '...written]',
    tests: reports,
  },
  {
    name: 'reports: a lock that is written down meanwhile counts twice',
    file: 'src/db/question-reports.ts',
    find: 'late.filter((fact) => !known.has(happening(fact)))',
    replace: 'late',
    tests: oneMoment,
  },
  {
    name: 'reports: a lock that is written down meanwhile counts nowhere',
    file: 'src/db/question-reports.ts',
    find: 'const known = new Set(written.map(happening));',
    replace:
      'const known = new Set(written.map(happening));\n      late.splice(0, Infinity, ...(await unwritten(due.all(now), now, breather(undefined))));',
    tests: oneMoment,
  },
  {
    name: 'reports: who is locked is counted at two moments',
    file: 'src/db/question-reports.ts',
    find: 'const standing = atOnce(() => ({ locked',
    replace: 'const standing = ((ask) => ask())(() => ({ locked',
    tests: oneMoment,
  },
  {
    name: 'reports: a lock from before the period has no length',
    file: 'src/db/question-reports.ts',
    find: "JSON.parse(lastLock.get(serial, seq) ?? '[]')",
    replace: "JSON.parse('[]')",
    tests: reports,
  },
  {
    name: 'reports: a case that was changed and closed is solved twice',
    file: 'src/domain/report-log.ts',
    find: 'if (!solved.has(fact.id) && !workedOnBefore(fact.id, entry.seq)) solve',
    replace: 'if (!solved.has(fact.id)) solve',
    tests: reports,
  },
  {
    name: 'reports: who was asked for by is not who decided',
    file: 'src/domain/report-approvals.ts',
    find: 'by: isDecision ? actorId : null,',
    replace: 'by: null,',
    tests: reports,
  },
  {
    name: 'reports: what nobody decided in time is forgotten',
    file: 'src/domain/report-approvals.ts',
    find: 'if (now >= expiresAt) end(',
    replace: 'if (now < 0) end(',
    tests: reports,
  },
  {
    name: 'reports: a cell of the CSV is a formula',
    file: 'src/intake/spreadsheet.ts',
    find: 'escape_formulas: true',
    replace: 'escape_formulas: false',
    tests: csv,
  },
  {
    name: 'reports: nobody can stop one',
    file: 'src/db/breather.ts',
    find: 'signal?.throwIfAborted();',
    replace: '',
    tests: reports,
  },
  {
    name: 'approvals: an approved list of an outage goes on waiting for a decision',
    file: 'src/db/question-approvals.ts',
    find: 'if (approved) return [];',
    replace: 'if (approved && serials.length === 0) return [];',
    tests: ['test/journeys/radar.test.ts'],
  },
  {
    name: 'approvals: lists that the same two agree on make no pattern',
    file: 'src/db/question-patterns.ts',
    find: ', ...lists.all(now - within)]',
    replace: ']',
    tests: ['test/journeys/radar.test.ts'],
  },
  {
    name: 'reports: another report’s figures stand for a frame under the name of the one asked for',
    file: 'src/screens/reports/use-report.ts',
    find: 'told.about === about ? told.asked : NOTHING_YET',
    replace: 'told.asked',
    tests: ['test/journeys/reports.test.ts'],
  },
  {
    name: 'radar: one phone that is lost is an outage',
    file: 'src/domain/radar.ts',
    find: 'if (hit.size < SEVERAL) return null;',
    replace: '',
    tests: ['test/domain/radar.test.ts'],
  },
  {
    name: 'radar: what has changed is not read again',
    file: 'src/db/recent-sms.ts',
    find: 'for (const account of touched.all(after, Math.min(seq, after + SLICE))) accounts.add(account);',
    replace: '',
    tests: watched,
  },
  {
    name: 'radar: what is read again is there twice',
    file: 'src/db/recent-sms.ts',
    find: 'requestedAt > from && !accounts.has(accountId)',
    replace: 'requestedAt > from',
    tests: watched,
  },
  {
    name: 'radar: who calls while somebody watches is not counted',
    file: 'src/db/recent-sms.ts',
    find: 'before.lastCalls.delete(account);',
    replace: '',
    tests: watched,
  },
  {
    name: 'radar: a clock that is put back shows an empty radar',
    file: 'src/db/recent-sms.ts',
    find: 'kept && kept.from <= from ? kept : null',
    replace: 'kept',
    tests: watched,
  },
];

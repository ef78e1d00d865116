import { plantIn } from './plant.mjs';
import { secondPersonBugs } from './second-person.mjs';

/** Bugs of what keeps callers and colleagues honest: proof, second persons, cool-down, emergencies, stops, notices. */
export const safetyMutants = [
  ...plantIn({
    'approval.ts': {
      'approval phone-change': [
        ...secondPersonBugs,
        [
          'an emergency waits for the cool-down',
          '(grounds.emergency ? null : coolDownRefusal(situation))',
          'coolDownRefusal(situation)',
        ],
        ['things cool down a millisecond too early', 'return now < until ?', 'return now < until - 1 ?'],
        ['things cool down a millisecond too late', 'return now < until ?', 'return now <= until ?'],
        ['a request outlives its end', 'ask && now < ask.expiresAt', 'ask && now <= ask.expiresAt'],
        ['a request ends a millisecond early', 'ask && now < ask.expiresAt', 'ask && now < ask.expiresAt - 1'],
        ['a number just changed proves something', ' && isNumberProven(account, now);', ';'],
        ['a no of before ends it', 'lastNoAt >= ask.requestedAt ?', 'lastNoAt >= 0 ?'],
      ],
      'grounds histories': [
        [
          'an emergency needs no case',
          'return checkGrounds(grounds, situation) ?? (grounds.emergency ? null : coolDownRefusal(situation));',
          'return grounds.emergency ? null : (checkGrounds(grounds, situation) ?? coolDownRefusal(situation));',
        ],
      ],
    },
    'activation-support.ts': {
      'approval unlock': [
        ['a reset needs no possession', "command.action === 'reset' ? possessionRefusal(situation) : null", 'null'],
        [
          'an unlock needs possession',
          "command.action === 'reset' ? possessionRefusal(situation) : null",
          'possessionRefusal(situation)',
        ],
        [
          'a useless unlock is asked for',
          'unusableRefusal(command.action, situation) ?? possession',
          'accountRefusal(situation.account) ?? possession',
        ],
        ['a useless unlock is approved', 'if (unusable) return refuse(unusable);\n  if (action', 'if (action'],
        [
          'an unlock is approved that nobody needs',
          "if (action === 'unlock' && state.status !== 'locked') return refuse({ code: 'not-locked' });\n  if (isFirst",
          'if (isFirst',
        ],
        [
          'the first yes of an emergency carries it out',
          "if (isFirstOfTwo(pending)) return done([{ type: 'approval-begun', at, by: situation.actor.id }]);",
          '',
        ],
        [
          'the first yes is not on record',
          'at, action, requestedBy, firstYesBy };',
          'at, action, requestedBy, firstYesBy: null };',
        ],
      ],
    },
    'account.ts': {
      'phone-change': [
        ['a number needs no possession', ' ?? possessionRefusal(situation);', ';'],
        ['a number needs no case', 'const unfit = askRefusal(command, situation) ??', 'const unfit ='],
        [
          'the first yes changes the number',
          "if (isFirstOfTwo(pending)) return done([{ type: 'phone-change-begun', at: now, by: actor.id }]);",
          '',
        ],
        ['a landline will do', "if (phone.kind === 'landline') return refuse({ code: 'phone-not-mobile' });", ''],
        [
          'somebody else refuses a number',
          "if (actor.id !== state.customerId) return refuse({ code: 'not-your-account' });",
          '',
        ],
        [
          'a number is refused without a message',
          "if (!notice || now >= notice.sentAt + policy.support.disputeValid) return refuse({ code: 'reference-unknown' });\n  if (!state.pending",
          'if (!state.pending',
        ],
        [
          'a rejected number does not cool down',
          'pendingPhoneChange: null, lastNoAt: fact.at };',
          'pendingPhoneChange: null };',
        ],
      ],
    },
    'activation-stop.ts': {
      grounds: [
        [
          'a freeze needs no case',
          'const unfit = checkCase(command, situation);',
          'const unfit = ownAccountRefusal(situation);',
        ],
      ],
      'freeze abort-call': [
        ['stopping leaves the attempt open', 'return [...cutShort(state, situation), {', 'return [{'],
        [
          'a stop leaves the request',
          "return state.pendingApproval ? [{ type: 'approval-rejected', at: now }] : [];",
          'return [];',
        ],
        [
          'an aborted call goes on',
          "...(state.status === 'frozen' ? [] : frozen(state, 'aborted-call', situation)),",
          '',
        ],
        ['“not me” changes nothing', "...(state.status === 'frozen' ? [] : frozen(state, 'not-me', situation)),", ''],
        ['an abort about oneself', 'if (own) return refuse(own);', ''],
        ['“not me” of somebody else', "return refuse({ code: 'not-your-account' });", 'return done([]);'],
        [
          '“not me” to another certificate’s message',
          'notice.serial === null || notice.serial === command.serial',
          'notice.serial !== undefined',
        ],
        ['“not me” without a message', 'const fits = notice !== null && (', 'const fits = notice === null || ('],
        ['“not me” for ever', '!fits || now >= notice.sentAt + policy.support.disputeValid', '!fits'],
        ['a freeze on a freeze', "if (state.status === 'frozen') return refuse({ code: 'already-frozen' });", ''],
      ],
    },
    'activation-evolve.ts': {
      'approval abort-call': [
        ['a no does not cool down', 'pendingApproval: null, lastNoAt: fact.at };', 'pendingApproval: null };'],
        [
          'an aborted call does not cool down',
          "case 'not-me-reported':\n      return { ...state, lastNoAt: fact.at };",
          "case 'not-me-reported':\n      return state;",
        ],
      ],
    },
    'gate.ts': {
      grounds: [
        [
          'a failed caller will do',
          "supportCase.verification.status !== 'passed') {",
          "supportCase.verification.status === 'none') {",
        ],
        [
          'a verification ends a millisecond early',
          'now >= verification.at + support.verificationValid',
          'now >= verification.at + support.verificationValid - 1',
        ],
      ],
    },
    'support-case.ts': {
      'support-case': [
        [
          'a number proves something a millisecond early',
          'now >= account.phoneUsableFrom',
          'now >= account.phoneUsableFrom - 1',
        ],
        ['a call-back to nobody proves something', ' && account.phone !== null && now', ' && now'],
        [
          'anybody records a visit',
          "if (visited && (agent.status === 'absent' || agent.role !== 'supervisor')) {",
          'if (visited && agent.role === undefined) {',
        ],
        [
          'an aborted verification is not recorded',
          "{ type: 'caller-verification-aborted', at, passed, failed, points: pointsOf(passed) },",
          '',
        ],
        [
          'an aborted verification leaves the case open',
          "points: pointsOf(passed) },\n    { type: 'case-closed', at },",
          'points: pointsOf(passed) },',
        ],
        [
          'a failed proof is not recorded',
          "refuse({ code: 'caller-not-verified' }, [fact])",
          "refuse({ code: 'caller-not-verified' })",
        ],
        ['a case about oneself', 'if (own) return refuse(own);\n  if (!ticketPattern', 'if (!ticketPattern'],
      ],
    },
    'case-hand-over.ts': {
      'case-hand-over': [
        [
          'the verification goes along',
          'verificationSurvivesHandOver: verificationKept }',
          'verificationSurvivesHandOver: _kept }',
        ],
        [
          'anybody takes a case away',
          "if (holder !== actor.id && !supervises) return refuse({ code: 'case-of-another-agent' });",
          '',
        ],
        ['a case goes to the caller themselves', ' || ownAccountOf(colleague, account)', ''],
      ],
    },
    'outage-locks.ts': {
      'bulk-unlock': [
        ['who approved the list unlocks themselves', ' || agentId === approved.by', ''],
        ['who asked for the list unlocks themselves', 'agentId === requestedBy || ', ''],
      ],
    },
    'message.ts': {
      notices: [
        ['only the first address is told', '...[...new Set(phones)].map(', '...phones.slice(0, 1).map('],
        ['the mailbox is not told', "...[...new Set(emails)].map((email) => ({ by: 'e-mail', email }) as const),", ''],
      ],
    },
  }),
  ...[
    [
      'src/db/store.ts',
      'what is only shown stays',
      'takenBack(() => steps.map(foresee))',
      'transact(() => steps.map(foresee))',
    ],
    [
      'src/domain/foresight.ts',
      'a no is not shown',
      'lastNoAt: (before, after) => coolingDown(before.lastNoAt, after.lastNoAt),',
      'lastNoAt: null,',
    ],
    [
      'src/domain/foresight.ts',
      'a revoked secret can be brought back',
      "change.what === 'secret' && change.becomes === 'revoked'",
      "change.what === 'account'",
    ],
    [
      'src/domain/foresight.ts',
      'a request that ends is not shown',
      "if (after === null) return { what: 'request', becomes: 'over' };",
      'if (after === null) return null;',
    ],
  ].map(([file, what, find, replace]) => ({
    name: `rehearsal: ${what}`,
    file,
    find,
    replace,
    tests: ['test/db/rehearsal.test.ts'],
  })),
  {
    name: 'safety: a guess is answered before it is written',
    file: 'src/db/store.ts',
    find: 'return writing().transact(() => run(decider, id, command, context).decision);',
    replace:
      'let early: ReturnType<typeof run> | undefined; setTimeout(() => void writing().transact(() => run(decider, id, command, context)), 40); await writing().transact(() => { early = run(decider, id, command, context); throw new Error("later"); }).catch(() => undefined); return early?.decision as never;',
    tests: ['test/db/killed-between-guesses.test.ts'],
  },
  {
    name: 'keys: what is pasted is pressed',
    file: 'src/screens/shell.tsx',
    find: "if (event.kind === 'paste') {",
    replace:
      "if (event.kind === 'paste' && !front.field) { for (const letter of event.text) dispatchKey(front, { kind: 'text', text: letter }); return null; }\n    if (event.kind === 'paste') {",
    tests: ['test/journeys/safety.test.ts'],
  },
  {
    name: 'corruption: a status nobody wrote is passed on',
    file: 'src/db/shelves/certificate-row.ts',
    find: 'throw damagedRow();',
    replace: 'return undefined as never;',
    tests: ['test/db/corruption.test.ts'],
  },
  {
    name: 'disk full: told as damage',
    file: 'src/db/broken.ts',
    find: "['SQLITE_FULL', 'disk-full'],",
    replace: "['SQLITE_FULL', 'damaged'],",
    tests: ['test/db/disk-full.test.ts'],
  },
  {
    name: 'one person: a customer id in small letters is another customer',
    file: 'src/intake/read-fields.ts',
    find: '  const id = text.toUpperCase();',
    replace: '  const id = text;',
    tests: ['test/cli/one-person.test.ts'],
  },
  {
    name: 'one person: a serial number in pairs is another certificate',
    file: 'src/intake/read-fields.ts',
    find: ".replace(/[: ]/g, '').replace(/^0+/, '');",
    replace: ".replace(/[: ]/g, '');",
    tests: ['test/cli/one-person.test.ts'],
  },
  {
    name: 'disk failed: told as damage',
    file: 'src/db/broken.ts',
    find: "['SQLITE_IOERR', 'disk-failed'],",
    replace: "['SQLITE_IOERR', 'damaged'],",
    tests: ['test/db/disk-failed.test.ts'],
  },
  {
    name: 'read-only: told as damage',
    file: 'src/db/broken.ts',
    find: "['SQLITE_READONLY', 'read-only'],",
    replace: "['SQLITE_READONLY', 'damaged'],",
    tests: ['test/db/disk-full.test.ts'],
  },
  {
    name: 'disk failed: acknowledged before it is written',
    file: 'src/db/transact.ts',
    find: '        end.run();\n        return result;',
    replace: '        setImmediate(() => end.run());\n        return result;',
    tests: ['test/db/disk-failed.test.ts'],
  },
  {
    name: 'safety: two supervisors decide before either has written',
    file: 'src/db/transact.ts',
    find: "const begin = db.prepare('BEGIN IMMEDIATE');",
    replace: "const begin = db.prepare('SELECT 1');",
    tests: ['test/db/safety-races.test.ts'],
  },
  {
    name: 'safety: a change of the number is not told to the old one',
    file: 'src/db/changes.ts',
    find: "decider.kind === 'account' ? [stored, after]",
    replace: "decider.kind === 'account' ? [after]",
    tests: ['test/db/notices.test.ts'],
  },
  {
    name: 'safety: the beginning of a stranger’s serial goes before a customer id',
    file: 'src/cli/locate.ts',
    find: '({ certificate }) => certificate.serial), ...fitting])',
    replace: '({ certificate }) => certificate.serial)])',
    tests: ['test/cli/locate.test.ts'],
  },
  {
    name: 'safety: a call-back proves something where no number is proven',
    file: 'src/domain/support-case.ts',
    find: "if (command.passed.includes('call-back') && !isNumberProven(account, now)) {",
    replace: "if (command.passed.includes('call-back') && !command) {",
    tests: ['test/domain/support-case.test.ts'],
  },
  {
    name: 'outage: guesses at codes that never came are excused',
    file: 'src/domain/sms-attempt.ts',
    find: 'attempt.wrongEntries === 0 && blamesNobodyElse(attempt)',
    replace: 'blamesNobodyElse(attempt)',
    tests: ['test/domain/settle.test.ts', 'test/domain/bulk-unlock.test.ts'],
  },
  {
    name: 'outage: recognising it undoes locks that nothing had written down',
    file: 'src/app.ts',
    find: "if (request.type === 'recognise-outage') await sweep();",
    replace: '',
    tests: ['test/db/outage-recognised.test.ts'],
  },
  {
    name: 'second person: a request to unlock outlives its lock',
    file: 'src/domain/activation-support.ts',
    find: "pendingApproval?.action === 'unlock' ?",
    replace: "pendingApproval?.action === 'reset' ?",
    tests: ['test/domain/unlock.test.ts'],
  },
  {
    name: 'import: whoever has the e-mail address gets the certificate of another name',
    file: 'src/domain/import-record.ts',
    find: "(differ('email') || differ('givenName'))",
    replace: "differ('email')",
    tests: ['test/domain/import-record.test.ts'],
  },
  {
    name: 'import: a name in capitals is a stranger’s',
    file: 'src/domain/import-record.ts',
    find: 'foldText(one.stored) !== foldText(one.given)',
    replace: 'one.stored !== one.given',
    tests: ['test/domain/import-record.test.ts'],
  },
  {
    name: 'safety: a name is kept as it was typed',
    file: 'src/app.ts',
    find: 'const request = withCleanNames(raw);',
    replace: 'const request = raw;',
    tests: ['test/db/typed-names.test.ts'],
  },
  {
    name: 'safety: whoever acts is kept as typed',
    file: 'src/app.ts',
    find: 'actor: cleanActor(actor)',
    replace: 'actor',
    tests: ['test/db/typed-names.test.ts'],
  },
  {
    name: 'safety: a code in the old phone opens the door to a new secret',
    file: 'src/domain/activation-sms.ts',
    find: 'account.phone?.e164 !== attempt.phone)',
    replace: 'account.phone === undefined)',
    tests: ['test/domain/sms-code.test.ts'],
  },
  {
    name: 'safety: a notice of a refused change is sent',
    file: 'src/db/changes.ts',
    find: 'for (const message of messages) outbox.add(message, now);',
    replace: 'setTimeout(() => { for (const message of messages) outbox.add(message, now); }, 0);',
    tests: ['test/db/notices.test.ts'],
  },
  {
    name: 'safety: who holds the account is not looked up',
    file: 'src/db/shelves/agent.ts',
    find: 'byOwn.all({ customerId }).map(({ agentId }) => agentId)',
    replace: 'byOwn.all({ customerId }).map(() => customerId)',
    tests: ['test/db/bulk-unlock.test.ts'],
  },
  ...[
    ['two of the same pair are a pattern', 'decisions >= samePair', 'decisions >= samePair - 1'],
    ['three of the same pair are none', 'decisions >= samePair', 'decisions > samePair'],
    ['four resets are many', 'count >= manyResets', 'count >= manyResets - 1'],
    ['five resets are not', 'count >= manyResets', 'count > manyResets'],
    ['a pattern lasts a millisecond longer', 'l.at > ?', 'l.at >= ?'],
    [
      'the first yes of an emergency is nobody’s',
      'firstYesBy, 0, 0 FROM decided WHERE firstYesBy IS NOT NULL',
      'firstYesBy, 0, 0 FROM decided WHERE 0',
    ],
    ['emergencies are not told', 'sum(isEmergency) AS', '0 AS'],
  ].map(([what, find, replace]) => ({
    name: `patterns: ${what}`,
    file: 'src/db/question-patterns.ts',
    find,
    replace,
    tests: ['test/db/patterns.test.ts'],
  })),
  ...[
    [
      'activation-row.ts',
      'a request is not stored',
      'state.pendingApproval === null ? null : JSON.stringify(state.pendingApproval)',
      'null',
    ],
    ['activation-row.ts', 'a no is not stored', 'lastNoAt: state.lastNoAt,', 'lastNoAt: null,'],
    [
      'activation-row.ts',
      'why it was frozen is not stored',
      "state.status === 'frozen' ? state.cause : null",
      "state.status === 'frozen' ? 'suspicion' : null",
    ],
    [
      'account-row.ts',
      'a change that waits is not stored',
      'state.pendingPhoneChange === null ? null : JSON.stringify(state.pendingPhoneChange)',
      'null',
    ],
    ['account-row.ts', 'a no about the number is not stored', 'lastNoAt: state.lastNoAt,', 'lastNoAt: null,'],
    ['support-case-row.ts', 'a hand-over is not read', 'handOver === null ? null : JSON.parse(handOver)', 'null'],
  ].map(([file, what, find, replace]) => ({
    name: `shelf, ${file}: ${what}`,
    file: `src/db/shelves/${file}`,
    find,
    replace,
    tests: ['test/db/audit-fold.test.ts'],
  })),
];

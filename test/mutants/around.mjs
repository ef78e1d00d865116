import { plantIn } from './plant.mjs';

/** Bugs of what stands around the activation: people, cases, certificates, permissions, imports. */
export const aroundMutants = plantIn({
  'operator.ts': {
    settle: [
      ['an outage begins a millisecond late', 'at >= o.from', 'at > o.from'],
      ['an outage lasts through its end', 'at < o.until', 'at <= o.until'],
      ['an outage excuses every operator', 'o.operator === operator && ', ''],
    ],
    operator: [['an outage may begin tomorrow', 'Math.min(command.from, at)', 'command.from']],
  },
  'policy.ts': {
    policy: [
      ['a code is good for six minutes', 'codeValid: 5 * MINUTE', 'codeValid: 6 * MINUTE'],
      ['a suspension lasts eight days', 'suspensionLasts: 7 * DAY', 'suspensionLasts: 8 * DAY'],
    ],
  },
  'bulk-unlock.ts': {
    'bulk-unlock': [
      ['who asked for a bulk unlock approves it', 'pending.requestedBy === actor.id', 'false'],
      [
        'a bulk unlock while the outage lasts',
        "if (state.status === 'out') return refuse",
        "if (state.status === 'none') return refuse",
      ],
      ['two thousand are too many at once', 'serials.length > MOST_IN_BULK', 'serials.length >= MOST_IN_BULK'],
      ['a bulk unlock is good for ever', 'bulk && now < bulk.expiresAt ?', 'bulk ?'],
      ['a bulk unlock nobody approved', 'if (!inForce?.approved) return', 'if (!inForce) return'],
      ['a bulk unlock for whom nobody named', 'inForce.serials.includes(serial) ?', 'inForce.serials.length > 0 ?'],
    ],
  },
  'outage-locks.ts': {
    'bulk-unlock': [
      [
        'an outage unlocks every lock',
        'return inARow.length - byOutage.length < failuresToLock ? byOutage : [];',
        'return inARow;',
      ],
      ['an SMS in its last millisecond never came', 'deliveredAt > endedAt', 'deliveredAt >= endedAt'],
      ['a phone that was off is an outage', ' && isExcusable(attempt)', ''],
      ['an own lock in a bulk unlock', ' ??\n    ownAccountRefusal(situation)', ''],
    ],
  },
  'certificate.ts': {
    'certificate sign-refused': [
      [
        'a suspended one may be used',
        "if (status === 'valid') return null;",
        "if (status === 'valid' || status === 'suspended') return null;",
      ],
      ['suspension lasts a millisecond longer', 'return now >= deadline ?', 'return now > deadline ?'],
      ['a suspension is revoked at the moment it is noticed', 'at: deadline, cause', 'at: now, cause'],
      ['the last millisecond is expired', 'now > certificate.notAfter', 'now >= certificate.notAfter'],
      ['the first millisecond is too early', 'now < certificate.notBefore', 'now <= certificate.notBefore'],
      [
        'a revoked one is reinstated',
        "if (state.status !== 'suspended') return refuse",
        "if (state.status === 'valid') return refuse",
      ],
    ],
  },
  'gate.ts': {
    grounds: [
      [
        'a verification is good for ever',
        "return hasLapsed(verification, now, policy) ? { code: 'verification-expired', verifiedAt: verification.at } : null;",
        'return null;',
      ],
      [
        'a verification is good for a millisecond more',
        'now >= verification.at + support.verificationValid',
        'now > verification.at + support.verificationValid',
      ],
      [
        'a case of another account will do',
        "if (supportCase.customerId !== account.customerId) return { code: 'case-of-another-account' };",
        '',
      ],
      [
        'a case of another agent will do',
        "if (supportCase.agentId !== actor.id) return { code: 'case-of-another-agent' };",
        '',
      ],
      ['a closed case will do', "if (supportCase.status === 'closed') return { code: 'case-closed' };", ''],
      ['a blank note will do', "grounds.note.trim() === ''", "grounds.note === ''"],
      ['one’s own account is fair game', "? { code: 'own-account' } : null", '? null : null'],
    ],
    permissions: [
      ['a disabled agent goes on', "if (agent.status === 'disabled') return { code: 'agent-disabled' };", ''],
    ],
  },
  'support-case.ts': {
    'support-case': [
      ['one point too few is enough', 'points >= needed &&', 'points >= needed - 1 &&'],
      ['a failed proof does not matter', ' && command.failed.length === 0', ''],
      ['naming a proof twice counts twice', '[...new Set(passed)].reduce', 'passed.reduce'],
      ['a failed verification is not recorded', 'points, needed }, [fact])', 'points, needed })'],
      [
        'a failed verification leaves the passed one',
        "verification: { status: 'failed', at: fact.at, failures: failures + 1 }",
        'verification: state.verification',
      ],
    ],
  },
  'account.ts': {
    'phone-change account': [
      ['a new number works at once', 'now + policy.support.newPhoneUsableAfter', 'now'],
      ['a request for a number never lapses', 'now >= expiresAt ?', 'now > expiresAt + 1_000_000_000_000 ?'],
      [
        'a blocked account gets a new number',
        'yesRefusal(pending, situation) ?? accountRefusal(state)',
        'yesRefusal(pending, situation)',
      ],
      ['supervisors unblock themselves', 'if (own) return refuse(own);', ''],
    ],
  },
  'agent.ts': {
    agent: [
      ['a sixth password may be guessed', 'state.failures + 1 >= policy', 'state.failures >= policy'],
      ['the fourth password locks', 'state.failures + 1 >= policy', 'state.failures + 2 >= policy'],
      ['a sign-in that was not begun completes', 'return state.failures === 0 ?', 'return state.failures === -1 ?'],
      [
        'anything completes a locked sign-in',
        "if (barred?.code !== 'agent-locked' || type",
        'if (barred === null || type',
      ],
      [
        'a new password enables the disabled',
        "return state.status === 'locked'\n",
        "return state.status !== 'enabled'\n",
      ],
    ],
  },
  'permissions.ts': {
    permissions: [
      ['trainers work on live data', "if (party === 'trainer' && realm === 'live') return false;", ''],
      ['agents approve', "'approve-request': ['supervisor'],", "'approve-request': ['agent', 'supervisor'],"],
      [
        'auditors unlock',
        "'unlock-activation': ['agent', 'supervisor', 'trainer'],",
        "'unlock-activation': ['agent', 'supervisor', 'trainer', 'auditor'],",
      ],
    ],
  },
  'audit.ts': {
    audit: [
      ['a sealed secret goes into the log', 'return { ...fact, sealed: REDACTED };', 'return fact;'],
      ['the digest of a code goes into the log', 'return { ...fact, codeDigest: REDACTED };', 'return fact;'],
      ['the hash of a password goes into the log', 'return { ...fact, passwordHash: REDACTED };', 'return fact;'],
    ],
  },
  'import-record.ts': {
    'import-record': [
      [
        'a certificate changes hands',
        "certificate.status !== 'absent' && certificate.customerId !== record.customerId",
        'false',
      ],
      ['a file brings a revoked certificate back', " || stored === 'revoked') return [];", ') return [];'],
      [
        'a suspension outlives its week in a file',
        'const certificate = settleCertificate(stored, situation);',
        'const certificate = stored;',
      ],
      ['a changed phone number goes unnoticed', 'record.phone && record.phone.e164 !== phone', 'false && record.phone'],
    ],
  },
  'mask.ts': { mask: [['a list shows a digit more', 'e164.slice(-3)', 'e164.slice(-4)']] },
});

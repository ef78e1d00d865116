import { plantIn } from './plant.mjs';
import { secondPersonBugs } from './second-person.mjs';

/** Bugs that random histories alone have to find: a property that cannot fail is found here. */
export const historyMutants = plantIn({
  'activation-sms.ts': {
    histories: [
      [
        'superseding is free',
        "open ? withConsequences(state, [endAttempt(open, 'superseded', now, situation)], situation) : []",
        '[]',
      ],
      ['a fourth entry is compared', 'if (entriesLeft > 0)', 'if (entriesLeft >= 0)'],
      ['a refused wrong code loses its fact', 'entriesLeft }, [wrong])', 'entriesLeft })'],
      [
        'generations do not rise',
        'const generation = state.generations + 1;',
        'const generation = state.generations || 1;',
      ],
    ],
  },
  'activation-evolve.ts': {
    histories: [
      [
        'an unlock clears the other counter',
        'unlocks, consecutiveFailures: 0, status',
        'unlocks, wrongOtps: 0, status',
      ],
      [
        'asking for a code clears the failures',
        '...countersOf(state), attempts: number, lastCodeDigest',
        '...countersOf(state), consecutiveFailures: 0, attempts: number, lastCodeDigest',
      ],
      [
        'a new secret clears the wrong OTPs',
        '        generations: generation,\n        status',
        '        generations: generation,\n        wrongOtps: 0,\n        status',
      ],
    ],
  },
  'activation-rules.ts': {
    histories: [
      ['a fourth failed attempt is needed to lock', '>= policy.sms.failuresToLock', '> policy.sms.failuresToLock'],
      [
        'a locked activation goes on',
        "return { code: 'activation-locked', cause: state.cause, since: state.lockedAt };",
        'return null;',
      ],
      ['a hundred failures do not disable', '>= policy.lifetimeFailures)', '> policy.lifetimeFailures)'],
    ],
  },
  'activation-settle.ts': {
    histories: [
      [
        'what time decided is dated now',
        'outcome, state.attempt.deadline, situation',
        'outcome, situation.now, situation',
      ],
      [
        'a deadline is noticed a millisecond late',
        'pending && now >= pending.expiresAt',
        'pending && now > pending.expiresAt',
      ],
    ],
  },
  'activation-support.ts': {
    histories: [['a reset leaves the attempt open', 'done([...cutShort(state, situation), granted,', 'done([granted,']],
  },
  'approval.ts': { histories: secondPersonBugs },
  'gate.ts': {
    histories: [
      [
        'a verification is good for a millisecond more',
        'now >= verification.at + support.verificationValid',
        'now > verification.at + support.verificationValid',
      ],
      [
        'a case of another agent will do',
        "if (supportCase.agentId !== actor.id) return { code: 'case-of-another-agent' };",
        '',
      ],
      [
        'a failed caller will do',
        "supportCase.verification.status !== 'passed') {",
        "supportCase.verification.status === 'none') {",
      ],
      ['one’s own account is fair game', "? { code: 'own-account' } : null", '? null : null'],
      ['a disabled agent goes on', "if (agent.status === 'disabled') return { code: 'agent-disabled' };", ''],
    ],
  },
  'account.ts': {
    histories: [
      ['a new number works at once', 'now + policy.support.newPhoneUsableAfter', 'now'],
      [
        'a rejected number does not cool down',
        'pendingPhoneChange: null, lastNoAt: fact.at };',
        'pendingPhoneChange: null };',
      ],
    ],
  },
  'activation-stop.ts': {
    histories: [
      ['stopping leaves the attempt open', 'return [...cutShort(state, situation), {', 'return [{'],
      [
        'a stop leaves the request',
        "return state.pendingApproval ? [{ type: 'approval-rejected', at: now }] : [];",
        'return [];',
      ],
      ['“not me” changes nothing', "...(state.status === 'frozen' ? [] : frozen(state, 'not-me', situation)),", ''],
      ['“not me” without a message', 'const fits = notice !== null && (', 'const fits = notice === null || ('],
    ],
  },
  'support-case.ts': {
    histories: [
      [
        'anybody records a visit',
        "if (visited && (agent.status === 'absent' || agent.role !== 'supervisor')) {",
        'if (visited && agent.status === "absent") {',
      ],
      [
        'a failed proof is not recorded',
        "refuse({ code: 'caller-not-verified' }, [fact])",
        "refuse({ code: 'caller-not-verified' })",
      ],
    ],
  },
  'case-hand-over.ts': {
    histories: [
      [
        'the verification goes along',
        'verificationSurvivesHandOver: verificationKept }',
        'verificationSurvivesHandOver: _kept }',
      ],
    ],
  },
  'outage-locks.ts': {
    histories: [
      [
        'a list nobody approved',
        "if ('code' in approval) return refuse(approval);",
        "if ('code' in approval) return done([{ type: 'activation-unlocked', at: now, cause: 'sms', approved: true }]);",
      ],
    ],
  },
  'otp.ts': { histories: [['the same step is accepted again', 'found <= lastTimeStep', 'found < lastTimeStep']] },
  'signing.ts': {
    histories: [
      ['a wrong OTP loses its fact', 'explain(cause, steps, triesLeft), facts)', 'explain(cause, steps, triesLeft))'],
    ],
  },
  'sms-attempt.ts': {
    histories: [
      [
        'the stored attempt is never ended',
        'outcome: fact.outcome, endedAt: fact.at, counted: fact.counted, enteredAt }',
        'endedAt: fact.at, counted: fact.counted, enteredAt }',
      ],
    ],
  },
});

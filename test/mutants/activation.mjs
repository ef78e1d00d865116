import { plantIn } from './plant.mjs';

/** Bugs of the activation: its attempts, secrets, counters and deadlines. */
export const activationMutants = plantIn({
  'activation-rules.ts': {
    'settle sms-code': [
      ['a fourth failed attempt is needed to lock', '>= policy.sms.failuresToLock', '> policy.sms.failuresToLock'],
    ],
    'sign-document sign-refused': [
      ['a sixth wrong OTP is needed to lock', '>= policy.otp.failuresToLock', '> policy.otp.failuresToLock'],
      ['somebody else may act', 'actor.id !== account.customerId', 'actor.id === ""'],
      [
        'a locked activation signs',
        "return { code: 'activation-locked', cause: state.cause, since: state.lockedAt };",
        'return null;',
      ],
    ],
    'lifetime-failures': [
      ['a hundred failures do not disable', '>= policy.lifetimeFailures)', '> policy.lifetimeFailures)'],
      ['the ninety-ninth failure disables', '>= policy.lifetimeFailures)', '>= policy.lifetimeFailures - 1)'],
    ],
    unlock: [
      ['an unlock of a day ago still counts', 'unlock.at > now - unlockWindow', 'unlock.at >= now - unlockWindow'],
      ['approved unlocks count', '!unlock.approved && ', ''],
      [
        'where none goes without approval, one is promised for later',
        'if (unlocksWithoutApproval === 0) return { left: 0, freeAgainAt: null };',
        '',
      ],
    ],
  },
  'activation-settle.ts': {
    settle: [
      [
        'what time decided is dated now',
        'outcome, state.attempt.deadline, situation',
        'outcome, situation.now, situation',
      ],
      [
        'the QR stays a millisecond too long',
        "return now >= at ? [{ type: 'qr-window-closed'",
        "return now > at ? [{ type: 'qr-window-closed'",
      ],
      [
        'a request stays a millisecond too long',
        'pending && now >= pending.expiresAt',
        'pending && now > pending.expiresAt',
      ],
      ['an old secret is kept a millisecond too long', 'filter(({ at }) => now >= at)', 'filter(({ at }) => now > at)'],
      ['facts of time come in any order', 'due.sort((a, b) => firstAt(a) - firstAt(b)).flat()', 'due.flat()'],
      ['a code is swept at its deadline', 'state.attempt.deadline + 1', 'state.attempt.deadline'],
      [
        'an attempt that ends by time never locks',
        'return withConsequences(state, [endAttempt(',
        'return ((_: unknown, facts: readonly ActivationFact[], __: unknown) => facts)(state, [endAttempt(',
      ],
    ],
  },
  'sms-attempt.ts': {
    'sms-code settle': [
      ['the code is dead at its deadline already', 'if (now <= attempt.deadline)', 'if (now < attempt.deadline)'],
      ['the code lives a millisecond longer', 'if (now <= attempt.deadline)', 'if (now <= attempt.deadline + 1)'],
      ['an undelivered attempt is told as expired', "? 'not_delivered' : 'expired'", "? 'expired' : 'expired'"],
      ['an outage excuses a wrong code', " && outcome !== 'wrong_code'", ''],
      ['an outage excuses what was delivered', 'attempt.deliveredAt === null && outcome', 'outcome'],
      ['an outage excuses whatever the policy says', 'byOutage && policy.outageExcusesFailures', 'byOutage'],
    ],
    histories: [
      [
        'the stored attempt forgets a wrong entry',
        'wrongEntries: attempt.wrongEntries + 1',
        'wrongEntries: attempt.wrongEntries',
      ],
    ],
  },
  'activation-sms.ts': {
    'sms-request': [
      ['asking again is allowed at once', "if (now < retryAt) return refuse({ code: 'too-soon', retryAt });", ''],
      ['60.000 s is too soon', 'if (now < retryAt)', 'if (now <= retryAt)'],
      ['an eleventh code a day', 'codesToPhone.count >= limit', 'codesToPhone.count > limit'],
      [
        'superseding is free',
        "open ? withConsequences(state, [endAttempt(open, 'superseded', now, situation)], situation) : []",
        '[]',
      ],
      ['the third failure by asking again loses its facts', 'refuse(stopped, superseded)', 'refuse(stopped)'],
      ['a new number works a millisecond early', 'now < account.phoneUsableFrom', 'now < account.phoneUsableFrom - 1'],
      [
        'an active activation starts again',
        "if (state.status === 'active') return refuse",
        "if (state.status === 'frozen') return refuse",
      ],
    ],
    'sms-code': [
      ['a fourth entry is compared', 'if (entriesLeft > 0)', 'if (entriesLeft >= 0)'],
      [
        'a refused wrong code loses its fact',
        "refuse({ code: 'wrong-code', entriesLeft }, [wrong])",
        "refuse({ code: 'wrong-code', entriesLeft })",
      ],
      ['a failed attempt loses its facts', 'limit: failuresToLock }, facts)', 'limit: failuresToLock })'],
      [
        'codes are compared loosely',
        'new RegExp(`^[0-9]{${digits}}$`).test(command.code)',
        '/[0-9]/.test(command.code)',
      ],
      [
        'a code under way is measured by a newer policy',
        'vault.digitsOf(attempt.codeDigest) ?? policy.sms.codeDigits',
        'policy.sms.codeDigits',
      ],
      [
        'the code of an older SMS is right',
        'if (codes.isNewest(command.code)) {',
        'if (codes.isNewest(command.code) || codes.isPrevious(command.code)) {',
      ],
    ],
    'sms-receipt': [
      ['a receipt from the future', ', attempt.requestedAt), now)', ', attempt.requestedAt), Infinity)'],
      ['a late failure fails the next attempt', ' && state.attempt.number === attempt.number', ''],
      [
        'a second receipt overwrites the first',
        'if (isKnownReceipt(attempt, receipt)) return refuse',
        "if (receipt.state === 'accepted' && isKnownReceipt(attempt, receipt)) return refuse",
      ],
    ],
    'secret-qr': [
      [
        'the QR is shown twice',
        "return refuse({ code: 'qr-already-shown', shownAt: state.qr.at });",
        "return done([], [], { kind: 'otp-secret', secret: new Uint8Array() });",
      ],
    ],
  },
  'activation-evolve.ts': {
    'secret-qr': [['showing the QR leaves no trace', "qr: { state: 'shown', at: fact.at }", "qr: { state: 'unseen' }"]],
    unlock: [
      [
        'an unlock clears the other counter',
        'unlocks, consecutiveFailures: 0, status',
        'unlocks, wrongOtps: 0, status',
      ],
      [
        'an unlock forgives a lifetime',
        'unlocks, consecutiveFailures: 0, status',
        'unlocks, consecutiveFailures: 0, lifetimeFailures: 0, status',
      ],
      ['an unproven activation becomes active', 'return activatedAt === null', 'return activatedAt === -1'],
      [
        'an unlock makes used OTPs good again',
        'wrongOtps: 0, secret, lastTimeStep };',
        'wrongOtps: 0, secret, lastTimeStep: null };',
      ],
      ['an unlock is not remembered', '[...state.unlocks, { at: fact.at, approved: fact.approved }]', 'state.unlocks'],
    ],
    approval: [
      [
        'after a reset the old secret lives on',
        '...supersede(countersOf(state), state.secret, fact.at),\n        consecutiveFailures: 0,',
        '...countersOf(state),\n        consecutiveFailures: 0,',
      ],
      ['a reset keeps the lifetime failures', '        lifetimeFailures: 0,\n', ''],
    ],
    'sign-document sign-refused': [
      [
        'a new secret clears the wrong OTPs',
        "        generations: generation,\n        status: 'awaiting_otp',",
        "        generations: generation,\n        wrongOtps: 0,\n        status: 'awaiting_otp',",
      ],
      ['a signature forgets its time step', 'wrongOtps: 0, lastTimeStep: fact.timeStep }', 'wrongOtps: 0 }'],
    ],
    settle: [
      ['an excused failure counts', "if (!fact.counted) return { ...counters, status: 'inactive', secret };", ''],
    ],
  },
  'activation-support.ts': {
    unlock: [['a third unlock a day needs nobody', 'return left > 0 ? null', 'return left >= 0 ? null']],
    grounds: [
      [
        'an unlock needs no case',
        'unlockRefusal(state, situation) ?? checkGrounds(command, situation)',
        'unlockRefusal(state, situation)',
      ],
    ],
    approval: [
      [
        'an approved unlock uses up the agents’ own',
        'cause: state.cause, approved: true',
        'cause: state.cause, approved: false',
      ],
      [
        'a second request replaces the first',
        "if (pending) return refuse({ code: 'approval-pending', expiresAt: pending.expiresAt });",
        '',
      ],
      ['a reset leaves the attempt open', 'done([...cutShort(state, situation), granted,', 'done([granted,'],
    ],
  },
  'otp.ts': {
    'otp sign-document': [
      ['the same step is accepted again', 'found <= lastTimeStep', 'found < lastTimeStep'],
      ['an older step is accepted', 'found <= lastTimeStep', 'found === lastTimeStep'],
      ['two steps of drift are accepted', 'policy.windowSteps, policy', 'policy.windowSteps + 1, policy'],
      ['no drift is accepted', 'policy.windowSteps, policy', '0, policy'],
      ['a drift is told the wrong way round', 'steps: far - current', 'steps: current - far'],
      ['digits of any script will do', '/^[0-9]{6}$/', '/^\\p{Nd}{6}$/u'],
    ],
  },
  'signing.ts': {
    'sign-document sign-refused': [
      [
        'signing with a clock that was set back',
        'lastEntryAt > now + policy.clockMayLag',
        'lastEntryAt > now + policy.clockMayLag * 1_000',
      ],
      [
        'two minutes of lag are too many',
        'lastEntryAt > now + policy.clockMayLag',
        'lastEntryAt >= now + policy.clockMayLag',
      ],
      ['a wrong OTP loses its fact', 'explain(cause, steps, triesLeft), facts)', 'explain(cause, steps, triesLeft))'],
      ['an old entry is not told from a wrong code', "if (fromOld) return 'old-secret';", ''],
      [
        'a phone on trial signs without proving itself',
        "state.status === 'active' ? [signed] :",
        'state.secret ? [signed] :',
      ],
    ],
  },
});

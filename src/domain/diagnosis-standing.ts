import type { RecordedFact } from './audit.ts';
import { statusAt } from './certificate.ts';
import type { Cause, Finding, Known } from './diagnosis.ts';
import { attemptsInQuestion, factsSince } from './diagnosis-history.ts';
import type { Rule } from './diagnosis-rules.ts';
import type { AttemptRecord } from './sms-attempt.ts';

const LOCKS_THAT_WORRY = 2;
const DELIVERY = ['sms-late', 'sms-lost', 'sms-on-its-way', 'operator-outage'] as const satisfies readonly Cause[];

/** What stands in the way whatever the caller does: account, certificate, a stopped activation, the number on file. */
export const standingRules: readonly Rule[] = [
  accountBlocked,
  certificateNotValid,
  activationStopped,
  numberOnFile,
  foreignNumber,
  numberTooNew,
  sentElsewhere,
  resetNotSetUp,
  alreadyActive,
  manyLocks,
];

function accountBlocked({ account }: Known): Finding | null {
  if (account.status !== 'blocked') return null;
  return certain('account-blocked', [{ what: 'account-blocked', since: account.blockedAt }], ['already-active']);
}

function certificateNotValid({ view, now }: Known): Finding | null {
  const { certificate } = view;
  const status = statusAt(certificate, now);
  switch (status) {
    case 'valid':
      return null;
    case 'suspended': {
      const since = certificate.status === 'suspended' ? certificate.suspendedAt : now;
      return certain('certificate-suspended', [{ what: 'certificate', status, since }], ['already-active']);
    }
    case 'revoked': {
      const since = certificate.status === 'revoked' ? certificate.revokedAt : now;
      return certain('certificate-revoked', [{ what: 'certificate', status, since }], ['already-active']);
    }
    case 'expired':
      return certain(
        'certificate-expired',
        [{ what: 'certificate', status, since: certificate.notAfter }],
        ['already-active'],
      );
    case 'not-yet-valid':
      return certain(
        'certificate-not-yet-valid',
        [{ what: 'certificate', status, since: certificate.notBefore }],
        ['already-active'],
      );
  }
}

function activationStopped({ view: { activation } }: Known): Finding | null {
  if (activation.status === 'frozen')
    return certain('activation-frozen', [{ what: 'frozen', since: activation.frozenAt, by: activation.cause }]);
  if (activation.status === 'disabled')
    return certain('activation-disabled', [{ what: 'disabled', since: activation.disabledAt }]);
  return null;
}

/** A number matters until the code has come: an activation that is further on needs no SMS. */
function numberOnFile(known: Known): Finding | null {
  const { phone } = known.account;
  if (!needsSms(known)) return null;
  if (!phone) return certain('phone-missing', [{ what: 'number', e164: null }], DELIVERY);
  const number = { what: 'number', e164: phone.e164 } as const;
  if (phone.kind === 'landline') return certain('phone-landline', [number], [...DELIVERY, 'sms-rejected']);
  return phone.kind === 'unknown' && isPolish(phone.e164)
    ? { cause: 'phone-malformed', confidence: 'likely', evidence: [number], rulesOut: [] }
    : null;
}

function foreignNumber(known: Known): Finding | null {
  const { phone } = known.account;
  if (!phone || isPolish(phone.e164) || !needsSms(known)) return null;
  const hasReached = known.view.attempts.some((one) => one.phone === phone.e164 && cameInTime(one));
  if (hasReached) return null;
  return {
    cause: 'phone-foreign',
    confidence: 'possible',
    evidence: [{ what: 'number', e164: phone.e164 }],
    rulesOut: [],
  };
}

/** A number that a code has reached is reached by codes. */
function cameInTime({ deliveredAt, deadline }: AttemptRecord): boolean {
  return deliveredAt !== null && deliveredAt <= deadline;
}

function numberTooNew(known: Known): Finding | null {
  const { account, now } = known;
  if (!account.phone || now >= account.phoneUsableFrom || !needsSms(known)) return null;
  return certain('phone-too-new', [{ what: 'number-usable-from', at: account.phoneUsableFrom }]);
}

/** The number was changed after the code had left: it came, or failed to come, to the phone that was on file before. */
function sentElsewhere(known: Known): Finding | null {
  const { phone } = known.account;
  const [newest] = attemptsInQuestion(known);
  if (!phone || !newest || newest.phone === phone.e164 || newest.wrongEntries > 0) return null;
  return certain(
    'sms-to-other-number',
    [
      { what: 'sent-to', attempt: newest.number, e164: newest.phone },
      { what: 'number', e164: phone.e164 },
    ],
    [...DELIVERY, 'code-not-typed', 'phone-unreachable', 'number-unknown', 'sms-rejected'],
  );
}

/** What worked before does no more: nobody has told them, or they did not read it. */
function resetNotSetUp({ view: { activation }, entries }: Known): Finding | null {
  const [reset] = factsSince(entries, 'activation-reset', ['sms-code-requested']);
  if (!reset || activation.status !== 'inactive') return null;
  return { cause: 'reset-not-set-up', confidence: 'likely', evidence: [{ what: 'reset', at: reset.at }], rulesOut: [] };
}

/** The caller believes that something is still to be done. Only certain when the portal has told them otherwise. */
function alreadyActive({ view: { activation }, entries, now, policy }: Known): Finding | null {
  if (activation.status !== 'active' || activation.wrongOtps > 0) return null;
  const since = { what: 'active-since', since: activation.activatedAt } as const;
  const told = entries.find(
    (entry) => entry.refusal === 'already-active' && entry.at > now - policy.support.unlockWindow,
  );
  if (!told) return { cause: 'already-active', confidence: 'possible', evidence: [since], rulesOut: [] };
  return certain('already-active', [since, { what: 'refused', code: 'already-active', times: 1, lastAt: told.at }]);
}

/** Locked again and again within the policy's window, not counting what an outage did: perhaps somebody is trying who is not the subscriber. */
function manyLocks({ entries, now, policy }: Known): Finding | null {
  const within = policy.support.unlockWindow;
  const recent = entries.flatMap(({ facts }) => facts).filter(({ at }) => at > now - within);
  const countOf = (one: RecordedFact['type']) => recent.filter(({ type }) => type === one).length;
  const count = countOf('activation-locked') - countOf('outage-lock-cleared');
  if (count < LOCKS_THAT_WORRY) return null;
  return {
    cause: 'many-locks',
    confidence: 'possible',
    evidence: [{ what: 'locks', count, within }],
    rulesOut: [],
  };
}

function needsSms({ view: { activation } }: Known): boolean {
  const { status } = activation;
  return status === 'inactive' || status === 'awaiting_code' || (status === 'locked' && activation.cause === 'sms');
}

function isPolish(e164: string): boolean {
  return e164.startsWith('+48');
}

function certain(cause: Cause, evidence: Finding['evidence'], rulesOut: readonly Cause[] = []): Finding {
  return { cause, confidence: 'certain', evidence, rulesOut };
}

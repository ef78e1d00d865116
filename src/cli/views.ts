import type { KnownAccount } from '../domain/account.ts';
import type { Activation } from '../domain/activation.ts';
import { maskEmail, maskPhone } from '../domain/mask.ts';
import type { AccountView, CertificateView, FoundSubscriber, QueueItem } from '../domain/read-models.ts';
import type { SupportCase } from '../domain/support-case.ts';

/** What `--json` prints of our records: field by field, so that nothing sealed or hashed slips out. */

export function foundDocument(found: FoundSubscriber) {
  const { customerId, givenName, familyName, email, phone, status, certificates, activation } = found;
  return {
    customerId,
    givenName,
    familyName,
    email: maskEmail(email),
    phone: phone === null ? null : maskPhone(phone),
    status,
    certificates,
    activation,
  };
}

export function queueDocument(item: QueueItem) {
  return { ...item, phone: item.phone === null ? null : maskPhone(item.phone) };
}

export function accountDocument({ account, certificates, cases }: AccountView) {
  return {
    ...personDocument(account),
    certificates: certificates.map(certificateDocument),
    cases: cases.map(caseDocument),
  };
}

/** One subscriber, opened on purpose: phone and e-mail in full, because an agent calls back. */
function personDocument(account: KnownAccount) {
  const { customerId, login, givenName, familyName, email, language, phone, phoneUsableFrom, status } = account;
  const pending = account.pendingPhoneChange;
  return {
    customerId,
    login,
    givenName,
    familyName,
    email,
    language,
    phone: phone && { e164: phone.e164, kind: phone.kind, usableFrom: phoneUsableFrom },
    pendingPhoneChange: pending && { ...pending },
    status,
    blockedAt: account.status === 'blocked' ? account.blockedAt : null,
  };
}

export function certificateDocument({ certificate, status, activation, attempts }: CertificateView) {
  const { serial, subject, identity, notBefore, notAfter } = certificate;
  return {
    serial,
    subject,
    identity,
    notBefore,
    notAfter,
    status,
    activation: activationDocument(activation),
    attempts: attempts.map((attempt) => ({ ...attempt })),
  };
}

export function activationDocument(activation: Activation) {
  const { status, consecutiveFailures, wrongOtps, lifetimeFailures, attempts, generations, unlocks } = activation;
  const pending = activation.pendingApproval;
  return {
    status,
    lockCause: activation.status === 'locked' ? activation.cause : null,
    freezeCause: activation.status === 'frozen' ? activation.cause : null,
    since: sinceOf(activation),
    deadline: activation.status === 'awaiting_code' ? activation.attempt.deadline : null,
    qr: activation.status === 'awaiting_otp' ? activation.qr.state : null,
    consecutiveFailures,
    wrongOtps,
    lifetimeFailures,
    attempts,
    generations,
    unlocks,
    pendingApproval: pending && { ...pending },
  };
}

/** When the present state began, as far as it says. */
export function sinceOf(activation: Activation): number | null {
  switch (activation.status) {
    case 'inactive':
      return null;
    case 'awaiting_code':
      return activation.attempt.requestedAt;
    case 'awaiting_otp':
      return activation.secret.issuedAt;
    case 'active':
      return activation.activatedAt;
    case 'locked':
      return activation.lockedAt;
    case 'frozen':
      return activation.frozenAt;
    case 'disabled':
      return activation.disabledAt;
  }
}

function caseDocument(supportCase: SupportCase) {
  if (supportCase.status === 'absent') return null;
  const { caseId, ticket, agentId, words, openedAt, status, verification } = supportCase;
  return { caseId, ticket, agentId, words, openedAt, status, verification };
}

import { type Account, type AccountFact, accountDecider } from './account.ts';
import { type Certificate, type CertificateFact, certificateDecider, settleCertificate } from './certificate.ts';
import { foldText } from './clean-text.ts';
import { fold } from './decision.ts';
import type { CustomerId, Instant, Serial } from './ids.ts';
import type { Phone } from './phone-number.ts';
import type { Situation } from './situation.ts';

/**
 * A certificate as a customer's file tells it. `expired` is not among the statuses because it follows from the clock;
 * null when the file does not say (a certificate cannot know of its own suspension): then the stored status stays.
 */
export interface ImportedCertificate {
  readonly serial: Serial;
  readonly subject: string;
  readonly identity: string | null;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly status: 'valid' | 'suspended' | 'revoked' | null;
  readonly pem: string | null;
}

/** One clean record of a customer's file. `null` fields say nothing: they neither change nor contradict what is stored. */
export interface ImportRecord {
  readonly customerId: CustomerId;
  readonly login: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly email: string | null;
  readonly phone: Phone | null;
  readonly language: string | null;
  readonly certificate: ImportedCertificate;
}

/** What a record says differently from what is stored. It is reported, never applied silently. */
export type ImportConflict =
  | { readonly field: 'phone'; readonly stored: string; readonly given: string }
  | {
      readonly field: 'login' | 'givenName' | 'familyName' | 'email' | 'subject' | 'validity' | 'status';
      readonly stored: string;
      readonly given: string;
    };

export type ImportVerdict =
  | { readonly verdict: 'accepted'; readonly conflicts: readonly ImportConflict[]; readonly landline: boolean }
  | { readonly verdict: 'unchanged' }
  | { readonly verdict: 'conflicting'; readonly conflicts: readonly ImportConflict[] }
  | { readonly verdict: 'rejected'; readonly code: 'serial-of-another-customer' | 'unknown-subscriber' };

export interface ImportDecision {
  readonly verdict: ImportVerdict;
  readonly accountFacts: readonly AccountFact[];
  readonly certificateFacts: readonly CertificateFact[];
}

/** What a record of a customer's file brings about, given what is stored of its account and its certificate. Pure. */
export function decideImport(
  account: Account,
  stored: Certificate,
  record: ImportRecord,
  situation: Pick<Situation, 'now' | 'policy'>,
): ImportDecision {
  const { now } = situation;
  // A suspension that has lasted too long is a revocation, whether or not anybody has written it down.
  const certificate = settleCertificate(stored, situation);
  if (certificate.status !== 'absent' && certificate.customerId !== record.customerId) {
    return nothing({ verdict: 'rejected', code: 'serial-of-another-customer' });
  }
  const accountFacts = account.status === 'absent' ? openAccount(record, now) : [];
  if (account.status === 'absent' && accountFacts.length === 0) {
    return nothing({ verdict: 'rejected', code: 'unknown-subscriber' });
  }
  const conflicts = [...accountConflicts(account, record), ...certificateConflicts(certificate, record)];
  if (isSomebodyElse(conflicts)) return nothing({ verdict: 'conflicting', conflicts });
  const certificateFacts = registerOrFollow(certificate, record, now);
  if (accountFacts.length + certificateFacts.length > 0) {
    const landline = accountFacts.length > 0 && record.phone?.kind === 'landline';
    return { verdict: { verdict: 'accepted', conflicts, landline }, accountFacts, certificateFacts };
  }
  return nothing(conflicts.length > 0 ? { verdict: 'conflicting', conflicts } : { verdict: 'unchanged' });
}

/** The states an import decision leads to. */
export function applyImport(
  account: Account,
  certificate: Certificate,
  decision: ImportDecision,
): { readonly account: Account; readonly certificate: Certificate } {
  return {
    account: fold(accountDecider, account, decision.accountFacts),
    certificate: fold(certificateDecider, certificate, decision.certificateFacts),
  };
}

function nothing(verdict: ImportVerdict): ImportDecision {
  return { verdict, accountFacts: [], certificateFacts: [] };
}

function openAccount(record: ImportRecord, at: Instant): readonly AccountFact[] {
  const { customerId, login, givenName, familyName, email, phone, language } = record;
  if (email === null || givenName === null || familyName === null) return [];
  const person = { customerId, login: login ?? email, givenName, familyName, email, language: language ?? 'pl' };
  return [{ type: 'account-opened', at, ...person, phone }];
}

/** A new certificate is registered; of a known one the CA's newer word on its status is followed (never back from revoked). */
function registerOrFollow(stored: Certificate, record: ImportRecord, at: Instant): readonly CertificateFact[] {
  const { customerId } = record;
  const { status, ...given } = record.certificate;
  if (stored.status === 'absent') {
    return [{ type: 'certificate-registered', at, customerId, ...given }, ...statusFact('valid', status, at)];
  }
  return [...receivedFact(stored, given, at), ...statusFact(stored.status, status, at)];
}

/** Of a certificate that was known only from a list, the certificate itself is kept; what it says differently is a conflict. */
function receivedFact(
  stored: Exclude<Certificate, { status: 'absent' }>,
  { pem, identity }: Pick<ImportRecord['certificate'], 'pem' | 'identity'>,
  at: Instant,
): readonly CertificateFact[] {
  return stored.pem === null && pem !== null ? [{ type: 'certificate-received', at, pem, identity }] : [];
}

function statusFact(
  stored: 'valid' | 'suspended' | 'revoked',
  given: 'valid' | 'suspended' | 'revoked' | null,
  at: Instant,
): readonly CertificateFact[] {
  if (given === null || stored === given || stored === 'revoked') return [];
  switch (given) {
    case 'valid':
      return [{ type: 'certificate-reinstated', at }];
    case 'suspended':
      return [{ type: 'certificate-suspended', at }];
    case 'revoked':
      return [{ type: 'certificate-revoked', at, cause: 'authority' }];
  }
}

function accountConflicts(account: Account, record: ImportRecord): readonly ImportConflict[] {
  if (account.status === 'absent') return [];
  const conflicts: ImportConflict[] = [];
  const phone = account.phone?.e164 ?? '';
  if (record.phone && record.phone.e164 !== phone) {
    conflicts.push({ field: 'phone', stored: phone, given: record.phone.e164 });
  }
  for (const field of ['login', 'givenName', 'familyName', 'email'] as const) {
    const given = record[field];
    if (given !== null && given !== account[field]) conflicts.push({ field, stored: account[field], given });
  }
  return conflicts;
}

/**
 * Another family name, and another given name or e-mail too: nobody's certificate is put into a stranger's account. One
 * alone may have changed, and how a name is spelled is no difference.
 */
function isSomebodyElse(conflicts: readonly ImportConflict[]): boolean {
  const differ = (field: ImportConflict['field']) =>
    conflicts.some((one) => one.field === field && foldText(one.stored) !== foldText(one.given));
  return differ('familyName') && (differ('email') || differ('givenName'));
}

function certificateConflicts(stored: Certificate, { certificate: given }: ImportRecord): readonly ImportConflict[] {
  if (stored.status === 'absent') return [];
  const conflicts: ImportConflict[] = [];
  if (stored.notBefore !== given.notBefore || stored.notAfter !== given.notAfter) {
    conflicts.push({ field: 'validity', stored: validity(stored), given: validity(given) });
  }
  if (stored.status === 'revoked' && given.status !== null && given.status !== 'revoked') {
    conflicts.push({ field: 'status', stored: stored.status, given: given.status });
  }
  return conflicts;
}

function validity({ notBefore, notAfter }: { readonly notBefore: Instant; readonly notAfter: Instant }): string {
  return `${notBefore}/${notAfter}`;
}

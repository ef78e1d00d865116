import { type Decider, type Decision, done, refuse } from './decision.ts';
import { checkActor } from './gate.ts';
import type { CustomerId, Instant, Serial } from './ids.ts';
import type { Refusal } from './refusal.ts';
import type { Situation } from './situation.ts';

/** What the CA has set, plus `expired`, which follows from the clock. */
export type CertificateStatus = 'valid' | 'suspended' | 'revoked' | 'expired';

interface Identity {
  readonly serial: Serial;
  readonly customerId: CustomerId;
  /** RFC 4514-like, e.g. `CN=Anna Nowak, C=PL`. */
  readonly subject: string;
  /** Semantics identifier (ETSI EN 319 412-1, 5.1.3), e.g. `PNOPL-…`; null when the source had none. */
  readonly identity: string | null;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly pem: string | null;
}

export type Certificate =
  | { readonly status: 'absent' }
  | (Identity & { readonly status: 'valid' })
  | (Identity & { readonly status: 'suspended'; readonly suspendedAt: Instant })
  | (Identity & { readonly status: 'revoked'; readonly revokedAt: Instant });

export type KnownCertificate = Exclude<Certificate, { status: 'absent' }>;

export type CertificateCommand =
  | { readonly type: 'suspend-certificate'; readonly serial: Serial }
  | { readonly type: 'reinstate-certificate'; readonly serial: Serial }
  | { readonly type: 'revoke-certificate'; readonly serial: Serial }
  | { readonly type: 'settle-certificate'; readonly serial: Serial };

export type CertificateFact =
  | (Identity & { readonly type: 'certificate-registered'; readonly at: Instant })
  /** The certificate itself came for one that was known only from a list. */
  | {
      readonly type: 'certificate-received';
      readonly at: Instant;
      readonly pem: string;
      readonly identity: string | null;
    }
  | { readonly type: 'certificate-suspended'; readonly at: Instant }
  | { readonly type: 'certificate-reinstated'; readonly at: Instant }
  | { readonly type: 'certificate-revoked'; readonly at: Instant; readonly cause: 'authority' | 'suspension-lasted' };

/** The status as of `now`; a suspended or revoked certificate stays so after its end. Call after settling. */
export function statusAt(certificate: KnownCertificate, now: Instant): CertificateStatus | 'not-yet-valid' {
  if (certificate.status !== 'valid') return certificate.status;
  if (now > certificate.notAfter) return 'expired';
  return now < certificate.notBefore ? 'not-yet-valid' : 'valid';
}

/** Null when the certificate may be used at `now`, else the reason why not. */
export function certificateRefusal(
  unsettled: Certificate,
  situation: Pick<Situation, 'now' | 'policy'>,
): Refusal | null {
  const certificate = settleCertificate(unsettled, situation);
  if (certificate.status === 'absent') return { code: 'certificate-unknown' };
  const status = statusAt(certificate, situation.now);
  if (status === 'valid') return null;
  return { code: 'certificate-not-valid', status, since: notValidSince(certificate, status) };
}

function notValidSince(certificate: KnownCertificate, status: CertificateStatus | 'not-yet-valid'): Instant {
  if (certificate.status === 'suspended') return certificate.suspendedAt;
  if (certificate.status === 'revoked') return certificate.revokedAt;
  return status === 'not-yet-valid' ? certificate.notBefore : certificate.notAfter;
}

/** The certificate as time has left it at `situation.now`. */
export function settleCertificate(certificate: Certificate, situation: Pick<Situation, 'now' | 'policy'>): Certificate {
  return settle(certificate, situation).reduce(evolve, certificate);
}

function settle(state: Certificate, { now, policy }: Pick<Situation, 'now' | 'policy'>): readonly CertificateFact[] {
  if (state.status !== 'suspended') return [];
  const deadline = state.suspendedAt + policy.suspensionLasts;
  return now >= deadline ? [{ type: 'certificate-revoked', at: deadline, cause: 'suspension-lasted' }] : [];
}

function decide(state: Certificate, command: CertificateCommand, situation: Situation): Decision<CertificateFact> {
  const barred = checkActor(command.type, situation);
  if (barred) return refuse(barred);
  if (state.status === 'absent') return refuse({ code: 'certificate-unknown' });
  const at = situation.now;
  switch (command.type) {
    case 'settle-certificate':
      return done([]);
    case 'suspend-certificate': {
      const unusable = certificateRefusal(state, situation);
      return unusable ? refuse(unusable) : done([{ type: 'certificate-suspended', at }]);
    }
    case 'reinstate-certificate':
      if (state.status !== 'suspended') return refuse({ code: 'certificate-not-suspended' });
      return done([{ type: 'certificate-reinstated', at }]);
    case 'revoke-certificate':
      if (state.status === 'revoked') {
        return refuse({ code: 'certificate-not-valid', status: 'revoked', since: state.revokedAt });
      }
      return done([{ type: 'certificate-revoked', at, cause: 'authority' }]);
  }
}

function evolve(state: Certificate, fact: CertificateFact): Certificate {
  if (fact.type === 'certificate-registered') {
    const { type: _type, at: _at, ...identity } = fact;
    return { ...identity, status: 'valid' };
  }
  if (state.status === 'absent') return state;
  const identity = identityOf(state);
  switch (fact.type) {
    case 'certificate-received':
      return { ...state, pem: fact.pem, identity: fact.identity ?? state.identity };
    case 'certificate-suspended':
      return { ...identity, status: 'suspended', suspendedAt: fact.at };
    case 'certificate-reinstated':
      return { ...identity, status: 'valid' };
    case 'certificate-revoked':
      return { ...identity, status: 'revoked', revokedAt: fact.at };
  }
}

function identityOf({ serial, customerId, subject, identity, notBefore, notAfter, pem }: KnownCertificate): Identity {
  return { serial, customerId, subject, identity, notBefore, notAfter, pem };
}

export const certificateDecider: Decider<Certificate, CertificateCommand, CertificateFact> = {
  kind: 'certificate',
  initial: { status: 'absent' },
  settle,
  decide,
  evolve,
  announce: () => null,
};

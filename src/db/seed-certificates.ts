import type { CertificateFact } from '../domain/certificate.ts';
import { DAY, HOUR, type Instant } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { Random } from '../fiction/random.ts';

/** How a certificate stands by now. `fresh` is too young to have a past. */
export type CertificateKind =
  | 'current'
  | 'fresh'
  | 'expiring'
  | 'expired'
  | 'suspended'
  | 'suspension-lasted'
  | 'revoked'
  | 'not-yet-valid';

/** The life of a certificate: its validity, what the authority did, and until when it could be used. */
export interface CertificateLife {
  readonly registeredAt: Instant;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly later: readonly CertificateFact[];
  readonly usableUntil: Instant;
}

const YEAR = 365 * DAY;
/** Every kind that can have a past has been usable for at least so long. */
const PAST = 45 * DAY;

export function lifeOf(kind: CertificateKind, random: Random, now: Instant, policy: Policy): CertificateLife {
  const term = random.between(1, 3) * YEAR;
  const ago = (shortest: number, longest: number) => now - random.between(shortest, longest);
  const begun = (notBefore: Instant, usableUntil: Instant, later: readonly CertificateFact[] = []) => {
    return { registeredAt: notBefore, notBefore, notAfter: notBefore + term, later, usableUntil };
  };
  switch (kind) {
    case 'current':
      return begun(ago(PAST, term - 60 * DAY), now);
    case 'fresh':
      return begun(ago(6 * HOUR, 12 * DAY), now);
    case 'expiring':
      return begun(now + random.between(8 * HOUR, 13 * DAY) - term, now);
    case 'expired': {
      const notAfter = ago(HOUR, 500 * DAY);
      return begun(notAfter - term, notAfter);
    }
    case 'suspended': {
      const at = ago(HOUR, policy.suspensionLasts - 12 * HOUR);
      return begun(at - random.between(PAST, term - 60 * DAY), at, [{ type: 'certificate-suspended', at }]);
    }
    case 'suspension-lasted': {
      const at = ago(policy.suspensionLasts + DAY, 60 * DAY);
      const revokedAt = at + policy.suspensionLasts;
      return begun(at - random.between(PAST, term - 60 * DAY), at, [
        { type: 'certificate-suspended', at },
        { type: 'certificate-revoked', at: revokedAt, cause: 'suspension-lasted' },
      ]);
    }
    case 'revoked': {
      const at = ago(HOUR, 300 * DAY);
      const revoked = { type: 'certificate-revoked', at, cause: 'authority' } as const;
      return begun(at - random.between(PAST, term - 60 * DAY), at, [revoked]);
    }
    case 'not-yet-valid': {
      const notBefore = now + random.between(6 * HOUR, 20 * DAY);
      const life = begun(notBefore, notBefore);
      return { ...life, registeredAt: ago(HOUR, 3 * DAY) };
    }
  }
}

import type { Activation } from './activation.ts';
import { evolveActivation } from './activation-evolve.ts';
import { settleActivation } from './activation-settle.ts';
import { isAttemptFact } from './attempt-facts.ts';
import { type KnownCertificate, settleCertificate, statusAt } from './certificate.ts';
import type { CertificateView } from './read-models.ts';
import type { Situation } from './situation.ts';
import { type AttemptRecord, evolveAttempts } from './sms-attempt.ts';

/** What is known of a certificate; its attempts newest first. */
export interface KnownOfCertificate {
  readonly certificate: KnownCertificate;
  readonly activation: Activation;
  readonly attempts: readonly AttemptRecord[];
}

/** A certificate with its activation and its attempts as time has left them. */
export function settledView(
  { certificate, activation, attempts }: KnownOfCertificate,
  situation: Pick<Situation, 'now' | 'policy' | 'outages'>,
): CertificateView {
  const facts = settleActivation(activation, situation);
  const byNumber = new Map(attempts.map((attempt) => [attempt.number, attempt]));
  const settled = settleCertificate(certificate, situation) as KnownCertificate;
  return {
    certificate: settled,
    status: statusAt(settled, situation.now),
    activation: facts.reduce(evolveActivation, activation),
    attempts: [...facts.filter(isAttemptFact).reduce(evolveAttempts, byNumber).values()],
  };
}

import type { KnownCertificate } from '../../domain/certificate.ts';
import type { certificates } from '../schema.ts';
import { damagedRow } from './damaged-row.ts';

export type CertificateRow = typeof certificates.$inferSelect;

export function certificateFromRow(row: CertificateRow, customerId: string): KnownCertificate {
  const { serial, subject, identity, notBefore, notAfter, pem, status, statusSince } = row;
  const known = { serial, customerId, subject, identity, notBefore, notAfter, pem };
  switch (status) {
    case 'valid':
      return { ...known, status };
    case 'suspended':
      return { ...known, status, suspendedAt: statusSince };
    case 'revoked':
      return { ...known, status, revokedAt: statusSince };
    default:
      throw damagedRow();
  }
}

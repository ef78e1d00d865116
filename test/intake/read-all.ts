import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { CertificateVerdict, PortalVerdict } from '../../src/intake/candidate.ts';
import { readCertificateFile } from '../../src/intake/certificate-file.ts';
import { openPortalFile, type PortalFile, readPortalFile } from '../../src/intake/portal-file.ts';

export const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/import', name);

/** A folder that goes with the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(inject('tempRoot'), 'intake-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function tempFile(content: string | Buffer, name = 'export.csv'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
}

export async function openPortal(path: string): Promise<PortalFile> {
  const file = await openPortalFile(path);
  if ('code' in file) throw new Error(`refused: ${JSON.stringify(file)}`);
  return file;
}

export async function readPortal(path: string): Promise<PortalVerdict[]> {
  const verdicts: PortalVerdict[] = [];
  for await (const batch of readPortalFile(await openPortal(path))) verdicts.push(...batch.verdicts);
  return verdicts;
}

export async function readCertificates(path: string, form: 'pem' | 'der' = 'pem'): Promise<CertificateVerdict[]> {
  const verdicts: CertificateVerdict[] = [];
  for await (const batch of readCertificateFile(path, form)) verdicts.push(...batch.verdicts);
  return verdicts;
}

export const header =
  'customer_id,login,given_name,family_name,email,phone,language,certificate_serial,certificate_subject,not_before,not_after,certificate_status';

/** A row that is fine, with the given cells in place of its own. */
export function row(cells: Readonly<Record<string, string>> = {}): string {
  const fine: Record<string, string> = {
    customer_id: 'EC-1',
    login: 'a.nowak',
    given_name: 'Anna',
    family_name: 'Nowak',
    email: 'a.nowak@example.org',
    phone: '+48694652979',
    language: 'pl',
    certificate_serial: 'AB12',
    certificate_subject: '"CN=Anna Nowak, C=PL"',
    not_before: '2026-01-01T00:00:00Z',
    not_after: '2028-01-01T00:00:00Z',
    certificate_status: 'valid',
  };
  return Object.values({ ...fine, ...cells }).join(',');
}

/** One line a verdict: `1 candidate EC-1` or `2 phone:too-short`. */
export function told(verdicts: readonly PortalVerdict[]): string[] {
  return verdicts.map((verdict) =>
    verdict.verdict === 'candidate'
      ? `${verdict.record} candidate ${verdict.candidate.customerId}`
      : `${verdict.record} ${verdict.reject.field}:${verdict.reject.code}`,
  );
}

import { lstat, readFile } from 'node:fs/promises';
import { isRejectFile, openRejectFile, type RejectFile } from '../../intake/reject-file.ts';
import type { Texts } from '../../text/en.ts';
import type { CliRefusal } from '../refusal.ts';
import { reasonText } from './reasons.ts';
import type { RejectReason } from './report.ts';

const KNOWN_ENDING = /\.(?:csv|txt|tsv|pem|der|crt|cer)$/i;

/** `exports/portal.csv` → `exports/portal.rejects.csv` */
export function defaultRejects([first = 'import']: readonly string[]): string {
  return `${first.replace(/\/+$/, '').replace(KNOWN_ENDING, '')}.rejects.csv`;
}

/** An older reject file is replaced; any other file in its place is somebody's data, the input itself perhaps. */
export async function openRejects(path: string, texts: Texts): Promise<RejectFile<RejectReason> | CliRefusal> {
  if (!(await isFree(path))) return { code: 'rejects-not-written', path };
  const opened = await openRejectFile<RejectReason>(path, (code) => reasonText(texts, code));
  return typeof opened === 'string' ? { code: 'rejects-not-written', path } : opened;
}

async function isFree(path: string): Promise<boolean> {
  const standing = await lstat(path).catch(() => null);
  if (!standing) return true;
  if (!standing.isFile()) return false;
  return isRejectFile(await readFile(path));
}

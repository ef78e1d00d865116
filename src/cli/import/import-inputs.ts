import { setImmediate as nextTurn } from 'node:timers/promises';
import type { App } from '../../app.ts';
import type { ImportRecord } from '../../domain/import-record.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { CertificateVerdict, Origin, PortalVerdict } from '../../intake/candidate.ts';
import { readCertificateFile } from '../../intake/certificate-file.ts';
import type { Input } from '../../intake/open-input.ts';
import { type PortalFile, readPortalFile } from '../../intake/portal-file.ts';
import type { RejectFile } from '../../intake/reject-file.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Owners } from './owners.ts';
import type { ImportReport, RejectReason } from './report.ts';

/** A file that can be read, with what its reader needs: `portal` for a CSV export, null for certificates. */
export interface Readable {
  readonly input: Input;
  readonly portal: PortalFile | null;
}

export interface ImportOptions {
  readonly actor: Actor;
  readonly dryRun: boolean;
  readonly owners: Owners;
  readonly rejects: RejectFile<RejectReason> | null;
  /** Asked between chunks. */
  readonly interrupted: () => boolean;
  readonly onProgress: (bytesDone: number) => void;
}

type FileVerdict = PortalVerdict | CertificateVerdict;
interface Waiting {
  readonly origin: Origin;
  readonly record: ImportRecord;
}

/** A transaction holds other writers up for about this long, and no import waits longer before it can be interrupted. */
const CHUNK_TAKES = 200;
const FIRST_CHUNK = 500;
const SMALLEST_CHUNK = 50;
const LARGEST_CHUNK = 10_000;

/** Imports files one after the other in chunks, each one transaction. What is in stays in, and doing it again changes nothing. */
export async function importInputs(
  app: App,
  files: readonly Readable[],
  options: ImportOptions,
): Promise<ImportReport> {
  const ledger = openLedger();
  const chunk = chunked(app, ledger, options);
  let bytesBefore = 0;
  for (const file of files) {
    ledger.begin(file.input);
    for await (const { verdicts, bytesRead } of batchesOf(file)) {
      for (const verdict of verdicts) {
        if (options.interrupted()) break;
        await takeIn(verdict, ledger, options.owners, chunk.add);
      }
      options.onProgress(bytesBefore + bytesRead);
      if (options.interrupted()) break;
    }
    await chunk.flush();
    if (options.interrupted()) return ledger.report(true);
    bytesBefore += file.input.bytes;
  }
  return ledger.report(false);
}

function batchesOf({
  input,
  portal,
}: Readable): AsyncIterable<{ readonly verdicts: readonly FileVerdict[]; readonly bytesRead: number }> {
  return portal ? readPortalFile(portal) : readCertificateFile(input.path, input.kind === 'der' ? 'der' : 'pem');
}

/** A record that the intake accepted goes to the store; for every other one it ends here. */
async function takeIn(
  verdict: FileVerdict,
  ledger: Ledger,
  owners: Owners,
  add: (waiting: Waiting) => Promise<void>,
): Promise<void> {
  ledger.read();
  switch (verdict.verdict) {
    case 'authority':
      ledger.skip();
      return;
    case 'reject':
      ledger.reject(verdict, verdict.reject.field, verdict.reject.code);
      return;
    case 'candidate': {
      const { candidate } = verdict;
      const record = 'customerId' in candidate ? candidate : await owners.recordFor(candidate);
      if (typeof record === 'string') ledger.reject(verdict, 'email', record);
      else await add({ origin: verdict, record });
    }
  }
}

/** Gathers records and hands them to the store, as many at a time as one short transaction can take. */
function chunked(app: App, ledger: Ledger, { actor, dryRun, owners, rejects }: ImportOptions) {
  let waiting: Waiting[] = [];
  let size = FIRST_CHUNK;

  async function flush(): Promise<void> {
    const chunk = waiting;
    waiting = [];
    if (chunk.length > 0) {
      const began = performance.now();
      const records = chunk.map(({ record }) => record);
      const verdicts = await app.importRecords(actor, records, { dryRun });
      if (chunk.length >= size) size = nextSize(size, performance.now() - began);
      for (const [place, { origin, record }] of chunk.entries()) {
        const verdict = verdicts[place];
        if (!verdict) throw new Error('a record without its verdict');
        ledger.settle(origin, record, verdict);
        if (verdict.verdict !== 'rejected') owners.remember(record);
      }
    }
    const refused = ledger.takeRejects();
    await rejects?.write(refused);
    // Signals and the progress line wait for the event loop, and SQLite does not let it turn.
    await nextTurn();
  }

  return {
    flush,
    async add(one: Waiting): Promise<void> {
      waiting.push(one);
      if (waiting.length >= size) await flush();
    },
  };
}

function nextSize(size: number, took: number): number {
  const fitting = Math.round((size * CHUNK_TAKES) / Math.max(1, took));
  return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, Math.min(fitting, size * 2)));
}

import { type Encoding, encodings } from '../../intake/encoding.ts';
import { type Input as InputFile, listInputs } from '../../intake/open-input.ts';
import { openPortalFile } from '../../intake/portal-file.ts';
import type { Texts } from '../../text/en.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { importInputs, type Readable } from '../import/import-inputs.ts';
import { findOwners } from '../import/owners.ts';
import { printReport, type RefusedFile, reportDocument } from '../import/print-report.ts';
import { defaultRejects, openRejects } from '../import/rejects.ts';
import type { Input } from '../input.ts';
import { startProgress } from '../progress.ts';
import type { Run } from '../spec.ts';

export const importFiles: Run = async (context, input) => {
  const { out, texts, io, wiring } = context;
  const paths = input.many('PATH');
  const dryRun = input.flag('dryRun');
  const { readable, refused } = await openAll(paths, encodingIn(input), texts);

  // A rehearsal writes nothing, unless the place was named outright.
  const rejectsPath = input.option('rejects') ?? (dryRun ? null : defaultRejects(paths));
  const rejects = rejectsPath === null ? null : await openRejects(rejectsPath, texts);
  if (rejects && 'code' in rejects) return out.refuse(rejects);

  const app = await context.app();
  const total = readable.reduce((sum, file) => sum + file.input.bytes, 0);
  const progress = startProgress(io, texts.cli.import.reading);
  const interruption = listenForInterrupt(io.signals);
  try {
    const report = await importInputs(app, readable, {
      actor: { kind: 'administrator', id: wiring.user },
      dryRun,
      owners: findOwners(app, { create: input.flag('create'), rehearsal: dryRun }),
      rejects,
      interrupted: interruption.came,
      onProgress: (done) => progress.at(done, total),
    });
    progress.end();
    const written = rejects ? await rejects.close() : 0;
    const all = { report, refused, dryRun, rejectsFile: written > 0 ? rejectsPath : null };
    out.answer(reportDocument(texts, all), () => printReport(context, all));
    return codeOf(report.interrupted, refused, readable.length);
  } catch (error) {
    progress.end();
    await rejects?.discard();
    // What was imported before stays; the same command goes on from there.
    if (rejectsPath !== null && isWriteFault(error))
      return out.refuse({ code: 'rejects-not-written', path: rejectsPath });
    throw error;
  } finally {
    interruption.forget();
  }
};

/** Reject files of ours that lie between the inputs are told, and nothing to worry about. */
function codeOf(interrupted: boolean, refused: readonly RefusedFile[], read: number): ExitCode {
  if (interrupted) return exitCodes.interrupted;
  const faults = read === 0 ? refused : refused.filter(({ code }) => code !== 'reject-file');
  return faults.length > 0 ? exitCodes.refused : exitCodes.done;
}

async function openAll(
  paths: readonly string[],
  encoding: Encoding | undefined,
  texts: Texts,
): Promise<{ readonly readable: readonly Readable[]; readonly refused: readonly RefusedFile[] }> {
  const { inputs, refused } = await listInputs(paths);
  const readable: Readable[] = [];
  const all: RefusedFile[] = refused.map(({ named, code }) => ({
    file: named,
    code,
    reason: texts.intake.inputs[code],
  }));
  for (const input of inputs) {
    const opened = await open(input, encoding, texts);
    if ('reason' in opened) all.push(opened);
    else readable.push(opened);
  }
  return { readable, refused: all };
}

async function open(
  input: InputFile,
  encoding: Encoding | undefined,
  { intake }: Texts,
): Promise<Readable | RefusedFile> {
  if (input.kind !== 'csv') return { input, portal: null };
  const portal = await openPortalFile(input.path, encoding);
  if (!('code' in portal)) return { input, portal };
  const { code } = portal;
  switch (code) {
    case 'columns-missing':
      return { file: input.named, code, reason: intake.columnsMissing(portal.columns.join(', ')) };
    case 'columns-doubled':
      return { file: input.named, code, reason: intake.columnsDoubled(portal.columns.join(', ')) };
    default:
      return { file: input.named, code, reason: intake.inputs[code] };
  }
}

function encodingIn(input: Input): Encoding | undefined {
  // The command table lets no other one through.
  return encodings.find((one) => one === input.option('encoding'));
}

function listenForInterrupt(signals: {
  on(s: 'SIGINT', l: () => void): unknown;
  off(s: 'SIGINT', l: () => void): unknown;
}) {
  let came = false;
  const listener = () => {
    came = true;
  };
  signals.on('SIGINT', listener);
  return { came: () => came, forget: () => signals.off('SIGINT', listener) };
}

function isWriteFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EACCES', 'EROFS', 'ENOENT', 'ENOSPC', 'EPERM', 'ENOTDIR'].includes(String(error.code))
  );
}

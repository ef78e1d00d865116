import type { AuditEntry } from '../../domain/audit.ts';
import type { AuditFilter } from '../../domain/read-models.ts';
import { tellFact } from '../../text/tell.ts';
import { exitCodes, Misuse } from '../exit.ts';
import { locateAccount, locateCertificate, serialIn } from '../locate.ts';
import { startProgress } from '../progress.ts';
import type { Context, Run } from '../spec.ts';

const LIMIT = 50;
/** A SHA-256 in hexadecimal. */
const HEAD = /^[0-9a-f]{64}$/;

export const listAudit: Run = async (context, input) => {
  const { out, texts } = context;
  const { fields, audit: say } = texts.cli;
  const app = await context.app();
  const limit = input.count('limit') ?? LIMIT;
  const before = input.count('before');
  const of = input.maybe('ID');
  const whose = of === undefined ? {} : await filterFor(app, of);
  if ('refusal' in whose) return out.refuse(whose.refusal);
  const entries = await app.ask.audit({ ...whose, ...(before === undefined ? {} : { before }), limit });
  out.answer({ entries }, () => {
    if (entries.length === 0) {
      out.note(say.empty);
      return;
    }
    out.table(
      [fields.number, fields.at, fields.who, fields.customer, fields.command, fields.result],
      entries.map((entry) => [
        String(entry.seq),
        texts.moments.stamp(entry.at),
        `${texts.words.actor[entry.actor.kind]} ${entry.actor.id}`,
        entry.customerId ?? texts.cli.none,
        texts.words.command[entry.command],
        resultOf(context, entry),
      ]),
    );
    const last = entries.at(-1);
    if (last && entries.length === limit && last.seq > 1) out.note(say.more(last.seq));
  });
  return exitCodes.done;
};

async function filterFor(app: Awaited<ReturnType<Context['app']>>, id: string) {
  const owner = await locateAccount(app, id);
  if (!owner.found) return { refusal: owner.refusal };
  const certificate = await locateCertificate(app, id);
  const bySerial = certificate.found && certificate.value.view.certificate.serial.startsWith(serialIn(id));
  const filter: Pick<AuditFilter, 'serial' | 'customerId'> = bySerial
    ? { serial: certificate.value.view.certificate.serial }
    : { customerId: owner.value };
  return filter;
}

function resultOf({ texts }: Context, { refusal, facts }: AuditEntry): string {
  const happened = facts.map((fact) => tellFact(texts.words.facts, fact));
  const answer =
    refusal === null ? texts.words.verdict.done : `${texts.words.verdict.refused}: ${texts.words.refusalName[refusal]}`;
  return [answer, ...happened].join('; ');
}

export const verifyAudit: Run = async (context, input) => {
  const { out, texts, io } = context;
  const { audit: say } = texts.cli;
  const knownHead = input.option('head')?.toLowerCase();
  // A mistyped one is in no log: that would be told as entries cut off.
  if (knownHead !== undefined && !HEAD.test(knownHead)) throw new Misuse(texts.cli.misuse.notAHead(knownHead));
  const app = await context.app();
  const progress = startProgress(io, say.checking);
  const verdict = await app
    .verifyAudit({ onProgress: progress.at, ...(knownHead === undefined ? {} : { knownHead }) })
    .finally(progress.end);
  out.answer(verdict, () => {
    if (verdict.intact) {
      out.line(say.intact(verdict.entries));
      out.line(say.head(verdict.head));
      out.line(texts.auditProof.key(verdict.fingerprint));
      if (verdict.knownHeadEntry !== null) out.line(texts.auditProof.knownHead(verdict.knownHeadEntry));
      return;
    }
    out.line(say.broken(verdict.firstBad, texts.words.auditFault[verdict.why]));
    out.note(say.brokenNext);
    if (verdict.why === 'rolled-back') out.note(texts.upkeep.rolledBackNext);
  });
  return verdict.intact ? exitCodes.done : exitCodes.refused;
};

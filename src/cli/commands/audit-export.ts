import type { App } from '../../app.ts';
import type { AuditProof } from '../../domain/audit-proof.ts';
import { openRegular } from '../../intake/open-regular.ts';
import { toJson } from '../document.ts';
import { exitCodes } from '../exit.ts';
import { locateAccount } from '../locate.ts';
import type { CliRefusal } from '../refusal.ts';
import type { Run } from '../spec.ts';
import { signIn } from '../support-call.ts';

export const exportAudit: Run = async (context, input) => {
  const { out, texts, wiring } = context;
  const app = await context.app();
  const about = await subjectOf(app, input.argument('ID'));
  if ('code' in about) return out.refuse(about);
  const agent = input.required('as');
  const barred = await signIn(context, app, agent, input.flag('passwordStdin'));
  if (barred) return out.refuse(barred);
  const exported = await app.exportAudit({ kind: 'agent', id: agent }, about);
  if (exported.verdict === 'refused') return out.refuse(exported.refusal);
  const path = input.required('out');
  const why = wiring.writeNew(path, toJson(exported.proof));
  if (why !== null) return out.refuse({ code: 'file-not-written', path, why });
  const entries = exported.proof.segments.flatMap(({ links }) => links.filter((link) => 'row' in link)).length;
  out.answer({ exported: { path, entries, ...about } }, () => {
    out.line(texts.auditProof.written(entries, path));
    out.note(texts.auditProof.checkWith(path));
  });
  return exitCodes.done;
};

export const checkAudit: Run = async ({ out, texts, wiring }, input) => {
  const path = input.argument('FILE');
  const file = await openRegular(path);
  if (typeof file === 'string') return out.refuse({ code: 'file-not-read', path, why: file });
  const text = await file.readFile('utf8').finally(() => file.close());
  const verdict = await wiring.checkProof(text, input.option('key') ?? null);
  out.answer(verdict, () => {
    const { auditProof: say } = texts;
    if (verdict.holds) {
      out.line(say.holds(verdict.entries, verdict.checkpoints));
      out.line(say.key(verdict.fingerprint));
      return;
    }
    out.line(say.fails(say.faults[verdict.why], verdict.seq));
  });
  return verdict.holds ? exitCodes.done : exitCodes.refused;
};

/** A case by its id; else an account, by whatever finds one. */
async function subjectOf(app: App, id: string): Promise<AuditProof['about'] | CliRefusal> {
  const caseId = id.toUpperCase();
  const [ofCase] = await app.ask.audit({ caseId, limit: 1 });
  if (ofCase?.customerId) return { customerId: ofCase.customerId, caseId };
  const located = await locateAccount(app, id);
  return located.found ? { customerId: located.value, caseId: null } : located.refusal;
}

import type { AuditEntry } from '../../domain/audit.ts';
import { isPermitted } from '../../domain/permissions.ts';
import type { Offer } from '../../ui/offers.ts';
import type { Console } from '../console-context.ts';
import { explain } from '../explain.ts';

/** `E`: the case of an entry, or without one its subscriber's whole record, as a file that anyone can check. */
export function exportOffer(console: Console, entry: AuditEntry | undefined): Offer {
  return {
    action: 'export-audit',
    run: () => entry && console.undertake(() => exportFile(console, entry)),
    disabled: whyNot(console, entry),
  };
}

function whyNot({ app, texts, session, save }: Console, entry: AuditEntry | undefined): string | undefined {
  if (!entry?.customerId) return texts.auditProof.nothingToExport;
  if (!save) return texts.auditProof.notWritten(null);
  if (session && !isPermitted(session.role, 'export-audit', app.realm)) {
    return explain(texts, { code: 'not-permitted', command: 'export-audit', party: session.role });
  }
  return undefined;
}

async function exportFile(console: Console, { customerId, caseId }: AuditEntry): Promise<void> {
  const { app, texts, session, save, now, notify } = console;
  if (!session || !save || customerId === null) return;
  const exported = await app.exportAudit({ kind: 'agent', id: session.agentId }, { customerId, caseId });
  if (exported.verdict === 'refused') {
    notify({ tone: 'danger', text: explain(texts, exported.refusal) });
    return;
  }
  const moment = texts.moments.stamp(now).replaceAll(':', '').replace(' ', '-');
  const name = `audit-${caseId ?? customerId}-${moment}.json`;
  const path = save(name, exported.proof);
  const entries = exported.proof.segments.flatMap(({ links }) => links.filter((link) => 'row' in link)).length;
  notify(
    path === null
      ? { tone: 'danger', text: texts.auditProof.notWritten(name) }
      : { tone: 'ok', text: texts.auditProof.written(entries, path) },
  );
}

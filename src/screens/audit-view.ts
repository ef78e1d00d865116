import type { AuditEntry, Fact } from '../domain/audit.ts';
import type { Texts } from '../text/en.ts';
import { tellFact } from '../text/tell.ts';
import type { Column } from '../ui/table.ts';

/** The columns of the audit log: who, when, what, about whom, and what came of it. */
export function auditColumns(texts: Texts, withCustomer: boolean): readonly Column<AuditEntry>[] {
  const { audit } = texts.console;
  return [
    { title: audit.when, width: 19, text: ({ at }) => texts.moments.stamp(at), tone: () => 'muted' },
    { title: audit.who, width: 16, text: ({ actor }) => whoOf(actor, texts) },
    { title: audit.what, width: 22, grows: true, text: (entry) => whatOf(entry, texts) },
    ...(withCustomer
      ? [{ title: audit.whom, width: 10, from: 100, text: ({ customerId }: AuditEntry) => customerId ?? '–' }]
      : []),
    {
      title: audit.verdict,
      width: 10,
      text: ({ verdict }) => `${verdict === 'done' ? '✓' : '✗'} ${texts.words.verdict[verdict]}`,
      tone: ({ verdict }) => (verdict === 'done' ? 'ok' : 'warning'),
    },
  ];
}

function whoOf({ kind, id }: AuditEntry['actor'], { words }: Texts): string {
  return kind === 'agent' ? id : words.actor[kind];
}

/** The command; for a refusal why, else what it brought about beyond its own name. */
function whatOf({ command, refusal, facts, reason, ticket }: AuditEntry, { words }: Texts): string {
  const parts: string[] = [words.command[command]];
  if (refusal !== null) parts.push(words.refusalName[refusal]);
  const last = facts.at(-1);
  if (refusal === null && last && command !== 'seed-subscriber') parts.push(tellFact(words.facts, last as Fact));
  if (reason !== null) parts.push(words.reason[reason]);
  if (ticket !== null) parts.push(ticket);
  return parts.join(' · ');
}

import type { AuditEntry, Fact } from '../../domain/audit.ts';
import type { Texts } from '../../text/en.ts';
import { tellFact } from '../../text/tell.ts';
import { type Cell, cell, line, wrapTo } from '../../ui/cells.ts';
import { rule } from '../../ui/layout.ts';
import { type Column, SENTENCE_CELLS } from '../../ui/table.ts';
import { type FieldState, fieldLine, fieldValue } from '../../ui/text-field.ts';
import type { UnderstoodFilter } from './audit-filter.ts';

/** The columns of the audit log: who, when, what, about whom, and what came of it. */
export function auditColumns(texts: Texts, withCustomer: boolean): readonly Column<AuditEntry>[] {
  const { audit } = texts.console;
  return [
    { title: audit.when, width: 19, text: ({ at }) => texts.moments.stamp(at), tone: () => 'muted' },
    { title: audit.who, width: 13, text: ({ actor }) => whoOf(actor, texts) },
    {
      title: audit.what,
      width: 22,
      grows: SENTENCE_CELLS,
      text: (entry) => whatOf(entry, texts),
      tone: ({ verdict }) => (verdict === 'done' ? 'plain' : 'warning'),
    },
    ...(withCustomer
      ? [{ title: audit.whom, width: 10, text: ({ customerId }: AuditEntry) => customerId ?? '–' }]
      : []),
  ];
}

export function whoOf({ kind, id }: AuditEntry['actor'], { words }: Texts): string {
  return kind === 'agent' ? id : words.actor[kind];
}

/** Whose of its kind it was, where there are several. */
export function whoInFull({ kind, id }: AuditEntry['actor'], { words }: Texts): string {
  return id === kind ? words.actor[kind] : `${words.actor[kind]} ${id}`;
}

/** What came of it in its own words; the command's name where that says more. */
export function whatOf({ command, verdict, refusal, facts, reason, ticket }: AuditEntry, { words }: Texts): string {
  const bulk = command === 'seed-subscriber' || command === 'import-record';
  const happened = bulk ? [] : facts.map((fact) => tellFact(words.facts, fact as Fact));
  const done = happened.length > 0 ? happened : [words.command[command]];
  const refused = `${words.command[command]}: ${words.refusalName[refusal ?? 'not-permitted']}`;
  const parts = verdict === 'done' ? done : [refused];
  if (reason !== null) parts.push(words.reason[reason]);
  if (ticket !== null && !parts.some((part) => part.includes(ticket))) parts.push(ticket);
  return `${verdict === 'done' ? '✓' : '✗'} ${parts.join(' · ')}`;
}

/** The filter as typed or as understood, and whether new entries appear by themselves. */
export function filterLines(
  {
    field,
    typing,
    newer,
    understood: { told, unknown },
  }: {
    readonly field: FieldState;
    readonly typing: boolean;
    /** Entries that came since the reader left the top; null while at the top. */
    readonly newer: number | null;
    readonly understood: UnderstoodFilter;
  },
  { auditScreen: say }: Texts,
  width: number,
): readonly string[] {
  const label = cell(` ${say.filter}: `, 'muted');
  const state = cell(`   ${newer === null ? say.follows : say.paused(newer)}`, 'muted');
  const unfiltered = fieldValue(field) === '' && !typing;
  const filter = unfiltered
    ? line([label, cell(say.everything), state], width)
    : fieldLine([label], { field, focused: typing }, [state], width);
  return [filter, line(meaning(), width)];

  function meaning(): readonly Cell[] {
    if (told.length === 0 && unknown.length === 0) return [cell(typing ? ` ${say.hint}` : '', 'muted')];
    const strange = unknown.length > 0 ? [cell(` ! ${say.notUnderstood(unknown.join(' '))}`, 'warning')] : [];
    return [...strange, ...(told.length > 0 ? [cell(` → ${told.join(' · ')}`, 'muted')] : [])];
  }
}

/** Lines that the chosen entry takes below the list. */
export const DETAIL_LINES = 4;

/** The chosen entry in full: its place in the log, who, what, and the note. */
export function entryDetail(entry: AuditEntry, texts: Texts, width: number): readonly string[] {
  const { note, seq, actor } = entry;
  const what = whatOf(entry, texts);
  const own = note && !what.includes(note) ? [texts.words.quoted(note)] : [];
  const parts = [`#${seq}`, whoInFull(actor, texts), what, ...own];
  const told = wrapTo(parts.join(' · '), width - 2, DETAIL_LINES - 1);
  return [rule(width), ...told.map((part) => line([cell(` ${part}`)], width))];
}

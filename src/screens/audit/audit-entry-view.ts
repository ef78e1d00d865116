import type { AuditEntry, RecordedFact } from '../../domain/audit.ts';
import type { Texts } from '../../text/en.ts';
import { tellFact } from '../../text/tell.ts';
import { type Cell, cell, fixed, line, wrap } from '../../ui/cells.ts';
import { panel } from '../../ui/layout.ts';
import { grouped } from '../grouped.ts';
import { whoInFull } from './audit-view.ts';

const LABEL = 14;
const INDENT = 10;

/** Everything an entry says, one thing a line; the facts in words, and below each as it is recorded. */
export function entryLines(entry: AuditEntry, texts: Texts, width: number): readonly string[] {
  const { auditScreen: say, words, moments } = texts;
  const { seq, at, actor, command, verdict, refusal, customerId, serial, caseId, ticket, reason, note } = entry;
  const row = (label: string, ...cells: readonly Cell[]) =>
    line([cell(' '), fixed(label, LABEL, 'muted'), ...cells], width);
  const done = verdict === 'done';
  const result = refusal === null ? words.verdict[verdict] : `${words.verdict[verdict]}: ${words.refusalName[refusal]}`;
  return [
    row(say.when, cell(moments.stamp(at)), cell(`   #${seq}`, 'muted')),
    row(say.who, cell(whoInFull(actor, texts))),
    row(say.what, cell(words.command[command], 'strong')),
    row(say.result, cell(`${done ? '✓' : '✗'} ${result}`, done ? 'ok' : 'danger')),
    ...(customerId === null ? [] : [row(say.whom, cell(customerId))]),
    ...(serial === null ? [] : [row(say.certificate, cell(grouped(serial)))]),
    ...(caseId === null && ticket === null
      ? []
      : [row(say.case, cell([caseId, ticket].filter((one) => one !== null).join(' · ')))]),
    ...(reason === null ? [] : [row(say.reason, cell(words.reason[reason]))]),
    ...(note === null ? [] : noteLines(note)),
    '',
    ...panel(
      say.facts(entry.facts.length),
      entry.facts.length === 0 ? [line([cell(` ${say.noFacts}`, 'muted')])] : [],
      width,
    ),
    ...entry.facts.flatMap((fact) => factLines(fact, texts, width)),
    '',
    ...panel(say.chain, [], width),
    row(say.hash, cell(entry.hash)),
    row(say.previous, cell(entry.prevHash, 'muted')),
  ];

  function noteLines(text: string): readonly string[] {
    return wrap(texts.words.quoted(text), width - LABEL - 2).map((part, place) =>
      row(place === 0 ? say.note : '', cell(part)),
    );
  }
}

/** What happened, when, to what; then every field as it is recorded, so that nothing is left to words. */
function factLines(fact: RecordedFact, texts: Texts, width: number): readonly string[] {
  const { on, id, type, at, ...fields } = fact;
  const told = tellFact(texts.words.facts, fact);
  const recorded = Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${plainly(value, texts)}`)
    .join(' · ');
  const detail = [`${texts.auditScreen.things[on]} ${id}`, type, recorded].filter((part) => part !== '').join(' · ');
  return [
    line([cell(` ${texts.moments.timeExact(at)} `, 'muted'), cell(told)], width),
    ...wrap(detail, width - INDENT).map((part) => line([cell(`${' '.repeat(INDENT)}${part}`, 'muted')], width)),
  ];
}

/** Nothing counted in here comes near the year 2001 in milliseconds. */
const EARLIEST_INSTANT = 1e12;

function plainly(value: unknown, { moments }: Texts): string {
  if (typeof value === 'number' && value > EARLIEST_INSTANT) return moments.stamp(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import type { Instant } from '../../domain/ids.ts';
import type { OutageLock, OutageView } from '../../domain/read-models.ts';
import type { Texts } from '../../text/en.ts';
import { type Cell, cell, line, wrap } from '../../ui/cells.ts';
import { type Column, NAME_CELLS } from '../../ui/table.ts';
import { fieldLine } from '../../ui/text-field.ts';
import { leftOf, type OutageForm } from './outage-state.ts';

/** Who is on the list, and why. */
export function lockColumns(texts: Texts): readonly Column<OutageLock>[] {
  const { radar: say, moments } = texts;
  const { listColumns } = say;
  return [
    {
      title: listColumns.name,
      width: 18,
      grows: NAME_CELLS,
      text: ({ familyName, givenName }) => `${familyName} ${givenName}`,
    },
    { title: listColumns.customer, width: 10, from: 100, text: ({ customerId }) => customerId, tone: () => 'muted' },
    { title: listColumns.certificate, width: 11, text: ({ serial }) => `…${serial.slice(-8)}` },
    { title: listColumns.since, width: 7, text: ({ lockedAt }) => moments.time(lockedAt), tone: () => 'muted' },
    {
      title: listColumns.why,
      width: 30,
      text: ({ failures, consecutiveFailures }) => say.because(failures.length, consecutiveFailures),
      tone: () => 'muted',
    },
  ];
}

/** The outage itself, and what is asked for or approved. */
export function outageLines(view: OutageView, texts: Texts, width: number): readonly string[] {
  const { radar: say } = texts;
  const { operator, outage, bulkUnlock } = view;
  const head: Cell = !outage
    ? cell(`   ${say.noOutage}`, 'muted')
    : outage.until === null
      ? cell(`   ✗ ${say.outageSince(outage.from)}`, 'danger')
      : cell(`   ✓ ${say.outageWas(outage.from, outage.until)}`, 'ok');
  const lines = [line([cell(` ${operator}`, 'strong'), head], width)];
  if (!bulkUnlock) return lines;
  const { approved, requestedBy, serials, expiresAt, note } = bulkUnlock;
  const said = approved
    ? cell(`✓ ${say.approved(approved.by, leftOf(view))}`, 'ok')
    : cell(`◔ ${say.pending(requestedBy, serials.length, expiresAt)}`, 'warning');
  return [...lines, ...paragraph(said, width), ...paragraph(cell(texts.words.quoted(note), 'muted'), width)];
}

/** What will follow, the note, and the question whether to do it. */
export function formLines(
  form: Exclude<OutageForm, { step: 'looking' }>,
  view: OutageView,
  from: Instant,
  { texts, width }: { readonly texts: Texts; readonly width: number },
): readonly string[] {
  const { radar: say } = texts;
  const { operator, locks } = view;
  const title = { recognise: say.recognise(operator), end: say.end(operator), ask: say.ask(operator) }[form.work];
  const asking = form.step === 'note';
  return [
    line([cell(` ${title}`, 'accent')], width),
    ...followLines(follows(), texts, width),
    '',
    fieldLine([cell(`   ${say.note}: `, 'muted')], { field: form.note, focused: asking }, [], width),
    '',
    asking ? line([cell(`   ${say.noteHint}`, 'muted')], width) : line([cell(`   ${say.confirmAsk}`, 'strong')], width),
  ];

  function follows(): readonly string[] {
    switch (form.work) {
      case 'recognise':
        return say.recogniseFollows(from);
      case 'end':
        return say.endFollows(locks.length);
      case 'ask':
        return say.askFollows(locks.length);
    }
  }
}

export function followLines(sentences: readonly string[], texts: Texts, width: number): readonly string[] {
  return [
    line([cell(` ${texts.radar.follows}`, 'strong')], width),
    ...sentences.flatMap((sentence) =>
      wrap(sentence, width - 6).map((part, place) => line([cell(`   ${place === 0 ? '•' : ' '} ${part}`)], width)),
    ),
  ];
}

function paragraph({ text, tone }: Cell, width: number): readonly string[] {
  return wrap(text, width - 4).map((part) => line([cell(`   ${part}`, tone)], width));
}

import { lastsOf } from '../../domain/receipt.ts';
import { type AttemptRecord, troubleOf } from '../../domain/sms-attempt.ts';
import { rawReceipt } from '../../text/raw-receipt.ts';
import type { Cell } from '../../ui/cells.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { openMark, outcomeMarks } from '../state-marks.ts';
import type { ViewSettings } from './account-view.ts';

const BAR = 20;

/** Every SMS attempt as a short story, newest first: what became of it, and when each thing happened. */
export function attemptLines(attempts: readonly AttemptRecord[], settings: ViewSettings): readonly string[] {
  const { texts, width } = settings;
  if (attempts.length === 0) return [line([cell(` ${texts.console.account.noAttempts}`, 'muted')], width)];
  return attempts.flatMap((attempt) => [
    line([...headOf(attempt, settings)], width),
    ...wrap(storyOf(attempt, settings).join(' → '), width - 7).map((part) =>
      line([cell(`      ${part}`, 'muted')], width),
    ),
  ]);
}

function headOf(attempt: AttemptRecord, { texts, now }: ViewSettings): readonly Cell[] {
  const { account: words } = texts.console;
  const { countdown, duration, moment } = texts.moments;
  const number = cell(` ${words.attempt(attempt.number)}  `.padEnd(8), 'muted');
  if (attempt.outcome === null || attempt.endedAt === null) {
    const left = Math.max(0, attempt.deadline - now);
    const full = Math.min(BAR, Math.round((left / (attempt.deadline - attempt.requestedAt)) * BAR));
    return [
      number,
      cell(`${openMark.glyph} ${texts.words.attemptOpen}  `, openMark.tone),
      cell(`${'━'.repeat(full)}${'╌'.repeat(BAR - full)} `, openMark.tone),
      cell(words.left(countdown(left)), 'strong'),
    ];
  }
  const { glyph, tone } = outcomeMarks[attempt.outcome];
  const took = words.ended(moment(attempt.endedAt), duration(attempt.endedAt - attempt.requestedAt));
  return [
    number,
    cell(`${glyph} ${texts.words.outcome[attempt.outcome]}`, tone),
    cell(`   ${took}`),
    ...(attempt.counted ? [] : [cell(`   ${words.notCounted(attempt.operator ?? '–')}`, 'muted')]),
  ];
}

/** Requested → accepted → taken → receipt → entered, as far as it got. */
function storyOf(attempt: AttemptRecord, settings: ViewSettings): readonly string[] {
  const { account: words } = settings.texts.console;
  const { duration, timeExact } = settings.texts.moments;
  const { requestedAt, acceptedAt, submittedAt, operator, enteredAt, wrongEntries } = attempt;
  const story = [words.requested(timeExact(requestedAt))];
  if (acceptedAt !== null) story.push(words.accepted(timeExact(acceptedAt)));
  if (submittedAt !== null) story.push(words.submitted(timeExact(submittedAt), operator ?? '–'));
  else if (acceptedAt !== null && operator !== null) story.push(words.notTaken(operator));
  story.push(...fateOf(attempt, settings));
  if (wrongEntries > 0) story.push(words.wrongEntries(wrongEntries));
  if (enteredAt !== null) story.push(words.entered(timeExact(enteredAt), duration(enteredAt - requestedAt)));
  return story;
}

/** What the operator's receipt says, in our words and in its own. */
function fateOf(attempt: AttemptRecord, { texts }: ViewSettings): readonly string[] {
  const { account: words } = texts.console;
  const { duration, timeExact } = texts.moments;
  const { requestedAt, deliveredAt, deadline, reportedAt, rawState, errorCode, failureCause, outcome } = attempt;
  const raw = rawState === null ? null : rawReceipt({ raw: rawState, error: errorCode });
  if (deliveredAt !== null) {
    const delivered = deliveredAt > deadline ? words.deliveredLate : words.delivered;
    return [delivered(timeExact(deliveredAt), duration(deliveredAt - requestedAt), raw ?? '–')];
  }
  if (failureCause !== null) {
    const said = [raw, texts.words.lasts[lastsOf(failureCause)]].filter((part) => part !== null).join(', ');
    return [words.failed(texts.words.receiptCause[failureCause], said)];
  }
  const trouble = troubleOf(attempt);
  if (raw !== null && reportedAt !== null && trouble !== null) {
    return [words.held(timeExact(reportedAt), texts.words.receiptCause[trouble], raw)];
  }
  return outcome === null ? [] : [words.undelivered];
}

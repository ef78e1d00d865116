import type { Proof } from '../../domain/support-case.ts';
import { type DrillEvent, eventsOf, onTheLine } from '../../sim/drill.ts';
import type { Deed } from '../../sim/drill-deeds.ts';
import { drillPolicy } from '../../sim/drill-policy.ts';
import type { DoneDrill } from '../../sim/drill-record.ts';
import type { Mark, Reason } from '../../sim/drill-score.ts';
import type { SupportMove } from '../../sim/scenario.ts';
import type { Texts } from '../../text/en.ts';
import { cell, fixed, line, wrap } from '../../ui/cells.ts';
import { causeName } from './call-menu.ts';
import { pointsMark } from './school-view.ts';

interface Debriefed {
  readonly done: DoneDrill;
  readonly events: readonly DrillEvent[];
  /** The trainee's earlier runs of the same call, the oldest first. */
  readonly earlier: readonly DoneDrill[];
  /** The calls of the same shift up to this one, in order; empty outside a shift. */
  readonly shift: readonly DoneDrill[];
}

const TOPIC = 15;
const POINTS = 11;

/** Everything about one call that is over: what it scored and why, how it is done well, how it went before. */
export function debriefLines(debriefed: Debriefed, texts: Texts, width: number): readonly string[] {
  const { done, events } = debriefed;
  const { debrief } = texts.school;
  const { score, drill } = done;
  const { text, tone } = pointsMark(score.points);
  const how = eventsOf(events, 'ended').at(-1)?.how ?? 'solved';
  const took = texts.moments.duration(onTheLine(events, done.endedAt));
  return [
    line(
      [
        cell(` ${text}`, tone),
        cell(` ${debrief.line(score.passed)}`, tone),
        cell(`   ${drill.scenario.title[texts.language]}`, 'strong'),
      ],
      width,
    ),
    line([cell(` ${debrief.ended[how]} · ${debrief.onLine(took)}`, 'muted')], width),
    ...(score.beforeCap === null
      ? []
      : paragraph(debrief.capped(score.beforeCap, drillPolicy.mostAfterHarm), width, 'danger')),
    '',
    ...score.marks.flatMap((mark) => markLines(mark, texts, width)),
    '',
    ...comparison(debriefed, texts, width),
    '',
    ...labelled(debrief.modelAsks, drill.scenario.teaches[texts.language], width),
    line([cell(` ${debrief.model}`, 'accent')], width),
    ...drill.scenario.support.flatMap((move, place) =>
      wrap(moveWords(move, texts), width - 8).map((part, row) =>
        line([cell(row === 0 ? `   ${place + 1}. ` : '      ', 'muted'), cell(part)], width),
      ),
    ),
  ];
}

function paragraph(text: string, width: number, tone: 'danger' | 'muted'): readonly string[] {
  return wrap(text, width - 2).map((part) => line([cell(` ${part}`, tone)], width));
}

function markLines({ topic, points, of, reasons }: Mark, texts: Texts, width: number): readonly string[] {
  const { debrief } = texts.school;
  const tone = points === of ? 'ok' : points === 0 ? 'danger' : 'warning';
  const glyph = { ok: '✓', danger: '✗', warning: '◐' }[tone];
  const told = reasons.map((reason) => reasonWords(reason, texts)).join(' ');
  return wrap(told, width - TOPIC - POINTS - 4).map((part, row) =>
    line(
      [
        cell(row === 0 ? ` ${glyph} ` : '   ', tone),
        fixed(row === 0 ? debrief.topic[topic] : '', TOPIC, 'strong'),
        fixed(row === 0 ? debrief.points(points, of) : '', POINTS, tone),
        cell(part),
      ],
      width,
    ),
  );
}

/** Why points were given or not, in a sentence. */
export function reasonWords(reason: Reason, texts: Texts): string {
  const { debrief, panel } = texts.school;
  const { quoted } = texts.words;
  const { why } = debrief;
  const { duration } = texts.moments;
  const proofs = (some: readonly Proof[]) => some.map((one) => texts.words.proof[one]).join(', ');
  const deeds = (some: readonly Deed[]) => some.map((one) => debrief.deed[one]).join(', ');
  switch (reason.why) {
    case 'cause-right':
      return why['cause-right'](causeName(reason.cause, texts));
    case 'cause-wrong':
      return why['cause-wrong'](causeName(reason.cause, texts), causeName(reason.right, texts));
    case 'cause-not-named':
      return why['cause-not-named'](causeName(reason.right, texts));
    case 'guessed':
      return why.guessed(reason.times);
    case 'found-within':
    case 'found-late':
      return why[reason.why](duration(reason.took), duration(reason.limit));
    case 'verified':
      return why.verified(proofs(reason.proofs), reason.points);
    case 'proven-too-little':
      return why['proven-too-little'](reason.points, reason.needed);
    case 'ticked-unasked':
    case 'ticked-untrue':
    case 'wrong-ignored':
      return why[reason.why](proofs(reason.proofs));
    case 'did':
    case 'left-undone':
    case 'overdid':
    case 'helped-impostor':
      return why[reason.why](deeds(reason.deeds));
    case 'said-harm': {
      const words = reason.saying === 'advice' ? panel.advice : panel.saying[reason.saying];
      return why['said-harm'](quoted(words), debrief.harm[reason.harm]);
    }
    case 'not-found':
    case 'not-verified':
    case 'nothing-to-verify':
    case 'failure-recorded':
    case 'failure-not-recorded':
    case 'not-frozen':
    case 'wrong-account':
    case 'caller-left':
    case 'nothing-changed':
    case 'refused-impostor':
    case 'let-go-impostor':
    case 'left-waiting':
    case 'said-no-harm':
      return why[reason.why];
  }
}

/** How it went before, and how the shift goes. */
function comparison({ done, earlier, shift }: Debriefed, texts: Texts, width: number): readonly string[] {
  const { debrief } = texts.school;
  const { points } = done.score;
  const before = earlier.at(-1)?.score.points;
  const runs = earlier
    .slice(-drillPolicy.runsCompared)
    .map(({ score, endedAt }) => debrief.run(score.points, texts.moments.moment(endedAt)));
  const change =
    before === undefined
      ? debrief.first
      : points > before
        ? debrief.better(points - before)
        : points < before
          ? debrief.worse(before - points)
          : debrief.same;
  const place = done.drill.shift;
  const sum = shift.reduce((total, { score }) => total + score.points, 0);
  return [
    ...labelled(debrief.earlier, [...runs, change].join(' · '), width),
    ...(place
      ? labelled(
          debrief.shift,
          [
            ...shift.map(({ drill, score }) => debrief.shiftCall(drill.shift?.place ?? 0, score.points)),
            debrief.shiftSum(sum, shift.length * 100),
            ...(place.place < place.of ? [debrief.next(place.place + 1, place.of)] : []),
          ].join(' · '),
          width,
        )
      : []),
  ];
}

function labelled(label: string, text: string, width: number): readonly string[] {
  return wrap(`${label}: ${text}`, width - 2).map((part, row) => {
    const rest = row === 0 && part.startsWith(label) ? part.slice(label.length) : part;
    return line([cell(row === 0 ? ` ${label}` : ' ', 'accent'), cell(rest)], width);
  });
}

/** One move of the model solution, in words. */
function moveWords(move: SupportMove, texts: Texts): string {
  const { debrief } = texts.school;
  const { quoted } = texts.words;
  const words = bareMove(move, texts);
  const who = move.by === 'owner' ? debrief.byOwner(words) : words;
  return move.refused === undefined ? who : debrief.refusedMove(who);

  function bareMove(one: SupportMove, { language }: Texts): string {
    const { move: say } = debrief;
    const proofs = (some: readonly Proof[]) => some.map((proof) => texts.words.proof[proof]).join(', ');
    switch (one.do) {
      case 'verify':
        return one.failed.length > 0 ? say['verify-failed'](proofs(one.failed)) : say.verify(proofs(one.passed));
      case 'ask-approval':
        return one.action === 'reset' ? say['ask-reset'] : say['ask-unlock'];
      case 'tell':
        return say.tell(quoted(one.words[language]));
      case 'pass-time':
        return say['pass-time'](texts.moments.duration(one.milliseconds));
      case 'open-case':
      case 'unlock':
      case 'approve':
      case 'reject':
      case 'freeze':
      case 'ask-phone-change':
      case 'approve-phone-change':
      case 'recognise-outage':
      case 'end-outage':
      case 'close-case':
        return say[one.do];
    }
  }
}

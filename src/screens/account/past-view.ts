import type { Step } from '../../domain/account-past.ts';
import { type Difference, differences } from '../../domain/account-then.ts';
import type { AccountView } from '../../domain/read-models.ts';
import type { Texts } from '../../text/en.ts';
import { tellFact } from '../../text/tell.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { panel } from '../../ui/layout.ts';
import { whoOf } from '../audit/audit-view.ts';
import { certificateTable, standingLines, subscriberLines, type ViewSettings } from './account-view.ts';
import { attemptLines } from './attempts-view.ts';

/** Where one stands in the past: the step one is at or after, and how many there are. */
export interface Standing {
  readonly place: number;
  readonly count: number;
  /** Null for the present. */
  readonly at: number | null;
  readonly now: number;
}

/** Facts told of a step that came in bulk; the entry itself, on Enter, tells all. */
const FACTS_TOLD = 3;
const CHANGES_TOLD = 4;
const END_DIGITS = 4;
/** From here on how long ago it was fits too. */
const WIDE = 100;

/** That this is the past, in words and in the colour of a warning: which moment, and how far back. */
export function bannerLine({ place, count, at, now }: Standing, texts: Texts, width: number): string {
  const { past: say, moments } = texts;
  const here = cell(`   ${say.place(place + 1, count)}`, 'muted');
  if (at === null) return line([cell(` ● ${say.isNow}`, 'ok'), here], width);
  const present = cell(`   ${say.now(moments.moment(now))}`, 'warning');
  const ago = cell(`   ${say.ago(moments.duration(now - at))}`, 'muted');
  const when = place < 0 ? say.before : say.asOf(moments.momentExact(at));
  return line([cell(` ← ${when}`, 'warning'), here, present, ...(width < WIDE ? [] : [ago])], width);
}

/** The step in words: when on the day where one stands, who, what command, what happened, and what became different by it. */
export function stepLines(step: Step, standing: number, texts: Texts, width: number): readonly string[] {
  const { words, past: say, moments } = texts;
  const { entry, at, facts } = step;
  const when = moments.date(at) === moments.date(standing) ? moments.timeExact(at) : moments.momentExact(at);
  const done = entry.verdict === 'done';
  const byTime = at < entry.at && facts.length > 0 && entry.actor.kind !== 'administrator';
  const result = entry.refusal === null ? words.verdict[entry.verdict] : words.refusalName[entry.refusal];
  const head = byTime
    ? [cell(say.byTime, 'strong'), cell(` · ${say.byTimeMeans}`, 'muted')]
    : [
        cell(whoOf(entry.actor, texts), 'strong'),
        cell(` · ${words.command[entry.command]} · `),
        cell(`${done ? '✓' : '✗'} ${result}`, done ? 'ok' : 'warning'),
      ];
  const told = facts.map((fact) => tellFact(words.facts, fact));
  const happened = told.length === 0 ? say.nothingHappened : told.slice(0, FACTS_TOLD).join(' · ');
  const more = told.length > FACTS_TOLD ? ` · +${told.length - FACTS_TOLD}` : '';
  const changes = differences(step.before, step.after).slice(0, CHANGES_TOLD);
  return [
    line([cell(` ${when}  #${entry.seq}  `, 'muted'), ...head], width),
    ...wrap(`${happened}${more}`, width - 4).map((part) => line([cell(`   ${part}`)], width)),
    ...changes.map((change) => line([cell('   • ', 'accent'), ...changeCells(change, texts)], width)),
  ];
}

function changeCells(change: Difference, texts: Texts) {
  const { label, from, to } = changed(change, texts);
  return [cell(`${label}: `, 'muted'), cell(texts.past.arrow(from, to))];
}

function changed(change: Difference, { past: say, words }: Texts) {
  switch (change.what) {
    case 'account':
      return {
        label: say.account,
        from: change.from === 'absent' ? say.absent : words.account[change.from],
        to: words.account[change.to],
      };
    case 'phone':
      return { label: say.phone, from: change.from ?? say.noPhone, to: change.to ?? say.noPhone };
    case 'certificate':
      return {
        label: say.certificate(endOf(change.serial)),
        from: change.from === 'absent' ? say.absent : words.certificate[change.from],
        to: words.certificate[change.to],
      };
    case 'activation':
      return {
        label: say.activation(endOf(change.serial)),
        from: words.activation[change.from],
        to: words.activation[change.to],
      };
    case 'consecutiveFailures':
    case 'wrongOtps':
    case 'lifetimeFailures':
      return { label: say.counter(change.what, endOf(change.serial)), from: change.from, to: change.to };
  }
}

function endOf(serial: string): string {
  return serial.slice(-END_DIGITS);
}

/**
 * The account as it was: the subscriber, the certificates, the chosen one's activation and attempts; with blank lines
 * between them where there is room. `now` is then.
 */
export function accountLines(
  view: AccountView,
  serial: string | null,
  settings: ViewSettings,
  height: number,
): readonly string[] {
  const blocks = accountBlocks(view, serial, settings);
  const apart = (last: number) => blocks.flatMap((block, at) => (at > 0 && at <= last ? ['', ...block] : block));
  const airy = apart(blocks.length);
  return airy.length <= height ? airy : apart(1);
}

function accountBlocks(view: AccountView, serial: string | null, settings: ViewSettings) {
  const { texts, width } = settings;
  const list = certificateTable(texts, width);
  const chosen = view.certificates.find(({ certificate }) => certificate.serial === serial) ?? view.certificates[0];
  const subscriber = subscriberLines(view, settings);
  if (!chosen) return [subscriber, [line([cell(` ${texts.console.account.noCertificates}`, 'muted')], width)]];
  return [
    subscriber,
    [list.heading, ...view.certificates.map((one) => list.row(one, one === chosen))],
    standingLines(view.account, chosen, settings),
    panel(texts.console.account.attempts, attemptLines(chosen.attempts, settings), width),
  ];
}

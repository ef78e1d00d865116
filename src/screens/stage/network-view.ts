import { type AttemptRecord, troubleOf } from '../../domain/sms-attempt.ts';
import type { RuleScope } from '../../sim/network-scope.ts';
import type { InboxMessage, NetworkRule } from '../../sim/shelves.ts';
import type { Texts } from '../../text/en.ts';
import { rawReceipt } from '../../text/raw-receipt.ts';
import { type Cell, cell, line, wrap } from '../../ui/cells.ts';
import type { Tone } from '../../ui/theme.ts';
import type { ViewSettings } from '../account/account-view.ts';
import type { Mark } from '../state-marks.ts';
import type { Traffic } from './picture.ts';

type Settings = Pick<ViewSettings, 'texts' | 'now' | 'width'>;

/** A message to the subscriber and what has become of it. */
interface Shown {
  readonly sentAt: number;
  readonly what: string;
  readonly operator: string;
  readonly mark: Mark;
  readonly state: string;
  /** How long it took, or has taken so far. */
  readonly took: number;
}

/** Before a text with a mark, and before what stands below a message. */
const FIRST = 3;
const BELOW = 5;

const marks = {
  leaving: { glyph: '○', tone: 'muted' },
  gateway: { glyph: '◔', tone: 'warning' },
  taken: { glyph: '◑', tone: 'warning' },
  held: { glyph: '◑', tone: 'danger' },
  delivered: { glyph: '✓', tone: 'ok' },
  late: { glyph: '✓', tone: 'warning' },
  failed: { glyph: '✗', tone: 'danger' },
} as const satisfies Record<string, Mark>;

/** Every message to the subscriber, newest first, with the seconds running; then what is wrong, and how others fare. */
export function networkLines(
  attempts: readonly AttemptRecord[],
  inbox: readonly InboxMessage[],
  { rules, others }: Traffic,
  settings: Settings,
): readonly string[] {
  const { texts, width } = settings;
  const { network: say } = texts.stage;
  const marked = (glyph: string, text: string, tone: Tone) =>
    wrap(text, width - FIRST).map((part, row) => line([cell(` ${row === 0 ? glyph : ' '} ${part}`, tone)], width));
  const trouble = rules.flatMap(({ scope, rule }) =>
    marked('!', say.rule(scopeName(scope, texts), effectOf(rule, texts)), 'warning'),
  );
  const messages = [...attempts.map((one) => codeMessage(one, settings)), ...noticesIn(inbox, texts)]
    .sort((one, other) => other.sentAt - one.sentAt)
    .flatMap((one) => messageLines(one, settings));
  return [
    ...trouble,
    ...others.flatMap(({ operator, count }) => marked('◔', say.others(operator, count), 'muted')),
    ...(messages.length > 0 ? messages : [line([cell(` ${say.none}`, 'muted')], width)]),
  ];
}

function codeMessage(attempt: AttemptRecord, { texts, now }: Settings): Shown {
  const { requestedAt, deliveredAt, endedAt, operator, rawState, errorCode, number } = attempt;
  const raw = rawState === null ? '' : ` (${rawReceipt({ raw: rawState, error: errorCode })})`;
  const { mark, said } = stateOf(attempt, texts);
  return {
    sentAt: requestedAt,
    what: texts.stage.network.code(number),
    operator: operator ?? '',
    mark,
    state: `${said}${raw}`,
    took: (deliveredAt ?? endedAt ?? now) - requestedAt,
  };
}

/** How far it has come, in the network's view: an attempt may be over while its message still travels. */
function stateOf(attempt: AttemptRecord, texts: Texts): { readonly mark: Mark; readonly said: string } {
  const { network: say } = texts.stage;
  const { acceptedAt, submittedAt, deliveredAt, deadline, failureCause } = attempt;
  if (failureCause !== null) return { mark: marks.failed, said: say.failed(texts.words.receiptCause[failureCause]) };
  if (deliveredAt !== null) {
    return deliveredAt > deadline
      ? { mark: marks.late, said: say.late }
      : { mark: marks.delivered, said: say.delivered };
  }
  const trouble = troubleOf(attempt);
  if (trouble !== null) return { mark: marks.held, said: say.held(texts.words.receiptCause[trouble]) };
  if (submittedAt !== null) return { mark: marks.taken, said: say.taken };
  return acceptedAt === null ? { mark: marks.leaving, said: say.leaving } : { mark: marks.gateway, said: say.gateway };
}

function noticesIn(inbox: readonly InboxMessage[], texts: Texts): readonly Shown[] {
  const { network: say } = texts.stage;
  return inbox
    .filter(({ body }) => body.kind === 'notice')
    .map(({ sentAt, arrivedAt }) => ({
      sentAt,
      what: say.notice,
      operator: '',
      mark: marks.delivered,
      state: say.delivered,
      took: arrivedAt - sentAt,
    }));
}

/** One line where it fits; where it does not, the state below it, whole: what the operator said in raw is what one looks for. */
function messageLines({ sentAt, what, operator, mark, state, took }: Shown, { texts, width }: Settings) {
  const { timeExact, duration } = texts.moments;
  const head: readonly Cell[] = [
    cell(` ${mark.glyph} `, mark.tone),
    cell(timeExact(sentAt), 'muted'),
    cell(` ${what}`),
    cell(operator === '' ? '' : ` · ${operator}`, 'muted'),
  ];
  const time = cell(`  ${duration(took)}`, 'strong');
  const told = [...head, cell('  '), cell(state, mark.tone), time];
  if (lengthOf(told) <= width) return [line(told, width)];
  const below = wrap(state, width - BELOW).map((part) => [cell(' '.repeat(BELOW)), cell(part, mark.tone)]);
  const last = below.at(-1) ?? [];
  const rows =
    lengthOf([...last, time]) <= width
      ? [head, ...below.slice(0, -1), [...last, time]]
      : [head, ...below, [cell(' '.repeat(BELOW - 2)), time]];
  return rows.map((cells) => line(cells, width));
}

function lengthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { text }) => sum + text.length, 0);
}

function scopeName(scope: RuleScope, { stage }: Texts): string {
  switch (scope.of) {
    case 'all':
      return stage.network.everybody;
    case 'operator':
      return scope.operator;
    case 'phone':
      return stage.network.thisPhone;
  }
}

/** What a rule does, in the words of the command line. */
export function effectOf(rule: NetworkRule, { cli }: Texts): string {
  const effects: { readonly [Effect in NetworkRule['effect']]: (rule: { readonly by: number }) => string } =
    cli.network.effects;
  return effects[rule.effect]({ by: 'by' in rule ? rule.by : 0 });
}

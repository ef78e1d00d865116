import { type Change, changesIn, type Foreseen, isFinal } from '../../domain/foresight.ts';
import type { Message } from '../../domain/message.ts';
import { tellRefusal } from '../../text/tell.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import type { Tone } from '../../ui/theme.ts';
import type { ViewSettings } from '../account/account-view.ts';

/** What the real reference will take the place of. */
const NOT_YET = '……';

/** Before → after, a bullet each, what cannot be undone in the colour of danger; then who is told, in full or in short. */
export function foresightLines(
  foreseen: Foreseen,
  { texts, width }: ViewSettings,
  told: 'in-full' | 'in-short',
): readonly string[] {
  const { safety, words } = texts;
  if (foreseen.refusal) {
    const { what, next } = tellRefusal(words.refusals, foreseen.refusal);
    return bulletLines(safety.wouldBeRefused(what, next), width, 'danger');
  }
  return [
    ...weighty(changesIn(foreseen)).flatMap((change) =>
      bulletLines(safety.change(change), width, isFinal(change) ? 'danger' : 'plain'),
    ),
    ...noticeLines(foreseen, texts, told).flatMap((sentence) => bulletLines(sentence, width)),
  ];
}

/** That a request is over goes without saying when something else changes. */
function weighty(changes: readonly Change[]): readonly Change[] {
  const others = changes.filter((change) => change.what !== 'request' || change.becomes !== 'over');
  return others.length > 0 ? others : changes;
}

type Notice = Extract<Message, { kind: 'notice' }>;

function noticeLines({ messages }: Foreseen, texts: ViewSettings['texts'], told: 'in-full' | 'in-short') {
  const { safety, words } = texts;
  const notices = messages.filter((message): message is Notice => message.kind === 'notice');
  return [...Map.groupBy(notices, ({ template }) => template)].map(([template, each]) => {
    const count = (by: Notice['to']['by']) => each.filter(({ to }) => to.by === by).length;
    const by = safety.toldTo(count('sms'), count('e-mail'));
    const certificate = each[0]?.serial?.slice(-4) ?? '';
    const text = words.notice[template]({ certificate, reference: NOT_YET });
    if (told === 'in-full') return safety.told(by, text);
    // Only what has a reference can be answered.
    return text.includes(NOT_YET) ? safety.toldShort(by) : safety.toldOnly(by);
  });
}

export function bulletLines(sentence: string, width: number, tone: Tone = 'plain'): readonly string[] {
  return wrap(sentence, width - 9).map((part, row) =>
    line([cell(row === 0 ? '     • ' : '       ', 'accent'), cell(part, tone)], width),
  );
}

import { hasLapsed } from '../../domain/gate.ts';
import type { Policy } from '../../domain/policy.ts';
import type { CaseView } from '../../domain/read-models.ts';
import type { Texts } from '../../text/en.ts';
import { cell, line, wrapTo } from '../../ui/cells.ts';
import { rule } from '../../ui/layout.ts';
import { type Column, NAME_CELLS } from '../../ui/table.ts';
import type { Tone } from '../../ui/theme.ts';
import type { Mark } from '../state-marks.ts';

type Verification = CaseView['supportCase']['verification'];
type Verified = Verification['status'] | 'lapsed';

/** From so many calls within a week on, a case is worth a second look. */
const MANY_CALLS = 3;

const verificationMarks: Readonly<Record<Verified, Mark>> = {
  none: { glyph: '○', tone: 'muted' },
  passed: { glyph: '✓', tone: 'ok' },
  lapsed: { glyph: '◷', tone: 'warning' },
  failed: { glyph: '✗', tone: 'danger' },
  aborted: { glyph: '!', tone: 'danger' },
};

/** How often they called is told in colour once it is too often; the number says it by itself. */
export function callsTone(calls: number): Tone {
  return calls >= MANY_CALLS ? 'warning' : 'muted';
}

export function caseColumns(
  texts: Texts,
  { now, mine, policy }: { readonly now: number; readonly mine: boolean; readonly policy: Policy },
): readonly Column<CaseView>[] {
  const { cases, moments } = texts;
  const verifiedIn = ({ verification }: CaseView['supportCase']): Verified =>
    hasLapsed(verification, now, policy) ? 'lapsed' : verification.status;
  const markOf = (supportCase: CaseView['supportCase']) => verificationMarks[verifiedIn(supportCase)];
  return [
    {
      title: cases.open,
      width: 12,
      text: ({ supportCase }) => moments.duration(now - supportCase.openedAt),
      tone: () => 'muted',
    },
    { title: cases.ticket, width: 12, text: ({ supportCase }) => supportCase.ticket },
    { title: cases.subscriber, width: 18, grows: NAME_CELLS, text: (one) => `${one.familyName} ${one.givenName}` },
    ...(mine ? [] : [{ title: cases.agent, width: 8, text: ({ supportCase }: CaseView) => supportCase.agentId }]),
    {
      title: cases.caller,
      width: 10,
      text: ({ supportCase }) => `${markOf(supportCase).glyph} ${cases.verified[verifiedIn(supportCase)]}`,
      tone: ({ supportCase }) => markOf(supportCase).tone,
    },
    {
      title: cases.calls,
      width: 7,
      text: ({ calls }) => String(calls),
      tone: ({ calls }) => callsTone(calls),
    },
  ];
}

/** Lines that the chosen case takes below the list. */
export const CASE_LINES = 4;

/** Of the chosen case: how often they called, what a colleague left to read, and the caller's own words. */
export function caseDetail({ supportCase, calls }: CaseView, texts: Texts, width: number): readonly string[] {
  const { handOver, caseId, customerId, words } = supportCase;
  const { cases, moments } = texts;
  const known = [
    ...(handOver === null ? [] : [cases.handedOver(handOver.from, moments.moment(handOver.at), handOver.note)]),
    ...(words === '' ? [] : [cases.said(words)]),
  ];
  return [
    rule(width),
    line([cell(` ${caseId} · ${customerId} · `, 'muted'), cell(cases.callsThisWeek(calls), callsTone(calls))], width),
    ...wrapTo(known.length > 0 ? known.join(' · ') : cases.notHandedOver, width - 2, CASE_LINES - 2).map((part) =>
      line([cell(` ${part}`, known.length > 0 ? 'plain' : 'muted')], width),
    ),
  ];
}

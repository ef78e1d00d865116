import { useState } from 'react';
import { type PastMoment, placeOf } from '../../domain/account-past.ts';
import { viewAt } from '../../domain/account-then.ts';
import type { Serial } from '../../domain/ids.ts';
import { cell, line } from '../../ui/cells.ts';
import { rule, tall } from '../../ui/layout.ts';
import { type ListMove, moveList } from '../../ui/list-state.ts';
import type { Offer } from '../../ui/offers.ts';
import { emptyField, fieldCells, fieldFocus, fieldValue } from '../../ui/text-field.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { accountLines, bannerLine, stepLines } from './past-view.ts';

/** All of a moment, whichever entry tells of it. */
const WHOLE = Number.MAX_SAFE_INTEGER;
/** What cannot be done in the past; it stays in help and palette, and says why. */
const changes = ['unlock-activation', 'ask-reset', 'ask-phone', 'freeze-activation', 'abort-call'] as const;
const scrolls: readonly ListMove[] = ['up', 'down', 'page-up', 'page-down'];

/** Time travel: the account as of a moment, rebuilt from the audit log, stepped through or gone to by its date. */
export function PastScreen({ route }: { readonly route: Extract<Route, { screen: 'past' }> }) {
  const { app, texts, size, now, revision, back, go, notify } = useConsole();
  const { past: say } = texts;
  const { customerId } = route;
  /** Null before one has moved: then the newest step is in view. */
  const [moved, setMoved] = useState<PastMoment | 'now' | null>(null);
  const [serial, setSerial] = useState<Serial | null>(route.serial);
  const [top, setTop] = useState(0);
  const [typing, setTyping] = useState(false);
  const [field, setField] = useState(emptyField);
  const { answer } = useQuestion(() => app.ask.past(customerId), `${revision} ${customerId}`);
  const steps = answer?.steps ?? [];
  const newest = steps.at(-1);
  const present = moved === 'now';
  const moment = present ? { at: now, seq: WHOLE } : (moved ?? { at: newest?.at ?? now, seq: WHOLE });
  const place = placeOf(steps, moment);
  const step = steps[place];
  const view = answer ? viewAt(answer, moment, app.policy) : null;
  const serials = view?.certificates.map(({ certificate }) => certificate.serial) ?? [];
  const room = size.rows - FRAME_LINES;
  const head = headLines();
  const height = Math.max(1, room - head.length);
  const lines = view
    ? accountLines(view, serial, { texts, now: moment.at, width: size.columns, policy: app.policy }, height)
    : [line([cell(` ${answer ? say.nobodyYet : texts.console.loading}`, 'muted')], size.columns)];
  const lastTop = Math.max(0, lines.length - height);
  const from = Math.min(top, lastTop);

  return (
    <Frame
      title={say.title}
      body={[...head, ...tall(lines.slice(from, from + height), height)]}
      offers={typing ? typingOffers() : offers()}
      field={typing ? fieldFocus(field, setField, () => undefined) : null}
    />
  );

  function headLines(): readonly string[] {
    if (!answer) return [];
    if (!newest) return [line([cell(` ${say.noSteps}`, 'warning')], size.columns)];
    const standing = { place, count: steps.length, at: present ? null : moment.at, now };
    return [
      bannerLine(standing, texts, size.columns),
      ...(typing ? typedLines() : []),
      ...(step ? stepLines(step, moment.at, texts, size.columns) : []),
      rule(size.columns),
    ];
  }

  function typedLines(): readonly string[] {
    return [
      line([cell(` ${say.moment}: `, 'accent'), ...fieldCells(field, true)], size.columns),
      line([cell(`   ${say.momentHint}`, 'muted')], size.columns),
    ];
  }

  function offers(): readonly Offer[] {
    if (!answer) return [{ action: 'back', run: back }];
    const seq = step?.entry.seq;
    return [
      { action: 'earlier', run: () => toPlace(place - 1), disabled: place < 0 ? say.noEarlier : undefined },
      { action: 'later', run: () => toPlace(place + 1), disabled: present ? say.noLater : undefined },
      { action: 'go-to-moment', run: () => setTyping(true) },
      { action: 'back', run: back },
      ...(seq === undefined ? [] : [{ action: 'open' as const, run: () => go({ screen: 'audit-entry', seq }) }]),
      ...(serials.length > 1 ? [{ action: 'other-certificate' as const, run: otherCertificate }] : []),
      { action: 'first', run: () => toPlace(0) },
      { action: 'last', run: () => toPlace(steps.length) },
      ...scrolls.map((move) => ({
        action: move,
        run: () => setTop(moveList({ selected: from, top: 0 }, move, lastTop + 1, height).selected),
      })),
      ...changes.map((action) => ({ action, run: () => undefined, disabled: say.onlyNow, quiet: true as const })),
    ];
  }

  function typingOffers(): readonly Offer[] {
    return [
      { action: 'apply-filter', run: () => void toTyped() },
      { action: 'back', run: () => setTyping(false) },
    ];
  }

  /** Past the newest step there is only the present. */
  function toPlace(wanted: number): void {
    setTop(0);
    if (wanted >= steps.length) {
      setMoved('now');
      return;
    }
    const there = steps[wanted];
    const first = steps[0]?.at ?? now;
    setSerial(there?.facts.find(({ on }) => on === 'certificate' || on === 'activation')?.id ?? serial);
    setMoved(there ? { at: there.at, seq: there.entry.seq } : { at: first - 1, seq: WHOLE });
  }

  async function toTyped(): Promise<void> {
    const text = fieldValue(field);
    const at = await app.readInstant(text);
    if (at === null) {
      notify({ tone: 'warning', text: say.notAMoment(text) });
      return;
    }
    setTyping(false);
    setField(emptyField);
    setTop(0);
    if (at >= app.now()) {
      setMoved('now');
      notify({ tone: 'muted', text: say.future });
    } else setMoved({ at, seq: WHOLE });
  }

  function otherCertificate(): void {
    const here = serials.indexOf(serial ?? '');
    setSerial(serials[(Math.max(0, here) + 1) % serials.length] ?? null);
    setTop(0);
  }
}

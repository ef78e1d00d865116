import { useState } from 'react';
import type { BulkResult, Request } from '../../app.ts';
import type { Answer } from '../../domain/decision.ts';
import { cell, line } from '../../ui/cells.ts';
import type { FieldFocus, Offer } from '../../ui/offers.ts';
import { table } from '../../ui/table.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { patternLines } from '../approvals/approvals-view.ts';
import { useConsole } from '../console-context.ts';
import { broken, explain } from '../explain.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { useList } from '../use-list.ts';
import { outageOffers } from './outage-offers.ts';
import { backward, begin, editNote, looking, noteOf, type OutageForm, onward, typeNote } from './outage-state.ts';
import { followLines, formLines, lockColumns, outageLines } from './outage-view.ts';
import { faringLines } from './radar-view.ts';

/** Heading, the outage, what is asked for, how messages fare, what follows. */
const AROUND_THE_LIST = 14;

/** One operator's outage: recognised and ended by a supervisor; whom it locked, exactly; and their unlock, which takes two. */
export function OutageScreen({ route }: { readonly route: Extract<Route, { screen: 'outage' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, session, back, notify } = console;
  const { operator } = route;
  const { radar: say } = texts;
  const [form, setForm] = useState<OutageForm>(looking);
  const [working, setWorking] = useState(false);
  const { answer } = useQuestion(
    async () => ({
      view: await app.ask.outage(operator, app.now()),
      patterns: await app.ask.approvalPatterns(app.now()),
      seen: (await app.ask.radar(app.now())).operators.find((one) => one.operator === operator),
    }),
    `${revision} ${operator}`,
  );
  const locks = answer?.view.locks ?? [];
  const pending = answer?.view.bulkUnlock?.approved === null ? answer.view.bulkUnlock : null;
  const warned = pending ? patternsOf(pending.requestedBy) : [];
  const height = size.rows - FRAME_LINES - AROUND_THE_LIST - warned.length;
  const { list, offers: moves } = useList(locks, height, ({ serial }) => serial);
  // Where the radar saw the trouble begin.
  const from = answer?.seen?.trouble?.since ?? now;

  return <Frame title={`${say.title} › ${operator}`} body={body()} offers={offers()} field={field()} />;

  function body(): readonly string[] {
    if (!answer) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    const { view, seen } = answer;
    const head = [...outageLines(view, texts, size.columns), ...(seen ? faringLines(seen, texts, size.columns) : [])];
    if (form.step !== 'looking') return [...head, '', ...formLines(form, view, from, { texts, width: size.columns })];
    return [
      ...head,
      ...warned,
      ...(pending ? followLines(say.approveFollows(pending.serials.length), texts, size.columns) : []),
      '',
      ...(view.outage ? listLines() : []),
    ];
  }

  /** Whoever decides has to see when the same person asks again and again. */
  function patternsOf(agentId: string): readonly string[] {
    const theirs = (answer?.patterns ?? []).filter(({ requestedBy }) => requestedBy === agentId).slice(0, 1);
    return patternLines(theirs, { texts, now, width: size.columns, policy: app.policy });
  }

  function listLines(): readonly string[] {
    if (locks.length === 0) return [line([cell(` ${say.nobody}`, 'ok')], size.columns)];
    const drawn = table(lockColumns(texts), size.columns);
    const rows = locks
      .slice(list.top, list.top + height)
      .map((one, row) => drawn.row(one, list.top + row === list.selected));
    return [
      line([cell(` ${say.list(locks.length)}${locks.length > height ? ' ↓' : ''}`, 'strong')], size.columns),
      drawn.heading,
      ...rows,
    ];
  }

  function offers(): readonly Offer[] {
    if (working || !answer) return [{ action: 'back', run: back }];
    const goBack: Offer = { action: 'previous-step', run: () => setForm(backward) };
    if (form.step === 'note') {
      const disabled = noteOf(form) === '' ? say.noteMissing : undefined;
      return [{ action: 'next-step', run: () => setForm(onward), disabled }, goBack];
    }
    if (form.step === 'confirm') return [{ action: 'confirm-change', run: () => void carryOut() }, goBack];
    const chosen = locks[list.selected];
    return [
      ...outageOffers(console, answer.view, {
        begin: (work) => setForm(begin(work)),
        decide: (type) => void decide(type),
        resume: () => void busy(unlockAll),
      }),
      ...(chosen
        ? [
            {
              action: 'open' as const,
              run: () => console.go({ screen: 'account', customerId: chosen.customerId, serial: chosen.serial }),
            },
          ]
        : []),
      { action: 'back', run: back },
      ...moves,
    ];
  }

  function field(): FieldFocus | null {
    if (form.step !== 'note') return null;
    return {
      type: (text) => setForm((state) => typeNote(state, text)),
      edit: (key) => {
        if (!editNote(form, key)) return false;
        setForm((state) => editNote(state, key) ?? state);
        return true;
      },
    };
  }

  async function carryOut(): Promise<void> {
    if (form.step !== 'confirm') return;
    const note = noteOf(form);
    const { work } = form;
    const serials = locks.map(({ serial }) => serial);
    const requests = {
      recognise: { type: 'recognise-outage', operator, from, note },
      end: { type: 'end-outage', operator, note },
      ask: { type: 'ask-bulk-unlock', operator, serials, note },
    } as const satisfies Record<typeof work, Request>;
    const told = {
      recognise: say.told.recognised(operator),
      end: say.told.ended(operator),
      ask: say.told.asked(app.now() + app.policy.support.approvalValid),
    };
    await busy(async () => {
      const answered = await perform(requests[work]);
      setForm(looking);
      return answered ? told[work] : null;
    });
  }

  function decide(type: 'approve-bulk-unlock' | 'reject-bulk-unlock'): Promise<void> {
    return busy(async () => {
      if (!(await perform({ type, operator }))) return null;
      return type === 'approve-bulk-unlock' ? unlockAll() : say.told.rejected;
    });
  }

  async function unlockAll(): Promise<string> {
    const { unlocked, refused }: BulkResult = await app.unlockAfterOutage(actor(), operator);
    return say.told.unlocked(unlocked) + (refused.length > 0 ? say.told.refused(refused.length) : '');
  }

  /** Whether it was done; why not is told. */
  async function perform(request: Request): Promise<boolean> {
    const decided: Answer = await app.perform(actor(), request);
    if (decided.verdict === 'refused') notify({ tone: 'danger', text: explain(texts, decided.refusal) });
    return decided.verdict === 'done';
  }

  async function busy(work: () => Promise<string | null>): Promise<void> {
    if (!session) return;
    setWorking(true);
    try {
      const told = await work();
      if (told !== null) notify({ tone: 'ok', text: told });
    } catch (error) {
      notify({ tone: 'danger', text: texts.console.failed(broken(error)) });
    } finally {
      setWorking(false);
    }
  }

  function actor() {
    return { kind: 'agent', id: session?.agentId ?? '' } as const;
  }
}

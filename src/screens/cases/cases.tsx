import { useState } from 'react';
import { cell, line, wrap } from '../../ui/cells.ts';
import { tall } from '../../ui/layout.ts';
import type { Offer } from '../../ui/offers.ts';
import { table } from '../../ui/table.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { CopyFrame } from '../copy-frame.tsx';
import { caseValues } from '../copyable.ts';
import { explain } from '../explain.ts';
import { filterLine, fitting, searchedInCases } from '../filters/row-filter.ts';
import { SavedFilters } from '../filters/saved-filters.tsx';
import { useFilter } from '../filters/use-filter.ts';
import { FRAME_LINES } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { CASE_LINES, caseColumns, caseDetail } from './cases-view.ts';

const MOST = 500;
/** Whose cases, the filter and the heading. */
const ABOVE = 3;

/** Calls that are not over: mine, or everybody's; opened, handed over, closed. */
export function CasesScreen() {
  const console = useConsole();
  const { app, texts, size, now, revision, session, go, back, notify, undertake } = console;
  const { cases: say } = texts;
  const [mine, setMine] = useState(true);
  const me = session?.agentId ?? '';
  const { answer } = useQuestion(async () => {
    const own = await app.ask.cases({ agentId: me, limit: MOST }, app.now());
    return { own, all: await app.ask.cases({ limit: MOST }, app.now()) };
  }, `${revision} ${me}`);
  const filter = useFilter(() => reset());
  const open = (mine ? answer?.own : answer?.all) ?? [];
  const shown = fitting(filter.text, open, searchedInCases);
  const height = size.rows - FRAME_LINES - ABOVE - CASE_LINES;
  const { list, offers: moves, reset } = useList(shown, height, ({ supportCase }) => supportCase.caseId);
  const chosen = shown[list.selected];

  if (filter.listed) return <SavedFilters title={say.title} view="cases" filter={filter} />;
  return (
    <CopyFrame
      title={say.title}
      body={body()}
      offers={filter.typing ? [...filter.offers, ...moves] : offers()}
      field={filter.focus}
      values={chosen ? caseValues(chosen) : []}
    />
  );

  function body(): readonly string[] {
    if (!answer) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    const tab = (name: string, count: number, on: boolean) =>
      cell(`${on ? '▸ ' : '  '}${name} ${count}   `, on ? 'selected' : 'muted');
    const tabs = line([cell(' '), tab(say.mine, answer.own.length, mine), tab(say.all, answer.all.length, !mine)]);
    const asked = filterLine(filter, { view: 'cases', found: shown.length, all: open.length }, texts, size.columns);
    if (!chosen && filter.text !== '') {
      return [tabs, asked, line([cell(`  ${texts.filters.nothing}`, 'warning')], size.columns)];
    }
    if (!chosen) {
      const empty = mine ? say.noneOfMine : say.none;
      return [tabs, asked, ...wrap(empty, size.columns - 4).map((one) => line([cell('  '), cell(one, 'ok')]))];
    }
    const drawn = table(caseColumns(texts, { now, mine, policy: app.policy }), size.columns);
    const rows = shown
      .slice(list.top, list.top + height)
      .map((one, row) => drawn.row(one, list.top + row === list.selected));
    return [tabs, asked, drawn.heading, ...tall(rows, height), ...caseDetail(chosen, texts, size.columns)];
  }

  function offers(): readonly Offer[] {
    const other = () => setMine(!mine);
    return [
      ...(chosen ? forChosen() : []),
      { action: 'next-panel', run: other },
      { action: 'previous-panel', run: other },
      { action: 'back', run: back },
      ...filter.offers,
      { action: 'search', run: () => go({ screen: 'search', number: 1 }) },
      filter.savedOffer,
      ...moves,
    ];
  }

  function forChosen(): readonly Offer[] {
    if (!chosen) return [];
    const { caseId, customerId, agentId } = chosen.supportCase;
    const strange = agentId === me ? undefined : explain(texts, { code: 'case-of-another-agent' });
    return [
      { action: 'open', run: () => go({ screen: 'account', customerId, serial: null }) },
      {
        action: 'hand-over',
        run: () => go({ screen: 'hand-over', caseId, customerId }),
        disabled: session?.role === 'supervisor' ? undefined : strange,
      },
      { action: 'close-case', run: () => undertake(() => close(caseId)), disabled: strange },
    ];
  }

  async function close(caseId: string): Promise<void> {
    const answered = await app.perform({ kind: 'agent', id: me }, { type: 'close-case', caseId });
    notify(
      answered.verdict === 'refused'
        ? { tone: 'danger', text: explain(texts, answered.refusal) }
        : { tone: 'ok', text: say.closed },
    );
  }
}

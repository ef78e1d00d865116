import { useState } from 'react';
import type { Request } from '../../app.ts';
import type { FilteredView, SavedFilter } from '../../domain/saved-filter.ts';
import { cell, line } from '../../ui/cells.ts';
import type { Offer } from '../../ui/offers.ts';
import { type Column, SENTENCE_CELLS, table } from '../../ui/table.ts';
import { emptyField, fieldFocus, fieldLine, fieldValue } from '../../ui/text-field.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { explain } from '../explain.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import type { ListFilter } from './use-filter.ts';

/** What is set now or the name being typed, a blank line and the heading. */
const ABOVE = 3;

/** The filters an agent has saved for a list: chosen again, saved under a name, deleted. */
export function SavedFilters({
  title,
  view,
  filter,
}: {
  readonly title: string;
  readonly view: FilteredView;
  readonly filter: ListFilter;
}) {
  const { app, texts, size, revision, session, notify, undertake } = useConsole();
  const { filters: say } = texts;
  const agentId = session?.agentId ?? '';
  const [naming, setNaming] = useState(false);
  const [field, setField] = useState(emptyField);
  const { answer } = useQuestion(() => app.ask.savedFilters(agentId, view), `${revision} ${agentId} ${view}`);
  const saved = answer ?? [];
  const height = size.rows - FRAME_LINES - ABOVE;
  const { list, offers: moves } = useList(saved, height, ({ name }) => name);
  const chosen = saved[list.selected];

  return (
    <Frame
      title={say.title(title)}
      body={body()}
      offers={naming ? namingOffers() : offers()}
      field={naming ? fieldFocus(field, setField, () => undefined) : null}
    />
  );

  function body(): readonly string[] {
    if (!answer) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    const columns: readonly Column<SavedFilter>[] = [
      { title: say.name, width: 26, text: ({ name }) => name },
      { title: say.filter, width: 40, grows: SENTENCE_CELLS, text: ({ text }) => text, tone: () => 'muted' },
    ];
    const drawn = table(columns, size.columns);
    const rows = saved
      .slice(list.top, list.top + height)
      .map((one, row) => drawn.row(one, list.top + row === list.selected));
    const nothing = line([cell(` ${say.none}`, 'muted')]);
    return [head(), '', ...(chosen ? [drawn.heading, ...rows] : [nothing])];
  }

  function head(): string {
    if (naming) {
      const hint = cell(`   ${say.nameHint}`, 'muted');
      return fieldLine([cell(` ${say.name}: `, 'accent')], { field, focused: true }, [hint], size.columns);
    }
    if (filter.text === '') return line([cell(` ${say.noneSet}`, 'muted')], size.columns);
    const how = cell(`   ${say.how}`, 'muted');
    return line([cell(` ${say.current}: `, 'muted'), cell(filter.text), how], size.columns);
  }

  function offers(): readonly Offer[] {
    return [
      ...(chosen ? [{ action: 'choose-filter' as const, run: () => filter.choose(chosen.text) }] : []),
      {
        action: 'save-filter',
        run: () => setNaming(true),
        disabled: filter.text === '' ? explain(texts, { code: 'filter-incomplete' }) : undefined,
      },
      ...(chosen ? [{ action: 'delete-filter' as const, run: () => undertake(() => remove(chosen)) }] : []),
      { action: 'back', run: filter.closeList },
      ...moves,
    ];
  }

  function namingOffers(): readonly Offer[] {
    return [
      { action: 'name-filter', run: () => undertake(save) },
      { action: 'back', run: () => setNaming(false) },
    ];
  }

  async function save(): Promise<void> {
    const name = fieldValue(field);
    const request = { type: 'save-filter', agentId, view, name, text: filter.text } as const;
    if (!(await carriedOut(request, say.saved(name)))) return;
    setNaming(false);
    setField(emptyField);
  }

  /** What it was is told, so that it can be typed again. */
  async function remove({ name, text }: SavedFilter): Promise<void> {
    await carriedOut({ type: 'delete-filter', agentId, view, name }, say.deleted(name, text));
  }

  async function carriedOut(request: Request, told: string): Promise<boolean> {
    const answered = await app.perform({ kind: 'agent', id: agentId }, request);
    const refused = answered.verdict === 'refused';
    notify(refused ? { tone: 'danger', text: explain(texts, answered.refusal) } : { tone: 'ok', text: told });
    return !refused;
  }
}

import { type Decision, done, refuse } from './decision.ts';
import type { AgentId, Instant } from './ids.ts';
import type { Situation } from './situation.ts';

/** The lists that can be filtered. */
export const filteredViews = ['queue', 'cases', 'audit'] as const;
export type FilteredView = (typeof filteredViews)[number];

/** A filter under a name, as its agent typed it. */
export interface SavedFilter {
  readonly view: FilteredView;
  readonly name: string;
  readonly text: string;
}

const NAME_LETTERS = 40;
const TEXT_LETTERS = 200;
const MOST_PER_VIEW = 30;

export type FilterCommand =
  | ({ readonly type: 'save-filter'; readonly agentId: AgentId } & SavedFilter)
  | ({ readonly type: 'delete-filter'; readonly agentId: AgentId } & Pick<SavedFilter, 'view' | 'name'>);

export type FilterFact =
  | ({ readonly type: 'filter-saved'; readonly at: Instant } & SavedFilter)
  | ({ readonly type: 'filter-deleted'; readonly at: Instant } & Pick<SavedFilter, 'view' | 'name'>);

/** Everybody their own; the same name again takes the place of what it stood for. */
export function decideFilter(
  { agentId, filters }: { readonly agentId: AgentId; readonly filters: readonly SavedFilter[] },
  command: FilterCommand,
  { actor, now: at }: Situation,
): Decision<FilterFact> {
  if (actor.id !== agentId) return refuse({ code: 'not-your-account' });
  const { view, name } = command;
  const ofView = filters.filter((one) => one.view === view);
  const known = ofView.some((one) => one.name === name);
  if (command.type === 'delete-filter') {
    return known ? done([{ type: 'filter-deleted', at, view, name }]) : refuse({ code: 'filter-unknown', name });
  }
  const { text } = command;
  if (name === '' || text === '') return refuse({ code: 'filter-incomplete' });
  if ([...name].length > NAME_LETTERS || [...text].length > TEXT_LETTERS) {
    return refuse({ code: 'filter-too-long', name: NAME_LETTERS, text: TEXT_LETTERS });
  }
  if (!known && ofView.length >= MOST_PER_VIEW) return refuse({ code: 'too-many-filters', most: MOST_PER_VIEW });
  return done([{ type: 'filter-saved', at, view, name, text }]);
}

export function evolveFilters(filters: readonly SavedFilter[], fact: FilterFact): readonly SavedFilter[] {
  const others = filters.filter(({ view, name }) => view !== fact.view || name !== fact.name);
  if (fact.type === 'filter-deleted') return others;
  const { view, name, text } = fact;
  return [...others, { view, name, text }];
}

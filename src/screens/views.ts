import type { ActionId } from '../ui/keymap.ts';
import type { Offer } from '../ui/offers.ts';
import type { Route } from './routes.ts';

/** Where one can go from nearly everywhere, by the action that goes there; going to one again goes back to it. */
const views = {
  queue: { screen: 'queue' },
  search: { screen: 'search', number: 1 },
  audit: { screen: 'audit' },
  approvals: { screen: 'approvals' },
  cases: { screen: 'cases' },
  radar: { screen: 'radar' },
  reports: { screen: 'reports' },
  agents: { screen: 'agents' },
  stage: { screen: 'stage', scenario: null, seed: 1 },
  school: { screen: 'school' },
} as const satisfies Partial<Record<ActionId, Route>>;

/** In the middle of a change, or of a story, a digit too many must not throw it away. */
const flows: readonly Route['screen'][] = ['change', 'abort', 'hand-over', 'agent-add', 'stage', 'replay'];

/** `closed` says why a view is not for this database, or not for this person. */
export function viewOffers(
  here: Route | undefined,
  go: (route: Route) => void,
  closed: Readonly<Partial<Record<keyof typeof views, string | undefined>>>,
): readonly Offer[] {
  if (!here || flows.includes(here.screen)) return [];
  return Object.entries(views)
    .filter(([, { screen }]) => screen !== here.screen)
    .map(([action, route]) => ({
      action: action as keyof typeof views,
      run: () => go(route),
      quiet: true,
      disabled: closed[action as keyof typeof views],
    }));
}

/** The stack of screens after going somewhere. */
export function goTo(stack: readonly Route[], route: Route): readonly Route[] {
  // The panel of a call closes to where one was, with all that was entered there.
  if (route.screen === 'call' && stack.at(-1)?.screen === 'call') return stack;
  const places: readonly Route['screen'][] = Object.values(views).map(({ screen }) => screen);
  const place = stack.findIndex(({ screen }) => screen === route.screen);
  const open = stack[place];
  if (route.screen === 'search' && open?.screen === 'search') {
    return [...stack.slice(0, place), { ...open, number: open.number + 1 }];
  }
  return places.includes(route.screen) && place >= 0 ? stack.slice(0, place + 1) : [...stack, route];
}

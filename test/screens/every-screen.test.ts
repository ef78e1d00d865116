import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Route } from '../../src/screens/routes.ts';
import { languages } from '../../src/text/language.ts';
import { everyView } from '../support/views/every.ts';
import type { ViewState } from '../support/views/view.ts';

const here = import.meta.dirname;
const ROUTES = join(here, '..', '..', 'src', 'screens', 'routes.ts');
const usual = ['full', 'loading', 'trouble'] as const;

/** The states of each screen that are drawn on purpose; or, of one with a desk of its own, the beginning of its frames' names. */
const screens: Readonly<Record<Route['screen'], readonly ViewState[] | string>> = {
  queue: [...usual, 'empty'],
  search: [...usual, 'empty'],
  account: usual,
  diagnosis: [...usual, 'empty'],
  walkthrough: usual,
  change: [...usual, 'changed'],
  abort: usual,
  audit: [...usual, 'empty'],
  'audit-entry': usual,
  'audit-check': ['full'],
  approvals: [...usual, 'empty'],
  approval: [...usual, 'changed'],
  cases: [...usual, 'empty'],
  'hand-over': usual,
  radar: [...usual, 'empty'],
  outage: [...usual, 'empty'],
  past: [...usual, 'empty'],
  agents: usual,
  'agent-add': ['full'],
  reports: ['full', 'empty'],
  school: 'school-calls',
  call: 'school-panel',
  debrief: 'school-debrief',
  class: 'school-class',
  runs: 'school-debrief',
  stage: 'stage-begin',
  replay: 'stage-replay-secret',
};

describe('no screen without its frames', () => {
  test('every route is in the table', () => {
    const routes = [...readFileSync(ROUTES, 'utf8').matchAll(/screen: '([a-z-]+)'/g)].map(([, name]) => name);
    expect(new Set(routes)).toEqual(new Set(Object.keys(screens)));
  });

  test.each(Object.entries(screens))('%s', (screen, wanted) => {
    const kept = readdirSync(join(here, 'golden'));
    const names = typeof wanted === 'string' ? [wanted] : wanted.map((state) => nameOf(screen, state));
    for (const name of names) {
      for (const language of languages) {
        for (const size of ['80x24', '120x40']) expect(kept).toContain(`${name}.${size}.${language}.txt`);
        if (typeof wanted !== 'string') expect(existsSync(join(here, 'aloud', `${name}.${language}.txt`))).toBe(true);
      }
    }
  });

  test.each(everyView.filter(({ state }) => state === 'loading').map(({ name, screen }) => [screen, name] as const))(
    '%s does not jump when its answer comes',
    (screen, loading) => {
      const loaded = nameOf(screen, 'full');
      for (const at of ['80x24.en', '120x40.en', '80x24.pl', '120x40.pl']) {
        const [before, after] = [loading, loaded].map((name) => framePartsOf(name, at));
        expect(before).toEqual(after);
      }
    },
  );

  test('no frame is kept that nothing draws', () => {
    const drawn = new Set(everyView.map(({ name }) => name));
    const others = /^(too-small|school-|stage-)/;
    const kept = [...readdirSync(join(here, 'golden')), ...readdirSync(join(here, 'aloud'))];
    expect(kept.filter((file) => !others.test(file) && !drawn.has(file.split('.')[0] ?? ''))).toEqual([]);
  });
});

function nameOf(screen: string, state: ViewState): string {
  return (
    everyView.find((view) => view.screen === screen && view.state === state)?.name ?? `${screen} ${state}: no view`
  );
}

/** What must stand where it stood: the realm and the place, the rule, and the line of keys at the bottom. */
function framePartsOf(name: string, at: string) {
  const lines = readFileSync(join(here, 'golden', `${name}.${at}.txt`), 'utf8')
    .split('\n')
    .slice(0, -1);
  const [head = '', rule] = lines;
  return { rows: lines.length, place: head.slice(0, head.indexOf(' › ')), rule, keys: lines.at(-1)?.trim() !== '' };
}

import { describe, expect, test } from 'vitest';
import { hasCall, movesOnTheLine } from '../../src/sim/drill.ts';
import { changes, deedsWanted } from '../../src/sim/drill-deeds.ts';
import { hangUp } from '../../src/sim/drill-line.ts';
import { drillEvents } from '../../src/sim/drill-record.ts';
import { shippedScenarios } from '../../src/sim/scenario-files.ts';
import { grantedBy } from '../support/simulated.ts';
import { help, lastCall, letCallerAct, onTheLineWith, schoolApp, serveByTheBook } from '../support/training-call.ts';

const calls = (await shippedScenarios()).filter(hasCall);
const named = calls.map((scenario) => [scenario.name, scenario] as const);
const changing = named.filter(([, scenario]) => deedsWanted(scenario).some((deed) => changes.includes(deed)));

describe('every call that ships', () => {
  test('there are some', () => expect(calls.length).toBeGreaterThan(0));

  test.each(named)('%s: the model solution scores everything', async (_, scenario) => {
    const app = await schoolApp();
    const { score } = await serveByTheBook(app, scenario);
    expect(score.marks.filter(({ points, of }) => points < of)).toEqual([]);
    expect(score).toMatchObject({ points: 100, passed: true });
  });

  test.each(named.filter(([, { call, after }]) => call.caller === 'subscriber' && after.length > 0))(
    '%s: the caller goes on to the end once they were helped',
    async (_, scenario) => {
      const app = await schoolApp();
      const { drill } = await serveByTheBook(app, scenario);
      const events = app.world ? drillEvents(app.world, drill.id) : [];
      expect(events.filter(({ type }) => type === 'caller-acted')).toHaveLength(movesOnTheLine(scenario).length);
      expect(events.map(({ type }) => type)).toContain('caller-done');
    },
  );

  test.each(changing)('%s: done without a question and without a cause, it does not pass', async (_, scenario) => {
    const app = await schoolApp();
    const open = await onTheLineWith(app, scenario);
    for (const move of scenario.support) {
      if (move.by === 'agent') await help(app, open, move);
      else await letCallerAct(app);
    }
    grantedBy(await hangUp(app, open, 'solved'));
    expect(lastCall(app).score.passed).toBe(false);
  });
});

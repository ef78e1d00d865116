import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { playThrough } from '../../src/sim/player.ts';
import { scenarioNames } from '../../src/sim/scenario-files.ts';
import { tellRefusal } from '../../src/text/tell.ts';
import { expectKept } from '../support/kept.ts';
import { doDeed } from './calls/deeds.ts';
import { callsDocument, type Worked } from './calls/document.ts';
import { rows } from './calls/rows.ts';
import { type Stage, stageOf } from './calls/stage.ts';
import { refusedFor } from './calls/temptations.ts';

const document = join(import.meta.dirname, '..', '..', 'docs', 'CALLS.md');
const worked: Worked[] = [];

test('every scenario has its call', () => {
  expect(rows.map(({ story }) => story).toSorted()).toEqual(scenarioNames());
});

describe('in the fewest sensible keys to the right outcome, and not to a wrong one', () => {
  test.each(rows)('$story', async (row) => {
    const stage = await stageOf(row.story);
    const { app, agent, player, scenario, serial, strokes, texts } = stage;

    const diagnosis = await app.ask.diagnosis(serial, app.now());
    if (scenario.call) expect(diagnosis?.findings[0]?.cause ?? null).toBe(scenario.cause);

    const why: string[] = [];
    for (const [temptation, code] of row.cannot) {
      const refusal = await refusedFor(temptation, stage);
      expect(refusal?.code, temptation).toBe(code);
      if (refusal) why.push(tellRefusal(texts.words.refusals, refusal).what);
    }

    if (row.deeds.length > 0) await toAccount(stage, row.from);
    const unlocking = row.cannot.findIndex(([temptation]) => temptation === 'unlock it, to be on the safe side');
    if (row.deeds.length > 0 && unlocking >= 0) {
      // The key that tempts most does nothing but say why.
      await agent.robot.press('u');
      await agent.robot.see(why[unlocking] ?? '');
    }
    for (const deed of row.deeds) await doDeed(deed, stage);
    if (row.deeds.length > 0) await agent.robot.see(/Account|Why/);

    if (scenario.call) {
      expect(await player.canGoOn()).toBe(true);
      player.goOn();
      for await (const { move, asTold } of playThrough(app, player)) expect(asTold, move.do).toBe(true);
    }
    expect(player.state()).toBe('over');
    expect(await player.ended()).toEqual([]);
    const cause = scenario.cause === null ? '–' : texts.diagnosis.cause[scenario.cause].name;
    worked.push({ row, title: scenario.title.en, cause, strokes, why });
  });

  test('docs/CALLS.md lists them', () => {
    expectKept(document, callsDocument(worked), 'GOLDEN');
  });
});

async function toAccount({ agent, familyName, customerId }: Stage, from: 'queue' | 'search'): Promise<void> {
  if (from === 'search') {
    await agent.press('/');
    await agent.type('surname', familyName);
  }
  await agent.robot.see(new RegExp(`▸ .*${familyName}`));
  await agent.press('enter');
  await agent.robot.see('Account', customerId);
}

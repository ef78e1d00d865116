import type { App } from '../../src/app.ts';
import { openStage, type Stage } from '../../src/screens/stage/engine.ts';
import type { PaneName } from '../../src/screens/stage/layout.ts';
import { stageLines } from '../../src/screens/stage/stage-view.ts';
import { stillOf } from '../../src/screens/stage/still.ts';
import { LOOK_EVERY } from '../../src/screens/stage/transport.ts';
import { textFor } from '../../src/text/index.ts';
import type { Language } from '../../src/text/language.ts';
import type { Size } from '../../src/ui/use-size.ts';
import { scenarioNamed } from './scenarios.ts';
import { grantedBy } from './simulated.ts';
import type { TestClock } from './temp-database.ts';

export async function stageOf(app: App, name: string, seed = 1): Promise<Stage> {
  return grantedBy(await openStage(app, await scenarioNamed(name), seed));
}

/** What the stage shows now. */
export async function frameOf(
  app: App,
  stage: Stage,
  { language = 'en', body, focus = 'portal' }: { language?: Language; body: Size; focus?: PaneName },
): Promise<string> {
  const still = await stillOf(app, stage);
  if (!still) throw new Error('nobody is on stage');
  const view = { ...still, focus, menu: null };
  return stageLines(view, { texts: textFor(language), body, policy: app.policy }).join('\n');
}

/** Real time passes, and the stage looks as often as it does in a terminal; `each` is called after each look. */
export async function watch(
  app: { readonly clock: TestClock },
  stage: Stage,
  { until, each }: { readonly until: () => boolean; readonly each?: () => Promise<void> },
): Promise<void> {
  for (let looks = 0; !until(); looks++) {
    if (looks > 20_000) throw new Error('it never ends');
    app.clock.advance(LOOK_EVERY);
    await stage.look();
    await each?.();
  }
}

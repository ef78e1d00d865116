import { useState } from 'react';
import type { Scenario } from '../../sim/scenario.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { useConsole } from '../console-context.ts';
import { Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { StoryChooser } from './chooser.tsx';
import { OnStage } from './on-stage.tsx';
import { whyNoStage } from './why-not.ts';

/** The simulated subscriber on stage: first which story, then the story. */
export function StageScreen({ route }: { readonly route: Extract<Route, { screen: 'stage' }> }) {
  const { app, texts, session, size, back } = useConsole();
  const [scenario, choose] = useState<Scenario | null>(route.scenario);
  const closed = session ? whyNoStage(app.realm, session.role, texts) : texts.stage.whyNot.role;
  if (closed !== undefined) {
    const body = wrap(closed, size.columns - 4).map((one) => line([cell(` ✗ ${one}`, 'warning')], size.columns));
    return <Frame title={texts.stage.title} body={body} offers={[{ action: 'back', run: back }]} />;
  }
  if (scenario === null) return <StoryChooser onChosen={choose} />;
  return <OnStage scenario={scenario} seed={route.seed} onOther={() => choose(null)} />;
}

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
  const [chosen, choose] = useState<{ readonly scenario: Scenario; readonly time: number } | null>(
    route.scenario && { scenario: route.scenario, time: 0 },
  );
  const begin = (scenario: Scenario) => choose((before) => ({ scenario, time: (before?.time ?? 0) + 1 }));
  const closed = session ? whyNoStage(app.realm, session.role, texts) : texts.stage.whyNot.role;
  if (closed !== undefined) {
    const body = wrap(closed, size.columns - 4).map((one) => line([cell(` ✗ ${one}`, 'warning')], size.columns));
    return <Frame title={texts.stage.title} body={body} offers={[{ action: 'back', run: back }]} />;
  }
  if (chosen === null) return <StoryChooser onChosen={begin} onBack={back} />;
  return <OnStage key={chosen.time} scenario={chosen.scenario} seed={route.seed} onOther={begin} />;
}

import type { Route } from '../routes.ts';
import { OnStage } from './on-stage.tsx';

/** How a call is served well, played to the trainee who has taken it: nothing to interfere with, and no secret to see. */
export function ReplayScreen({ route }: { readonly route: Extract<Route, { screen: 'replay' }> }) {
  return <OnStage scenario={route.scenario} seed={route.seed} onOther={null} />;
}

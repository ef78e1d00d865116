import { lazy, Suspense } from 'react';
import { AbortScreen } from './abort.tsx';
import { AccountScreen } from './account.tsx';
import { ApprovalScreen } from './approval.tsx';
import { ApprovalsScreen } from './approvals.tsx';
import { AuditScreen } from './audit.tsx';
import { AuditCheckScreen } from './audit-check.tsx';
import { AuditEntryScreen } from './audit-entry.tsx';
import { ChangeScreen } from './change.tsx';
import { useConsole } from './console-context.ts';
import { DiagnosisScreen } from './diagnosis.tsx';
import { Frame } from './frame.tsx';
import { QueueScreen } from './queue.tsx';
import type { Route } from './routes.ts';
import { SearchScreen } from './search.tsx';

// Not part of the daily call: read when somebody goes there.
const CasesScreen = lazy(async () => ({ default: (await import('./cases.tsx')).CasesScreen }));
const HandOverScreen = lazy(async () => ({ default: (await import('./hand-over.tsx')).HandOverScreen }));
const RadarScreen = lazy(async () => ({ default: (await import('./radar.tsx')).RadarScreen }));
const ReportsScreen = lazy(async () => ({ default: (await import('./reports.tsx')).ReportsScreen }));
const OutageScreen = lazy(async () => ({ default: (await import('./outage.tsx')).OutageScreen }));
const AgentsScreen = lazy(async () => ({ default: (await import('./agents.tsx')).AgentsScreen }));
const AgentAddScreen = lazy(async () => ({ default: (await import('./agent-add.tsx')).AgentAddScreen }));
const PastScreen = lazy(async () => ({ default: (await import('./past.tsx')).PastScreen }));
const SchoolScreen = lazy(async () => ({ default: (await import('./school.tsx')).SchoolScreen }));
const CallScreen = lazy(async () => ({ default: (await import('./call.tsx')).CallScreen }));
const DebriefScreen = lazy(async () => ({ default: (await import('./debrief.tsx')).DebriefScreen }));
const ClassScreen = lazy(async () => ({ default: (await import('./class.tsx')).ClassScreen }));
const RunsScreen = lazy(async () => ({ default: (await import('./class.tsx')).RunsScreen }));
const WalkthroughScreen = lazy(async () => ({ default: (await import('./walkthrough.tsx')).WalkthroughScreen }));
const StageScreen = lazy(async () => ({ default: (await import('./stage/stage.tsx')).StageScreen }));

/** The one place that knows which screen a route means. */
export function ScreenOf({ route }: { readonly route: Route }) {
  return (
    <Suspense fallback={<Opening />}>
      <Placed route={route} />
    </Suspense>
  );
}

function Placed({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'queue':
      return <QueueScreen />;
    case 'search':
      return <SearchScreen />;
    case 'audit':
      return <AuditScreen />;
    case 'audit-check':
      return <AuditCheckScreen />;
    case 'audit-entry':
      return <AuditEntryScreen route={route} />;
    case 'account':
      return <AccountScreen route={route} />;
    case 'agents':
      return <AgentsScreen />;
    case 'agent-add':
      return <AgentAddScreen />;
    case 'past':
      return <PastScreen route={route} />;
    case 'diagnosis':
      return <DiagnosisScreen route={route} />;
    case 'change':
      return <ChangeScreen route={route} />;
    case 'radar':
      return <RadarScreen />;
    case 'reports':
      return <ReportsScreen />;
    case 'outage':
      return <OutageScreen route={route} />;
    case 'school':
      return <SchoolScreen />;
    case 'call':
      return <CallScreen />;
    case 'debrief':
      return <DebriefScreen route={route} />;
    case 'class':
      return <ClassScreen />;
    case 'runs':
      return <RunsScreen route={route} />;
    case 'cases':
      return <CasesScreen />;
    case 'hand-over':
      return <HandOverScreen route={route} />;
    case 'approvals':
      return <ApprovalsScreen />;
    case 'approval':
      return <ApprovalScreen route={route} />;
    case 'walkthrough':
      return <WalkthroughScreen route={route} />;
    case 'stage':
      return <StageScreen route={route} />;
    case 'abort':
      return <AbortScreen route={route} />;
  }
}

/** For the moment in which a screen is loaded. */
function Opening() {
  const { texts, back } = useConsole();
  return <Frame title="" body={[` ${texts.console.loading}`]} offers={[{ action: 'back', run: back }]} />;
}

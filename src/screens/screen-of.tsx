import { Suspense } from 'react';
import { AccountScreen } from './account/account.tsx';
import { DiagnosisScreen } from './account/diagnosis.tsx';
import { ApprovalScreen } from './approvals/approval.tsx';
import { ApprovalsScreen } from './approvals/approvals.tsx';
import { AbortScreen } from './change/abort.tsx';
import { ChangeScreen } from './change/change.tsx';
import { useConsole } from './console-context.ts';
import { QueueScreen } from './find/queue.tsx';
import { SearchScreen } from './find/search.tsx';
import { Frame } from './frame.tsx';
import { lazyScreen } from './lazy-screen.tsx';
import type { Route } from './routes.ts';

// Not part of the daily call.
const AuditScreen = lazyScreen(async () => (await import('./audit/audit.tsx')).AuditScreen);
const AuditCheckScreen = lazyScreen(async () => (await import('./audit/audit-check.tsx')).AuditCheckScreen);
const AuditEntryScreen = lazyScreen(async () => (await import('./audit/audit-entry.tsx')).AuditEntryScreen);
const CasesScreen = lazyScreen(async () => (await import('./cases/cases.tsx')).CasesScreen);
const HandOverScreen = lazyScreen(async () => (await import('./cases/hand-over.tsx')).HandOverScreen);
const RadarScreen = lazyScreen(async () => (await import('./radar/radar.tsx')).RadarScreen);
const ReportsScreen = lazyScreen(async () => (await import('./reports/reports.tsx')).ReportsScreen);
const OutageScreen = lazyScreen(async () => (await import('./radar/outage.tsx')).OutageScreen);
const AgentsScreen = lazyScreen(async () => (await import('./agents/agents.tsx')).AgentsScreen);
const AgentAddScreen = lazyScreen(async () => (await import('./agents/agent-add.tsx')).AgentAddScreen);
const PastScreen = lazyScreen(async () => (await import('./account/past.tsx')).PastScreen);
const SchoolScreen = lazyScreen(async () => (await import('./school/school.tsx')).SchoolScreen);
const CallScreen = lazyScreen(async () => (await import('./school/call.tsx')).CallScreen);
const DebriefScreen = lazyScreen(async () => (await import('./school/debrief.tsx')).DebriefScreen);
const ClassScreen = lazyScreen(async () => (await import('./school/class.tsx')).ClassScreen);
const RunsScreen = lazyScreen(async () => (await import('./school/class.tsx')).RunsScreen);
const WalkthroughScreen = lazyScreen(async () => (await import('./account/walkthrough.tsx')).WalkthroughScreen);
const ReplayScreen = lazyScreen(async () => (await import('./stage/replay.tsx')).ReplayScreen);
const StageScreen = lazyScreen(async () => (await import('./stage/stage.tsx')).StageScreen);

const later = [
  AuditScreen,
  AuditCheckScreen,
  AuditEntryScreen,
  CasesScreen,
  HandOverScreen,
  RadarScreen,
  ReportsScreen,
  OutageScreen,
  AgentsScreen,
  AgentAddScreen,
  PastScreen,
  SchoolScreen,
  CallScreen,
  DebriefScreen,
  ClassScreen,
  RunsScreen,
  WalkthroughScreen,
  StageScreen,
];

/** Reads what is not needed at first, one after the other, so that no key waits for it. */
export async function preloadScreens(): Promise<void> {
  for (const screen of later) await screen.preload();
}

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
      return <SearchScreen key={route.number} />;
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
    case 'replay':
      return <ReplayScreen route={route} />;
    case 'stage':
      return <StageScreen route={route} />;
    case 'abort':
      return <AbortScreen route={route} />;
  }
}

/** For the moment in which a screen is loaded: too short for words, which would only flicker. */
function Opening() {
  const { back } = useConsole();
  return <Frame title="" body={[]} offers={[{ action: 'back', run: back }]} />;
}

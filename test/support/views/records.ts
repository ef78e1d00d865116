import type { Robot } from '../robot.tsx';
import { customerOf, type Desk, serialOf } from '../support-desk.ts';
import { alarmedDesk, deskWithRequests } from './desks.ts';
import type { View } from './view.ts';

export const recordViews: readonly View[] = [
  {
    name: 'approvals-none',
    screen: 'approvals',
    state: 'empty',
    go: async (robot) => {
      await robot.press('4');
      await robot.see(/Nothing waits|Nic nie czeka/);
    },
  },
  {
    name: 'audit',
    screen: 'audit',
    state: 'full',
    go: async (robot) => {
      await robot.press('3');
      await robot.see(/sign-in begun|rozpoczęto logowanie/);
    },
  },
  {
    name: 'audit-filter-typing',
    screen: 'audit',
    state: 'full',
    go: async (robot) => {
      await robot.press('3');
      await robot.see(/signed in|zalogowano/);
      await robot.press('f');
      await robot.see(/today|dziś/);
    },
  },
  {
    name: 'audit-filtered',
    screen: 'audit',
    state: 'full',
    go: async (robot) => {
      await robot.press('3');
      await robot.see(/signed in|zalogowano/);
      await robot.press('f');
      await robot.type('EC-100001 2026-11-23 zzz');
      await robot.press('enter');
      await robot.see(/not understood: zzz|nie rozumiem: zzz/);
    },
  },
  {
    name: 'audit-nothing',
    screen: 'audit',
    state: 'empty',
    go: async (robot) => {
      await robot.press('3');
      await robot.see(/signed in|zalogowano/);
      await robot.press('f');
      await robot.type('2019-01-01');
      await robot.see(/No entry fits|Żaden wpis/);
    },
  },
  {
    name: 'audit-entry',
    screen: 'audit-entry',
    state: 'full',
    go: async (robot) => {
      await robot.press('3');
      await robot.see(/signed in|zalogowano/);
      await robot.press('down', 'down', 'down', 'enter');
      await robot.see(/hash before|poprzedni/);
    },
  },
  {
    name: 'audit-check',
    screen: 'audit-check',
    state: 'full',
    go: async (robot) => {
      await robot.press('3');
      await robot.see(/signed in|zalogowano/);
      await robot.press('V');
      await robot.see(/is intact|jest nienaruszony/);
    },
  },
  {
    name: 'cases-none',
    screen: 'cases',
    state: 'empty',
    go: async (robot) => {
      await robot.press('5');
      await robot.see(/You have no open case|Nie masz otwartej/);
    },
  },
  {
    name: 'queue-supervisor',
    screen: 'queue',
    state: 'full',
    who: 'marta',
    desk: deskWithRequests,
    go: (robot) => robot.see(/approvals 2|zgody 2/),
  },
  { name: 'cases', screen: 'cases', state: 'full', who: 'marta', desk: deskWithRequests, go: toCases },
  {
    name: 'hand-over',
    screen: 'hand-over',
    state: 'full',
    who: 'marta',
    desk: deskWithRequests,
    go: async (robot) => {
      await toCases(robot);
      await robot.press('h');
      await robot.see('Tomasz Dudek');
    },
  },
  { name: 'approvals', screen: 'approvals', state: 'full', who: 'marta', desk: deskWithRequests, go: toApprovals },
  {
    name: 'approval',
    screen: 'approval',
    state: 'full',
    who: 'marta',
    desk: deskWithRequests,
    go: async (robot) => {
      await toApprovals(robot);
      await robot.press('enter');
      await robot.see(/A yes means|Zgoda oznacza/);
    },
  },
  {
    name: 'approval-changed',
    screen: 'approval',
    state: 'changed',
    who: 'marta',
    desk: deskWithRequests,
    go: async (robot, app) => {
      await toApprovals(robot);
      await robot.press('down', 'enter');
      await robot.see(/A yes means|Zgoda oznacza/);
      await blockedByPhone(app);
      await robot.see(/administrator/);
    },
  },
  {
    name: 'approval-decided',
    screen: 'approval',
    state: 'changed',
    who: 'marta',
    desk: deskWithRequests,
    go: async (robot, app) => {
      await toApprovals(robot);
      await robot.press('enter');
      await robot.see(/A yes means|Zgoda oznacza/);
      await rejectedByOlga(app);
      await robot.see(/Nothing waits here|Nic tu|już/);
    },
  },
  { name: 'approvals-alarms', screen: 'approvals', state: 'full', who: 'marta', desk: alarmedDesk, go: toAlarms },
  {
    name: 'approval-emergency',
    screen: 'approval',
    state: 'full',
    who: 'marta',
    desk: alarmedDesk,
    go: async (robot) => {
      await toAlarms(robot);
      await robot.press('enter');
      await robot.see(/A yes means|Zgoda oznacza/, /EMERGENCY|TRYB PILNY/, /first of two|Pierwsza z dwóch/);
    },
  },
];

async function toCases(robot: Robot): Promise<void> {
  await robot.see(/approvals 2|zgody 2/);
  await robot.press('5', 'tab');
  await robot.see('INC-active');
}

async function toApprovals(robot: Robot): Promise<void> {
  await robot.press('4');
  await robot.see('Żółkiewski', 'Nowak');
}

async function toAlarms(robot: Robot): Promise<void> {
  await robot.press('4');
  await robot.see(/aborted|przerwan/, 'Nowak');
}

async function blockedByPhone(app: Desk): Promise<void> {
  const block = { type: 'block-account', customerId: customerOf('active'), note: 'asked by phone' } as const;
  await app.perform({ kind: 'administrator', id: 'root' }, block);
}

async function rejectedByOlga(app: Desk): Promise<void> {
  const olga = { agentId: 'olga', name: 'Olga Bober', role: 'supervisor', passwordHash: null } as const;
  await app.perform({ kind: 'administrator', id: 'root' }, { type: 'add-agent', ...olga, ownCustomerId: null });
  await app.perform({ kind: 'agent', id: 'olga' }, { type: 'reject-request', serial: serialOf('locked') });
}

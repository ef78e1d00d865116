import type { App } from '../../../src/app.ts';
import { consoleOn } from '../console-desk.tsx';
import { afterTheOutage, duringTheOutage, OPERATOR } from '../outage.ts';
import type { Robot } from '../robot.tsx';
import { simulatedApp } from '../simulated.ts';
import type { Opening, View } from './view.ts';

interface State {
  readonly app: () => Promise<App>;
  readonly go: (robot: Robot) => Promise<void>;
}

const during = async () => (await duringTheOutage()).app;

async function withOlgaAlone(): Promise<App> {
  const app = await simulatedApp();
  const who = { agentId: 'olga', name: 'olga', role: 'supervisor', passwordHash: null, ownCustomerId: null } as const;
  await app.perform({ kind: 'administrator', id: 'root' }, { type: 'add-agent', ...who });
  return app;
}

async function toOutage(robot: Robot): Promise<void> {
  await robot.press('down', 'enter');
  await robot.see(`› ${OPERATOR}`, /Outage is over|Recognise|Poproś|Uznaj|Ask/);
}

async function asked(): Promise<App> {
  const app = await afterTheOutage();
  const { locks } = await app.ask.outage(OPERATOR, app.now());
  const serials = locks.map(({ serial }) => serial);
  const note = 'outage of this morning';
  await app.perform({ kind: 'agent', id: 'ewa' }, { type: 'ask-bulk-unlock', operator: OPERATOR, serials, note });
  return app;
}

const states: Readonly<Record<string, State>> = {
  radar: { app: during, go: async (robot) => robot.press('down') },
  'radar-none': { app: withOlgaAlone, go: async () => undefined },
  'outage-none': { app: during, go: toOutage },
  'outage-recognise': {
    app: during,
    go: async (robot) => {
      await toOutage(robot);
      await robot.press('o');
      await robot.type('seen on the radar');
      await robot.see('seen on the radar');
    },
  },
  'outage-list': { app: afterTheOutage, go: toOutage },
  'outage-ask': {
    app: afterTheOutage,
    go: async (robot) => {
      await toOutage(robot);
      await robot.press('b');
      await robot.type('outage of this morning');
      await robot.press('enter');
      await robot.see(/Press y|Naciśnij t/);
    },
  },
  'outage-pending': { app: asked, go: toOutage },
  'approvals-bulk': {
    app: asked,
    go: async (robot) => {
      await robot.press('4');
      await robot.see(/unlock after an outage|odblokowanie po awarii/, OPERATOR);
    },
  },
};

async function onRadar(name: string, { app: make, go }: State, opening: Opening): Promise<Robot> {
  const app = await make();
  const robot = await consoleOn(app, opening);
  await robot.see('olga');
  if (name !== 'radar-none') await robot.press('down');
  await robot.press('enter');
  await robot.see(/Queue|Kolejka/);
  await robot.press('6');
  await robot.see(/half arrive|nothing arrives|No SMS|połowa|nic nie dochodzi|nie wysłano/);
  await go(robot);
  return robot;
}

/** Nobody to help: a file with a supervisor and a subscriber who has not begun. */
const emptyQueue: View = {
  name: 'queue-none',
  screen: 'queue',
  state: 'empty',
  open: async (opening) => {
    const robot = await consoleOn(await withOlgaAlone(), opening);
    await robot.see('olga');
    await robot.press('enter');
    await robot.see(/Nobody is waiting|Nikt nie czeka/);
    return robot;
  },
  go: async () => undefined,
};

const outageViews: readonly View[] = Object.entries(states).map(([name, state]) => ({
  name,
  screen: screenOf(name),
  state: name.endsWith('-none') ? 'empty' : 'full',
  open: (opening) => onRadar(name, state, opening),
  go: async () => undefined,
}));

function screenOf(name: string): View['screen'] {
  if (name.startsWith('approvals')) return 'approvals';
  return name.startsWith('radar') ? 'radar' : 'outage';
}

export const radarViews: readonly View[] = [emptyQueue, ...outageViews];

import { describe, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { consoleOn, MIDDLE, SMALL } from '../support/console-desk.tsx';
import { expectGolden } from '../support/golden.ts';
import { afterTheOutage, duringTheOutage, OPERATOR } from '../support/outage.ts';
import type { Robot } from '../support/robot.tsx';
import { simulatedApp } from '../support/simulated.ts';

interface State {
  readonly app: () => Promise<App>;
  readonly go: (robot: Robot) => Promise<void>;
}

const during = async () => (await duringTheOutage()).app;

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
  'radar-none': { app: () => simulatedApp(), go: async () => undefined },
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
};

describe.each(['en', 'pl'] as const)('the radar in %s', (language) => {
  describe.each([SMALL, MIDDLE])('at $columns×$rows', (size) => {
    test.each(Object.keys(states))('%s', async (name) => {
      const state = states[name] as State;
      const app = await state.app();
      if (name === 'radar-none') {
        const who = {
          agentId: 'olga',
          name: 'olga',
          role: 'supervisor',
          passwordHash: null,
          ownCustomerId: null,
        } as const;
        await app.perform({ kind: 'administrator', id: 'root' }, { type: 'add-agent', ...who });
      }
      const robot = await consoleOn(app, { size, language });
      await robot.see('olga');
      if (name !== 'radar-none') await robot.press('down');
      await robot.press('enter');
      await robot.see(/Queue|Kolejka/);
      await robot.press('6');
      await robot.see(/half arrive|nothing arrives|No SMS|połowa|nic nie dochodzi|nie wysłano/);
      await state.go(robot);
      expectGolden(`${name}.${size.columns}x${size.rows}.${language}`, robot.screen());
    });
  });
});

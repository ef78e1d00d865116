import type { App } from '../../../src/app.ts';
import type { Route } from '../../../src/screens/routes.ts';
import type { Colleague } from '../console-desk.tsx';
import type { Robot } from '../robot.tsx';
import { customerOf, type Desk, type PersonKey, supportDesk } from '../support-desk.ts';
import { deskWithRequests } from './desks.ts';
import { QUEUE, SELECTED, toAccount, type View } from './view.ts';

type Asked = Exclude<keyof App['ask'], 'agents'>;
type Fault = 'loading' | 'trouble';

/** A screen that asks this, and how one gets there while it is not answered. */
interface Unanswered {
  readonly screen: Route['screen'];
  readonly asks: Asked;
  /** Already before anybody has signed in. */
  readonly from?: 'the-start';
  readonly who?: Colleague;
  readonly desk?: () => Promise<Desk>;
  readonly before?: (robot: Robot) => Promise<void>;
  readonly press: readonly string[];
}

const screens: readonly Unanswered[] = [
  { screen: 'queue', asks: 'queue', from: 'the-start', press: [] },
  { screen: 'search', asks: 'search', press: ['/', 'a'] },
  { screen: 'account', asks: 'account', before: (robot) => found(robot, 'locked'), press: ['enter'] },
  { screen: 'diagnosis', asks: 'diagnosis', before: (robot) => toAccount(robot, 'locked'), press: ['y'] },
  { screen: 'walkthrough', asks: 'account', before: (robot) => toAccount(robot, 'locked'), press: ['w'] },
  { screen: 'change', asks: 'account', before: (robot) => toAccount(robot, 'locked'), press: ['u'] },
  { screen: 'abort', asks: 'account', before: (robot) => toAccount(robot, 'active'), press: ['!'] },
  { screen: 'audit', asks: 'audit', press: ['3'] },
  { screen: 'audit-entry', asks: 'audit', before: toAudit, press: ['enter'] },
  { screen: 'approvals', asks: 'approvals', who: 'marta', press: ['4'] },
  { screen: 'approval', asks: 'account', who: 'marta', desk: deskWithRequests, before: toApprovals, press: ['enter'] },
  { screen: 'cases', asks: 'cases', press: ['5'] },
  { screen: 'hand-over', asks: 'account', who: 'marta', desk: deskWithRequests, before: toCases, press: ['h'] },
  { screen: 'radar', asks: 'radar', press: ['6'] },
  { screen: 'outage', asks: 'outage', before: toRadar, press: ['enter'] },
  { screen: 'past', asks: 'past', before: (robot) => toAccount(robot, 'locked'), press: ['t'] },
  { screen: 'agents', asks: 'staff', who: 'marta', press: ['0'] },
];

async function found(robot: Robot, key: PersonKey): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf(key));
  await robot.see(SELECTED, customerOf(key));
}

async function toAudit(robot: Robot): Promise<void> {
  await robot.press('3');
  await robot.see(/signed in|zalogowano/);
}

async function toApprovals(robot: Robot): Promise<void> {
  await robot.press('4');
  await robot.see('Żółkiewski', 'Nowak');
}

async function toCases(robot: Robot): Promise<void> {
  await robot.press('5', 'tab');
  await robot.see('Żółkiewski', SELECTED);
}

async function toRadar(robot: Robot): Promise<void> {
  await robot.press('6');
  await robot.see(SELECTED);
}

/** From now on a question is never answered, or fails as a broken disk makes it fail. */
function faulty(desk: Desk): { readonly app: Desk; readonly arm: (asked: Asked, fault: Fault) => void } {
  let armed: { readonly asked: Asked; readonly fault: Fault } | null = null;
  const ask = new Proxy(desk.ask, {
    get(questions, name: keyof App['ask']) {
      if (armed?.asked !== name) return questions[name];
      return armed.fault === 'loading'
        ? () => new Promise(() => undefined)
        : () => Promise.reject(new Error('disk I/O error'));
    },
  });
  return {
    app: { ...desk, ask },
    arm: (asked, fault) => {
      armed = { asked, fault };
    },
  };
}

const arms = new WeakMap<Desk, ReturnType<typeof faulty>['arm']>();

async function faultyDesk(make: () => Promise<Desk>): Promise<Desk> {
  const { app, arm } = faulty(await make());
  arms.set(app, arm);
  return app;
}

const answered = { loading: /One moment|Chwileczkę|lukasz/, trouble: /disk I\/O error/ } as const;

/** A screen that is read when somebody goes there has no name before it has been read. */
const NAMED = /› \S|^[^.\n]+\. (?:TRAINING|SZKOLENIE),/m;

/** Every screen while its answer is on the way, and when there is none. */
export const unansweredViews: readonly View[] = (['loading', 'trouble'] as const).flatMap((state) =>
  screens.map(
    ({ screen, asks, from, who, desk = supportDesk, before, press }): View => ({
      name: `${screen}-${state}`,
      screen,
      state,
      ...(who ? { who } : {}),
      desk: async () => {
        const app = await faultyDesk(desk);
        if (from) arms.get(app)?.(asks, state);
        return app;
      },
      go: async (robot, app) => {
        if (!from) await robot.see(QUEUE);
        await before?.(robot);
        arms.get(app)?.(asks, state);
        await robot.press(...press);
        await robot.see(answered[state], NAMED);
      },
    }),
  ),
);

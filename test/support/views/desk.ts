import { QUEUE, SELECTED, toAccount, type View } from './view.ts';

export const deskViews: readonly View[] = [
  { name: 'queue', screen: 'queue', state: 'full', go: (robot) => robot.see(QUEUE) },
  {
    name: 'queue-filtered',
    screen: 'queue',
    state: 'full',
    go: async (robot) => {
      await robot.see(QUEUE);
      await robot.press('f');
      await robot.type('otp');
      await robot.see(/otp.*1 (of|z) /);
    },
  },
  {
    name: 'queue-filtered-none',
    screen: 'queue',
    state: 'empty',
    go: async (robot) => {
      await robot.see(QUEUE);
      await robot.press('f');
      await robot.type('xyzzy');
      await robot.press('enter');
      await robot.see(/xyzzy.*0 (of|z) /);
    },
  },
  {
    name: 'filters-none',
    screen: 'queue',
    state: 'empty',
    go: async (robot) => {
      await robot.see(QUEUE);
      await robot.press('s');
      await robot.see(/No filter is saved|nie zapisano żadnego/);
    },
  },
  {
    name: 'filters',
    screen: 'queue',
    state: 'full',
    go: async (robot, app) => {
      await robot.see(QUEUE);
      const agentId = 'ewa';
      const saved = { type: 'save-filter', agentId, view: 'queue' } as const;
      await app.perform({ kind: 'agent', id: agentId }, { ...saved, name: 'OTP', text: 'otp' });
      await app.perform({ kind: 'agent', id: agentId }, { ...saved, name: 'ciągle dzwonią', text: '3+' });
      await robot.press('f');
      await robot.type('zolk');
      await robot.press('enter', 's');
      await robot.see('ciągle dzwonią');
    },
  },
  {
    name: 'filters-naming',
    screen: 'queue',
    state: 'full',
    go: async (robot) => {
      await robot.see(QUEUE);
      await robot.press('f');
      await robot.type('zolk');
      await robot.press('enter', 's', 'a');
      await robot.type('Łukasz');
      await robot.see(/: Łukasz/);
    },
  },
  {
    name: 'search-empty',
    screen: 'search',
    state: 'empty',
    go: async (robot) => {
      await robot.press('/');
      await robot.see(/lukasz/);
    },
  },
  {
    name: 'search-found',
    screen: 'search',
    state: 'full',
    go: async (robot) => {
      await robot.press('/');
      await robot.type('an');
      await robot.see(SELECTED, 'Anna');
    },
  },
  {
    name: 'search-nobody',
    screen: 'search',
    state: 'empty',
    go: async (robot) => {
      await robot.press('/');
      await robot.type('xyzzy');
      await robot.see('xyzzy', /Nobody|Nikogo/);
    },
  },
  { name: 'account-locked', screen: 'account', state: 'full', go: (robot) => toAccount(robot, 'locked') },
  { name: 'account-waiting', screen: 'account', state: 'full', go: (robot) => toAccount(robot, 'waiting') },
  { name: 'account-two-certificates', screen: 'account', state: 'full', go: (robot) => toAccount(robot, 'active') },
  { name: 'account-blocked', screen: 'account', state: 'full', go: (robot) => toAccount(robot, 'blocked') },
  { name: 'account-hostile-name', screen: 'account', state: 'full', go: (robot) => toAccount(robot, 'hostile') },
  {
    name: 'account-audit',
    screen: 'account',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'locked');
      await robot.press('tab');
      await robot.see(/(▸|in front:|na wierzchu:) (Audit|Dziennik)/);
    },
  },
  {
    name: 'account-copy',
    screen: 'account',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'active');
      await robot.press('Y', 'down');
      await robot.see(/: values|: wartości/, 'C0000002');
    },
  },
  {
    name: 'diagnosis-several',
    screen: 'diagnosis',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'locked');
      await robot.press('y', 'down');
      await robot.see(/(▸ .|selected:|zaznaczone:) (typed a wrong code|wpisano błędny kod)/);
    },
  },
  {
    name: 'diagnosis-open',
    screen: 'diagnosis',
    state: 'empty',
    go: async (robot) => {
      await toAccount(robot, 'untouched');
      await robot.press('y');
      await robot.see(/Ask the caller|Zapytaj rozmówcę/);
    },
  },
  {
    name: 'walkthrough-begin',
    screen: 'walkthrough',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'untouched');
      await robot.press('w');
      await robot.see(/(Say|Powiedz) \(1/);
      await robot.press('right');
      await robot.see(/(Say|Powiedz) \(2/);
    },
  },
  {
    name: 'walkthrough-waiting',
    screen: 'walkthrough',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'waiting');
      await robot.press('w');
      await robot.see(/(Step|Krok) 2/);
    },
  },
  {
    name: 'walkthrough-done',
    screen: 'walkthrough',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'active');
      await robot.press('w');
      await robot.see(/(Step|Krok) 7/);
    },
  },
  {
    name: 'walkthrough-locked',
    screen: 'walkthrough',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'locked');
      await robot.press('w');
      await robot.see(/(is locked|jest zablokowana)/);
    },
  },
];

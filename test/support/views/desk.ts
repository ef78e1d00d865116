import { QUEUE, SELECTED, toAccount, type View } from './view.ts';

export const deskViews: readonly View[] = [
  { name: 'queue', screen: 'queue', state: 'full', go: (robot) => robot.see(QUEUE) },
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

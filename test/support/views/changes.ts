import { unlockedByColleague } from '../colleague.ts';
import type { Robot } from '../robot.tsx';
import { toAccount, type View } from './view.ts';

async function toUnlock(robot: Robot): Promise<void> {
  await toAccount(robot, 'locked');
  await robot.press('u');
  await robot.see(/1 (Ticket|Zgłoszenie)/);
  await robot.type('INC-20931');
}

async function toPhone(robot: Robot): Promise<void> {
  await toAccount(robot, 'active');
  await robot.press('P');
  await robot.see(/1 (Ticket|Zgłoszenie)/);
  await robot.type('INC-9');
  await robot.press('enter', 'space', 'down', 'space', 'enter');
  await robot.type('+48509000009');
}

export const changeViews: readonly View[] = [
  { name: 'unlock-1-ticket', screen: 'change', state: 'full', go: toUnlock },
  {
    name: 'unlock-2-verify',
    screen: 'change',
    state: 'full',
    go: async (robot) => {
      await toUnlock(robot);
      await robot.press('enter', 'space', 'down', 'down', 'x');
      await robot.see(/\[✓\]|right:|dobrze:/, /\[✗\]|wrong:|źle:/);
    },
  },
  {
    name: 'unlock-3-reason',
    screen: 'change',
    state: 'full',
    go: async (robot) => {
      await toUnlock(robot);
      await robot.press('enter', 'space', 'down', 'space', 'enter', 'down', 'enter');
      await robot.type('Zażółć gęślą jaźń');
      await robot.see('jaźń');
    },
  },
  {
    name: 'unlock-4-confirm',
    screen: 'change',
    state: 'full',
    go: async (robot) => {
      await toUnlock(robot);
      await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
      await robot.type('brak zasięgu w biurze');
      await robot.press('enter');
      await robot.see(/Press y|Naciśnij t/);
    },
  },
  {
    name: 'unlock-4-changed',
    screen: 'change',
    state: 'changed',
    go: async (robot, app) => {
      await toUnlock(robot);
      await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
      await robot.type('brak zasięgu w biurze');
      await robot.press('enter');
      await robot.see(/Press y|Naciśnij t/);
      await unlockedByColleague(app);
      await robot.see('tomasz: ');
    },
  },
  {
    name: 'unlock-5-done',
    screen: 'change',
    state: 'full',
    go: async (robot) => {
      await toUnlock(robot);
      await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
      await robot.type('brak zasięgu w biurze');
      await robot.press('enter', 'y');
      await robot.see(/Unlocked\.|Odblokowano\./);
    },
  },
  {
    name: 'unlock-failed-verification',
    screen: 'change',
    state: 'full',
    go: async (robot) => {
      await toUnlock(robot);
      await robot.press('enter', 'x', 'f');
      await robot.see(/is recorded|zapisano/);
    },
  },
  {
    name: 'reset-4-confirm',
    screen: 'change',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'active');
      await robot.press('r');
      await robot.see(/1 (Ticket|Zgłoszenie)/);
      await robot.type('INC-7');
      await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
      await robot.type('skradziony telefon');
      await robot.press('enter');
      await robot.see(/reset the activation|o reset/);
    },
  },
  {
    name: 'freeze-3-confirm',
    screen: 'change',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'active');
      await robot.press('F');
      await robot.see(/1 (Ticket|Zgłoszenie)/);
      await robot.type('INC-8');
      await robot.press('enter', 'enter');
      await robot.type('pytał o sekret');
      await robot.press('enter');
      await robot.see(/Press y|Naciśnij t/);
    },
  },
  {
    name: 'phone-3-number',
    screen: 'change',
    state: 'full',
    go: async (robot) => {
      await toPhone(robot);
      await robot.see(/\+48 509 000 009/);
    },
  },
  {
    name: 'phone-5-confirm',
    screen: 'change',
    state: 'full',
    go: async (robot) => {
      await toPhone(robot);
      await robot.see(/\+48 509 000 009/);
      await robot.press('enter', 'enter');
      await robot.type('nowa karta');
      await robot.press('enter');
      await robot.see(/Press\s+y|Naciśnij\s+t/);
    },
  },
  {
    name: 'abort-call',
    screen: 'abort',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'active');
      await robot.press('!');
      await robot.see(/Press\s+y|Naciśnij\s+t/, /→|then|potem/);
    },
  },
];

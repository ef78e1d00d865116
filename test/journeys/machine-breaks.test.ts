import { describe, expect, test } from 'vitest';
import { StoreBroken } from '../../src/db/broken.ts';
import { type Colleague, consoleAs, MIDDLE } from '../support/console-desk.tsx';
import { deskWithCases } from '../support/desk-with-cases.ts';
import type { Robot } from '../support/robot.tsx';
import { supportDesk } from '../support/support-desk.ts';
import { deskWithRequests } from '../support/views/desks.ts';

/** A desk whose disk is full from now on. */
const breaking = async (desk: Promise<Awaited<ReturnType<typeof supportDesk>>>) => {
  const whole = await desk;
  const fails = async (): Promise<never> => {
    throw new StoreBroken('disk-full', 'test.db');
  };
  return { ...whole, perform: fails };
};

const told = 'Something went wrong on our side: disk-full: test.db. Nothing was changed.';

describe('the machine breaks while a key is carried out: it is told, and the console goes on', () => {
  test.each<[string, Colleague, typeof deskWithCases, (robot: Robot) => Promise<void>, string]>([
    [
      'a case is closed',
      'ewa',
      deskWithCases,
      async (robot) => {
        await robot.press('5');
        await robot.see('▸ mine 3');
        await robot.press('C');
      },
      '▸ mine 3',
    ],
    [
      'a case is handed over',
      'ewa',
      deskWithCases,
      async (robot) => {
        await robot.press('5');
        await robot.see('▸ mine 3');
        await robot.press('h');
        await robot.see('To whom');
        await robot.type('waits');
        await robot.press('enter');
      },
      'To whom',
    ],
    [
      'an agent is disabled',
      'marta',
      supportDesk,
      async (robot) => {
        await robot.press('0');
        await robot.see('Last sign-in');
        await robot.press('d', 'y');
      },
      'Last sign-in',
    ],
    [
      'a request is rejected',
      'marta',
      deskWithRequests,
      async (robot) => {
        await robot.press('4', 'enter');
        await robot.see('R Reject');
        await robot.press('R');
      },
      'R Reject',
    ],
    ['somebody signs out', 'ewa', supportDesk, (robot) => robot.press('S'), 'Who are you in this training?'],
  ])('%s', async (_, colleague, desk, act, after) => {
    const { robot } = await consoleAs(colleague, { app: await breaking(desk()), size: MIDDLE });
    await act(robot);
    await robot.see(told, after);
  });
});

test('who signs out of a locked console is on record like anybody else', async () => {
  const { app, robot } = await consoleAs('ewa');
  await robot.press('ctrl+x');
  await robot.see('The console is locked');
  await robot.press('S');
  await robot.see('Who are you in this training?');
  await expect
    .poll(() => app.ask.audit({ commands: ['sign-out'], limit: 5 }))
    .toMatchObject([{ actor: { id: 'ewa' }, verdict: 'done' }]);
});

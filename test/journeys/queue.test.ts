import { describe, test } from 'vitest';
import { setSpeed } from '../../src/sim/clock.ts';
import { sendCode } from '../../src/sim/portal.ts';
import { unlockedByColleague } from '../support/colleague.ts';
import { consoleAs, consoleOn } from '../support/console-desk.tsx';
import { grantedBy } from '../support/simulated.ts';
import { customerOf, serialOf, supportDesk, tell } from '../support/support-desk.ts';
import { tempApp } from '../support/temp-database.ts';

describe('the queue lives', () => {
  test('somebody who locks appears by themselves, without a key', async () => {
    const app = await supportDesk();
    const { robot } = await consoleAs('ewa', { app });
    await robot.see('✗ SMS locks 4');
    await tell(app, 'untouched', 'three-failures');
    await robot.see('Śliwińska Zofia', '✗ SMS locks 5');
  });

  test('the chosen person stays chosen when somebody else leaves the queue', async () => {
    const app = await supportDesk();
    const { robot } = await consoleAs('ewa', { app });
    await robot.see('▸ ✗ locked: SMS attempts       Żółkiewski');
    await robot.press('down', 'down');
    await robot.see(/▸ .*Kowalczyk/);
    await unlockedByColleague(app);
    await robot.seeNo('Żółkiewski');
    await robot.see(/▸ .*Kowalczyk/);
  });

  test('how long they wait goes on with the clock', async () => {
    const { app, robot } = await consoleAs('ewa');
    await robot.see(/Łukasz +44 min 58 s$/m);
    app.clock.advance(5_000);
    await robot.see('45 min 3 s', '12:57:05');
  });

  test('a clock that another terminal has stopped is told, until it runs again', async () => {
    const { app, robot } = await consoleAs('ewa');
    await robot.seeNo('ecsc clock resume');
    grantedBy(await setSpeed(app, 0));
    await robot.see('The training clock stands still, so nothing arrives.', 'ecsc clock resume');
    grantedBy(await setSpeed(app, 1));
    await robot.seeNo('ecsc clock resume');
  });

  test('the countdown of an open attempt runs, and its end shows without a key', async () => {
    const app = await supportDesk();
    const { robot } = await consoleAs('ewa', { app });
    await robot.press('/');
    await robot.type(customerOf('waiting'));
    await robot.see('▸ Brz');
    await robot.press('enter');
    await robot.see('2:30 left');
    app.clock.advance(29_000);
    await robot.see('2:01 left');
    app.clock.advance(125_000);
    await robot.see('✗ not delivered', '1 of 3 failed SMS attempts in a row', '○ inactive');
  });

  test('a delivery shows on the open account by itself', async () => {
    const app = await supportDesk();
    const { robot } = await consoleAs('ewa', { app });
    await robot.press('/');
    await robot.type(customerOf('untouched'));
    await robot.see('▸ Śliwińska');
    await robot.press('enter');
    await robot.see('No SMS code has been asked for yet');
    await sendCode(app, serialOf('untouched'));
    await robot.see('◔ open', 'accepted 12:57:00');
    app.clock.advance(20_000);
    await robot.see('delivered', /12:57:0\d, after \d s/);
  });

  test('nobody waiting is good news', async () => {
    const app = await tempApp();
    await app.perform(
      { kind: 'administrator', id: 'root' },
      { type: 'add-agent', agentId: 'ewa', name: 'Ewa Lis', role: 'agent', passwordHash: null, ownCustomerId: null },
    );
    const robot = await consoleOn(app);
    await robot.see('Ewa Lis');
    await robot.press('enter');
    await robot.see('Nobody is waiting');
  });

  test('a database without agents says how to add them', async () => {
    const robot = await consoleOn(await tempApp());
    await robot.see('There are no agents in this database yet', 'ecsc agents add');
  });
});

import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/entropy.ts';
import { ecsc, realTerminal } from '../support/real-terminal.ts';
import { importRecord } from '../support/records.ts';
import { serialOf, supportDesk } from '../support/support-desk.ts';

const ESC = '\u001b';
const CTRL_C = '\u0003';

/** The test desk with its clock running from where it stood, whatever day it really is. */
async function runningDesk() {
  const desk = await supportDesk();
  const at = desk.now();
  await desk.world?.changeClock(() => ({ at, since: systemClock.now(), speed: 1, until: null }));
  return desk;
}

describe('in a real terminal', { timeout: 60_000 }, () => {
  test('three failures at the subscriber, the queue shows it, unlock, and the activation completes', async () => {
    const desk = await runningDesk();
    const serial = serialOf('untouched');
    const db = ['--db', desk.path];
    const console = realTerminal(db);
    await console.see('TRAINING', 'Ewa Lis');
    console.send('\r');
    await console.see('Queue', 'Brzęczyszczykiewicz');
    expect(console.screen()).not.toContain('Śliwińska');

    ecsc('simulate', 'three-failures', serial, '--until-call', ...db);
    await console.see('Śliwińska Zofia');

    console.send('/');
    await console.see('Find');
    console.send('sliwin');
    await console.see('▸ Śliwińska Zofia');
    console.send('\r');
    await console.see('3 of 3 failed SMS attempts', 'u Unlock');
    console.send('u');
    await console.see('1 Ticket');
    console.send('INC-20931\r');
    await console.see('0 points, 4 needed');
    console.send(' ');
    console.send(`${ESC}[B`);
    await console.see('3 points, 4 needed');
    console.send(' ');
    await console.see('5 points, 4 needed');
    console.send('\r');
    await console.see('Why is it being unlocked?');
    console.send('\r');
    console.send('late SMS\r');
    await console.see('Press y');
    console.send('y');
    await console.see('Unlocked. Zofia Śliwińska can go on.');
    console.send('\r');
    await console.see('○ inactive');

    ecsc('simulate', 'happy-path', serial, ...db);
    await console.see('● active', 'confirmed');
    console.send(CTRL_C);
    expect(await console.ended()).toBe(0);
  });

  test('the alternate screen is left clean, with nothing of a subscriber behind', async () => {
    const desk = await runningDesk();
    const console = realTerminal(['--db', desk.path]);
    await console.see('Ewa Lis');
    expect(console.alternate()).toBe(true);
    console.send('\r');
    await console.see('Żółkiewski');
    console.send('\r');
    await console.see('EC-100001');
    console.send(CTRL_C);
    expect(await console.ended()).toBe(0);
    expect(console.alternate()).toBe(false);
    for (const secret of ['Żółkiewski', 'EC-100001', importRecord(1).email])
      expect(console.history()).not.toContain(secret);
  });

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'])('%s leaves the alternate screen too', async (signal) => {
    const desk = await runningDesk();
    const console = realTerminal(['--db', desk.path]);
    await console.see('Ewa Lis');
    console.kill(signal);
    await console.ended();
    expect(console.alternate()).toBe(false);
  });

  test('a resize redraws everything, and a window too small says so and loses nothing', async () => {
    const desk = await runningDesk();
    const console = realTerminal(['--db', desk.path]);
    await console.see('Ewa Lis');
    console.send('\r');
    await console.see('Żółkiewski');
    console.send('/');
    await console.see('Find');
    console.send('nowak an');
    await console.see('Nowak Anna');
    console.resize(60, 15);
    await console.see('80×24');
    console.resize(140, 45);
    await console.see('nowak an', 'Nowak Anna', 'a.•••@example.org');
  });

  test('without a terminal there is a plain message and exit code 2', async () => {
    const desk = await supportDesk();
    let failed: { readonly status?: number; readonly stderr?: string } = {};
    try {
      ecsc('--lang', 'en', '--db', desk.path);
    } catch (error) {
      failed = error as typeof failed;
    }
    expect(failed.status).toBe(2);
    expect(failed.stderr).toContain('needs a terminal');
  });
});

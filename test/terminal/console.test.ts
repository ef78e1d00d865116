import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/entropy.ts';
import { ecsc, realTerminal } from '../support/real-terminal.ts';
import { importRecord } from '../support/records.ts';
import { serialOf, supportDesk } from '../support/support-desk.ts';

const ESC = '\u001b';
const CTRL_C = '\u0003';
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

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

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('%s leaves the alternate screen too', async (signal) => {
    const desk = await runningDesk();
    const console = realTerminal(['--db', desk.path]);
    await console.see('Ewa Lis');
    console.kill(signal);
    expect(await console.ended()).toBe(exitCodes[signal]);
    expect(console.alternate()).toBe(false);
  });

  test.each(['SIGTERM', 'SIGHUP', CTRL_C, 'the terminal is closed'] as const)(
    'whatever ends a stage, its clock runs on and its trouble is over: %j',
    async (end) => {
      const desk = await runningDesk();
      const db = ['--db', desk.path] as const;
      const console = realTerminal(['stage', 'operator-outage', ...db], 120, 40);
      await console.see('step 0');
      console.send('.');
      await console.see('step 1');
      expect(ecsc('clock', 'show', ...db)).toContain('stands still');
      expect(ecsc('network', 'show', ...db)).toContain('operator is out');
      if (end === CTRL_C) console.send(end);
      else if (end === 'the terminal is closed') console.close();
      else console.kill(end);
      await console.ended();
      expect(ecsc('clock', 'show', ...db)).not.toContain('stands still');
      expect(ecsc('network', 'show', ...db)).not.toContain('operator is out');
    },
  );

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

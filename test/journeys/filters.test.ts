import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import { fitting } from '../../src/screens/filters/row-filter.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { consoleAs, MIDDLE } from '../support/console-desk.tsx';
import { deskWithCases } from '../support/desk-with-cases.ts';
import type { Robot } from '../support/robot.tsx';
import { countingCodes } from '../support/simulated.ts';
import { customerOf, type Desk, serialOf, supportDesk } from '../support/support-desk.ts';

async function filterBy(robot: Robot, text: string): Promise<void> {
  await robot.press('f');
  await robot.type(text);
  await robot.press('enter');
}

/** The same file, opened by a program that begins anew. */
function reopened({ path, policy, clock }: Desk): Desk {
  const store = openStore(path, policy);
  onTestFinished(() => store.close());
  return { ...createApp({ store, clock, entropy: countingCodes() }), path, clock };
}

test('the queue is filtered by why, by name and number, in either language and without accents', async () => {
  const { robot } = await consoleAs('ewa');
  await robot.see('Żółkiewski');
  await robot.press('f');
  await robot.see('Filter: ▏', '3+ (calls this week)');
  await robot.type('zolk');
  await robot.see('Filter: zolk▏', /1 of \d+/, '▸ ✗ locked: SMS attempts       Żółkiewski');
  await robot.seeNo('Kowalczyk');
  await robot.press('ctrl+u');
  await robot.type('blokada otp');
  await robot.see('Wójcik', /1 of \d+/);
  await robot.press('enter', 'L');
  await robot.see('Filtr: blokada otp', 'Wójcik', /1 z \d+/);
  await robot.press('c');
  await robot.see('Kowalczyk');
  for (const one of [customerOf('locked'), serialOf('locked').toLowerCase()]) {
    await filterBy(robot, one);
    await robot.see('▸ ✗ blokada: próby SMS', 'Żółkiewski', /1 z \d+/);
    await robot.press('c');
    await robot.see('Kowalczyk');
  }
  await filterBy(robot, 'xyzzy');
  await robot.see('Nikt tu nie pasuje', /0 z \d+/);
});

test('so are cases, also by how often somebody called', async () => {
  const { robot } = await consoleAs('ewa', { app: await deskWithCases() });
  await robot.press('5');
  await robot.see('▸ mine 3');
  await robot.press('tab');
  await filterBy(robot, '2+');
  await robot.see('Filter: 2+   3 of 4', 'INC-1');
  expect(robot.screen()).not.toContain('INC-9');
  await robot.press('c');
  await filterBy(robot, 'nowak marta');
  await robot.see('1 of 4', '▸ ', 'INC-9');
});

test('a word is found only where every word is, and 3+ means calls', () => {
  const rows = [
    { words: ['Żółw', '3'], calls: 3 },
    { words: ['Żaba'], calls: 2 },
  ];
  const found = (text: string) => fitting(text, rows, (row) => row).map(({ words: [name] }) => name);
  expect([found(''), found('z'), found('zo'), found('z 3+'), found('3+ zaba'), found('2+')]).toEqual([
    ['Żółw', 'Żaba'],
    ['Żółw', 'Żaba'],
    ['Żółw'],
    ['Żółw'],
    [],
    ['Żółw', 'Żaba'],
  ]);
});

test('a filter is saved under a name, outlives a restart, is chosen again and deleted; everybody has their own', async () => {
  const app = await supportDesk();
  const { robot } = await consoleAs('ewa', { app });
  await robot.see('Żółkiewski');
  await robot.press('s');
  await robot.see('Queue: saved filters', 'No filter is saved for this list.', 'No filter is set now.');
  await robot.press('a');
  await robot.see('! A filter needs a name and something to filter by.');
  await robot.press('escape');
  await filterBy(robot, 'otp');
  await robot.press('s', 'a');
  await robot.type('OTP locks');
  await robot.press('enter');
  await robot.see('✓ Saved: OTP locks.', /▸ OTP locks +otp/);
  const [entry] = await app.ask.audit({ commands: ['save-filter'], limit: 1 });
  expect(entry).toMatchObject({ actor: { id: 'ewa' }, facts: [{ view: 'queue', name: 'OTP locks', text: 'otp' }] });

  const again = reopened(app);
  const later = await consoleAs('ewa', { app: again });
  await later.robot.see('Żółkiewski');
  await later.robot.press('s');
  await later.robot.see(/▸ OTP locks +otp/);
  await later.robot.press('enter');
  await later.robot.see('Filter: otp   1 of ', 'Wójcik');
  await later.robot.seeNo('Żółkiewski');

  const marta = await consoleAs('marta', { app: again, size: MIDDLE });
  await marta.robot.see('Żółkiewski');
  await marta.robot.press('s');
  await marta.robot.see('No filter is saved for this list.');

  await later.robot.press('s', 'd');
  await later.robot.see('✓ Deleted: OTP locks (otp).', 'No filter is saved for this list.');
  const db = new Database(app.path, { readonly: true });
  onTestFinished(() => {
    db.close();
  });
  expect(differencesFromAudit(db)).toEqual([]);
});

test('the audit log keeps its own list, and its words are understood whatever the language', async () => {
  const { robot } = await consoleAs('adam', { size: MIDDLE });
  await robot.press('3');
  await robot.see('signed in');
  await filterBy(robot, 'odblok odmowa dziś');
  await robot.see(/→ refused · 23 Nov 2026 · unlock activation, /);
  await robot.press('s', 'a');
  await robot.type('no');
  await robot.press('enter');
  await robot.see('Audit: saved filters', /▸ no +odblok odmowa dziś/);
  await robot.press('escape', 'c', '1');
  await robot.see('Żółkiewski');
  await robot.press('s');
  await robot.see('No filter is saved for this list.');
  await robot.press('escape', '3');
  await robot.see('Filter: everything');
  await robot.press('s', 'enter');
  await robot.see('Filter: odblok odmowa dziś');
});

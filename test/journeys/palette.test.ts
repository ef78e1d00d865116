import { describe, expect, test } from 'vitest';
import { nextAction } from '../../src/screens/account/diagnosis-view.ts';
import { textFor } from '../../src/text/index.ts';
import { languages } from '../../src/text/language.ts';
import { keyOf } from '../../src/ui/keymap.ts';
import { consoleAs, MIDDLE } from '../support/console-desk.tsx';
import type { Robot } from '../support/robot.tsx';

async function toActiveAccount(robot: Robot): Promise<void> {
  await robot.press('/');
  await robot.type('EC-100002');
  await robot.see('▸ Nowak Anna');
  await robot.press('enter');
  await robot.see('Serial number');
}

describe('the palette of actions', () => {
  test.each(languages)('lists what the help lists, each with its key, in %s', async (language) => {
    const { robot } = await consoleAs('ewa', { language, size: { columns: 120, rows: 60 } });
    await robot.see('Żółkiewski');
    await robot.press('?');
    const { keys, palette } = textFor(language);
    await robot.see(keys.title);
    const helped = Object.values(keys.labels).filter((label) =>
      robot.screen().split('\n').slice(2, -2).join('\n').includes(label),
    );
    await robot.press('escape', ':');
    await robot.see(`${palette.prompt}: `);
    const screen = robot.screen();
    for (const label of helped.filter((one) => one !== keys.labels.palette)) expect(screen).toContain(label);
  });

  test('beside a diagnosis, holds the next key of every cause', async () => {
    const { robot } = await consoleAs('ewa', { size: { columns: 120, rows: 60 } });
    await robot.see('Żółkiewski');
    await robot.press('enter');
    await robot.see('Serial number');
    await robot.press('y');
    // A locked activation is unlocked first, whatever comes next.
    await robot.see('What speaks for it', 'verify the caller and unlock first (u)', /^ u Unlock {2}w Walkthrough/m);
    await robot.press(':');
    const { keys } = textFor('en');
    for (const action of new Set(Object.values(nextAction))) {
      await robot.see(`${keyOf(action, keys.names)} `, keys.labels[action]);
    }
  });

  test('filters while typing, without accents, and runs what is chosen', async () => {
    const { robot } = await consoleAs('ewa', { language: 'pl' });
    await robot.see('Żółkiewski');
    await robot.press('enter');
    await robot.see('EC-100001', 'Próby SMS');
    await robot.press(':');
    await robot.type('popros');
    await robot.see(/▸ r +Poproś o reset/);
    await robot.press('enter');
    await robot.see('Numer zgłoszenia');
  });

  test('what is not possible now stays visible, says why, and does nothing', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.see('Żółkiewski');
    await toActiveAccount(robot);
    await robot.press('ctrl+k');
    await robot.type('unlock');
    await robot.see(/▸ u +Unlock ✕/, 'not locked, so there is nothing to unlock. Look');
    await robot.press('enter');
    await robot.see('! This activation is not locked', 'Action: unlock');
  });

  test('opens from a text field by Ctrl+K and gives the text back', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.press('/');
    await robot.type('now');
    await robot.press(':');
    await robot.see('Find: now:');
    await robot.press('backspace', 'ctrl+k');
    await robot.see('Action: ');
    await robot.press('escape');
    await robot.see('Find: now');
    await robot.seeNo('Action: ');
  });

  test('goes to any view from an account, and Esc comes back', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.see('Żółkiewski');
    await robot.press('enter');
    await robot.see('EC-100001', 'SMS attempts');
    await robot.press('4');
    await robot.see('Nothing waits for approval');
    await robot.press('escape');
    await robot.see('EC-100001', 'SMS attempts');
  });

  test('what changes something at once is answered on its own screen only', async () => {
    const { app, robot } = await consoleAs('ewa', { size: MIDDLE });
    await robot.see('Żółkiewski');
    await robot.press('enter');
    await robot.see('EC-100001');
    await robot.press('u');
    await robot.see('1 Ticket');
    await robot.type('INC-1');
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('why');
    await robot.press('enter');
    await robot.see('Press y');
    await robot.press('ctrl+k');
    await robot.type('yes');
    await robot.see(/▸ y t +Yes, do it ✕/, 'Answered on the screen itself');
    const before = app.revision();
    await robot.press('enter');
    await robot.see('! Answered on the screen itself');
    expect(app.revision()).toBe(before);
    await robot.press('escape', 'y');
    await robot.see('Unlocked.');
  });

  test('a digit in the middle of a change does not leave it', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.see('Żółkiewski');
    await robot.press('enter');
    await robot.see('EC-100001');
    await robot.press('u');
    await robot.type('INC-1');
    await robot.press('enter');
    await robot.see('[ ]');
    await robot.press('3');
    await robot.see('[ ]');
  });
});

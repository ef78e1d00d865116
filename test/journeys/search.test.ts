import { describe, expect, test } from 'vitest';
import { consoleAs } from '../support/console-desk.tsx';
import { HOSTILE } from '../support/support-desk.ts';

describe('finding the caller', () => {
  test.each([
    ['a name without Polish letters', 'zolkiew', 'Żółkiewski Łukasz'],
    ['the middle of a name', 'czykiewicz', 'Brzęczyszczykiewicz Grz'],
    ['two words in either order', 'anna now', 'Nowak Anna'],
    ['the end of a phone number', '000004', 'Wójcik Maria'],
    ['an e-mail address', 'a.nowak9@', 'Śliwińska Zofia'],
    ['a certificate serial', 'C0000006', 'Dąbrowska Katarzyna'],
    ['a customer id', 'EC-100005', 'Kowalczyk Piotr'],
  ])('by %s', async (_, query, name) => {
    const { robot } = await consoleAs('ewa');
    await robot.press('/');
    await robot.see('Find');
    await robot.type(query);
    await robot.see(name);
  });

  test('says what can be searched for, and what to try when nobody is found', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.press('/');
    await robot.see('Type any part of what the caller tells you', 'lukasz finds Łukasz');
    await robot.type('xyzzy');
    await robot.see('Nobody found for “xyzzy”', 'Try fewer letters');
    await robot.press('ctrl+u');
    await robot.see('Type any part of what the caller tells you');
  });

  test('personal data are masked in the list and whole on the account', async () => {
    const { robot } = await consoleAs('ewa', { size: { columns: 120, rows: 40 } });
    await robot.press('/');
    await robot.type('sliwinska');
    await robot.see('Śliwińska Zofia', '+48 ••• ••• 009', 'a.•••@example.org');
    await robot.seeNo('601 000 009', 'a.nowak9');
    await robot.press('enter');
    await robot.see('+48 601 000 009', 'a.nowak9@example.org');
  });

  test('Esc goes back to the search as it was, and again to the queue', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.press('/');
    await robot.type('nowak an');
    await robot.see('▸ Nowak Anna');
    await robot.press('enter');
    await robot.see('● active');
    await robot.press('escape');
    await robot.see('nowak an', '▸ Nowak Anna');
    await robot.press('escape');
    await robot.see('locked: SMS attempts');
  });

  test('on an account `/` begins a new search: the next caller is another one', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.press('/');
    await robot.type('nowak an');
    await robot.see('▸ Nowak Anna');
    await robot.press('enter');
    await robot.see('● active');
    await robot.press('/');
    await robot.seeNo('nowak an');
    await robot.type('lukasz');
    await robot.see('▸ Żółkiewski Łukasz');
    await robot.press('escape');
    await robot.see('locked: SMS attempts');
  });

  test('letters that are keys elsewhere are letters here', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.press('/');
    await robot.type('qLu?123');
    await robot.see('qLu?123');
  });

  test('a pasted text with line breaks and escape sequences is one clean line', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.press('/');
    await robot.paste('nowak\r\nanna\u001b[2J');
    await robot.see('nowak anna', 'Nowak Anna');
  });

  test('a hostile name draws nothing but itself', async () => {
    const { robot } = await consoleAs('ewa');
    await robot.press('/');
    await robot.type('evil');
    await robot.see('▸ Evil');
    await robot.press('enter');
    await robot.see('✗ locked');
    for (const bad of ['\u001b[2J', '\u202e', '\u200b', '\u001b]8', HOSTILE])
      expect(robot.written()).not.toContain(bad);
    for (const line of robot.screen().split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });
});

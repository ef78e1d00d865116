import { describe, expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { drawnWidth } from '../../src/ui/cells.ts';
import { footer } from '../../src/ui/footer.ts';
import type { ActionId } from '../../src/ui/keymap.ts';
import type { Offer } from '../../src/ui/offers.ts';
import { plain } from '../support/plain.ts';

const texts = textFor('en').keys;
const offers = (...actions: readonly ActionId[]): readonly Offer[] =>
  actions.map((action) => ({ action, run: () => undefined }));

describe('the footer', () => {
  test('shows keys and names in the order of the offers', () => {
    expect(plain(footer(offers('open', 'search', 'help'), texts, 80)).trim()).toBe('Enter Open  / Search  ? Help');
  });

  test('what cannot be done stays visible, marked by a sign', () => {
    const [unlock] = offers('unlock-activation');
    expect(plain(footer(unlock ? [{ ...unlock, disabled: 'not locked' }] : [], texts, 80))).toContain('u Unlock ✕');
  });

  test('in a narrow window the last ones give way, help never does', () => {
    const all = offers('open', 'search', 'audit', 'language', 'lock', 'sign-out', 'help', 'quit');
    for (const width of [24, 40, 60, 80]) {
      const drawn = footer(all, texts, width);
      expect(drawnWidth(drawn)).toBeLessThanOrEqual(width);
      expect(plain(drawn)).toContain('? Help');
    }
    expect(plain(footer(all, texts, 24))).toContain('Enter Open');
  });

  test('the way out under pressure never gives way either, and stays in its place', () => {
    const all = offers('open', 'search', 'abort-call', 'audit', 'language', 'lock', 'sign-out', 'help');
    const fits = 'Enter Open  ! Abort the call  ? Help';
    expect(plain(footer(all, texts, 40)).trimEnd()).toBe(` ${fits}`);
    expect(plain(footer(all, texts, fits.length + 2)).trimEnd()).toBe(` ${fits}`);
    expect(plain(footer(all, texts, fits.length + 1)).trimEnd()).toBe(' ! Abort the call  ? Help');
    expect(plain(footer(all, texts, 20)).trimEnd()).toBe(' ? Help');
  });

  test('while text is typed only keys that are no letters are named', () => {
    const drawn = plain(footer(offers('search', 'language', 'help'), texts, 80, true));
    expect(drawn).not.toContain('L Polski');
    expect(drawn).toContain('Ctrl+G Help');
  });

  test('but the key that breaks off a call is, since it works there too', () => {
    expect(plain(footer(offers('next-step', 'abort-call', 'help'), texts, 80, true))).toContain(
      'Ctrl+P Abort the call',
    );
  });

  test('movements that everyone knows are left to the help', () => {
    expect(plain(footer(offers('up', 'down', 'help'), texts, 80)).trim()).toBe('? Help');
  });
});

import { describe, expect, test, vi } from 'vitest';
import { dispatchKey, type Offer } from '../../src/ui/offers.ts';

const key = (name: string) => ({ kind: 'key', name }) as const;
const text = (letters: string) => ({ kind: 'text', text: letters }) as const;

function offer(action: Offer['action'], disabled?: string) {
  return { action, run: vi.fn(), disabled };
}

describe('who gets a key', () => {
  test('the first offer with that key', () => {
    const [one, other] = [offer('open'), offer('finish')];
    expect(dispatchKey({ offers: [one, other], field: null }, key('enter'))).toEqual({ outcome: 'ran' });
    expect(one.run).toHaveBeenCalledOnce();
    expect(other.run).not.toHaveBeenCalled();
  });

  test('a disabled offer does nothing and says why', () => {
    const unlock = offer('unlock-activation', 'not locked');
    expect(dispatchKey({ offers: [unlock], field: null }, text('u'))).toEqual({
      outcome: 'disabled',
      reason: 'not locked',
    });
    expect(unlock.run).not.toHaveBeenCalled();
  });

  test('a key nobody offers does nothing', () => {
    expect(dispatchKey({ offers: [offer('open')], field: null }, text('z'))).toEqual({ outcome: 'nothing' });
  });

  test('letters that came together are pressed one after the other', () => {
    const down = offer('down');
    dispatchKey({ offers: [down], field: null }, text('jjj'));
    expect(down.run).toHaveBeenCalledTimes(3);
  });

  test('a blank is the space key', () => {
    const toggle = offer('toggle-check');
    dispatchKey({ offers: [toggle], field: null }, text(' '));
    expect(toggle.run).toHaveBeenCalledOnce();
  });

  test('a field takes text and the keys it can use; the others go on to the offers', () => {
    const field = { type: vi.fn(), edit: vi.fn((name: string) => name === 'backspace') };
    const [quit, open] = [offer('quit'), offer('open')];
    const layer = { offers: [quit, open], field };
    expect(dispatchKey(layer, text('q'))).toEqual({ outcome: 'typed' });
    expect(dispatchKey(layer, key('backspace'))).toEqual({ outcome: 'typed' });
    expect(dispatchKey(layer, key('enter'))).toEqual({ outcome: 'ran' });
    expect(field.type).toHaveBeenCalledExactlyOnceWith('q');
    expect(quit.run).not.toHaveBeenCalled();
  });
});

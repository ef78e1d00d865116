import { describe, expect, test } from 'vitest';
import { type Activation, untouched } from '../../src/domain/activation.ts';
import { DAY } from '../../src/domain/ids.ts';
import type { CertificateView } from '../../src/domain/read-models.ts';
import { closedUp, layoutOf, mostPressing } from '../../src/screens/account/account-layout.ts';
import { subscriberLines } from '../../src/screens/account/account-view.ts';
import { textFor } from '../../src/text/index.ts';
import { importRecord, NOON } from '../support/records.ts';
import { customerOf, supportDesk } from '../support/support-desk.ts';

const { certificate } = importRecord();

function view(status: CertificateView['status'], activation: Activation): CertificateView {
  const { serial, subject, identity, notBefore, notAfter, pem } = certificate;
  const known = { serial, customerId: 'EC-1', subject, identity, notBefore, notAfter, pem, status: 'valid' } as const;
  return { certificate: known, status, activation, attempts: [] };
}

const locked: Activation = { ...untouched, status: 'locked', cause: 'sms', lockedAt: NOON, secret: null };

describe('how an account is laid out', () => {
  test.each([
    [80, 20, 'single'],
    [120, 36, 'stacked'],
    [149, 36, 'stacked'],
    [150, 41, 'columns'],
  ])('%i×%i is %s', (columns, rows, kind) => {
    expect(layoutOf({ columns, rows }, 12, 6).kind).toBe(kind);
  });

  test('its parts fill the room exactly, however many attempts there are', () => {
    for (const attempts of [0, 1, 6, 40, 400]) {
      for (let rows = 20; rows < 80; rows++) {
        const { kind, heights } = layoutOf({ columns: 120, rows }, 12, attempts);
        const headings = kind === 'single' ? 1 : 2;
        const panels = kind === 'single' ? heights.attempts : heights.attempts + heights.audit + 1;
        expect(12 + 1 + headings + panels).toBe(rows);
        expect(Math.min(heights.attempts, heights.audit)).toBeGreaterThan(0);
      }
    }
  });
});

test('where a panel would have a line or two, the blank lines above it give way', () => {
  const above = ['who', '', 'what', '', 'why'];
  const size = (rows: number) => ({ columns: 80, rows });
  expect(closedUp(above, size(11))).toEqual(above);
  expect(closedUp(above, size(10))).toEqual(['who', 'what', 'why']);
  expect(closedUp(above, { columns: 160, rows: 10 })).toEqual(above);
});

test('an e-mail address beside a number with a warning is never cut: it takes a line of its own', async () => {
  const app = await supportDesk();
  const view = await app.ask.account(customerOf('active'), app.now());
  if (!view) throw new Error('nobody there');
  const drawn = (phoneUsableFrom: number) => {
    const account = { ...view.account, phoneUsableFrom };
    const settings = { texts: textFor('pl'), now: app.now(), width: 80, policy: app.policy };
    return subscriberLines({ ...view, account }, settings).filter((text) => text.includes(account.email));
  };
  expect(drawn(app.now())).toEqual([expect.stringContaining('+48 601 000 002')]);
  expect(drawn(app.now() + DAY)).toEqual([expect.not.stringContaining('+48 601 000 002')]);
});

describe('where to look first', () => {
  test('at the locked one', () => {
    expect(mostPressing([view('valid', untouched), view('valid', locked)])).toBe(1);
  });

  test('at a usable certificate before a useless one, even a locked one', () => {
    expect(mostPressing([view('suspended', locked), view('valid', untouched)])).toBe(1);
    expect(mostPressing([view('expired', untouched), view('revoked', locked)])).toBe(1);
  });

  test('at the first of equals, and at nothing when there is none', () => {
    expect(mostPressing([view('valid', untouched), view('valid', untouched)])).toBe(0);
    expect(mostPressing([])).toBe(0);
  });
});

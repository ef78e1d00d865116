import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import {
  choosePin,
  closeApp,
  hasPin,
  inbox,
  installApp,
  openApp,
  otps,
  pinOf,
  reinstallApp,
  setSkew,
  typePin,
} from '../../src/sim/phone.ts';
import { phoneScreen } from '../../src/sim/phone-screen.ts';
import { addPhone, losePhone, moveSim, replacePhone, switchPhone } from '../../src/sim/phones.ts';
import { enterCode, sendCode, showQr, status } from '../../src/sim/portal.ts';
import { openScanner, scan, scanUri, scanWindow } from '../../src/sim/scanner.ts';
import { signDocument } from '../../src/sim/secure-doc.ts';
import { startFromNothing } from '../../src/sim/software.ts';
import { importRecord, NOON } from '../support/records.ts';
import { CUSTOMER, grantedBy, PHONE, refusalOf, SERIAL, simulatedApp } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';

const PIN = '4821';
const SECOND_PHONE = `${PHONE}#2`;
const DOCUMENT = { name: 'umowa.txt', content: [Buffer.from('umowa')] };

const seen = async (app: App, of: string = PHONE) => grantedBy(await phoneScreen(app, of));
const screenOf = async (app: App, of: string = PHONE) => (await seen(app, of)).screen;

/** A phone fresh from the shop, without the app. */
async function newPhone() {
  const app = await simulatedApp();
  grantedBy(await startFromNothing(app, CUSTOMER));
  return app;
}

/** The app is open, and the portal shows the QR. */
async function qrInView() {
  const app = await simulatedApp();
  grantedBy(await choosePin(app, PHONE, PIN, PIN));
  await shownAgain(app, '100001');
  return app;
}

async function shownAgain(app: App & { readonly clock: { advance(by: number): void } }, code: string) {
  grantedBy(await sendCode(app, SERIAL));
  app.clock.advance(10 * SECOND);
  grantedBy(await enterCode(app, SERIAL, code));
  grantedBy(await showQr(app, SERIAL));
}

async function readySecondPhone(app: App) {
  expect(grantedBy(await addPhone(app, PHONE))).toEqual({ id: SECOND_PHONE });
  grantedBy(await installApp(app, SECOND_PHONE));
  grantedBy(await choosePin(app, SECOND_PHONE, '1111', '1111'));
}

describe('the first launch', () => {
  test('store, install, a PIN typed twice, and the app is open by itself', async () => {
    const app = await newPhone();
    expect(await screenOf(app)).toEqual({ on: 'store' });
    grantedBy(await installApp(app, PHONE));
    expect(await screenOf(app)).toEqual({ on: 'choose-pin', entry: 'first', refusal: null });
    grantedBy(await typePin(app, PHONE, PIN));
    expect(await screenOf(app)).toEqual({ on: 'choose-pin', entry: 'again', refusal: null });
    grantedBy(await typePin(app, PHONE, PIN));
    expect(await screenOf(app)).toEqual({ on: 'codes', entries: [], period: 30_000 });
  });

  test('without the app there is nothing to launch', async () => {
    const app = await newPhone();
    for (const answer of [
      await hasPin(app, PHONE),
      await choosePin(app, PHONE, PIN, PIN),
      await typePin(app, PHONE, PIN),
      await openApp(app, PHONE, PIN),
      await otps(app, PHONE, PIN),
      await scanWindow(app, PHONE, PIN, SERIAL),
      await openScanner(app, PHONE),
      await closeApp(app, PHONE),
      await reinstallApp(app, PHONE),
    ])
      expect(refusalOf(answer)).toBe('app-not-installed');
    grantedBy(await installApp(app, PHONE));
    expect(refusalOf(await installApp(app, PHONE))).toBe('app-installed');
  });

  test('a second entry that differs begins anew, and says so', async () => {
    const app = await simulatedApp();
    grantedBy(await typePin(app, PHONE, PIN));
    expect(refusalOf(await typePin(app, PHONE, '4822'))).toBe('pin-mismatch');
    expect(await screenOf(app)).toEqual({ on: 'choose-pin', entry: 'first', refusal: { code: 'pin-mismatch' } });
    grantedBy(await typePin(app, PHONE, PIN));
    expect(await screenOf(app)).toEqual({ on: 'choose-pin', entry: 'again', refusal: null });
    grantedBy(await typePin(app, PHONE, PIN));
    expect(pinOf(app.world ?? never(), PHONE)).toBe(PIN);
  });

  test.each(['123', '12345', '12 4', '１２３４', ''])('“%s” is no PIN', async (typed) => {
    const app = await simulatedApp();
    expect(refusalOf(await typePin(app, PHONE, typed))).toBe('pin-malformed');
    expect(await screenOf(app)).toEqual({ on: 'choose-pin', entry: 'first', refusal: { code: 'pin-malformed' } });
  });
});

describe('every other launch', () => {
  test('asks for the PIN, and opens with no other', async () => {
    const app = await simulatedApp();
    grantedBy(await choosePin(app, PHONE, PIN, PIN));
    grantedBy(await closeApp(app, PHONE));
    expect(await screenOf(app)).toEqual({ on: 'ask-pin', refusal: null });
    expect(refusalOf(await typePin(app, PHONE, '0000'))).toBe('pin-wrong');
    expect(await screenOf(app)).toEqual({ on: 'ask-pin', refusal: { code: 'pin-wrong' } });
    grantedBy(await typePin(app, PHONE, PIN));
    expect(await screenOf(app)).toMatchObject({ on: 'codes' });
    expect(refusalOf(await choosePin(app, PHONE, '1234', '1234'))).toBe('pin-already-chosen');
  });

  test('a wrong PIN closes what was open', async () => {
    const app = await qrInView();
    grantedBy(await scan(app, PHONE, SERIAL));
    expect(refusalOf(await otps(app, PHONE, '0000'))).toBe('pin-wrong');
    expect(await screenOf(app)).toMatchObject({ on: 'ask-pin' });
    expect(refusalOf(await closeApp(app, PHONE))).toBe('app-closed');
    expect(refusalOf(await openScanner(app, PHONE))).toBe('app-closed');
    expect(refusalOf(await scan(app, PHONE, SERIAL))).toBe('app-closed');
  });

  test('a forgotten PIN: installed again, a new PIN, and the entries are gone', async () => {
    const app = await qrInView();
    grantedBy(await scan(app, PHONE, SERIAL));
    grantedBy(await reinstallApp(app, PHONE));
    expect(await screenOf(app)).toEqual({ on: 'choose-pin', entry: 'first', refusal: null });
    grantedBy(await choosePin(app, PHONE, '9999', '9999'));
    expect(await screenOf(app)).toMatchObject({ on: 'codes', entries: [] });
    expect(refusalOf(await otps(app, PHONE, '9999'))).toBe('no-app-entry');
  });
});

describe('+ and scan', () => {
  test('the camera reads the window and the code appears, with its ring', async () => {
    const app = await qrInView();
    grantedBy(await openScanner(app, PHONE));
    expect(await screenOf(app)).toEqual({ on: 'scanner', refusal: null });
    const { otp } = grantedBy(await scan(app, PHONE, SERIAL));
    const codes = await screenOf(app);
    expect(codes).toMatchObject({ on: 'codes', entries: [{ entry: 1, serial: SERIAL, otp, changesIn: 20_000 }] });
    app.clock.advance(20 * SECOND - 1);
    expect(await screenOf(app)).toMatchObject({ entries: [{ otp, changesIn: 1 }] });
    app.clock.advance(1);
    expect(await screenOf(app)).toMatchObject({ entries: [{ changesIn: 30_000 }] });
    expect(await screenOf(app)).not.toMatchObject({ entries: [{ otp }] });
  });

  test('nothing in view, or no QR of ours: the scanner stays and says so', async () => {
    const app = await simulatedApp();
    grantedBy(await choosePin(app, PHONE, PIN, PIN));
    expect(refusalOf(await scan(app, PHONE, SERIAL))).toBe('no-qr-open');
    expect(await screenOf(app)).toEqual({ on: 'scanner', refusal: { code: 'no-qr-open' } });
    expect(refusalOf(await scanUri(app, PHONE, PIN, 'https://example.org'))).toBe('qr-unreadable');
    expect(await screenOf(app)).toEqual({ on: 'scanner', refusal: { code: 'qr-unreadable' } });
    expect(refusalOf(await scan(app, PHONE, 'ABCDEF'))).toBe('certificate-unknown');
    grantedBy(await openApp(app, PHONE, PIN));
    expect(await screenOf(app)).toMatchObject({ on: 'codes', entries: [] });
  });

  test('a clock that is off shows other codes, and the portal’s SMS at its own time', async () => {
    const app = await qrInView();
    const { otp } = grantedBy(await scan(app, PHONE, SERIAL));
    grantedBy(await setSkew(app, PHONE, 4 * MINUTE));
    const shown = await seen(app);
    expect(shown.skew).toBe(4 * MINUTE);
    expect(shown.screen).not.toMatchObject({ entries: [{ otp }] });
    app.clock.advance(-4 * MINUTE);
    expect(await screenOf(app)).toMatchObject({ entries: [{ otp }] });
  });
});

describe('a second phone', () => {
  test('that scanned the same QR shows the same codes, and both sign', async () => {
    const app = await qrInView();
    grantedBy(await scan(app, PHONE, SERIAL));
    await readySecondPhone(app);
    grantedBy(await scanWindow(app, SECOND_PHONE, '1111', SERIAL));
    const [first] = grantedBy(await otps(app, PHONE, PIN));
    const [second] = grantedBy(await otps(app, SECOND_PHONE, '1111'));
    expect(second?.otp).toBe(first?.otp);
    grantedBy(await signDocument(app, SERIAL, first?.otp ?? '', DOCUMENT));
    expect(refusalOf(await signDocument(app, SERIAL, second?.otp ?? '', DOCUMENT))).toBe('otp-already-used');
  });

  test('has its own PIN, its own clock and no SIM card', async () => {
    const app = await qrInView();
    await readySecondPhone(app);
    grantedBy(await setSkew(app, SECOND_PHONE, MINUTE));
    expect(refusalOf(await openApp(app, SECOND_PHONE, PIN))).toBe('pin-wrong');
    expect(await seen(app, SECOND_PHONE)).toMatchObject({ id: SECOND_PHONE, number: null, inbox: [], skew: MINUTE });
    expect(await seen(app)).toMatchObject({ id: `${PHONE}#1`, number: PHONE, skew: 0 });
    expect((await seen(app)).inbox).toHaveLength(1);
    expect(grantedBy(await inbox(app, SECOND_PHONE))).toEqual([]);
  });

  test('with the SIM card moved gets what comes from then on; the first keeps its app', async () => {
    const app = await qrInView();
    grantedBy(await scan(app, PHONE, SERIAL));
    await readySecondPhone(app);
    app.clock.advance(MINUTE);
    grantedBy(await moveSim(app, PHONE, SECOND_PHONE));
    expect(grantedBy(await inbox(app, PHONE))).toEqual([]);
    grantedBy(await sendCode(app, SERIAL));
    app.clock.advance(10 * SECOND);
    expect(grantedBy(await inbox(app, PHONE))).toHaveLength(1);
    expect(await seen(app)).toMatchObject({ id: SECOND_PHONE, number: PHONE });
    expect(await seen(app, `${PHONE}#1`)).toMatchObject({ number: null, inbox: [] });
    expect(grantedBy(await otps(app, `${PHONE}#1`, PIN))).toHaveLength(1);
  });
});

describe('a lost phone', () => {
  test('shows no code and gets no SMS, and the attempt fails undelivered', async () => {
    const app = await qrInView();
    grantedBy(await scan(app, PHONE, SERIAL));
    grantedBy(await losePhone(app, PHONE));
    expect(await seen(app)).toMatchObject({ screen: { on: 'lost' }, inbox: [] });
    for (const answer of [
      await otps(app, PHONE, PIN),
      await openApp(app, PHONE, PIN),
      await scan(app, PHONE, SERIAL),
      await inbox(app, PHONE),
      await setSkew(app, PHONE, 0),
      await switchPhone(app, PHONE, 'on'),
      await losePhone(app, PHONE),
    ])
      expect(refusalOf(answer)).toBe('phone-lost');
    expect(pinOf(app.world ?? never(), PHONE)).toBeNull();
    app.clock.advance(MINUTE);
    grantedBy(await sendCode(app, SERIAL));
    app.clock.advance(5 * MINUTE + SECOND);
    const [attempt] = grantedBy(await status(app, SERIAL)).view.attempts;
    expect(attempt).toMatchObject({ outcome: 'not_delivered', deliveredAt: null });
  });

  test('a new one with the same number begins with the store, and gets the next SMS', async () => {
    const app = await qrInView();
    grantedBy(await scan(app, PHONE, SERIAL));
    grantedBy(await losePhone(app, PHONE));
    expect(grantedBy(await replacePhone(app, PHONE))).toEqual({ id: SECOND_PHONE });
    expect(await seen(app)).toMatchObject({ id: SECOND_PHONE, number: PHONE, screen: { on: 'store' }, inbox: [] });
    expect(await seen(app, CUSTOMER)).toEqual(await seen(app));
    app.clock.advance(MINUTE);
    grantedBy(await sendCode(app, SERIAL));
    app.clock.advance(10 * SECOND);
    expect(grantedBy(await inbox(app, PHONE))).toHaveLength(1);
    expect(await screenOf(app, `${PHONE}#1`)).toEqual({ on: 'lost' });
  });

  test('a trainer’s own rule for the number is left alone', async () => {
    const app = await simulatedApp();
    await setRule(app, { of: 'phone', phone: PHONE }, { effect: 'lost' });
    grantedBy(await replacePhone(app, PHONE));
    expect(app.world?.items('network-rule', `phone:${PHONE}`)[0]?.value).toEqual({ effect: 'lost' });
  });
});

describe('a phone that is switched off', () => {
  test('is dark, its app closed, and is as before when it is on again', async () => {
    const app = await qrInView();
    grantedBy(await scan(app, PHONE, SERIAL));
    grantedBy(await switchPhone(app, PHONE, 'off'));
    expect(await seen(app)).toMatchObject({ screen: { on: 'off' }, inbox: [] });
    expect(refusalOf(await otps(app, PHONE, PIN))).toBe('phone-off');
    expect(refusalOf(await inbox(app, PHONE))).toBe('phone-off');
    grantedBy(await switchPhone(app, PHONE, 'on'));
    expect(await seen(app)).toMatchObject({ screen: { on: 'ask-pin' }, inbox: [{ serial: SERIAL }] });
    expect(app.world?.items('network-rule', `phone:${PHONE}`)).toEqual([]);
    expect(grantedBy(await otps(app, PHONE, PIN))).toHaveLength(1);
  });
});

describe('a new number', () => {
  const NUMBER = '+48609000009';

  test('in the old phone: the entries stay, and SMS to the new number arrive', async () => {
    const app = await qrInView();
    grantedBy(await scan(app, PHONE, SERIAL));
    grantedBy(await moveSim(app, NUMBER, `${PHONE}#1`));
    expect(await seen(app, NUMBER)).toMatchObject({ id: `${PHONE}#1`, number: NUMBER });
    expect(grantedBy(await otps(app, NUMBER, PIN))).toHaveLength(1);
    expect(refusalOf(await phoneScreen(app, PHONE))).toBe('phone-unknown');
  });
});

describe('no such thing', () => {
  test('a phone that nobody has', async () => {
    const app = await simulatedApp();
    for (const answer of [
      await phoneScreen(app, SECOND_PHONE),
      await openApp(app, SECOND_PHONE, PIN),
      await losePhone(app, SECOND_PHONE),
      await switchPhone(app, SECOND_PHONE, 'off'),
      await moveSim(app, PHONE, SECOND_PHONE),
      await moveSim(app, `${PHONE}#1`, `${PHONE}#1`),
      await replacePhone(app, SECOND_PHONE),
    ])
      expect(refusalOf(answer)).toBe('phone-unknown');
    expect(refusalOf(await phoneScreen(app, 'EC-999999'))).toBe('account-unknown');
  });

  test('a subscriber without a number on file has a phone all the same', async () => {
    const app = await simulatedApp();
    await app.importRecords({ kind: 'administrator', id: 'root' }, [importRecord(77, { phone: null })], {
      dryRun: false,
    });
    expect(await seen(app, 'EC-100077')).toMatchObject({ id: 'EC-100077#1', number: null, inbox: [] });
  });

  test('none of it in a live database', async () => {
    const app = await tempApp('live');
    for (const answer of [
      await phoneScreen(app, PHONE),
      await installApp(app, PHONE),
      await reinstallApp(app, PHONE),
      await typePin(app, PHONE, PIN),
      await openApp(app, PHONE, PIN),
      await closeApp(app, PHONE),
      await openScanner(app, PHONE),
      await scan(app, PHONE, SERIAL),
      await losePhone(app, PHONE),
      await switchPhone(app, PHONE, 'off'),
      await addPhone(app, PHONE),
      await replacePhone(app, PHONE),
      await moveSim(app, PHONE, SECOND_PHONE),
    ])
      expect(refusalOf(answer)).toBe('training-only');
  });
});

test('looking at a phone changes nothing', async () => {
  const app = await qrInView();
  const before = app.revision();
  await seen(app);
  expect(app.revision()).toBe(before);
  expect(app.now()).toBe(NOON + 10 * SECOND);
});

function never(): never {
  throw new Error('no training');
}

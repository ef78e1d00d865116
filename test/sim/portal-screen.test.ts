import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { closeWindow, enterCode, sendCode, showQr } from '../../src/sim/portal.ts';
import { logIn, logOut, openCertificate, openTab } from '../../src/sim/portal-pages.ts';
import { portalLoginOf } from '../../src/sim/portal-password.ts';
import { portalScreen } from '../../src/sim/portal-screen.ts';
import { install, startFromNothing } from '../../src/sim/software.ts';
import { unlockedBy } from '../support/colleague.ts';
import { NOON } from '../support/records.ts';
import { playedOn } from '../support/scenarios.ts';
import { CUSTOMER, grantedBy, PHONE, refusalOf, SERIAL, simulatedApp } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';

const PASSWORD = portalLoginOf({ customerId: CUSTOMER, login: 'a.nowak1' }).password;
const administrator = { kind: 'administrator', id: 'root' } as const;

const screenOf = async (app: App) => grantedBy(await portalScreen(app, CUSTOMER));

/** Logged in, on the page of the certificate. */
async function onPage() {
  const app = await simulatedApp();
  grantedBy(await logIn(app, CUSTOMER, PASSWORD));
  grantedBy(await openCertificate(app, SERIAL));
  return app;
}

async function codeSent() {
  const app = await onPage();
  grantedBy(await sendCode(app, SERIAL));
  app.clock.advance(10 * SECOND);
  return app;
}

describe('the portal before anything', () => {
  test('asks for login and password, and lets nobody in with a wrong one', async () => {
    const app = await simulatedApp();
    expect(await screenOf(app)).toEqual({ on: 'log-in', refusal: null });
    expect(refusalOf(await logIn(app, CUSTOMER, `${PASSWORD} `))).toBe('login-wrong');
    expect(await screenOf(app)).toEqual({ on: 'log-in', refusal: { code: 'login-wrong' } });
    expect(refusalOf(await openTab(app, CUSTOMER, 'software'))).toBe('not-logged-in');
    expect(refusalOf(await openCertificate(app, SERIAL))).toBe('not-logged-in');
  });

  test('a right password forgets the wrong one and opens Certificates → List', async () => {
    const app = await simulatedApp();
    await logIn(app, CUSTOMER, 'wrong');
    const list = grantedBy(await logIn(app, CUSTOMER, PASSWORD));
    expect(list).toMatchObject({ on: 'list', refusal: null, certificates: [{ certificate: { serial: SERIAL } }] });
    grantedBy(await logOut(app, CUSTOMER));
    expect(await screenOf(app)).toEqual({ on: 'log-in', refusal: null });
  });

  test('the password is the same in every training and another one for everybody', async () => {
    const other = portalLoginOf({ customerId: 'EC-100002', login: 'a.nowak2' });
    expect(PASSWORD).toBe('polana-7961-latarnia');
    expect(other.password).not.toBe(PASSWORD);
    expect(refusalOf(await logIn(await simulatedApp(), CUSTOMER, other.password))).toBe('login-wrong');
  });

  test('nobody of that number, and no portal in a live database', async () => {
    const app = await simulatedApp();
    expect(refusalOf(await portalScreen(app, 'EC-999999'))).toBe('account-unknown');
    expect(refusalOf(await logIn(app, 'EC-999999', PASSWORD))).toBe('account-unknown');
    const live = await tempApp('live');
    for (const answer of [
      await portalScreen(live, CUSTOMER),
      await logIn(live, CUSTOMER, PASSWORD),
      await logOut(live, CUSTOMER),
      await openTab(live, CUSTOMER, 'software'),
      await openCertificate(live, SERIAL),
      await install(live, CUSTOMER, 'app'),
      await startFromNothing(live, CUSTOMER),
    ])
      expect(refusalOf(answer)).toBe('training-only');
  });
});

describe('Software', () => {
  test('everything is installed at somebody of old, nothing at a customer of today', async () => {
    const app = await onPage();
    expect(grantedBy(await openTab(app, CUSTOMER, 'software'))).toMatchObject({
      installed: ['app', 'desktop', 'secure-doc'],
    });
    grantedBy(await startFromNothing(app, CUSTOMER));
    expect(await screenOf(app)).toEqual({ on: 'log-in', refusal: null });
    grantedBy(await logIn(app, CUSTOMER, PASSWORD));
    expect(grantedBy(await openTab(app, CUSTOMER, 'software'))).toEqual({
      on: 'software',
      installed: [],
      refusal: null,
    });
  });

  test('installs each of the three, once', async () => {
    const app = await simulatedApp();
    grantedBy(await startFromNothing(app, CUSTOMER));
    grantedBy(await logIn(app, CUSTOMER, PASSWORD));
    grantedBy(await openTab(app, CUSTOMER, 'software'));
    for (const [what, again] of [
      ['app', 'app-installed'],
      ['desktop', 'desktop-installed'],
      ['secure-doc', 'secure-doc-installed'],
    ] as const) {
      grantedBy(await install(app, CUSTOMER, what));
      expect(refusalOf(await install(app, CUSTOMER, what))).toBe(again);
    }
    expect(await screenOf(app)).toMatchObject({ installed: ['app', 'desktop', 'secure-doc'] });
    expect(refusalOf(await install(app, 'EC-999999', 'app'))).toBe('account-unknown');
  });
});

describe('the page of a certificate', () => {
  test('goes from Send SMS code to the QR and on to active', async () => {
    const app = await onPage();
    expect(await screenOf(app)).toMatchObject({ on: 'qr-code', last: null, failures: 0, limit: 3, refusal: null });
    grantedBy(await sendCode(app, SERIAL));
    expect(await screenOf(app)).toEqual({
      on: 'enter-code',
      serial: SERIAL,
      phone: PHONE,
      requestedAt: NOON,
      deadline: NOON + 5 * MINUTE,
      resendFrom: NOON + MINUTE,
      entriesLeft: 3,
      refusal: null,
    });
    app.clock.advance(10 * SECOND);
    grantedBy(await enterCode(app, SERIAL, '100001'));
    expect(await screenOf(app)).toEqual({ on: 'confirmed', serial: SERIAL, refusal: null });
    const { lines } = grantedBy(await showQr(app, SERIAL));
    expect(await screenOf(app)).toEqual({
      on: 'secret',
      serial: SERIAL,
      lines,
      until: NOON + 5 * MINUTE + 10 * SECOND,
    });
  });

  test('remembers a wrong code until the next step, and what it leaves', async () => {
    const app = await codeSent();
    expect(refusalOf(await enterCode(app, SERIAL, '000000'))).toBe('wrong-code');
    expect(await screenOf(app)).toMatchObject({
      on: 'enter-code',
      entriesLeft: 2,
      refusal: { code: 'wrong-code', entriesLeft: 2 },
    });
    expect(refusalOf(await enterCode(app, SERIAL, '12'))).toBe('code-malformed');
    expect(await screenOf(app)).toMatchObject({ entriesLeft: 2, refusal: { code: 'code-malformed' } });
    expect(refusalOf(await sendCode(app, SERIAL))).toBe('too-soon');
    expect(await screenOf(app)).toMatchObject({ on: 'enter-code', refusal: { code: 'too-soon' } });
    grantedBy(await enterCode(app, SERIAL, '100001'));
    expect(await screenOf(app)).toMatchObject({ on: 'confirmed', refusal: null });
  });

  test('a refusal belongs to its screen: time takes both away', async () => {
    const app = await codeSent();
    await enterCode(app, SERIAL, '000000');
    app.clock.advance(5 * MINUTE);
    expect(await screenOf(app)).toMatchObject({
      on: 'qr-code',
      failures: 1,
      last: { outcome: 'expired' },
      refusal: null,
    });
  });

  test('closing the window means asking for a new code', async () => {
    const app = await codeSent();
    grantedBy(await enterCode(app, SERIAL, '100001'));
    grantedBy(await showQr(app, SERIAL));
    grantedBy(await closeWindow(app, SERIAL));
    expect(await screenOf(app)).toEqual({ on: 'window-closed', serial: SERIAL, refusal: null });
    expect(refusalOf(await showQr(app, SERIAL))).toBe('qr-expired');
    expect(await screenOf(app)).toMatchObject({ on: 'window-closed', refusal: { code: 'qr-expired' } });
    app.clock.advance(MINUTE);
    grantedBy(await sendCode(app, SERIAL));
    expect(await screenOf(app)).toMatchObject({ on: 'enter-code', refusal: null });
  });

  test('the window closes by itself after 5 minutes, to the millisecond', async () => {
    const app = await codeSent();
    grantedBy(await enterCode(app, SERIAL, '100001'));
    grantedBy(await showQr(app, SERIAL));
    app.clock.advance(5 * MINUTE - 1);
    expect(await screenOf(app)).toMatchObject({ on: 'secret' });
    app.clock.advance(1);
    expect(await screenOf(app)).toMatchObject({ on: 'window-closed' });
  });

  test('a QR whose drawing nobody has is no window, and the drawing of an older one is not shown for it', async () => {
    const app = await codeSent();
    const shownElsewhere = () =>
      app.perform({ kind: 'subscriber', id: CUSTOMER }, { type: 'show-secret-qr', serial: SERIAL });
    grantedBy(await enterCode(app, SERIAL, '100001'));
    await shownElsewhere();
    expect(await screenOf(app)).toMatchObject({ on: 'window-closed' });
    for (const code of ['100002', '100003']) {
      grantedBy(await sendCode(app, SERIAL));
      app.clock.advance(10 * SECOND);
      grantedBy(await enterCode(app, SERIAL, code));
      if (code === '100002') grantedBy(await showQr(app, SERIAL));
    }
    await shownElsewhere();
    expect(await screenOf(app)).toMatchObject({ on: 'window-closed' });
  });

  test('three failed attempts: contact technical support; an unlock opens the way again', async () => {
    const app = await onPage();
    await setRule(app, { of: 'phone', phone: PHONE }, { effect: 'lost' });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      grantedBy(await sendCode(app, SERIAL));
      app.clock.advance(5 * MINUTE + SECOND);
    }
    const wall = { on: 'contact-support', serial: SERIAL, wall: { why: 'sms', failures: 3 } };
    expect(await screenOf(app)).toEqual(wall);
    expect(refusalOf(await sendCode(app, SERIAL))).toBe('activation-locked');
    expect(await screenOf(app)).toEqual(wall);
    const ewa = { agentId: 'ewa', name: 'Ewa', role: 'agent', passwordHash: null, ownCustomerId: null } as const;
    await app.perform(administrator, { type: 'add-agent', ...ewa });
    await unlockedBy(app, 'ewa', CUSTOMER, SERIAL);
    expect(await screenOf(app)).toMatchObject({ on: 'qr-code', failures: 0, refusal: null });
  });

  test('five wrong OTPs: the wall says so', async () => {
    const app = await onPage();
    await playedOn(app, SERIAL, 'wrong-otp');
    expect(await screenOf(app)).toMatchObject({ on: 'contact-support', wall: { why: 'otp', failures: 5 } });
  });

  test('a story that worked ends on an active certificate', async () => {
    const app = await onPage();
    await playedOn(app, SERIAL, 'happy-path');
    expect(await screenOf(app)).toMatchObject({ on: 'active', serial: SERIAL, refusal: null });
    expect(refusalOf(await sendCode(app, SERIAL))).toBe('already-active');
    expect(await screenOf(app)).toMatchObject({ on: 'active', refusal: { code: 'already-active' } });
  });

  test('the other tab is one step away, and back is the list', async () => {
    const app = await codeSent();
    grantedBy(await openTab(app, CUSTOMER, 'software'));
    expect(await screenOf(app)).toMatchObject({ on: 'software' });
    grantedBy(await openTab(app, CUSTOMER, 'certificates'));
    expect(await screenOf(app)).toMatchObject({ on: 'list' });
    grantedBy(await openCertificate(app, SERIAL));
    expect(await screenOf(app)).toMatchObject({ on: 'enter-code' });
  });

  test('whoever acts without a session is logged in first', async () => {
    const app = await simulatedApp();
    grantedBy(await sendCode(app, SERIAL));
    expect(await screenOf(app)).toMatchObject({ on: 'enter-code' });
  });
});

describe('what others do meanwhile', () => {
  test('a blocked account is thrown out and not let in again', async () => {
    const app = await codeSent();
    await app.perform(administrator, { type: 'block-account', customerId: CUSTOMER, note: 'n' });
    const out = { on: 'log-in', refusal: { code: 'account-blocked', since: app.now() } };
    expect(await screenOf(app)).toEqual(out);
    expect(refusalOf(await logIn(app, CUSTOMER, PASSWORD))).toBe('account-blocked');
    expect(await screenOf(app)).toEqual(out);
  });

  test('a revoked certificate: the page is the list again, and its icon opens nothing', async () => {
    const app = await codeSent();
    await app.perform({ kind: 'authority', id: 'ca' }, { type: 'revoke-certificate', serial: SERIAL });
    const why = { code: 'certificate-not-valid', status: 'revoked' };
    expect(await screenOf(app)).toMatchObject({ on: 'list', refusal: why });
    expect(refusalOf(await openCertificate(app, SERIAL))).toBe('certificate-not-valid');
    expect(await screenOf(app)).toMatchObject({ on: 'list', refusal: why });
    expect(refusalOf(await openCertificate(app, 'ABCDEF'))).toBe('certificate-unknown');
  });

  test('looking changes nothing', async () => {
    const app = await codeSent();
    const before = app.revision();
    await screenOf(app);
    app.clock.advance(10 * MINUTE);
    await screenOf(app);
    expect(app.revision()).toBe(before);
  });
});

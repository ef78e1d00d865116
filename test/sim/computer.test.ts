import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { SECOND } from '../../src/domain/ids.ts';
import { computerScreen } from '../../src/sim/computer.ts';
import { logInDesktop, minimiseDesktop, startDesktop, stopDesktop } from '../../src/sim/desktop.ts';
import { choosePin, otps } from '../../src/sim/phone.ts';
import { enterCode, sendCode, showQr } from '../../src/sim/portal.ts';
import { portalLoginOf } from '../../src/sim/portal-password.ts';
import { scan } from '../../src/sim/scanner.ts';
import { signDocument } from '../../src/sim/secure-doc.ts';
import { addFile, chooseCertificate, enterOtp, pressButton } from '../../src/sim/secure-doc-window.ts';
import { install, startFromNothing } from '../../src/sim/software.ts';
import { opensslVerify } from '../support/openssl.ts';
import { CUSTOMER, grantedBy, PHONE, refusalOf, SERIAL, simulatedApp } from '../support/simulated.ts';
import { tempApp, tempFolder } from '../support/temp-database.ts';

const PIN = '4821';
const PASSWORD = portalLoginOf({ customerId: CUSTOMER, login: 'a.nowak1' }).password;
const administrator = { kind: 'administrator', id: 'root' } as const;

const seen = async (app: App) => grantedBy(await computerScreen(app, CUSTOMER));
const windowOf = async (app: App) => (await seen(app)).secureDoc;
const press = (app: App, button: Parameters<typeof pressButton>[2]) => pressButton(app, CUSTOMER, button);
const otpOf = async (app: App) => grantedBy(await otps(app, PHONE, PIN)).at(-1)?.otp ?? '';

/** A computer from the shop. */
async function newComputer() {
  const app = await simulatedApp();
  grantedBy(await startFromNothing(app, CUSTOMER));
  return app;
}

/** The app shows OTPs; the computer was set up long ago. */
async function ready() {
  const app = await simulatedApp();
  grantedBy(await sendCode(app, SERIAL));
  app.clock.advance(10 * SECOND);
  grantedBy(await enterCode(app, SERIAL, '100001'));
  grantedBy(await showQr(app, SERIAL));
  grantedBy(await choosePin(app, PHONE, PIN, PIN));
  grantedBy(await scan(app, PHONE, SERIAL));
  return app;
}

/** SecureDoc asks for the OTP. */
async function atOtp(path: string | null = null) {
  const app = await ready();
  grantedBy(await addFile(app, CUSTOMER, path));
  grantedBy(await press(app, 'sign-files'));
  grantedBy(await press(app, 'cryptographic-devices'));
  grantedBy(await chooseCertificate(app, CUSTOMER, SERIAL));
  grantedBy(await press(app, 'ok'));
  return app;
}

describe('ECSigner Desktop', () => {
  test('of somebody of old runs in the background', async () => {
    const app = await simulatedApp();
    expect(await seen(app)).toMatchObject({
      desktop: { is: 'running', window: 'minimised' },
      secureDoc: { on: 'start' },
      certificates: [{ certificate: { serial: SERIAL } }],
    });
  });

  test('install, start, log in with the portal’s password, minimise, stop', async () => {
    const app = await newComputer();
    expect(await seen(app)).toEqual({ desktop: { is: 'absent' }, secureDoc: { on: 'absent' }, certificates: [] });
    grantedBy(await install(app, CUSTOMER, 'desktop'));
    expect((await seen(app)).desktop).toEqual({ is: 'stopped' });
    grantedBy(await startDesktop(app, CUSTOMER));
    expect((await seen(app)).desktop).toEqual({ is: 'logged-out', refusal: null });
    expect(refusalOf(await logInDesktop(app, CUSTOMER, 'wrong'))).toBe('login-wrong');
    expect((await seen(app)).desktop).toEqual({ is: 'logged-out', refusal: { code: 'login-wrong' } });
    grantedBy(await logInDesktop(app, CUSTOMER, PASSWORD));
    expect((await seen(app)).desktop).toEqual({ is: 'running', window: 'open' });
    grantedBy(await minimiseDesktop(app, CUSTOMER));
    expect((await seen(app)).desktop).toEqual({ is: 'running', window: 'minimised' });
    grantedBy(await stopDesktop(app, CUSTOMER));
    expect((await seen(app)).desktop).toEqual({ is: 'stopped' });
  });

  test('refuses what does not fit its state', async () => {
    const app = await newComputer();
    const all = async () =>
      [
        await startDesktop(app, CUSTOMER),
        await logInDesktop(app, CUSTOMER, PASSWORD),
        await minimiseDesktop(app, CUSTOMER),
        await stopDesktop(app, CUSTOMER),
      ].map(refusalOf);
    expect(await all()).toEqual([
      'desktop-not-installed',
      'desktop-not-installed',
      'not-on-screen',
      'desktop-not-installed',
    ]);
    grantedBy(await install(app, CUSTOMER, 'desktop'));
    expect(refusalOf(await logInDesktop(app, CUSTOMER, PASSWORD))).toBe('desktop-not-running');
    expect(refusalOf(await stopDesktop(app, CUSTOMER))).toBe('desktop-not-running');
    expect(await all()).toEqual([null, null, null, null]);
    grantedBy(await startDesktop(app, CUSTOMER));
    expect(refusalOf(await minimiseDesktop(app, CUSTOMER))).toBe('not-on-screen');
    expect(refusalOf(await startDesktop(app, CUSTOMER))).toBe('desktop-running');
    grantedBy(await logInDesktop(app, CUSTOMER, PASSWORD));
    expect(refusalOf(await logInDesktop(app, CUSTOMER, PASSWORD))).toBe('desktop-running');
  });

  test('lets a blocked account in no more than the portal does', async () => {
    const app = await simulatedApp();
    grantedBy(await stopDesktop(app, CUSTOMER));
    grantedBy(await startDesktop(app, CUSTOMER));
    await app.perform(administrator, { type: 'block-account', customerId: CUSTOMER, note: 'n' });
    expect(refusalOf(await logInDesktop(app, CUSTOMER, PASSWORD))).toBe('account-blocked');
    expect((await seen(app)).desktop).toMatchObject({ is: 'logged-out', refusal: { code: 'account-blocked' } });
  });

  test.each([
    ['desktop-not-installed', async (app: App) => startFromNothingWithSecureDoc(app)],
    ['desktop-not-running', async (app: App) => stopDesktop(app, CUSTOMER)],
    [
      'desktop-logged-out',
      async (app: App) => {
        await stopDesktop(app, CUSTOMER);
        return startDesktop(app, CUSTOMER);
      },
    ],
  ] as const)('without it no certificate and no signature: %s', async (code, without) => {
    const app = await ready();
    const otp = await otpOf(app);
    await without(app);
    expect(refusalOf(await signDocument(app, SERIAL, otp, { name: 'a', content: [] }))).toBe(code);
    grantedBy(await addFile(app, CUSTOMER, null));
    grantedBy(await press(app, 'sign-files'));
    expect(refusalOf(await press(app, 'cryptographic-devices'))).toBe(code);
    expect(await seen(app)).toMatchObject({ secureDoc: { on: 'certificates', refusal: { code } }, certificates: [] });
    expect(refusalOf(await chooseCertificate(app, CUSTOMER, SERIAL))).toBe(code);
    expect(refusalOf(await press(app, 'ok'))).toBe(code);
    // The OTP was not spent, and the list fills by itself once the bridge runs.
    if (code === 'desktop-not-installed') grantedBy(await install(app, CUSTOMER, 'desktop'));
    if (code !== 'desktop-logged-out') grantedBy(await startDesktop(app, CUSTOMER));
    grantedBy(await logInDesktop(app, CUSTOMER, PASSWORD));
    expect(await seen(app)).toMatchObject({
      secureDoc: { on: 'certificates', refusal: null },
      certificates: [{ certificate: { serial: SERIAL } }],
    });
    grantedBy(await signDocument(app, SERIAL, otp, { name: 'a', content: [] }));
  });
});

describe('SecureDoc 2.0', () => {
  test('add file → Sign files → Cryptographic devices → certificate → OK → OTP, and openssl agrees', async () => {
    const file = join(tempFolder(), 'umowa.pdf');
    writeFileSync(file, 'treść umowy');
    const app = await ready();
    const document = { name: 'umowa.pdf', path: file };
    expect(grantedBy(await addFile(app, CUSTOMER, file)).secureDoc).toEqual({ on: 'files', document, refusal: null });
    expect(grantedBy(await press(app, 'sign-files')).secureDoc).toEqual({ on: 'devices', document, refusal: null });
    expect(grantedBy(await press(app, 'cryptographic-devices'))).toMatchObject({
      secureDoc: { on: 'certificates', chosen: null },
      certificates: [{ certificate: { serial: SERIAL } }],
    });
    expect(refusalOf(await press(app, 'ok'))).toBe('no-certificate-chosen');
    expect(await windowOf(app)).toMatchObject({ on: 'certificates', refusal: { code: 'no-certificate-chosen' } });
    expect(refusalOf(await chooseCertificate(app, CUSTOMER, 'ABCDEF'))).toBe('certificate-unknown');
    grantedBy(await chooseCertificate(app, CUSTOMER, SERIAL));
    expect(grantedBy(await press(app, 'ok')).secureDoc).toEqual({ on: 'otp', document, serial: SERIAL, refusal: null });
    const signed = grantedBy(await enterOtp(app, CUSTOMER, await otpOf(app)));
    expect(signed.secureDoc).toEqual({ on: 'signed', document, serial: SERIAL, at: app.now(), signature: null });
    const files = { file, signatureFile: `${file}.p7s`, authorityFile: `${file}.ca.pem` };
    const openssl = () => spawnSync('openssl', [...opensslVerify(files), '-no_check_time'], { encoding: 'utf8' });
    expect(openssl().stderr).toContain('CMS Verification successful');

    expect(grantedBy(await press(app, 'verify')).secureDoc).toEqual({
      on: 'verified',
      document,
      signer: 'Anna Nowak',
      at: app.now(),
    });
    appendFileSync(file, '.');
    expect(openssl().status).not.toBe(0);
    grantedBy(await addFile(app, CUSTOMER, file));
    expect(refusalOf(await press(app, 'verify'))).toBe('signature-not-valid');
    expect(await windowOf(app)).toMatchObject({ on: 'not-valid', refusal: { why: 'document-changed' } });
    expect(grantedBy(await press(app, 'close')).secureDoc).toEqual({ on: 'start', refusal: null });
  });

  test('one OTP, one signature', async () => {
    const app = await atOtp();
    const otp = await otpOf(app);
    grantedBy(await enterOtp(app, CUSTOMER, otp));
    expect(refusalOf(await enterOtp(app, CUSTOMER, otp))).toBe('not-on-screen');
    grantedBy(await addFile(app, CUSTOMER, null));
    grantedBy(await press(app, 'sign-files'));
    grantedBy(await press(app, 'cryptographic-devices'));
    grantedBy(await chooseCertificate(app, CUSTOMER, SERIAL));
    grantedBy(await press(app, 'ok'));
    expect(refusalOf(await enterOtp(app, CUSTOMER, otp))).toBe('otp-already-used');
    expect(await windowOf(app)).toMatchObject({ on: 'otp', refusal: { code: 'otp-already-used', triesLeft: 4 } });
    app.clock.advance(30 * SECOND);
    grantedBy(await enterOtp(app, CUSTOMER, await otpOf(app)));
  });

  test('a wrong OTP leaves the window asking, up to the lock', async () => {
    const app = await atOtp();
    const wrong = (await otpOf(app)).replace(/\d/g, (digit) => String((Number(digit) + 5) % 10));
    expect(refusalOf(await enterOtp(app, CUSTOMER, '12345'))).toBe('otp-malformed');
    for (const left of [4, 3, 2, 1]) {
      expect(refusalOf(await enterOtp(app, CUSTOMER, wrong))).toBe('otp-wrong');
      expect(await windowOf(app)).toMatchObject({ on: 'otp', refusal: { code: 'otp-wrong', triesLeft: left } });
    }
    expect(refusalOf(await enterOtp(app, CUSTOMER, wrong))).toBe('activation-locked');
    expect(refusalOf(await enterOtp(app, CUSTOMER, await otpOf(app)))).toBe('activation-locked');
  });

  test('signs and verifies the sample without touching a disk', async () => {
    const app = await atOtp();
    const { secureDoc } = grantedBy(await enterOtp(app, CUSTOMER, await otpOf(app)));
    expect(secureDoc).toMatchObject({ on: 'signed', document: { name: 'umowa.txt', path: null } });
    expect(grantedBy(await press(app, 'verify')).secureDoc).toMatchObject({ on: 'verified', signer: 'Anna Nowak' });
    expect(existsSync('umowa.txt.p7s')).toBe(false);
  });

  test('a file that cannot be read, or whose signature cannot be found, is told', async () => {
    const app = await ready();
    const path = join(tempFolder(), 'a.pdf');
    expect(refusalOf(await addFile(app, CUSTOMER, path))).toBe('document-unreadable');
    expect(await windowOf(app)).toMatchObject({ on: 'start', refusal: { code: 'document-unreadable', path } });
    writeFileSync(path, 'a');
    grantedBy(await addFile(app, CUSTOMER, path));
    expect(await windowOf(app)).toMatchObject({ on: 'files', refusal: null });
    expect(refusalOf(await press(app, 'verify'))).toBe('document-unreadable');
    expect(await windowOf(app)).toMatchObject({ on: 'not-valid', refusal: { path: `${path}.p7s` } });
    expect(refusalOf(await addFile(app, CUSTOMER, `${path}.missing`))).toBe('document-unreadable');
    expect(await windowOf(app)).toMatchObject({ on: 'start', refusal: { path: `${path}.missing` } });
    grantedBy(await addFile(app, CUSTOMER, path));
    expect(refusalOf(await addFile(app, CUSTOMER, `${path}.missing`))).toBe('document-unreadable');
    expect(await windowOf(app)).toMatchObject({ on: 'files', document: { path } });
    expect(readFileSync(path, 'utf8')).toBe('a');
  });

  test('a button that is not on the screen does nothing', async () => {
    const app = await simulatedApp();
    for (const button of ['sign-files', 'cryptographic-devices', 'ok', 'verify'] as const)
      expect(refusalOf(await press(app, button))).toBe('not-on-screen');
    expect(refusalOf(await chooseCertificate(app, CUSTOMER, SERIAL))).toBe('not-on-screen');
    expect(refusalOf(await enterOtp(app, CUSTOMER, '123456'))).toBe('not-on-screen');
    grantedBy(await addFile(app, CUSTOMER, null));
    // The sample was not signed yet, so there is nothing to verify.
    expect(refusalOf(await press(app, 'verify'))).toBe('not-on-screen');
    expect(await windowOf(app)).toMatchObject({ on: 'files' });
  });

  test('not installed: nothing at all', async () => {
    const app = await newComputer();
    for (const answer of [
      await addFile(app, CUSTOMER, null),
      await press(app, 'close'),
      await signDocument(app, SERIAL, '123456', { name: 'a', content: [] }),
    ])
      expect(refusalOf(answer)).toBe('secure-doc-not-installed');
  });

  test('an expired or revoked certificate is not in the list', async () => {
    const app = await ready();
    await app.perform({ kind: 'authority', id: 'ca' }, { type: 'revoke-certificate', serial: SERIAL });
    expect((await seen(app)).certificates).toEqual([]);
  });

  test('none of it for a stranger, nor in a live database', async () => {
    const app = await simulatedApp();
    const live = await tempApp('live');
    for (const [where, who, code] of [
      [app, 'EC-999999', 'account-unknown'],
      [live, CUSTOMER, 'training-only'],
    ] as const)
      for (const answer of [
        await computerScreen(where, who),
        await startDesktop(where, who),
        await logInDesktop(where, who, PASSWORD),
        await minimiseDesktop(where, who),
        await stopDesktop(where, who),
        await addFile(where, who, null),
        await pressButton(where, who, 'ok'),
        await chooseCertificate(where, who, SERIAL),
        await enterOtp(where, who, '123456'),
        await startFromNothing(where, who),
      ])
        expect(refusalOf(answer)).toBe(code);
  });
});

async function startFromNothingWithSecureDoc(app: App): Promise<void> {
  const entries = app.world?.items('app-entry', `${PHONE}#1`) ?? [];
  const phone = app.world?.items('handset', PHONE)[0];
  grantedBy(await startFromNothing(app, CUSTOMER));
  // The phone is not what this is about: it stays as it was.
  for (const item of [...entries, ...(phone ? [phone] : [])]) await app.world?.put(item);
  grantedBy(await install(app, CUSTOMER, 'secure-doc'));
}

import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { readOtpauth } from '../../src/sim/otpauth.ts';
import { choosePin, inbox, otps, setSkew } from '../../src/sim/phone.ts';
import { closeWindow, enterCode, sendCode, showQr, status } from '../../src/sim/portal.ts';
import { scanUri, scanWindow } from '../../src/sim/scanner.ts';
import { signDocument } from '../../src/sim/secure-doc.ts';
import { signFile } from '../../src/sim/signed-files.ts';
import { opensslVerify } from '../support/openssl.ts';
import { grantedBy, PHONE, refusalOf, SERIAL, simulatedApp } from '../support/simulated.ts';
import { tempApp, tempFolder } from '../support/temp-database.ts';

const PIN = '4821';
const DOCUMENT = { name: 'umowa.txt', content: [Buffer.from('umowa')] };

async function confirmed() {
  const app = await simulatedApp();
  grantedBy(await sendCode(app, SERIAL));
  app.clock.advance(10 * SECOND);
  grantedBy(await enterCode(app, SERIAL, '100001'));
  return app;
}

async function scanned() {
  const app = await confirmed();
  const { uri } = grantedBy(await showQr(app, SERIAL));
  grantedBy(await choosePin(app, PHONE, PIN, PIN));
  grantedBy(await scanWindow(app, PHONE, PIN, SERIAL));
  return { app, uri };
}

const otpOf = async (app: App) => grantedBy(await otps(app, PHONE, PIN)).at(-1)?.otp ?? '';

/** RFC 6238 straight from its text, sharing nothing with the program. */
function rfc6238(secretHex: string, at: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', Buffer.from(secretHex, 'hex')).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('simulated subscriber', () => {
  test('goes from the SMS to a signature that openssl verifies', async () => {
    const { app } = await scanned();
    const folder = tempFolder();
    const file = join(folder, 'umowa.pdf');
    writeFileSync(file, 'treść umowy\n'.repeat(20_000));
    const signed = grantedBy(await signFile(app, SERIAL, await otpOf(app), file));
    const openssl = () => spawnSync('openssl', opensslVerify(signed), { encoding: 'utf8' });
    expect(openssl().stderr).toContain('CMS Verification successful');
    writeFileSync(file, 'inna treść');
    expect(openssl().status).not.toBe(0);
    expect(grantedBy(await status(app, SERIAL)).view.activation.status).toBe('active');
    expect((await app.ask.audit({ limit: 1 }))[0]?.facts.map((fact) => fact.type)).toEqual([
      'activation-proven',
      'document-signed',
    ]);
  });

  test('signs twice with the same cloud key', async () => {
    const { app } = await scanned();
    const first = grantedBy(await signDocument(app, SERIAL, await otpOf(app), DOCUMENT));
    app.clock.advance(30 * SECOND);
    const second = grantedBy(await signDocument(app, SERIAL, await otpOf(app), DOCUMENT));
    expect(second.authority.toString()).toBe(first.authority.toString());
    expect(second.digest).toBe(first.digest);
  });

  test('shows what RFC 6238 says, and oathtool where it is installed', async () => {
    const { app, uri } = await scanned();
    const entry = readOtpauth(uri);
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    const hasOathtool = spawnSync('oathtool', ['--version']).status === 0;
    for (let step = 0; step < 20; step += 1) {
      const shown = await otpOf(app);
      expect(shown).toBe(rfc6238(entry?.secret ?? '', app.now()));
      if (hasOathtool) {
        const at = new Date(app.now()).toISOString();
        const told = execFileSync('oathtool', ['--totp', '--base32', `--now=${at}`, '-'], { input: secret });
        expect(told.toString().trim()).toBe(shown);
      }
      app.clock.advance(7_777 + step * 30 * SECOND);
    }
  });

  test('sees one QR, of a training issuer, short enough for a terminal', async () => {
    const app = await confirmed();
    const { uri } = grantedBy(await showQr(app, SERIAL));
    expect(uri).toMatch(
      /^otpauth:\/\/totp\/EuroCert%20TRAINING:a\.nowak1%40example\.org%20[0-9A-F]{4}\?secret=[A-Z2-7]{32}&issuer=EuroCert%20TRAINING$/,
    );
    expect(refusalOf(await showQr(app, SERIAL))).toBe('qr-already-shown');
  });

  test('scans only while the window is open', async () => {
    const app = await confirmed();
    grantedBy(await choosePin(app, PHONE, PIN, PIN));
    expect(refusalOf(await scanWindow(app, PHONE, PIN, SERIAL))).toBe('no-qr-open');
    grantedBy(await showQr(app, SERIAL));
    app.clock.advance(5 * MINUTE);
    expect(refusalOf(await scanWindow(app, PHONE, PIN, SERIAL))).toBe('no-qr-open');
    expect(refusalOf(await otps(app, PHONE, PIN))).toBe('no-app-entry');
  });

  test('closes the window, and then there is nothing to scan', async () => {
    const app = await confirmed();
    grantedBy(await showQr(app, SERIAL));
    grantedBy(await closeWindow(app, SERIAL));
    grantedBy(await choosePin(app, PHONE, PIN, PIN));
    expect(refusalOf(await scanWindow(app, PHONE, PIN, SERIAL))).toBe('no-qr-open');
    expect(refusalOf(await closeWindow(app, SERIAL))).toBe('qr-window-closed');
  });

  test('keeps the old entry in the app, whose code is told apart from a wrong one', async () => {
    const { app } = await scanned();
    grantedBy(await sendCode(app, SERIAL));
    app.clock.advance(10 * SECOND);
    grantedBy(await enterCode(app, SERIAL, '100002'));
    grantedBy(await showQr(app, SERIAL));
    grantedBy(await scanWindow(app, PHONE, PIN, SERIAL));
    const entries = grantedBy(await otps(app, PHONE, PIN));
    expect(entries.map(({ entry }) => entry)).toEqual([1, 2]);
    expect(refusalOf(await signDocument(app, SERIAL, entries[0]?.otp ?? '', DOCUMENT))).toBe('otp-of-old-secret');
    grantedBy(await signDocument(app, SERIAL, entries[1]?.otp ?? '', DOCUMENT));
  });

  test('is told when the phone clock is off', async () => {
    const { app } = await scanned();
    await setSkew(app, PHONE, 4 * MINUTE);
    const answer = await signDocument(app, SERIAL, await otpOf(app), DOCUMENT);
    expect(answer).toMatchObject({ refusal: { code: 'otp-clock-off', steps: 8, triesLeft: 4 } });
  });

  test('needs the PIN at every launch, chosen once and typed twice', async () => {
    const app = await confirmed();
    expect(refusalOf(await otps(app, PHONE, PIN))).toBe('pin-not-chosen');
    expect(refusalOf(await choosePin(app, PHONE, '123', '123'))).toBe('pin-malformed');
    expect(refusalOf(await choosePin(app, PHONE, '１２３４', '１２３４'))).toBe('pin-malformed');
    expect(refusalOf(await choosePin(app, PHONE, PIN, '4822'))).toBe('pin-mismatch');
    grantedBy(await choosePin(app, PHONE, PIN, PIN));
    expect(refusalOf(await choosePin(app, PHONE, '0000', '0000'))).toBe('pin-already-chosen');
    expect(refusalOf(await otps(app, PHONE, '0000'))).toBe('pin-wrong');
  });

  test.each([
    'https://example.org',
    'otpauth://hotp/A:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=1',
    'otpauth://totp/A:b?secret=short',
    'otpauth://totp/A:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA256',
    'otpauth://totp/%E0%A4%A?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    'not a uri',
  ])('does not understand %s', async (uri) => {
    const app = await confirmed();
    grantedBy(await choosePin(app, PHONE, PIN, PIN));
    expect(refusalOf(await scanUri(app, PHONE, PIN, uri))).toBe('qr-unreadable');
  });

  test('scans a QR from elsewhere', async () => {
    const app = await confirmed();
    grantedBy(await choosePin(app, PHONE, PIN, PIN));
    const uri = 'otpauth://totp/Bank:jan%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank';
    const entry = grantedBy(await scanUri(app, PHONE, PIN, uri));
    expect(entry).toMatchObject({ entry: 1, issuer: 'Bank', label: 'jan@example.org', serial: null });
    expect(entry.otp).toBe(rfc6238(Buffer.from('12345678901234567890').toString('hex'), app.now()));
  });

  test('the app reads the QR as it is drawn: a damaged drawing cannot be scanned', async () => {
    const app = await confirmed();
    const { lines } = grantedBy(await showQr(app, SERIAL));
    grantedBy(await choosePin(app, PHONE, PIN, PIN));
    const [shown] = app.world?.items('qr-drawn', SERIAL) ?? [];
    const half = { ...(shown?.value as object), lines: lines.slice(0, lines.length / 2) };
    await app.world?.put({ shelf: 'qr-drawn', key: SERIAL, position: 0, value: half });
    expect(refusalOf(await scanWindow(app, PHONE, PIN, SERIAL))).toBe('qr-unreadable');
    await app.world?.put({ shelf: 'qr-drawn', key: SERIAL, position: 0, value: shown?.value });
    expect(grantedBy(await scanWindow(app, PHONE, PIN, SERIAL))).toMatchObject({ entry: 1, serial: SERIAL });
  });

  test('a file that cannot be signed costs no OTP', async () => {
    const { app } = await scanned();
    const folder = tempFolder();
    const otp = await otpOf(app);
    expect(refusalOf(await signFile(app, SERIAL, otp, join(folder, 'missing.pdf')))).toBe('document-unreadable');
    expect(refusalOf(await signFile(app, SERIAL, otp, folder))).toBe('document-unreadable');
    const file = join(folder, 'a.pdf');
    writeFileSync(file, 'a');
    mkdirSync(`${file}.p7s.tmp`);
    expect(refusalOf(await signFile(app, SERIAL, otp, file))).toBe('signature-not-written');
    expect(grantedBy(await status(app, SERIAL)).view.activation.status).toBe('awaiting_otp');
  });

  test('nothing is written through a link, and nothing is left behind when the OTP is refused', async () => {
    const { app } = await scanned();
    const folder = tempFolder();
    const file = join(folder, 'a.pdf');
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(file, 'a');
    writeFileSync(elsewhere, 'precious');
    symlinkSync(elsewhere, `${file}.p7s`);
    expect(refusalOf(await signFile(app, SERIAL, '000000', file))).toBe('otp-wrong');
    expect(existsSync(`${file}.ca.pem`)).toBe(false);
    expect(existsSync(`${file}.p7s.tmp`)).toBe(false);
    grantedBy(await signFile(app, SERIAL, await otpOf(app), file));
    expect(readFileSync(elsewhere, 'utf8')).toBe('precious');
  });

  test('the SMS in the inbox carries the code; nobody else learns it', async () => {
    const app = await simulatedApp();
    grantedBy(await sendCode(app, SERIAL));
    app.clock.advance(10 * SECOND);
    expect(grantedBy(await inbox(app, PHONE))[0]?.body).toMatchObject({ code: '100001' });
    const facts = (await app.ask.audit({ limit: 50 })).flatMap((entry) => entry.facts);
    expect(JSON.stringify(facts.filter((fact) => fact.on === 'activation'))).not.toContain('"100001"');
  });

  test('does not exist in a live database', async () => {
    const app = await tempApp('live');
    const refusals = [
      await sendCode(app, SERIAL),
      await enterCode(app, SERIAL, '123456'),
      await showQr(app, SERIAL),
      await closeWindow(app, SERIAL),
      await status(app, SERIAL),
      await choosePin(app, PHONE, PIN, PIN),
      await otps(app, PHONE, PIN),
      await scanWindow(app, PHONE, PIN, SERIAL),
      await scanUri(app, PHONE, PIN, ''),
      await setSkew(app, PHONE, 0),
      await signDocument(app, SERIAL, '123456', DOCUMENT),
      await signFile(app, SERIAL, '123456', '/etc/hostname'),
    ].map(refusalOf);
    expect(new Set(refusals)).toEqual(new Set(['training-only']));
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SECOND } from '../../src/domain/ids.ts';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { opensslVerify } from '../support/openssl.ts';
import { NOON } from '../support/records.ts';
import { CUSTOMER, countingCodes, PHONE, SERIAL } from '../support/simulated.ts';
import { clockAt, tempDatabase, tempFolder } from '../support/temp-database.ts';

/** A subscriber at the keyboard: commands on one database, one clock, codes that are known beforehand. */
async function subscriber() {
  const db = await filledDatabase();
  const options = { clock: clockAt(NOON), entropy: countingCodes() };
  return {
    db,
    clock: options.clock,
    run: (argv: readonly string[], more = {}) => cli(db, argv, { ...options, ...more }),
  };
}

describe('the simulated subscriber on the command line', () => {
  test('goes from the SMS to a signature that openssl verifies', async () => {
    const { run, clock } = await subscriber();
    const file = join(tempFolder(), 'umowa.txt');
    writeFileSync(file, 'Umowa');

    const sent = await run(['portal', 'send-code', SERIAL]);
    expect(sent).toMatchObject({
      code: 0,
      stdout: `An SMS code is on its way to ${PHONE}; it can be entered until 12:05:00.\n`,
    });
    expect(sent.stdout).not.toContain('100001');
    clock.advance(10 * SECOND);
    expect((await run(['phone', 'inbox', CUSTOMER])).stdout).toMatch(
      /Twój kod aktywacyjny to 100001, ważny do 12:05\./,
    );
    expect(await run(['portal', 'enter-code', SERIAL, '100001'])).toMatchObject({ code: 0 });
    const shown = await run(['portal', 'qr', SERIAL, '--uri']);
    expect(shown.stdout).toMatch(/^otpauth:\/\/totp\/EuroCert%20TRAINING:\S+\n$/);
    expect(await run(['phone', 'scan', SERIAL, '--pin-stdin'], { stdin: '4821\n4821\n' })).toMatchObject({
      code: 0,
      stdout: `Scanned. Entry 1 in the app: a.nowak1@example.org ${SERIAL.slice(-4)}\n`,
    });
    expect(await run(['portal', 'close-window', SERIAL])).toMatchObject({ code: 0 });
    const otps = (await run(['phone', 'otp', SERIAL, '--pin-stdin', '--json'], { stdin: '4821\n' })).json();
    const { otp } = (otps as { entries: { otp: string }[] }).entries[0] ?? { otp: '' };
    expect(await run(['desktop', 'sign', file, '--certificate', SERIAL, '--otp', otp])).toMatchObject({ code: 0 });
    const verify = opensslVerify({ file, signatureFile: `${file}.p7s`, authorityFile: `${file}.ca.pem` });
    expect(spawnSync('openssl', verify, { encoding: 'utf8' }).stderr).toContain('CMS Verification successful');
    expect(await run(['desktop', 'verify', file])).toMatchObject({ code: 0, stderr: '' });
    expect((await run(['portal', 'status', SERIAL])).stdout).toMatch(/Activation +active/);
    expect(await run(['desktop', 'sign', file, '--certificate', SERIAL, '--otp', otp])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'This OTP was used already; each works once. 4 tries left.\nWait up to 30 seconds for the next code.\n',
    });
  });

  test('an authenticator that got the URI computes codes that we accept', async () => {
    const { run, clock } = await subscriber();
    await run(['portal', 'send-code', SERIAL]);
    clock.advance(10 * SECOND);
    await run(['portal', 'enter-code', SERIAL, '100001']);
    const { uri } = (await run(['portal', 'qr', SERIAL, '--json'])).json() as { uri: string };
    await run(['phone', 'scan', SERIAL, '--pin-stdin', '--uri-stdin'], { stdin: `0000\n0000\n${uri}\n` });
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    const at = new Date(clock.now()).toISOString();
    const oathtool = spawnSync('oathtool', ['--totp', '--base32', `--now=${at}`, '-'], {
      input: secret,
      encoding: 'utf8',
    });
    const shown = (await run(['phone', 'otp', SERIAL, '--pin-stdin', '--json'], { stdin: '0000\n' })).json();
    const { otp } = (shown as { entries: { otp: string }[] }).entries[0] ?? { otp: '' };
    if (oathtool.error === undefined) expect(oathtool.stdout.trim()).toBe(otp);
    const file = join(tempFolder(), 'a.txt');
    writeFileSync(file, 'a');
    expect(await run(['desktop', 'sign', file, '--certificate', SERIAL, '--otp', otp])).toMatchObject({ code: 0 });
  });

  test('types code, PIN and OTP at a terminal, where the PIN is not seen', async () => {
    const { run, clock } = await subscriber();
    await run(['portal', 'send-code', SERIAL]);
    clock.advance(10 * SECOND);
    const entered = await run(['portal', 'enter-code', SERIAL], { keys: ['100001\n'] });
    expect(entered).toMatchObject({ code: 0 });
    expect(entered.stderr).toContain('Code from the SMS: ');
    await run(['portal', 'qr', SERIAL], { keys: ['\r'] });
    const scanned = await run(['phone', 'scan', SERIAL], { keys: ['48', '2\x7f21\r', '4', '821\r'] });
    expect(scanned).toMatchObject({ code: 0 });
    expect(scanned.stderr).not.toContain('48');
    expect(await run(['phone', 'otp', SERIAL], { keys: ['9999\r'] })).toMatchObject({ code: 1 });
    expect(await run(['phone', 'otp', SERIAL], { keys: ['4821\r'] })).toMatchObject({ code: 0 });
  });

  test('the secret is drawn on the alternate screen only, and wiped before it is left', async () => {
    const { run, clock } = await subscriber();
    await run(['portal', 'send-code', SERIAL]);
    clock.advance(10 * SECOND);
    await run(['portal', 'enter-code', SERIAL, '100001']);
    const small = await run(['portal', 'qr', SERIAL], { keys: ['\r'], size: { columns: 80, rows: 20 } });
    expect(small).toMatchObject({ code: 1, stdout: '' });
    expect(small.stderr).toContain('it needs 45 columns and 24 lines');
    const { code, stdout } = await run(['portal', 'qr', SERIAL], { keys: ['\r'] });
    expect(code).toBe(0);
    const [before, drawn, after] = stdout.split(/\x1b\[\?1049[hl]/);
    expect(before).toBe('');
    expect(drawn).toContain('█▀');
    expect(drawn?.endsWith('\x1b[2J\x1b[H\x1b[?25h')).toBe(true);
    expect(after).toBe('');
    expect((drawn?.match(/\r\n/g) ?? []).length).toBeLessThan(24);
    expect(await run(['portal', 'qr', SERIAL], { keys: ['\r'] })).toMatchObject({ code: 1, stdout: '' });
  });

  test('Ctrl+C while the QR is shown leaves the alternate screen', async () => {
    const { run, clock } = await subscriber();
    await run(['portal', 'send-code', SERIAL]);
    clock.advance(10 * SECOND);
    await run(['portal', 'enter-code', SERIAL, '100001']);
    const { code, stdout, stderr } = await run(['portal', 'qr', SERIAL], { keys: ['\x03'] });
    expect(code).toBe(130);
    expect(stdout.endsWith('\x1b[?1049l')).toBe(true);
    expect(stderr).toBe('Interrupted. Nothing was left half done.\n');
  });

  test('--plain prints the QR where a file can take it', async () => {
    const { run, clock } = await subscriber();
    await run(['portal', 'send-code', SERIAL]);
    clock.advance(10 * SECOND);
    await run(['portal', 'enter-code', SERIAL, '100001']);
    const { stdout } = await run(['portal', 'qr', SERIAL, '--plain']);
    expect(stdout.split('\n').length).toBeGreaterThan(18);
    expect(stdout).not.toContain('\x1b[?1049');
  });

  test('plays stories, lists them, and moves the clock', async () => {
    const { run, db } = await subscriber();
    expect((await run(['scenario', 'list'])).stdout).toContain('three-failures');
    const played = await run(['simulate', 'three-failures', SERIAL, '--until-call']);
    expect(played).toMatchObject({ code: 0, stderr: '' });
    expect(played.stdout).toContain('The caller is on the line. Their account: ecsc show EC-100001\n');
    expect((await run(['clock', 'show'])).stdout).toContain('23 Nov 2026, 12:12');
    expect((await run(['queue', '--json'])).json()).toMatchObject({ counts: { lockedSms: 1 } });
    expect(await run(['simulate', 'happy-path', SERIAL])).toMatchObject({ code: 1 });
    const whole = await run(['simulate', 'three-failures', '--seed', '7', '--json']);
    expect(whole.json()).toMatchObject({ state: 'over', activation: { status: 'active' }, differs: [] });
    expect((await run(['clock', 'advance', '1d', '--json'])).json()).toMatchObject({
      speed: 1,
      otpsRefusedUntil: null,
    });
    expect((await run(['clock', 'speed', '60'])).stdout).toContain('60 times');
    expect((await run(['clock', 'pause'])).stdout).toContain('It stands still.');
    expect((await run(['clock', 'resume', '--json'])).json()).toMatchObject({ speed: 1 });
    const reset = await run(['clock', 'reset']);
    expect(reset.stderr).toMatch(/^The audit log is ahead of this clock: OTPs are refused until 23 Nov 2026/);
    expect(readFileSync(db).includes(Buffer.from('otpauth://'))).toBe(false);
  });

  test('the network takes rules', async () => {
    const { run, clock } = await subscriber();
    expect((await run(['network', 'show'])).stdout).toContain('2 to 8 seconds');
    expect(await run(['network', 'rule', 'orange', 'late', '6m12s'])).toMatchObject({
      code: 0,
      stdout: 'From now on, Orange: delivered after 6 min 12 s.\n',
    });
    expect((await run(['network', 'rule', 'all', 'lost', '--json'])).json()).toEqual({
      scope: 'all',
      rule: { effect: 'lost' },
    });
    expect((await run(['network', 'show'])).stdout).toMatch(
      /all +taken by the operator and lost\nOrange +delivered after 6 min 12 s/,
    );
    expect(await run(['network', 'rule', 'Era', 'lost'])).toMatchObject({ code: 1 });
    expect((await run(['network', 'rule', 'all', 'clear'])).stdout).toContain('rule removed');
    await run(['network', 'rule', PHONE, 'normal']);
    await run(['portal', 'send-code', SERIAL]);
    clock.advance(10 * SECOND);
    expect((await run(['network', 'tick', '--json'])).json()).toEqual({ handedOver: 0, delivered: 1, failed: 0 });
  });

  test('a phone clock that is fast is explained', async () => {
    const { run } = await subscriber();
    expect((await run(['phone', 'clock', SERIAL, '--ahead', '4m'])).stdout).toBe('The phone’s clock is 4 min ahead.\n');
    expect((await run(['phone', 'clock', SERIAL, '--behind', '90s'])).stdout).toBe(
      'The phone’s clock is 1 min 30 s behind.\n',
    );
    expect((await run(['phone', 'clock', SERIAL])).stdout).toBe('The phone’s clock is right.\n');
  });

  test.each([
    [['portal', 'send-code', 'X']],
    [['portal', 'enter-code', 'X', '123456']],
    [['portal', 'qr', 'X', '--uri']],
    [['portal', 'close-window', 'X']],
    [['portal', 'status', 'X']],
    [['phone', 'inbox', PHONE]],
    [['phone', 'inbox', 'X']],
    [['phone', 'scan', 'X', '--pin-stdin']],
    [['phone', 'otp', 'X', '--pin-stdin']],
    [['phone', 'clock', 'X']],
    [['desktop', 'sign', '/etc/hostname', '--certificate', 'X', '--otp', '123456']],
    [['clock', 'show']],
    [['clock', 'advance', '6m']],
    [['clock', 'speed', '2']],
    [['clock', 'pause']],
    [['clock', 'resume']],
    [['clock', 'reset']],
    [['stage']],
    [['simulate', 'happy-path']],
    [['network', 'tick']],
    [['network', 'show']],
    [['network', 'rule', 'all', 'lost']],
  ])('is refused on a live database: %j', async (argv) => {
    const db = await tempDatabase('live');
    const english = await cli(db, argv);
    expect(english).toMatchObject({ code: 1, stdout: '' });
    expect(english.stderr).toMatch(
      /^This works in a training database only; this one is live\. Nothing was changed\.\n/,
    );
    const polish = await cli(db, [...argv, '--lang', 'pl', '--json']);
    expect(polish.stderr).toMatch(/^To działa tylko w bazie szkoleniowej/);
    expect(polish.json()).toMatchObject({ refused: { code: 'training-only' } });
  });
});

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SECOND } from '../../src/domain/ids.ts';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { opensslVerify } from '../support/openssl.ts';
import { NOON } from '../support/records.ts';
import { CUSTOMER, countingCodes, PHONE, SERIAL } from '../support/simulated.ts';
import { clockAt, tempDatabase, tempFolder } from '../support/temp-database.ts';

const SECOND_PHONE = `${PHONE}#2`;

/** A subscriber at their machines: commands on one database, one clock, codes that are known beforehand. */
async function atTheMachines() {
  const db = await filledDatabase();
  const options = { clock: clockAt(NOON), entropy: countingCodes() };
  const run = (argv: readonly string[], more = {}) => cli(db, argv, { ...options, ...more });
  const { password } = (await run(['portal', 'password', CUSTOMER, '--json'])).json() as { password: string };
  return { run, clock: options.clock, password };
}

const otpIn = (document: unknown) => (document as { entries: { otp: string }[] }).entries[0]?.otp ?? '';

describe('the subscriber’s machines on the command line', () => {
  test('a customer of today sets everything up and signs, each command showing what is to be seen', async () => {
    const { run, clock, password } = await atTheMachines();
    const file = join(tempFolder(), 'umowa.txt');
    writeFileSync(file, 'Umowa');
    expect((await run(['portal', 'new-customer', CUSTOMER])).stdout).toBe(
      'EuroCert customer portal\n\nLog in\nLogin: ____\nPassword: ____\n[ Log in ]\n',
    );
    const entered = await run(['portal', 'log-in', CUSTOMER, '--password-stdin'], { stdin: `${password}\n` });
    expect(entered.stdout).toContain(`${SERIAL}  Valid to 24 Oct 2027  valid  [ QR Code ]`);
    expect((await run(['portal', 'open', CUSTOMER, 'software'])).stdout).toMatch(/SecureDoc 2\.0: .*\[ Install ]/);
    expect((await run(['phone', 'install', SERIAL])).stdout).toContain('Choose a 4-digit PIN: _ _ _ _');
    const launched = await run(['phone', 'launch', SERIAL, '--pin-stdin'], { stdin: '4821\n4821\n' });
    expect(launched.stdout).toContain('Press + and scan');
    await run(['desktop', 'install', CUSTOMER]);
    await run(['desktop', 'start', CUSTOMER]);
    const bridge = await run(['desktop', 'log-in', CUSTOMER, '--password-stdin'], { stdin: `${password}\n` });
    expect(bridge.stdout).toContain('[ Minimise ]  [ Quit ]');
    expect((await run(['desktop', 'minimise', CUSTOMER])).stdout).toContain('running in the background');
    await run(['securedoc', 'install', CUSTOMER]);
    expect((await run(['portal', 'open', CUSTOMER, 'software'])).stdout).not.toContain('[ Install ]');

    await run(['portal', 'open', CUSTOMER, 'certificates']);
    const page = await run(['portal', 'qr-code', SERIAL]);
    expect(page.stdout).toContain('The SMS should arrive within 5 minutes.');
    expect(page.stdout).toContain('[ Send SMS code ]');
    await run(['portal', 'send-code', SERIAL]);
    clock.advance(10 * SECOND);
    expect((await run(['portal', 'screen', CUSTOMER])).stdout).toContain('The code is valid for another 4:50.');
    await run(['portal', 'enter-code', SERIAL, '100001']);
    expect((await run(['portal', 'screen', CUSTOMER])).stdout).toContain('[ Show the QR code ]');
    await run(['portal', 'qr', SERIAL, '--uri']);
    await run(['phone', 'scanner', SERIAL]);
    await run(['phone', 'scan', SERIAL, '--pin-stdin'], { stdin: '4821\n' });
    expect((await run(['phone', 'screen', SERIAL])).stdout).toMatch(/\d{6} {2}new code in 20 s {2}EuroCert TRAINING/);

    expect((await run(['securedoc', 'add-file', CUSTOMER, file])).stdout).toContain('[ Sign files ]');
    expect((await run(['securedoc', 'press', CUSTOMER, 'sign-files'])).stdout).toContain('[ Cryptographic devices ]');
    const list = await run(['securedoc', 'press', CUSTOMER, 'cryptographic-devices']);
    expect(list.stdout).toContain(`( ) CN=Anna Nowak, C=PL  ${SERIAL}`);
    expect((await run(['securedoc', 'choose', SERIAL])).stdout).toContain('(•)');
    await run(['securedoc', 'press', CUSTOMER, 'ok']);
    const shown = await run(['phone', 'otp', SERIAL, '--pin-stdin', '--json'], { stdin: '4821\n' });
    const signed = await run(['securedoc', 'enter-otp', CUSTOMER, '--otp', otpIn(shown.json())]);
    expect(signed.stdout).toContain('umowa.txt was signed on 23 Nov 2026, 12:00.');
    const files = { file, signatureFile: `${file}.p7s`, authorityFile: `${file}.ca.pem` };
    const openssl = spawnSync('openssl', [...opensslVerify(files), '-no_check_time'], { encoding: 'utf8' });
    expect(openssl.stderr).toContain('CMS Verification successful');
    expect((await run(['securedoc', 'press', CUSTOMER, 'verify'])).stdout).toContain('is valid: Anna Nowak');
    writeFileSync(file, 'umowa');
    await run(['securedoc', 'add-file', CUSTOMER, file]);
    expect(await run(['securedoc', 'press', CUSTOMER, 'verify'])).toMatchObject({ code: 1 });
    expect((await run(['securedoc', 'screen', CUSTOMER, '--lang', 'pl'])).stdout).toContain(
      'Podpis jest NIEPRAWIDŁOWY: umowa.txt.\nDokument zmieniono po podpisaniu.',
    );
    expect((await run(['portal', 'screen', CUSTOMER, '--lang', 'pl'])).stdout).toContain('ECSigner jest aktywny');
  });

  test('passwords and PINs are typed unseen, and never come from the command line', async () => {
    const { run, password } = await atTheMachines();
    const typed = await run(['portal', 'log-in', CUSTOMER], { keys: [`${password}\r`] });
    expect(typed).toMatchObject({ code: 0 });
    expect(typed.stdout + typed.stderr).not.toContain(password);
    for (const argv of [
      ['portal', 'log-in', CUSTOMER],
      ['desktop', 'log-in', CUSTOMER],
      ['phone', 'launch', SERIAL],
    ])
      expect(await run(argv)).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['portal', 'log-in', CUSTOMER, password])).toMatchObject({ code: 2 });
    expect(await run(['portal', 'log-in', CUSTOMER, '--password-stdin'])).toMatchObject({ code: 1 });
    expect(await run(['desktop', 'log-in', CUSTOMER, '--password-stdin'])).toMatchObject({ code: 1 });
  });

  test('a wrong password stays on the page, in the language that is asked for', async () => {
    const { run } = await atTheMachines();
    const refused = await run(['portal', 'log-in', CUSTOMER, '--password-stdin', '--json'], { stdin: 'wrong\n' });
    expect(refused.json()).toMatchObject({ refused: { code: 'login-wrong' } });
    expect((await run(['portal', 'screen', CUSTOMER, '--lang', 'pl'])).stdout).toContain('! Błędny login albo hasło.');
    const document = (await run(['portal', 'screen', CUSTOMER, '--json'])).json();
    expect(document).toEqual({ portal: { on: 'log-in', refusal: { code: 'login-wrong' } } });
    expect(await run(['portal', 'qr-code', SERIAL])).toMatchObject({ code: 1 });
  });

  test('the QR is never printed with the page', async () => {
    const { run, clock } = await atTheMachines();
    await run(['portal', 'send-code', SERIAL]);
    clock.advance(10 * SECOND);
    await run(['portal', 'enter-code', SERIAL, '100001']);
    await run(['portal', 'qr', SERIAL, '--uri']);
    const page = await run(['portal', 'screen', CUSTOMER]);
    expect(page.stdout).toContain('Do not close this window');
    expect(page.stdout).not.toContain('█');
    const { portal } = (await run(['portal', 'screen', CUSTOMER, '--json'])).json() as { portal: object };
    expect(portal).toEqual({ on: 'secret', serial: SERIAL, until: '2026-11-23T11:05:10.000Z' });
  });

  test('a second phone scans the same window; the first is lost and replaced', async () => {
    const { run, clock } = await atTheMachines();
    await run(['portal', 'send-code', SERIAL]);
    clock.advance(10 * SECOND);
    await run(['portal', 'enter-code', SERIAL, '100001']);
    await run(['portal', 'qr', SERIAL, '--uri']);
    expect((await run(['phone', 'add', SERIAL])).stdout).toContain(SECOND_PHONE);
    await run(['phone', 'install', SECOND_PHONE]);
    const pin = { stdin: '1111\n1111\n' };
    expect(await run(['phone', 'scan', SERIAL, '--phone', SECOND_PHONE, '--pin-stdin'], pin)).toMatchObject({
      code: 0,
    });
    await run(['phone', 'scan', SERIAL, '--pin-stdin'], { stdin: '4821\n4821\n' });
    const otps = [
      await run(['phone', 'otp', SERIAL, '--pin-stdin', '--json'], { stdin: '4821\n' }),
      await run(['phone', 'otp', SECOND_PHONE, '--pin-stdin', '--json'], { stdin: '1111\n' }),
    ].map((ran) => otpIn(ran.json()));
    expect(otps[0]).toMatch(/^\d{6}$/);
    expect(otps[1]).toBe(otps[0]);

    expect((await run(['phone', 'lose', SERIAL])).stdout).toBe(`${PHONE}#1\nThe phone is lost.\n`);
    expect(await run(['phone', 'inbox', PHONE])).toMatchObject({ code: 1 });
    expect((await run(['phone', 'replace', PHONE])).stdout).toContain(`${PHONE}#3  ${PHONE}`);
    expect((await run(['phone', 'sim', PHONE, SECOND_PHONE])).stdout).toContain(`${SECOND_PHONE}  ${PHONE}`);
    expect((await run(['phone', 'power', SECOND_PHONE, 'off'])).stdout).toContain('switched off');
    expect((await run(['phone', 'power', SECOND_PHONE, 'on', '--lang', 'pl'])).stdout).toContain('Wpisz PIN: _ _ _ _');
    expect(await run(['phone', 'close', SECOND_PHONE])).toMatchObject({ code: 1 });
    const anew = await run(['phone', 'reinstall', SECOND_PHONE, '--json']);
    expect(anew.json()).toMatchObject({ phone: { number: PHONE, screen: { on: 'choose-pin', entry: 'first' } } });
  });

  test('without ECSigner Desktop the list says why it is empty', async () => {
    const { run } = await atTheMachines();
    expect((await run(['desktop', 'screen', CUSTOMER, '--json'])).json()).toMatchObject({
      computer: { desktop: { is: 'running' } },
    });
    await run(['desktop', 'stop', CUSTOMER]);
    await run(['securedoc', 'add-file', CUSTOMER]);
    await run(['securedoc', 'press', CUSTOMER, 'sign-files']);
    const refused = await run(['securedoc', 'press', CUSTOMER, 'cryptographic-devices', '--lang', 'pl']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^ECSigner Desktop nie działa, więc SecureDoc nie widzi certyfikatu\./);
    expect((await run(['securedoc', 'screen', CUSTOMER])).stdout).toContain(
      '! No certificate was found. Start ECSigner Desktop and log in.',
    );
    expect(await run(['securedoc', 'enter-otp', CUSTOMER])).toMatchObject({ code: 2 });
  });

  test.each([
    [['portal', 'screen', CUSTOMER]],
    [['portal', 'password', CUSTOMER]],
    [['portal', 'log-out', CUSTOMER]],
    [['portal', 'open', CUSTOMER, 'software']],
    [['portal', 'qr-code', SERIAL]],
    [['portal', 'new-customer', CUSTOMER]],
    [['phone', 'screen', PHONE]],
    [['phone', 'install', PHONE]],
    [['phone', 'lose', SERIAL]],
    [['desktop', 'start', CUSTOMER]],
    [['securedoc', 'screen', CUSTOMER]],
    [['securedoc', 'add-file', CUSTOMER]],
    [['securedoc', 'choose', SERIAL]],
  ])('is refused on a live database: %j', async (argv) => {
    const refused = await cli(await tempDatabase('live'), [...argv, '--json']);
    expect(refused.json()).toMatchObject({ refused: { code: 'training-only' } });
  });
});

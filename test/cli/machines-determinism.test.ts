import { expect, test } from 'vitest';
import { desktopLines, secureDocLines } from '../../src/cli/computer-lines.ts';
import { phoneLines } from '../../src/cli/phone-lines.ts';
import { portalLines } from '../../src/cli/portal-lines.ts';
import { SECOND } from '../../src/domain/ids.ts';
import type { Entropy } from '../../src/domain/ports.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { computerScreen } from '../../src/sim/computer.ts';
import { logInDesktop, minimiseDesktop, startDesktop } from '../../src/sim/desktop.ts';
import { otps, typePin } from '../../src/sim/phone.ts';
import { phoneScreen } from '../../src/sim/phone-screen.ts';
import { losePhone, replacePhone } from '../../src/sim/phones.ts';
import { closeWindow, enterCode, sendCode, showQr } from '../../src/sim/portal.ts';
import { logIn, openCertificate, openTab } from '../../src/sim/portal-pages.ts';
import { portalLoginOf } from '../../src/sim/portal-password.ts';
import { portalScreen } from '../../src/sim/portal-screen.ts';
import { openScanner, scan } from '../../src/sim/scanner.ts';
import { addFile, chooseCertificate, enterOtp, pressButton } from '../../src/sim/secure-doc-window.ts';
import { install, startFromNothing } from '../../src/sim/software.ts';
import { textFor } from '../../src/text/index.ts';
import { importRecord } from '../support/records.ts';
import { CUSTOMER, grantedBy, PHONE, SERIAL } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';

const texts = textFor('pl');

/** The same codes and secrets every time. */
function countingEntropy(): Entropy {
  let last = 0;
  return {
    ...systemEntropy,
    code: (digits) => {
      last += 1;
      return String(last).padStart(digits, '1');
    },
    bytes: (length) => {
      last += 1;
      return Uint8Array.from({ length }, (_, place) => last * 31 + place);
    },
  };
}

/** From nothing to a signature and a lost phone; what every machine showed after every step. */
async function everyFrame(): Promise<readonly string[]> {
  const app = await tempApp('training', { entropy: countingEntropy() });
  await app.importRecords({ kind: 'administrator', id: 'root' }, [importRecord(1)], { dryRun: false });
  const { password } = portalLoginOf({ customerId: CUSTOMER, login: 'a.nowak1' });
  const otp = async () => grantedBy(await otps(app, PHONE, '4821')).at(-1)?.otp ?? '';
  const steps: readonly (() => Promise<unknown>)[] = [
    () => startFromNothing(app, CUSTOMER),
    () => logIn(app, CUSTOMER, 'wrong'),
    () => logIn(app, CUSTOMER, password),
    () => openTab(app, CUSTOMER, 'software'),
    () => install(app, CUSTOMER, 'app'),
    () => install(app, CUSTOMER, 'desktop'),
    () => install(app, CUSTOMER, 'secure-doc'),
    () => typePin(app, PHONE, '4821'),
    () => typePin(app, PHONE, '4821'),
    () => startDesktop(app, CUSTOMER),
    () => logInDesktop(app, CUSTOMER, password),
    () => minimiseDesktop(app, CUSTOMER),
    () => openTab(app, CUSTOMER, 'certificates'),
    () => openCertificate(app, SERIAL),
    () => sendCode(app, SERIAL),
    () => enterCode(app, SERIAL, '000000'),
    () => enterCode(app, SERIAL, '111111'),
    () => showQr(app, SERIAL),
    () => openScanner(app, PHONE),
    () => scan(app, PHONE, SERIAL),
    () => closeWindow(app, SERIAL),
    () => addFile(app, CUSTOMER, null),
    () => pressButton(app, CUSTOMER, 'sign-files'),
    () => pressButton(app, CUSTOMER, 'cryptographic-devices'),
    () => chooseCertificate(app, CUSTOMER, SERIAL),
    () => pressButton(app, CUSTOMER, 'ok'),
    async () => enterOtp(app, CUSTOMER, await otp()),
    () => losePhone(app, PHONE),
    () => replacePhone(app, PHONE),
  ];
  const frames: string[] = [];
  for (const step of steps) {
    await step();
    app.clock.advance(7 * SECOND);
    const portal = grantedBy(await portalScreen(app, CUSTOMER));
    const computer = grantedBy(await computerScreen(app, CUSTOMER));
    const lines = [
      ...portalLines(texts, portal, app.now()),
      ...(portal.on === 'secret' ? portal.lines : []),
      ...phoneLines(texts, grantedBy(await phoneScreen(app, CUSTOMER)), app.now()),
      ...desktopLines(texts, computer),
      ...secureDocLines(texts, computer),
    ];
    frames.push(lines.join('\n'));
  }
  return frames;
}

test('the same steps show the same screens, byte for byte, in another database', async () => {
  const first = await everyFrame();
  expect(await everyFrame()).toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(20);
  expect(first.at(-1)).toContain('ECSigner jest aktywny');
  expect(first.at(-1)).toContain('Sklep z aplikacjami');
  expect(first.join()).toContain('█▀');
});

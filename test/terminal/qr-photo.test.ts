import { describe, expect, test } from 'vitest';
import { readDrawnQr } from '../../src/sim/qr-reader.ts';
import { DEADLINE, missingTools, type Press, photograph, readPicture } from '../support/photo.ts';
import { realTerminal } from '../support/real-terminal.ts';
import { lengthThrough } from '../support/stage-desk.tsx';
import { supportDesk } from '../support/support-desk.ts';

const SECRET = /^otpauth:\/\/totp\/.+secret=[A-Z2-7]{32}/;
/** From the beginning of the story to the open window with the secret. */
const length = await lengthThrough('happy-path', 'show-qr');
const toTheSecret: readonly Press[] = Array.from({ length }, (_, step) => ({ see: `step ${step} of`, press: '.' }));
const missing = missingTools();

describe(missing.length > 0 ? `the secret’s QR, without a camera: ${missing.join(', ')} missing` : 'the secret’s QR', {
  timeout: DEADLINE,
}, () => {
  test.each([
    ['on stage', 160, 45, 'black'],
    ['on stage', 160, 45, 'white'],
    ['alone', 80, 24, 'black'],
    ['alone', 80, 24, 'white'],
  ] as const)('%s at %d×%d on %s is read off the screen by a scanner', async (where, columns, rows, background) => {
    const desk = await supportDesk();
    const args = ['stage', 'happy-path', '--db', desk.path, '--lang', 'en'];
    const presses: readonly Press[] =
      where === 'alone'
        ? [...toTheSecret, { see: `step ${length} of`, press: 'pQ' }, { see: 'Any key' }]
        : [...toTheSecret, { see: `step ${length} of` }];
    if (missing.length === 0) {
      expect(readPicture(await photograph(args, presses, { columns, rows, background }))).toMatch(SECRET);
      return;
    }
    const terminal = realTerminal(args, columns, rows);
    for (const { see, press } of presses) {
      await terminal.see(see);
      if (press) terminal.send(press);
    }
    const drawn = terminal
      .screen()
      .split('\n')
      .map((line) => line.slice(where === 'alone' ? 0 : 1, where === 'alone' ? 45 : 46));
    expect(await readDrawnQr(drawn.filter((line) => /^[█▀▄ ]{45}$/u.test(line)))).toMatch(SECRET);
  });
});

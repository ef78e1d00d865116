import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../src/domain/ids.ts';
import type { AttemptRecord } from '../../../src/domain/sms-attempt.ts';
import { networkLines } from '../../../src/screens/stage/network-view.ts';
import { textFor } from '../../../src/text/index.ts';
import { languages } from '../../../src/text/language.ts';
import { plain } from '../../support/plain.ts';
import { NOON } from '../../support/records.ts';

const failed: AttemptRecord = {
  number: 2,
  phone: '+48601000001',
  requestedAt: NOON,
  deadline: NOON + 5 * MINUTE,
  operator: 'Wirtualna',
  acceptedAt: NOON + SECOND,
  deliveredAt: null,
  wrongEntries: 0,
  outcome: 'not_delivered',
  endedAt: NOON + 4 * MINUTE + 3 * SECOND,
  submittedAt: NOON + 2 * SECOND,
  reportedAt: NOON + 4 * MINUTE + 3 * SECOND,
  rawState: 'UNDELIV',
  errorCode: 27,
  failureCause: 'inbox-full',
  enteredAt: null,
  counted: true,
};

/** The panes at 160×45, 120×40 and 80×24, and narrower ones. */
test.each([24, 33, 36, 78].flatMap((width) => languages.map((language) => [width, language] as const)))(
  'in a pane of %d cells nothing of the network is cut off (%s)',
  (width, language) => {
    const traffic = {
      others: [{ operator: 'Wirtualna', count: 12 }],
      rules: [{ scope: { of: 'operator', operator: 'Wirtualna' }, rule: { effect: 'outage' } }],
    } as const;
    const texts = textFor(language);
    const lines = networkLines([failed], [], traffic, { texts, now: NOON + MINUTE, width }).map(plain);
    for (const drawn of lines) expect(drawn.length).toBeLessThanOrEqual(width);
    const read = lines.map((drawn) => drawn.trim()).join(' ');
    for (const whole of [
      texts.cli.network.effects.outage(),
      texts.stage.network.others('Wirtualna', 12),
      texts.stage.network.failed(texts.words.receiptCause['inbox-full']),
      '(UNDELIV 027)',
      texts.moments.duration(4 * MINUTE + 3 * SECOND),
    ])
      expect(read).toContain(whole);
  },
);

import { describe, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { openStore } from '../../../src/db/open.ts';
import { MINUTE, SECOND } from '../../../src/domain/ids.ts';
import { defaultPolicy } from '../../../src/domain/policy.ts';
import { systemEntropy } from '../../../src/entropy.ts';
import { acts, faults } from '../../../src/screens/stage/acts.ts';
import { openStage } from '../../../src/screens/stage/engine.ts';
import { freePlay } from '../../../src/screens/stage/free-play.ts';
import { paneLines } from '../../../src/screens/stage/pane-lines.ts';
import { stillOf } from '../../../src/screens/stage/still.ts';
import { rulesInForce } from '../../../src/sim/network-rules.ts';
import { textFor } from '../../../src/text/index.ts';
import { languages } from '../../../src/text/language.ts';
import { spacedPhone } from '../../../src/text/spaced-phone.ts';
import { frameOf, stageOf, watch } from '../../support/on-stage.ts';
import { NOON } from '../../support/records.ts';
import { grantedBy, refusalOf } from '../../support/simulated.ts';
import { tempApp } from '../../support/temp-database.ts';

const STORY = 'sms-late';
const body = { columns: 160, rows: 41 };

/** Every frame of a story played at ×60 from a file of its own: one whenever the clock or the story has moved. */
async function performance(seed: number): Promise<readonly string[]> {
  const app = await tempApp();
  const stage = await stageOf(app, STORY, seed);
  const frames: string[] = [];
  let shown = '';
  for (const key of ['next-speed', 'next-speed', 'play-or-pause'] as const) await stage.press(key);
  await watch(app, stage, {
    until: () => stage.state().beat === null,
    async each() {
      const moment = `${app.now()} ${stage.state().done}`;
      if (moment !== shown) frames.push(await frameOf(app, stage, { body }));
      shown = moment;
    },
  });
  return frames;
}

describe('the stage', () => {
  test('shows the same frames for the same seed, byte for byte, and others for another', async () => {
    const first = await performance(1);
    expect(first.length).toBeGreaterThan(100);
    expect(first.at(-1)).toMatch(/step 15 of 15.*the story is over/);
    expect(await performance(1)).toEqual(first);
    const app = await tempApp();
    expect(await frameOf(app, await stageOf(app, STORY, 2), { body })).not.toBe(first[0]);
  });

  test('begins paused, and the clock stands for everybody on the file', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, STORY);
    const other = createApp({
      store: openStore(app.path, defaultPolicy),
      clock: app.clock,
      entropy: systemEntropy,
    });
    onTestFinished(() => other.close());
    app.clock.advance(MINUTE);
    expect([app.now(), other.now()]).toEqual([NOON, NOON]);
    await stage.press('play-or-pause');
    app.clock.advance(SECOND);
    expect(other.now()).toBe(NOON + SECOND);
    await stage.close();
    app.clock.advance(MINUTE);
    expect(other.now()).toBe(NOON + SECOND + MINUTE);
  });

  test('closed in the middle of a step, it leaves no trouble and a clock that nobody on it changes any more', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, 'operator-outage');
    await Promise.all([stage.step(), stage.close()]);
    expect(grantedBy(await rulesInForce(app))).toEqual([]);
    for (const key of ['next-speed', 'next-speed', 'play-or-pause'] as const) await stage.press(key);
    await stage.look();
    app.clock.advance(MINUTE);
    await stage.look();
    expect(app.world?.clockSetting().speed).toBe(1);
    expect(stage.state().done).toBe(1);
  });

  test('makes each step at its own moment, however late it looks', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, STORY);
    await stage.press('play-or-pause');
    const due = stage.state().beat?.at;
    app.clock.advance(MINUTE);
    await watch(app, stage, { until: () => stage.state().done > 0 });
    expect(stage.state().last?.at).toBe(due);
  });

  test('steps by hand, waiting included, and jumps from event to event', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, STORY);
    for (let step = 0; step < 3; step++) await stage.step();
    expect(stage.state()).toMatchObject({
      done: 3,
      last: { move: { do: 'wait-for-sms' } },
      transport: { playing: false },
    });
    expect(app.now() - NOON).toBeGreaterThan(6 * MINUTE);
    await stage.step();
    expect(stage.state().last).toMatchObject({ refusal: { code: 'no-open-attempt' }, asTold: true });
    const before = app.now();
    expect(await stage.jump()).toBe(true);
    expect(app.now()).toBeGreaterThan(before);
  });

  test('plays anew with another person; what was done stays done', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, STORY);
    const first = stage.state().cast.customerId;
    for (let step = 0; step < 4; step++) await stage.step();
    await stage.restart();
    expect(stage.state()).toMatchObject({ done: 0, last: null, transport: { playing: false } });
    expect(stage.state().cast.customerId).not.toBe(first);
    expect((await app.ask.account(first, app.now()))?.certificates[0]?.attempts).toHaveLength(1);
  });

  test('shows a story on one file again and again, with the same seed too', async () => {
    const app = await tempApp();
    for (let showing = 1; showing <= 3; showing++) {
      const stage = await stageOf(app, 'three-failures');
      while (stage.state().beat !== null) await stage.step();
      expect(stage.state(), `showing ${showing}`).toMatchObject({ done: stage.state().all, last: { asTold: true } });
      await stage.close();
    }
  });

  test('hands interfere: a suspended certificate in the middle, and the story says that it cannot go on', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, 'happy-path');
    while (stage.state().next?.do !== 'enter-code') await stage.step();
    expect(await stage.byHand({ do: 'suspend-certificate' })).toBeNull();
    await stage.step();
    expect(stage.state()).toMatchObject({ beat: null, last: { asTold: false } });
    expect(await frameOf(app, stage, { body })).toContain('The story cannot go on');
  });

  test.each([
    ['en', 'The story cannot go on: This SMS is not on the phone.'],
    ['pl', 'Scenariusz nie może iść dalej: Tego SMS-a nie ma w telefonie.'],
  ] as const)(
    'hands interfere: an outage in the main story, and its late SMS never comes (%s)',
    async (lang, words) => {
      const app = await tempApp();
      const stage = await stageOf(app, 'three-failures');
      await stage.byHand({ do: 'network', scope: 'operator', effect: 'outage', by: 0 });
      while (stage.state().beat !== null) await stage.step();
      expect(stage.state()).toMatchObject({ beat: null, last: { move: { do: 'wait-for-sms' }, asTold: false } });
      expect(await frameOf(app, stage, { body, language: lang })).toContain(words);
    },
  );

  test('what was signed is verified again, and with one byte changed it is refused', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, 'happy-path');
    expect(await stage.byHand({ do: 'check-signature', document: 'unchanged' })).toMatchObject({
      code: 'not-on-screen',
    });
    while (stage.state().beat !== null) await stage.step();
    const changed = await stage.byHand({ do: 'check-signature', document: 'changed' });
    expect(changed).toMatchObject({ code: 'signature-not-valid', why: 'document-changed' });
    expect(await frameOf(app, stage, { body })).toContain('The document was changed');
    expect(await stage.byHand({ do: 'check-signature', document: 'unchanged' })).toBeNull();
    const valid = await frameOf(app, stage, { body });
    expect(valid).toContain('The signature of umowa.txt is');
    expect(valid).not.toContain('The document was changed');
  });

  test('a step or a jump at the moment when the operator takes the SMS waits until it has come', async () => {
    for (const how of ['step', 'jump'] as const) {
      const app = await tempApp();
      const stage = await stageOf(app, 'happy-path');
      while (stage.state().next?.do !== 'wait-for-sms') await stage.step();
      await stage.press('play-or-pause');
      app.clock.advance(MINUTE);
      while (stage.state().next?.do === 'wait-for-sms') await stage[how]();
      expect(stage.state().last, how).toMatchObject({ move: { do: 'wait-for-sms' }, refusal: null, asTold: true });
    }
  });

  test('the phone is the one in the hand, also while another number is on file, or none is drawn', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, 'new-number');
    const inHand = stage.state().phone;
    const number = spacedPhone(stage.state().cast.newPhone.e164);
    const shown = () => frameOf(app, stage, { body: { columns: 80, rows: 21 }, focus: 'phone' });
    expect(await shown()).not.toContain(number);
    await stage.step();
    expect(stage.state()).toMatchObject({ last: { move: { do: 'new-number' }, refusal: null }, phone: inHand });
    expect(await shown()).toContain(number);
    expect(await stage.byHand({ do: 'new-phone' })).toBeNull();
    expect(stage.state().phone).not.toBe(inHand);
    expect(await shown()).toContain('App store');
    const still = await stillOf(app, stage);
    const picture = still && { ...still.picture, phone: null };
    for (const language of languages) {
      const texts = textFor(language);
      const settings = { texts, now: app.now(), width: 78, height: 16, policy: app.policy };
      expect(picture && paneLines('phone', picture, settings).join()).toContain(texts.stage.noPhone);
    }
  });

  test('a phone switched off by hand is dark and scans nothing until it is switched on again', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, 'happy-path');
    while (stage.state().next?.do !== 'scan') await stage.step();
    expect(await stage.byHand(faults.phoneOff)).toBeNull();
    expect(await frameOf(app, stage, { body })).toContain('○ The phone is switched off.');
    expect(await stage.byHand(acts.scan)).toMatchObject({ code: 'phone-off' });
    expect(await stage.byHand(faults.phoneOn)).toBeNull();
    expect(await frameOf(app, stage, { body })).not.toContain('switched off');
    expect(await stage.byHand(acts.scan)).toBeNull();
  });

  test('a fault by hand is lifted when the stage closes', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, 'happy-path');
    await stage.byHand({ do: 'network', scope: 'operator', effect: 'outage', by: 0 });
    expect(await frameOf(app, stage, { body })).toContain('the operator is out');
    await stage.close();
    expect(await frameOf(app, stage, { body })).not.toContain('the operator is out');
  });

  test('others on the operator ask too, also in a story that has no others, and an outage holds up theirs', async () => {
    const app = await tempApp();
    const stage = await stageOf(app, 'happy-path');
    expect(stage.state().cast.crowd).toEqual([]);
    await stage.byHand({ do: 'network', scope: 'operator', effect: 'outage', by: 0 });
    for (let time = 0; time < 2; time++) {
      await stage.byHand({ do: 'crowd-sends-code' });
      expect(await frameOf(app, stage, { body })).toContain('12 messages of others on the way');
    }
  });

  test('without a story nothing is due until somebody acts', async () => {
    const app = await tempApp();
    const stage = grantedBy(await openStage(app, freePlay, 1));
    expect(await stage.jump()).toBe(false);
    expect(await stage.byHand({ do: 'enter-code', which: 'right' })).toMatchObject({ code: 'sms-missing' });
    expect(await stage.byHand({ do: 'send-code' })).toBeNull();
    expect(await stage.jump()).toBe(true);
  });

  test('is refused on a live file', async () => {
    expect(refusalOf(await openStage(await tempApp('live'), freePlay, 1))).toBe('training-only');
  });
});

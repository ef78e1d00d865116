import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { MINUTE } from '../../src/domain/ids.ts';
import { advance } from '../../src/sim/clock.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { sendCode } from '../../src/sim/portal.ts';
import { consoleOn, MIDDLE } from '../support/console-desk.tsx';
import { affected, afterTheOutage, duringTheOutage, ewa, OPERATOR, olga } from '../support/outage.ts';
import type { Robot } from '../support/robot.tsx';
import { grantedBy } from '../support/simulated.ts';

/** By role: ewa the agent, then the supervisors olga and piotr. */
const placeOf = { ewa: 0, olga: 1, piotr: 2 } as const;

async function radarOf(app: App, who: keyof typeof placeOf, language: 'en' | 'pl' = 'en'): Promise<Robot> {
  const robot = await consoleOn(app, { size: MIDDLE, language });
  await robot.see('ewa');
  for (let step = 0; step < placeOf[who]; step++) await robot.press('down');
  await robot.press('enter');
  await robot.see(/Queue|Kolejka/);
  await robot.press('6');
  await robot.see(/SMS radar|Radar SMS/, OPERATOR);
  return robot;
}

async function toOutage(robot: Robot): Promise<void> {
  await robot.press('down');
  await robot.see(new RegExp(`▸ ${OPERATOR}`));
  await robot.press('enter');
  await robot.see(`› ${OPERATOR}`);
}

describe('an outage on the radar', () => {
  test('is seen, recognised with what follows, and ended with what follows', async () => {
    const { app } = await duringTheOutage();
    const robot = await radarOf(app, 'olga');
    // The one in trouble is chosen already.
    await robot.see(
      new RegExp(`▸ ${OPERATOR}`),
      new RegExp(`${OPERATOR}: nothing arrives since`),
      'no outage recognised',
    );
    await robot.press('enter');
    await robot.see(`› ${OPERATOR}`, 'nothing arrives since', 'Recognise outage');
    await robot.press('o');
    await robot.see('Recognise an outage of Plus', 'do not count towards the lock', 'Note:');
    await robot.type('seen on the radar');
    await robot.press('enter');
    await robot.see('Shall it be done?');
    await robot.press('y');
    await robot.see('Outage of Plus recognised', 'outage recognised, since');
    expect((await app.ask.outage(OPERATOR, app.now())).outage?.until).toBeNull();
    await robot.press('o');
    await robot.see('The outage of Plus is over', `${affected.length} activations locked by it`);
    await robot.type('codes arrive');
    await robot.press('enter', 'y');
    await robot.see('Outage of Plus is over', `Locked by this outage: ${affected.length}`);
  });

  test('an agent sees it, and why they cannot recognise it', async () => {
    const { app } = await duringTheOutage();
    const robot = await radarOf(app, 'ewa');
    await toOutage(robot);
    await robot.see('Recognise outage ✕');
  });
});

describe('bulk unlock', () => {
  test('asked for by one with the exact list, approved by another, each unlocked, nobody else', async () => {
    const app = await afterTheOutage();
    const ewa = await radarOf(app, 'ewa');
    await toOutage(ewa);
    await ewa.see(`Locked by this outage: ${affected.length} activations`, '3 of 3 failures by it');
    await ewa.press('b');
    await ewa.see('is asked to approve exactly this list', `${affected.length} activations`);
    await ewa.type('after the outage');
    await ewa.press('enter', 'y');
    await ewa.see('Asked for approval', 'waits for a supervisor until', 'Approve ✕');
    const olga = await radarOf(app, 'olga');
    await toOutage(olga);
    await olga.see('asked for by ewa', '“after the outage”', 'unlocked one by one');
    await olga.press('A');
    await olga.see(`Unlocked: ${affected.length} activations`, 'all are unlocked', 'keeps nobody locked');
  });

  test('waits among the approvals with what it rests on, is opened and decided from there, and is gone', async () => {
    const app = await afterTheOutage();
    const { locks } = await app.ask.outage(OPERATOR, app.now());
    const serials = locks.map(({ serial }) => serial);
    const note = 'after the outage';
    await app.perform(ewa, { type: 'ask-bulk-unlock', operator: OPERATOR, serials, note });
    const robot = await radarOf(app, 'olga');
    await robot.press('1');
    await robot.see('approvals 1');
    await robot.press('4');
    await robot.see('unlock after an outage', `${OPERATOR}: ${affected.length} activations`, 'ewa');
    await robot.press('enter');
    await robot.see(`› ${OPERATOR}`, 'last outage', 'asked for by ewa', `“${note}”`, '3 of 3 failures by it');
    await robot.press('A');
    await robot.see(`Unlocked: ${affected.length} activations`);
    await robot.press('escape');
    await robot.see('Nothing waits for approval');
    expect(await app.ask.approvals(app.now())).toEqual([]);
  });

  test('the same two, list after list, are shown to whoever decides the next one', async () => {
    const app = await afterTheOutage();
    const { locks } = await app.ask.outage(OPERATOR, app.now());
    const serials = locks.map(({ serial }) => serial);
    const askFor = () => app.perform(ewa, { type: 'ask-bulk-unlock', operator: OPERATOR, serials, note: 'n' });
    for (let round = 1; round <= 3; round++) {
      expect(await app.ask.approvalPatterns(app.now())).toEqual([]);
      await askFor();
      expect(await app.perform(olga, { type: 'approve-bulk-unlock', operator: OPERATOR })).toMatchObject({
        verdict: 'done',
      });
    }
    const pattern = { what: 'same-pair', requestedBy: 'ewa', approvedBy: 'olga', count: 3 };
    expect(await app.ask.approvalPatterns(app.now())).toEqual([pattern]);
    await askFor();
    const robot = await radarOf(app, 'piotr');
    await robot.press('4', 'enter');
    await robot.see('! olga approved 3 requests of ewa', 'Approve');
  });

  test('one no ends it', async () => {
    const app = await afterTheOutage();
    const { locks } = await app.ask.outage(OPERATOR, app.now());
    const serials = locks.map(({ serial }) => serial);
    await app.perform(
      { kind: 'agent', id: 'ewa' },
      { type: 'ask-bulk-unlock', operator: OPERATOR, serials, note: 'n' },
    );
    const robot = await radarOf(app, 'olga');
    await toOutage(robot);
    await robot.press('R');
    await robot.see('Rejected; nobody is unlocked', `Locked by this outage: ${affected.length}`);
  });

  test('broken off, another supervisor goes on with it', async () => {
    const app = await afterTheOutage();
    const { locks } = await app.ask.outage(OPERATOR, app.now());
    const serials = locks.map(({ serial }) => serial);
    await app.perform(
      { kind: 'agent', id: 'ewa' },
      { type: 'ask-bulk-unlock', operator: OPERATOR, serials, note: 'n' },
    );
    await app.perform(olga, { type: 'approve-bulk-unlock', operator: OPERATOR });
    const robot = await radarOf(app, 'piotr', 'pl');
    await toOutage(robot);
    await robot.see('do odblokowania:');
    await robot.press('b');
    await robot.see('Odblokowano:', 'wszystkie odblokowane');
  });
});

test('an attempt that fails by a recognised outage does not count, and the account says so', async () => {
  const { app, from } = await duringTheOutage();
  await app.perform(olga, { type: 'recognise-outage', operator: OPERATOR, from, note: 'n' });
  const { locks } = await app.ask.outage(OPERATOR, app.now());
  const [first] = locks;
  const serial = first?.serial ?? '';
  await app.perform(olga, { type: 'end-outage', operator: OPERATOR, note: 'n' });
  await app.perform(
    { kind: 'agent', id: 'ewa' },
    { type: 'ask-bulk-unlock', operator: OPERATOR, serials: [serial], note: 'n' },
  );
  await app.perform(olga, { type: 'approve-bulk-unlock', operator: OPERATOR });
  await app.unlockAfterOutage(olga, OPERATOR);
  await app.perform(olga, { type: 'recognise-outage', operator: OPERATOR, from: app.now(), note: 'n' });
  await setRule(app, { of: 'operator', operator: OPERATOR }, { effect: 'outage' });
  await sendCode(app, serial);
  grantedBy(await advance(app, 6 * MINUTE));
  const robot = await consoleOn(app, { size: MIDDLE });
  await robot.see('ewa');
  await robot.press('enter');
  await robot.see('Queue');
  await robot.press('/');
  await robot.type(first?.customerId ?? '');
  await robot.see(new RegExp(`▸ .*${first?.customerId}`));
  await robot.press('enter');
  await robot.see(`not counted: outage of ${OPERATOR}`, '0 of 3 failed SMS attempts in a row');
  await robot.see('the operator has an outage');
});

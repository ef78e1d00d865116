import { expect, test } from 'vitest';
import { openStore } from '../../src/db/open.ts';
import { HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { radarSince } from '../../src/domain/radar.ts';
import { advance } from '../../src/sim/clock.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { enterCode, sendCode } from '../../src/sim/portal.ts';
import { affected, duringTheOutage, elsewhere, ewa, OPERATOR, olga } from '../support/outage.ts';
import { grantedBy } from '../support/simulated.ts';

test('whoever goes on watching the radar sees what a fresh look finds, after every kind of change', async () => {
  const { app, from } = await duringTheOutage();
  const [first = ''] = affected;
  const looked = await app.ask.certificate(first, app.now());
  const customerId = looked.found === 'one' ? looked.account.customerId : '';
  const ticket = { ticket: 'T-1', customerId, words: '' };

  async function watched(now = app.now()) {
    const kept = await app.ask.radar(now);
    const other = openStore(app.path, defaultPolicy);
    expect(await other.questions.radar(now)).toEqual(kept);
    other.close();
    return kept.operators.find(({ operator }) => operator === OPERATOR);
  }

  const before = await watched();
  expect(before?.trouble).not.toBeNull();
  expect(before?.callers).toBe(0);
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    'somebody calls': () => app.perform(ewa, { type: 'open-case', ...ticket }),
    recognised: () => app.perform(olga, { type: 'recognise-outage', operator: OPERATOR, from, note: 'n' }),
    'a list of locks is excused': async () => {
      await setRule(app, { of: 'operator', operator: OPERATOR }, null);
      await app.perform(olga, { type: 'end-outage', operator: OPERATOR, note: 'n' });
      const serials = affected;
      await app.perform(ewa, { type: 'ask-bulk-unlock', operator: OPERATOR, serials, note: 'n' });
      await app.perform(olga, { type: 'approve-bulk-unlock', operator: OPERATOR });
      await app.unlockAfterOutage(olga, OPERATOR);
    },
    'one asks again, it arrives, and is typed wrongly': async () => {
      for (const serial of [first, elsewhere]) await sendCode(app, serial);
      grantedBy(await advance(app, 10 * SECOND));
      await enterCode(app, first, '000000');
    },
    'hours go by': () => advance(app, 6 * HOUR - MINUTE),
  };
  const after = new Map<string, Awaited<ReturnType<typeof watched>>>();
  for (const [name, step] of Object.entries(steps)) {
    await step();
    after.set(name, await watched());
  }
  expect(after.get('somebody calls')?.callers).toBe(1);
  expect(after.get('a list of locks is excused')?.excused).toBe(3 * affected.length);
  expect(after.get('one asks again, it arrives, and is typed wrongly')?.sent).toBe((before?.sent ?? 0) + 1);
  expect(after.get('hours go by')?.sent).toBe(1);
  // A training clock that is put back sees again what had gone out of sight.
  const back = from + 20 * MINUTE;
  expect(radarSince(back)).toBeLessThan(from);
  expect((await watched(back))?.sent).toBe((before?.sent ?? 0) + 1);
}, 60_000);

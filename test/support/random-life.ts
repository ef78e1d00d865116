import type { App, Request } from '../../src/app.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { otpAt } from '../../src/domain/otp.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import { rawStates, receiptOf } from '../../src/domain/receipt.ts';
import type { TestClock } from './temp-database.ts';

/** A small seeded generator (mulberry32): the seed tells the whole story again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Life {
  readonly app: App;
  readonly clock: TestClock;
  readonly customerId: string;
  readonly serial: string;
  /** The code the door made last, as the subscriber would read it in the SMS. */
  readonly lastCode: () => string;
}

const pauses = [0, SECOND, 30 * SECOND, 61 * SECOND, 5 * MINUTE, 5 * MINUTE + 1, HOUR, DAY, 8 * DAY, 31 * DAY];
const agents = ['ewa', 'jan', 'olga'] as const;

/** Lets one subscriber, two agents, a supervisor, the network and the authority do `steps` random things. */
export async function liveRandomly(life: Life, random: () => number, steps: number): Promise<void> {
  const { app, clock, customerId, serial } = life;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const subscriber: Actor = { kind: 'subscriber', id: customerId };
  const ground = { reason: 'other', note: 'caller on the line' } as const;
  let caseId = 'none';
  let secret: Uint8Array | null = null;
  const agent = (): Actor => ({ kind: 'agent', id: pick(agents) });

  const moves: readonly (() => Promise<unknown>)[] = [
    () => app.perform(subscriber, { type: 'request-sms-code', serial }),
    () => app.perform(subscriber, { type: 'request-sms-code', serial }),
    () => app.perform({ kind: 'network', id: 'Orange' }, receipt()),
    () => app.perform(subscriber, { type: 'confirm-code', serial, code: life.lastCode() }),
    () => app.perform(subscriber, { type: 'confirm-code', serial, code: pick(['000000', life.lastCode(), 'x']) }),
    scan,
    () => rarely(() => app.perform(subscriber, { type: 'close-qr-window', serial })),
    activate,
    activate,
    () => sign(0),
    () => sign(pick([0, 0, -8, 1, 2])),
    async () => {
      const answer = await app.perform(agent(), { type: 'open-case', ticket: 'INC-1', customerId });
      const opened = answer.verdict === 'done' ? answer.facts.find((fact) => 'caseId' in fact) : undefined;
      if (opened && 'caseId' in opened) caseId = String(opened.caseId);
    },
    () =>
      app.perform(agent(), { type: 'record-verification', caseId, passed: ['call-back', 'date-of-birth'], failed: [] }),
    () => app.perform(agent(), { type: 'record-verification', caseId, passed: ['date-of-birth'], failed: [] }),
    () => app.perform(agent(), { type: 'unlock-activation', serial, caseId, ...ground }),
    () =>
      app.perform(agent(), { type: 'request-approval', serial, caseId, action: pick(['reset', 'unlock']), ...ground }),
    () => app.perform(agent(), { type: pick(['approve-request', 'approve-request', 'reject-request']), serial }),
    () =>
      rarely(() =>
        app.perform(agent(), { type: 'abort-call', serial, cause: 'pressure', ticket: null, passed: [], failed: [] }),
      ),
    () => app.perform(agent(), { type: 'abort-verification', caseId, passed: ['date-of-birth'], failed: [] }),
    () => rarely(() => app.perform(agent(), { type: 'freeze-activation', serial, caseId, ...ground })),
    () => rarely(() => app.perform({ kind: 'authority', id: 'ca' }, { type: pick(authorityMoves), serial })),
    () =>
      rarely(() => app.perform(agent(), { type: pick(['block-account', 'unblock-account']), customerId, note: 'n' })),
    () => {
      const phone = newPhone();
      const emergency = random() < 0.3;
      return app.perform(agent(), { type: 'request-phone-change', customerId, phone, caseId, emergency, ...ground });
    },
    () => app.perform(agent(), { type: 'approve-phone-change', customerId, atOnce: random() < 0.5 }),
    () =>
      rarely(() =>
        app.perform(agent(), { type: 'recognise-outage', operator: 'Orange', from: clock.now() - HOUR, note: 'n' }),
      ),
    () => app.perform(agent(), { type: 'end-outage', operator: 'Orange', note: 'n' }),
    () => app.perform(agent(), { type: 'ask-bulk-unlock', operator: 'Orange', serials: [serial], note: 'n' }),
    () => app.perform(agent(), { type: pick(['approve-bulk-unlock', 'reject-bulk-unlock']), operator: 'Orange' }),
    () => app.perform(agent(), { type: 'clear-outage-lock', serial, operator: 'Orange' }),
    () => rarely(() => app.sweep()),
    () => rarely(() => app.perform(agent(), { type: 'close-case', caseId })),
  ];

  for (let step = 0; step < steps; step++) {
    clock.advance(random() < 0.85 ? Math.floor(random() * 20 * SECOND) : pick(pauses));
    await pick(moves)();
  }

  function rarely(move: () => Promise<unknown>): Promise<unknown> {
    return random() < 0.3 ? move() : Promise.resolve();
  }
  async function scan(): Promise<void> {
    const answer = await app.perform(subscriber, { type: 'show-secret-qr', serial });
    if (answer.verdict === 'done' && answer.disclosure) secret = answer.disclosure.secret;
  }
  async function activate(): Promise<void> {
    await app.perform(subscriber, { type: 'request-sms-code', serial });
    await app.perform(subscriber, { type: 'confirm-code', serial, code: life.lastCode() });
    await scan();
    if (random() < 0.7) await sign(0);
  }
  function receipt(): Request {
    const operator = pick(['Orange', 'Play']);
    const receipts = [
      { state: 'accepted', operator },
      { state: 'submitted', operator },
      ...rawStates.map((raw) => receiptOf(operator, { raw, error: pick([null, 0, 1, 27, 32]) })),
    ] as const;
    const attempt = 1 + Math.floor(random() * 4);
    return { type: 'record-sms-receipt', serial, attempt, receipt: pick(receipts), happenedAt: clock.now() };
  }
  function sign(stepsOff: number): Promise<unknown> {
    const otp = secret ? otpAt(secret, clock.now() + stepsOff * 30 * SECOND, app.policy.otp) : '123456';
    return app.perform(subscriber, { type: 'sign-document', serial, otp, digest: 'ab', name: 'umowa.pdf' });
  }
  function newPhone() {
    return { e164: `+4860${Math.floor(1_000_000 + random() * 8_999_999)}`, kind: 'mobile' } as const;
  }
}

const authorityMoves = ['suspend-certificate', 'reinstate-certificate', 'revoke-certificate'] as const;

/** Two agents and a supervisor, who are the people of `liveRandomly`. */
export async function hireAgents(app: App): Promise<void> {
  const hire = (agentId: string, name: string, role: 'agent' | 'supervisor') =>
    app.perform(
      { kind: 'administrator', id: 'root' },
      { type: 'add-agent', agentId, name, role, passwordHash: null, ownCustomerId: null },
    );
  await hire('ewa', 'Ewa', 'agent');
  await hire('jan', 'Jan', 'agent');
  await hire('olga', 'Olga', 'supervisor');
}

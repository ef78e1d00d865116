import { createApp, type Request } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import type { Answer } from '../../src/domain/decision.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemClock, systemEntropy } from '../../src/entropy.ts';
import { seededRandom } from '../../src/fiction/random.ts';
import { importRecord } from './records.ts';

/** What one console did on a shared file: how often, what it should never have thrown, and how long its changes took (milliseconds). */
export interface MixedWork {
  readonly changes: number;
  readonly questions: number;
  readonly thrown: readonly string[];
  readonly p99: number;
}

const PEOPLE = 40;
/** Things that each console does, however little time there is. */
const LEAST = 25;
const [, , path = '', seed = '1', milliseconds = '0'] = process.argv;
const random = seededRandom(Number(seed));
const entropy = { ...systemEntropy, code: () => '123456' };
const app = createApp({ store: openStore(path, defaultPolicy), clock: systemClock, entropy });

const took: number[] = [];
const thrown: string[] = [];
let questions = 0;

async function change(actor: Actor, request: Request): Promise<Answer> {
  const since = performance.now();
  try {
    return await app.perform(actor, request);
  } finally {
    took.push(performance.now() - since);
  }
}

async function call(customerId: string, serial: string): Promise<void> {
  const agent = { kind: 'agent', id: random.pick(['ewa', 'jan']) } as const;
  const opened = await change(agent, { type: 'open-case', ticket: 'INC-7', customerId });
  if (opened.verdict === 'refused') return;
  const caseId = opened.facts.flatMap((fact) => ('caseId' in fact ? [String(fact.caseId)] : []))[0] ?? '';
  const proofs = { passed: ['call-back', 'date-of-birth'], failed: [] } as const;
  await change(agent, { type: 'record-verification', caseId, ...proofs });
  await change(agent, { type: 'unlock-activation', serial, caseId, reason: 'other', note: 'mixed load' });
  await change(agent, { type: 'close-case', caseId });
}

async function once(): Promise<void> {
  const record = importRecord(random.between(1, PEOPLE));
  const { customerId } = record;
  const { serial } = record.certificate;
  const subscriber = { kind: 'subscriber', id: customerId } as const;
  switch (random.between(0, 5)) {
    case 0:
      await change(subscriber, { type: 'request-sms-code', serial });
      return;
    case 1:
      await change(subscriber, { type: 'confirm-code', serial, code: random.pick(['123456', '654321']) });
      return;
    case 2:
      await call(customerId, serial);
      return;
    case 3:
      await app.sweep();
      return;
    default:
      await app.ask.queue(app.now());
      await app.ask.account(customerId, app.now());
      questions += 2;
  }
}

process.once('message', async () => {
  const end = Date.now() + Number(milliseconds);
  for (let done = 0; done < LEAST || Date.now() < end; done++)
    await once().catch((error: unknown) => thrown.push(String(error)));
  took.sort((one, other) => one - other);
  const work: MixedWork = { changes: took.length, questions, thrown, p99: took[Math.floor(took.length * 0.99)] ?? 0 };
  app.close();
  process.send?.(work, () => process.disconnect());
});
process.send?.('ready');

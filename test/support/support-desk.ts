import type { App } from '../../src/app.ts';
import type { ImportRecord } from '../../src/domain/import-record.ts';
import { DAY, type Serial } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/permissions.ts';
import { advance } from '../../src/sim/clock.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { play } from '../../src/sim/play.ts';
import { sendCode } from '../../src/sim/portal.ts';
import type { ScenarioName } from '../../src/sim/scenarios.ts';
import { importRecord, NOON } from './records.ts';
import { countingCodes, valueOf } from './simulated.ts';
import { tempApp } from './temp-database.ts';

const administrator = { kind: 'administrator', id: 'root' } as const;

/** A name from outside with everything that must never reach a terminal, and more letters than any column has. */
export const HOSTILE = `\u001b[2J\u202eEvil\u200b\u001b]8;;http://x\u0007 ${'Ż'.repeat(120)}`;

/** The people of the test desk by what is the matter with them; number gives customer id, phone and serial. */
export const people = {
  locked: { number: 1, givenName: 'Łukasz', familyName: 'Żółkiewski' },
  active: { number: 2, givenName: 'Anna', familyName: 'Nowak' },
  waiting: { number: 3, givenName: 'Grzegorz', familyName: 'Brzęczyszczykiewicz' },
  lockedOtp: { number: 4, givenName: 'Maria', familyName: 'Wójcik' },
  blocked: { number: 5, givenName: 'Piotr', familyName: 'Kowalczyk' },
  expiring: { number: 6, givenName: 'Katarzyna', familyName: 'Dąbrowska' },
  agentsOwn: { number: 7, givenName: 'Ewa', familyName: 'Lis' },
  hostile: { number: 8, givenName: 'Jan', familyName: HOSTILE },
  untouched: { number: 9, givenName: 'Zofia', familyName: 'Śliwińska' },
} as const;
export type PersonKey = keyof typeof people;

export const agents: readonly { readonly agentId: string; readonly name: string; readonly role: Role }[] = [
  { agentId: 'ewa', name: 'Ewa Lis', role: 'agent' },
  { agentId: 'marta', name: 'Marta Sowa', role: 'supervisor' },
  { agentId: 'tomasz', name: 'Tomasz Dudek', role: 'trainer' },
  { agentId: 'adam', name: 'Adam Gil', role: 'auditor' },
];

export function serialOf(key: PersonKey): Serial {
  return importRecord(people[key].number).certificate.serial;
}

export function customerOf(key: PersonKey): string {
  return importRecord(people[key].number).customerId;
}

/** What is played on whom; each story moves the training clock by its own length. */
const stories: readonly (readonly [PersonKey, ScenarioName])[] = [
  ['locked', 'three-failures'],
  ['active', 'happy-path'],
  ['lockedOtp', 'wrong-otp'],
  ['blocked', 'three-failures'],
  ['agentsOwn', 'three-failures'],
  ['hostile', 'three-failures'],
];

/** A training database with one subscriber in every plight, four agents, and a clock that stands still. */
export async function supportDesk() {
  const app = await tempApp('training', { entropy: countingCodes() });
  await app.importRecords(administrator, Object.keys(people).map((key) => recordOf(key as PersonKey)), { dryRun: false });
  for (const agent of agents) {
    const ownCustomerId = agent.agentId === 'ewa' ? customerOf('agentsOwn') : null;
    await app.perform(administrator, { type: 'add-agent', ...agent, passwordHash: null, ownCustomerId });
  }
  for (const [key, story] of stories) await tell(app, key, story);
  await app.perform(administrator, { type: 'block-account', customerId: customerOf('blocked'), note: 'asked by phone' });
  const phone = importRecord(people.waiting.number).phone?.e164 ?? '';
  valueOf(await setRule(app, { of: 'phone', phone }, { effect: 'lost' }));
  valueOf(await sendCode(app, serialOf('waiting')));
  valueOf(await advance(app, 150_000));
  return app;
}

/** Plays a story on somebody to its end. */
export async function tell(app: App, key: PersonKey, story: ScenarioName): Promise<void> {
  const steps = play(app, story, serialOf(key));
  let next = await steps.next();
  while (!next.done) next = await steps.next();
}

function recordOf(key: PersonKey): ImportRecord {
  const { number, givenName, familyName } = people[key];
  const base = importRecord(number, { givenName, familyName });
  const notAfter = key === 'expiring' ? NOON + 9 * DAY : base.certificate.notAfter;
  return { ...base, certificate: { ...base.certificate, subject: `CN=${givenName} ${familyName}, C=PL`, notAfter } };
}

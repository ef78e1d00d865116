import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { createDatabase } from '../../src/db/create.ts';
import { readKeyFile, replaceKeyFile } from '../../src/db/keys.ts';
import { openStore } from '../../src/db/open.ts';
import { DAY, SECOND, type Serial } from '../../src/domain/ids.ts';
import type { ImportRecord } from '../../src/domain/import-record.ts';
import type { Role } from '../../src/domain/permissions.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import { readMoment } from '../../src/intake/read-instant.ts';
import { advance } from '../../src/sim/clock.ts';
import { setRule } from '../../src/sim/network-rules.ts';
import { sendCode } from '../../src/sim/portal.ts';
import { madeOnce } from './made-once.ts';
import { importRecord, NOON } from './records.ts';
import { playedOn } from './scenarios.ts';
import { countingCodes, grantedBy } from './simulated.ts';
import { clockAt, type TestClock, tempFolder } from './temp-database.ts';

const FILE = 'desk.db';
const LONG_SERIAL: Serial = '5F932ACF01D24E7B9A3C4D5E6F708192A3B4C5D6';
const MASTER = Buffer.alloc(32, 'desk').toString('base64');
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
const stories: readonly (readonly [PersonKey, string])[] = [
  ['locked', 'three-failures'],
  ['active', 'happy-path'],
  ['lockedOtp', 'wrong-otp'],
  ['blocked', 'three-failures'],
  ['agentsOwn', 'three-failures'],
  ['hostile', 'three-failures'],
];

/** The clock stands still at the moment the desk was made ready. */
export type Desk = App & { readonly path: string; readonly clock: TestClock };

/** A training database with one subscriber in every plight, four agents, and a clock that stands still; each its own copy. */
export async function supportDesk(policy: Policy = defaultPolicy): Promise<Desk> {
  const folder = tempFolder();
  cpSync(await madeOnce('support-desk', makeTemplate), folder, { recursive: true });
  const path = join(folder, FILE);
  const store = openStore(path, policy);
  onTestFinished(() => store.close());
  const clock = clockAt(NOON);
  const readInstant = async (text: string, at: number) => readMoment(text, at);
  return { ...createApp({ store, clock, entropy: countingCodes(), readInstant }), path, clock };
}

/** Playing the stories takes a second. */
async function makeTemplate(folder: string): Promise<void> {
  const path = join(folder, FILE);
  await createDatabase(path, 'training', NOON, () => undefined);
  // The references of notices follow from the master key; with a fixed one they are the same in every run.
  replaceKeyFile(path, { ...readKeyFile(path), master: MASTER });
  const store = openStore(path, defaultPolicy);
  const app = createApp({ store, clock: clockAt(NOON), entropy: countingCodes() });
  await makeReady(app);
  app.close();
}

async function makeReady(app: App): Promise<void> {
  const records = [...Object.keys(people).map((key) => recordOf(key as PersonKey)), suspendedOne()];
  await app.importRecords(administrator, records, { dryRun: false });
  for (const agent of agents) {
    const ownCustomerId = agent.agentId === 'ewa' ? customerOf('agentsOwn') : null;
    await app.perform(administrator, { type: 'add-agent', ...agent, passwordHash: null, ownCustomerId });
  }
  for (const [key, story] of stories) await tell(app, key, story);
  await app.perform(administrator, {
    type: 'block-account',
    customerId: customerOf('blocked'),
    note: 'asked by phone',
  });
  // What runs by the second begins with one.
  grantedBy(await advance(app, SECOND - (app.now() % SECOND)));
  const phone = importRecord(people.waiting.number).phone?.e164 ?? '';
  grantedBy(await setRule(app, { of: 'phone', phone }, { effect: 'lost' }));
  grantedBy(await sendCode(app, serialOf('waiting')));
  grantedBy(await advance(app, 150_000));
}

/** Plays a story on somebody until they call, or to its end when nobody has to call. */
export function tell(app: App, key: PersonKey, story: string): Promise<void> {
  return playedOn(app, serialOf(key), story, 'ewa');
}

/** A second certificate of the active subscriber, with a serial number as long as they get. */
function suspendedOne(): ImportRecord {
  const base = recordOf('active');
  return {
    ...base,
    certificate: { ...base.certificate, serial: LONG_SERIAL, notAfter: NOON + 100 * DAY, status: 'suspended' },
  };
}

function recordOf(key: PersonKey): ImportRecord {
  const { number, givenName, familyName } = people[key];
  const base = importRecord(number, { givenName, familyName });
  const notAfter = key === 'expiring' ? NOON + 9 * DAY : base.certificate.notAfter;
  return { ...base, certificate: { ...base.certificate, subject: `CN=${givenName} ${familyName}, C=PL`, notAfter } };
}

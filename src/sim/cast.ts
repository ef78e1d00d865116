import type { App } from '../app.ts';
import type { KnownAgent } from '../domain/agent.ts';
import type { Answer } from '../domain/decision.ts';
import { type AgentId, type CustomerId, DAY, type Instant, type Serial } from '../domain/ids.ts';
import type { ImportedCertificate, ImportRecord } from '../domain/import-record.ts';
import { hash, operatorOf, operators } from '../domain/mobile-operators.ts';
import type { Actor } from '../domain/permissions.ts';
import type { Phone } from '../domain/phone-number.ts';
import type { AgentView } from '../domain/read-models.ts';
import {
  FIRST_CUSTOMER,
  inventForeignMobile,
  inventLandline,
  inventPole,
  inventPolishMobile,
} from '../fiction/people.ts';
import { type Random, seededRandom, seedOf } from '../fiction/random.ts';
import { given, inTraining, ownedCertificate, type SimAnswer } from './answer.ts';
import { operatorsOut } from './outages.ts';
import type { CastSetting, Scenario } from './scenario.ts';
import { startFromNothing } from './software.ts';

/** Who plays: the subscriber, the people at the desk, and the others on the same operator. */
export interface Cast {
  readonly customerId: CustomerId;
  readonly serial: Serial;
  /** What the subscriber is called. */
  readonly name: string;
  readonly agent: AgentId;
  readonly supervisor: AgentId;
  /** The subscriber as one of the staff; null when they are none. */
  readonly owner: AgentId | null;
  /** The number that they will ask to be called on from now on. */
  readonly newPhone: Phone;
  readonly crowd: readonly Serial[];
}

interface Casting {
  readonly seed: number;
  /** Counts the performances of one story in one file: each has a person of its own. */
  readonly take: number;
  /** Who takes the call; without it an agent of the file. */
  readonly agent?: AgentId;
}

const administrator: Actor = { kind: 'administrator', id: 'casting' };
const authority: Actor = { kind: 'authority', id: 'casting' };
/** Customer ids of the stage: six digits, the first a 9, beyond those of the seed and the examples. */
const STAGE = 900_000;
const PLACES = 100_000;
const ISSUED_AGO = 90 * DAY;
const LASTS = 365 * DAY;
const EXPIRED_AGO = 3 * DAY;
const BEGINS_IN = 2 * DAY;
const SERIAL_DIGITS = 16;
const CROWD = 12;

/**
 * Makes the subscriber of a story, and whoever else it needs, through the door. The same seed and take on the same file
 * give the same people; people who are there already are never taken again.
 */
export function castFor(app: App, scenario: Scenario, casting: Casting): Promise<SimAnswer<Cast>> {
  return inTraining(app, async () => {
    const random = seededRandom(seedOf(casting.seed ^ hash(scenario.name), casting.take));
    const { cast: setting } = scenario;
    const phone = await phoneFor(app, random, setting.phone);
    const lead = await newSubscriber(app, random, setting.person === 'woman', phone);
    await register(app, { ...lead, certificate: { ...lead.certificate, ...validityOf(setting, app.now()) } });
    await stand(app, setting, lead);
    if (!setting.ready) await startFromNothing(app, lead.customerId);
    const crowd = phone ? await crowdOn(app, random, operatorOf(phone.e164), setting.crowd) : [];
    const owner = setting.colleague ? await colleague(app, lead) : null;
    const desk = await staff(app, owner, casting.agent);
    const newPhone = await workingNumber(app, () => inventPolishMobile(random));
    const { customerId, certificate } = lead;
    const name = `${lead.givenName} ${lead.familyName}`;
    return given({ customerId, serial: certificate.serial, name, owner, newPhone, crowd, ...desk });
  });
}

/** Other subscribers of an operator, for a trainer who wants them where the story has none. */
export function crowdFor(app: App, operator: string, seed: number): Promise<readonly Serial[]> {
  return crowdOn(app, seededRandom(seed), operator, CROWD);
}

async function crowdOn(app: App, random: Random, operator: string, size: number): Promise<readonly Serial[]> {
  const crowd: Serial[] = [];
  while (crowd.length < size) {
    const number = await freeNumber(app, () => numberOf(random, operator));
    const one = await newSubscriber(app, random, random.chance(0.5), number);
    await register(app, one);
    crowd.push(one.certificate.serial);
  }
  return crowd;
}

/**
 * The story plays on somebody who is there already: nobody's standing is changed and there is no crowd, but phone and
 * computer are as the story wants them.
 */
export function castOn(
  app: App,
  { cast: setting }: Scenario,
  serial: Serial,
  { seed, agent }: Omit<Casting, 'take'>,
): Promise<SimAnswer<Cast>> {
  return inTraining(app, async () => {
    const owned = await ownedCertificate(app, serial);
    if (owned.verdict === 'refused') return owned;
    const { customerId, givenName, familyName } = owned.value.account;
    if (!setting.ready) await startFromNothing(app, customerId);
    const owner = (await app.ask.agents()).find(({ ownCustomerId }) => ownCustomerId === customerId)?.agentId ?? null;
    const desk = await staff(app, owner, agent);
    const random = seededRandom(seed);
    const newPhone = await workingNumber(app, () => inventPolishMobile(random));
    return given({ customerId, serial, name: `${givenName} ${familyName}`, owner, newPhone, crowd: [], ...desk });
  });
}

type Subscriber = ImportRecord & { readonly givenName: string; readonly familyName: string; readonly login: string };

async function newSubscriber(app: App, random: Random, isWoman: boolean, phone: Phone | null): Promise<Subscriber> {
  const now = app.now();
  for (;;) {
    const { person, identity } = inventPole(random, STAGE + random.between(0, PLACES - 1) - FIRST_CUSTOMER, isWoman);
    if (await app.ask.account(person.customerId, now)) continue;
    const subject = `CN=${person.givenName} ${person.familyName}, C=PL`;
    const notBefore = now - ISSUED_AGO;
    const validity = { notBefore, notAfter: notBefore + LASTS } as const;
    const certificate = { serial: random.hex(SERIAL_DIGITS), subject, identity, ...validity, pem: null };
    return { ...person, phone, certificate: { ...certificate, status: 'valid' } };
  }
}

function phoneFor(app: App, random: Random, kind: CastSetting['phone']): Promise<Phone | null> {
  switch (kind) {
    case 'mobile':
      return workingNumber(app, () => inventPolishMobile(random));
    case 'landline':
      return workingNumber(app, () => inventLandline(random));
    case 'foreign':
      return workingNumber(app, () => inventForeignMobile(random));
    case 'none':
      return Promise.resolve(null);
  }
}

/**
 * A free number of an operator that is not out, while there is one: nothing that fails during an outage counts, and one
 * that is known is not recognised again, so no story would come out as it is told.
 */
async function workingNumber(app: App, invent: () => Phone): Promise<Phone> {
  const out = await operatorsOut(app);
  const allOut = operators.every((operator) => out.has(operator));
  return freeNumber(app, () => {
    for (;;) {
      const phone = invent();
      if (allOut || !out.has(operatorOf(phone.e164))) return phone;
    }
  });
}

/** A number that nobody has: the SMS of two people must not arrive in one inbox. */
async function freeNumber(app: App, invent: () => Phone): Promise<Phone> {
  for (;;) {
    const phone = invent();
    const found = await app.ask.search(phone.e164, app.now(), 1);
    if (found.length === 0) return phone;
  }
}

/** A number of this operator. */
function numberOf(random: Random, operator: string): Phone {
  for (;;) {
    const phone = inventPolishMobile(random);
    if (operatorOf(phone.e164) === operator) return phone;
  }
}

async function register(app: App, record: ImportRecord): Promise<void> {
  const [verdict] = await app.importRecords(administrator, [record], { dryRun: false });
  if (verdict?.verdict !== 'accepted') throw new Error(`${record.customerId} was not accepted for the stage`);
}

function validityOf(
  { certificate }: CastSetting,
  now: Instant,
): Partial<Pick<ImportedCertificate, 'notBefore' | 'notAfter'>> {
  switch (certificate) {
    case 'expired':
      return { notBefore: now - EXPIRED_AGO - LASTS, notAfter: now - EXPIRED_AGO };
    case 'not-yet-valid':
      return { notBefore: now + BEGINS_IN, notAfter: now + BEGINS_IN + LASTS };
    case 'valid':
    case 'suspended':
    case 'revoked':
      return {};
  }
}

/** What the authority and the administrator have done before the story begins. */
async function stand(app: App, { account, certificate }: CastSetting, lead: Subscriber): Promise<void> {
  const { serial } = lead.certificate;
  const { customerId } = lead;
  if (certificate === 'suspended') must(await app.perform(authority, { type: 'suspend-certificate', serial }));
  if (certificate === 'revoked') must(await app.perform(authority, { type: 'revoke-certificate', serial }));
  const note = 'unpaid invoices';
  if (account === 'blocked') must(await app.perform(administrator, { type: 'block-account', customerId, note }));
}

/** The subscriber becomes one of the staff. */
async function colleague(app: App, { customerId, login, givenName, familyName }: Subscriber): Promise<AgentId> {
  await hire(app, { agentId: login, name: `${givenName} ${familyName}`, role: 'agent', ownCustomerId: customerId });
  return login;
}

/** Who takes the call and who decides: people of the file, or new ones where it has none. Never the subscriber. */
async function staff(
  app: App,
  owner: AgentId | null,
  wanted: AgentId | undefined,
): Promise<Pick<Cast, 'agent' | 'supervisor'>> {
  const known = await app.ask.agents();
  const there = known.filter(({ status, agentId }) => status === 'enabled' && agentId !== owner);
  const agent = wanted ?? there.find(({ role }) => role === 'agent')?.agentId;
  const supervisor = there.find(({ role, agentId }) => role === 'supervisor' && agentId !== agent)?.agentId;
  return {
    agent: agent ?? (await understudy(app, known, 'agent')),
    supervisor: supervisor ?? (await understudy(app, known, 'supervisor')),
  };
}

/** Somebody new, beside those who were disabled. */
function understudy(app: App, known: readonly AgentView[], role: keyof typeof understudies): Promise<AgentId> {
  const taken = known.filter(({ agentId }) => agentId.startsWith(`stage-${role}`)).length;
  const agentId = taken === 0 ? `stage-${role}` : `stage-${role}-${taken + 1}`;
  return hire(app, { agentId, name: understudies[role], role, ownCustomerId: null });
}

const understudies = { agent: 'Kinga Wrona', supervisor: 'Rafał Dzięcioł' } as const;

async function hire(
  app: App,
  profile: Pick<KnownAgent, 'agentId' | 'name' | 'role' | 'ownCustomerId'>,
): Promise<AgentId> {
  must(await app.perform(administrator, { type: 'add-agent', ...profile, passwordHash: null }));
  return profile.agentId;
}

/** Nothing of it can be refused to those who ask: a refusal is our own fault. */
function must(answer: Answer): void {
  if (answer.verdict === 'refused') throw new Error(`casting was refused: ${answer.refusal.code}`);
}

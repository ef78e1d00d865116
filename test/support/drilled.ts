import type { AuditEntry, RecordedFact } from '../../src/domain/audit.ts';
import type { CommandType } from '../../src/domain/commands.ts';
import { type Proof, pointsOf } from '../../src/domain/support-case.ts';
import type { CalledScenario, Drill, DrillEvent } from '../../src/sim/drill.ts';
import { drillPolicy } from '../../src/sim/drill-policy.ts';
import { type Drilled, score } from '../../src/sim/drill-score.ts';
import type { Call, SupportMove } from '../../src/sim/scenario.ts';
import { importRecord, NOON } from './records.ts';

const { customerId, certificate } = importRecord(1);
const bothProofs = ['call-back', 'contract-number'] as const;
const said = (words: string) => ({ en: words, pl: words });

/** A call of a scenario: a locked subscriber, unless other things are told of it. */
export function calledScenario({
  name = 'locked',
  call = {},
  ...changed
}: Partial<Omit<CalledScenario, 'call'>> & { readonly call?: Partial<Call> } = {}): CalledScenario {
  return {
    name,
    title: said(`about ${name}`),
    teaches: said('Care.'),
    cast: {
      person: 'woman',
      phone: 'mobile',
      certificate: 'valid',
      account: 'open',
      ready: true,
      colleague: false,
      crowd: 0,
    },
    before: [],
    call: {
      ticket: 'INC-1',
      mood: 'calm',
      caller: 'subscriber',
      words: said('Help.'),
      knows: ['call-back', 'contract-number', 'date-of-birth'],
      wrong: [],
      answers: {},
      ...call,
    },
    cause: 'sms-lost',
    support: [
      { do: 'verify', by: 'agent', passed: bothProofs, failed: [] },
      { do: 'unlock', by: 'agent', reason: 'sms-not-received', note: 'lost' },
      { do: 'tell', by: 'agent', words: said('Once more, please.') },
    ],
    after: [],
    ending: { activation: 'inactive', attempts: null, signatures: 0, facts: [], never: [] },
    ...changed,
  };
}

export const tellOnly: readonly SupportMove[] = [{ do: 'tell', by: 'agent', words: said('It has expired.') }];
export const impostor = calledScenario({
  name: 'impostor',
  call: { caller: 'impostor', knows: ['e-mail-on-file'], wrong: ['date-of-birth'] },
  support: [
    { do: 'verify', by: 'agent', passed: [], failed: ['date-of-birth'] },
    { do: 'freeze', by: 'agent', note: 'not her' },
    { do: 'tell', by: 'agent', words: said('No.') },
  ],
});

export function drillOf(scenario: CalledScenario): Drill {
  return {
    id: 'ewa-1',
    agentId: 'ewa',
    number: 1,
    scenario,
    customerId,
    serial: certificate.serial,
    callerName: 'Anna Nowak',
    email: 'anna@example.org',
    certificateUntil: NOON,
    rangAt: NOON,
    auditFrom: 0,
    shift: null,
  };
}

/** So many seconds after the call was answered. */
export const atSecond = (seconds: number) => NOON + seconds * 1_000;

type Line = DrillEvent extends infer Event ? (Event extends unknown ? Omit<Event, 'at'> : never) : never;

export type SpokenAt = readonly [second: number, line: Line];

/** What was said, each at its second. */
export function spoken(...lines: readonly SpokenAt[]): readonly DrillEvent[] {
  return [
    { type: 'answered', at: NOON },
    ...lines.map(([second, line]) => ({ ...line, at: atSecond(second) }) as DrillEvent),
  ];
}

export const asksProofs = (...proofs: readonly Proof[]): readonly (readonly [number, Line])[] =>
  proofs.map((proof, place) => [40 + place, { type: 'proof-asked', proof, given: 'right' }]);

/** What these commands do when they are not refused. */
const factsOf: Readonly<Partial<Record<CommandType, readonly object[]>>> = {
  'unlock-activation': [{ type: 'activation-unlocked' }],
  'freeze-activation': [{ type: 'activation-frozen' }],
  'request-phone-change': [{ type: 'phone-change-requested' }],
};

/** An entry of the trainee's in the audit log, so many seconds after the call was answered. */
export function entryAt(
  seconds: number,
  command: CommandType,
  {
    facts = [],
    verdict = 'done',
    of = customerId,
  }: {
    readonly facts?: readonly object[];
    readonly verdict?: 'done' | 'refused';
    readonly of?: string;
  } = {},
): AuditEntry {
  return {
    seq: seconds,
    at: atSecond(seconds),
    actor: { kind: 'agent', id: 'ewa' },
    command,
    customerId: of,
    serial: certificate.serial,
    caseId: null,
    ticket: null,
    reason: null,
    note: null,
    verdict,
    refusal: null,
    facts: (facts.length === 0 && verdict === 'done' ? (factsOf[command] ?? []) : facts) as readonly RecordedFact[],
    prevHash: '',
    hash: '',
  };
}

export const verifiedAt = (seconds: number, ...proofs: readonly Proof[]): AuditEntry =>
  entryAt(seconds, 'record-verification', {
    facts: [{ type: 'caller-verified', at: atSecond(seconds), proofs, points: pointsOf(proofs) }],
  });

export const failedAt = (seconds: number, passed: readonly Proof[], failed: readonly Proof[]): AuditEntry =>
  entryAt(seconds, 'record-verification', {
    verdict: 'refused',
    facts: [{ type: 'caller-verification-failed', at: atSecond(seconds), passed, failed, points: pointsOf(passed) }],
  });

/** What a call scores. */
export function scored(drilled: Partial<Drilled> & { readonly scenario?: CalledScenario } = {}) {
  const { scenario = calledScenario(), ...parts } = drilled;
  return score({
    drill: drillOf(scenario),
    events: perfectTalk,
    entries: perfectWork,
    pointsNeeded: 4,
    policy: drillPolicy,
    ...parts,
  });
}

/** A locked subscriber as they should be served: cause after a minute, proofs, unlock, advice, goodbye. */
export const perfectTalk: readonly DrillEvent[] = spoken(
  ...asksProofs(...bothProofs),
  [60, { type: 'cause-named', cause: 'sms-lost' }],
  [120, { type: 'said', saying: 'advice', about: 'sms-lost' }],
  [180, { type: 'ended', how: 'solved' }],
);
export const perfectWork: readonly AuditEntry[] = [verifiedAt(80, ...bothProofs), entryAt(90, 'unlock-activation')];

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Activation, ActivationFact } from '../../src/domain/activation.ts';
import type { Fact } from '../../src/domain/audit.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import type { Vault } from '../../src/domain/situation.ts';
import { type AttemptFact, type AttemptRecord, attemptOutcomes } from '../../src/domain/sms-attempt.ts';
import { arbitraryHistory } from '../support/histories.ts';
import type { History } from '../support/history-moves.ts';
import { type Happening, memoryStage } from '../support/memory-store.ts';
import { plainVault } from '../support/plain-vault.ts';
import { playHistory } from '../support/play-history.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { everyFact } from './every-fact.ts';
import {
  countersFallForAReason,
  countersStayInBounds,
  evolveIsTotal,
  fullCountersStop,
  numbersRise,
  refusalsKeepTheirFacts,
  settlingOnTheWayIsSettlingAtTheEnd,
  stoppedStaysStopped,
  type Turn,
  timeKeepsItsDeadlines,
  turnOf,
} from './invariants.ts';
import { safetyHolds } from './safety-invariants.ts';

/** What happens to the house, not in the life of one activation. */
const elsewhere: readonly Fact['type'][] = [
  ...([
    'account-opened',
    'certificate-registered',
    'certificate-received',
    'audit-exported',
    'personal-copied',
    'filter-saved',
    'filter-deleted',
  ] as const),
  ...(['agent-added', 'agent-password-set', 'agent-locked'] as const),
  ...(['sign-in-attempted', 'signed-in', 'signed-out'] as const),
];

const HISTORIES = sized(1_000, 50_000);
const SEED = seedFor('histories', 20_261_123);

/** Short lives that reach the lifetime's cap as well as long ones that do not. */
const policies = fc.constantFrom<Policy>(defaultPolicy, defaultPolicy, { ...defaultPolicy, lifetimeFailures: 8 });

const always: readonly ((turn: Turn) => void)[] = [
  countersStayInBounds,
  countersFallForAReason,
  stoppedStaysStopped,
  fullCountersStop,
  refusalsKeepTheirFacts,
  timeKeepsItsDeadlines,
  settlingOnTheWayIsSettlingAtTheEnd,
  numbersRise,
];

/** What watches one history of an activation; each history has fresh ones. */
type Witness = (policy: Policy) => {
  readonly see: (happening: Happening) => void;
  readonly vault?: Vault;
};

/** A witness of the activation's turns alone. */
const ofTurns =
  (witness: (policy: Policy) => (turn: Turn) => void): Witness =>
  (policy) => {
    const see = witness(policy);
    return {
      see: (happening) => {
        if (happening.kind === 'activation') see(turnOf(happening));
      },
    };
  };

/** Plays random histories before a witness; a failure is told with the shortest history that brings it about. */
async function played(witness: Witness, runs = HISTORIES): Promise<void> {
  const property = fc.asyncProperty(arbitraryHistory(), policies, (history: History, policy) => {
    const { see, vault } = witness(policy);
    return playHistory(history, memoryStage(policy, see, vault));
  });
  await fc.assert(property, { numRuns: runs, seed: SEED });
}

const witnesses: Readonly<Record<string, Witness>> = {
  'what always holds, holds after every command': ofTurns(() => (turn) => {
    for (const holds of always) holds(turn);
  }),

  'what keeps callers and colleagues honest, holds after every command': () => ({
    see: (happening) => {
      for (const holds of safetyHolds) holds(happening);
    },
  }),

  'no more wrong codes are ever compared than the policy allows, and each that was is counted': (policy) => {
    const compared = new Map<number, number>();
    // A wrong code is looked up among older ones too, to say why it is wrong; the newest is the one that was guessed at.
    let asked = 0;
    const vault: Vault = {
      ...plainVault,
      digestCode(serial, attempt, code) {
        asked = Math.max(asked, attempt);
        return plainVault.digestCode(serial, attempt, code);
      },
    };
    const see = (happening: Happening) => {
      if (happening.kind !== 'activation') return;
      const guessed = asked;
      asked = 0;
      if (happening.command.type !== 'confirm-code' || guessed === 0) return;
      if (turnOf(happening).facts.some((fact) => fact.type === 'otp-secret-issued')) return;
      const count = (compared.get(guessed) ?? 0) + 1;
      compared.set(guessed, count);
      expect(count).toBeLessThanOrEqual(policy.sms.wrongEntriesPerCode);
      expect(happening.attempts.get(guessed)?.wrongEntries).toBe(count);
    };
    return { see, vault };
  },

  'a time step of a secret signs once, and later signatures have later steps': ofTurns(() => {
    const lastStep = new Map<number, number>();
    return ({ before, facts }) => {
      for (const { timeStep } of facts.filter((fact) => fact.type === 'document-signed')) {
        const { generations } = before;
        expect(timeStep).toBeGreaterThan(lastStep.get(generations) ?? -1);
        lastStep.set(generations, timeStep);
      }
    };
  }),

  'the attempts folded by themselves agree with the counters of the activation': ofTurns(() => {
    const past: ActivationFact[] = [];
    return ({ after, facts, happening }) => {
      past.push(...facts);
      expect(after).toMatchObject(countedFrom(past, happening.attempts));
    };
  }),
};

/** Notes every fact, status, lock, outcome and decision of support that histories come through. */
function journal() {
  const seen = new Set<string>();
  const facts = new Set<string>();
  const see = ({ kind, command, decision, settled, after }: Happening) => {
    for (const fact of [...settled, ...decision.facts]) {
      facts.add(fact.type);
      if (fact.type === 'sms-attempt-ended') seen.add(`an attempt ended by ${command.type}`);
      if (fact.type === 'sms-attempt-ended' && 'outcome' in fact) seen.add(`ended ${fact.outcome}`);
      if (fact.type === 'activation-unlocked') seen.add(`unlocked by ${command.type}`);
      if ('firstYesBy' in fact && fact.firstYesBy !== null) seen.add(`two yeses: ${fact.type}`);
    }
    if (kind === 'activation') seen.add(placeOf(after as Activation));
    if (decision.verdict === 'refused')
      seen.add(decision.refusal.code).add(`${command.type}: ${decision.refusal.code}`);
  };
  return { see, seen, facts };
}

describe(`over ${HISTORIES} random histories of one activation`, () => {
  const accused = new Set<string>();
  const visited = journal();

  beforeAll(async () => {
    await played((policy) => {
      const watching = Object.entries(witnesses).map(([name, witness]) => ({ name, ...witness(policy) }));
      const vault = watching.find((one) => one.vault)?.vault;
      const see = (happening: Happening) => {
        visited.see(happening);
        for (const { name, see } of watching) if (!accused.has(name) && fails(() => see(happening))) accused.add(name);
      };
      return { see, ...(vault ? { vault } : {}) };
    });
  }, SOAK_TIMEOUT);

  test.each(Object.entries(witnesses))('%s', async (name, witness) => {
    // Alone once more, for the shortest history that shows it.
    if (accused.has(name)) await played(witness);
    expect(accused).not.toContain(name);
  });

  test('they go everywhere: every fact, status, lock, outcome and decision of support', () => {
    const { facts, seen } = visited;
    expect(
      Object.keys(everyFact)
        .filter((type) => !facts.has(type))
        .sort(),
    ).toEqual(elsewhere.toSorted());
    const statuses = ['inactive', 'awaiting_code', 'awaiting_otp', 'active', 'frozen', 'disabled'];
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...[...statuses, 'locked sms', 'locked otp proven', 'locked otp on trial'],
        ...attemptOutcomes.map((outcome) => `ended ${outcome}`),
        ...['freeze-activation', 'approve-request', 'request-sms-code'].map((type) => `an attempt ended by ${type}`),
        ...['unlock-activation', 'approve-request', 'clear-outage-lock'].map((type) => `unlocked by ${type}`),
        ...['two yeses: approval-granted', 'two yeses: phone-changed'],
        ...['approve-request: overruled', 'approve-phone-change: overruled'],
        ...['approve-request: same-person', 'approve-phone-change: same-person', 'approve-bulk-unlock: same-person'],
        ...['approve-request: own-account', 'open-case: own-account', 'clear-outage-lock: own-account'],
        ...['request-approval: possession-needed', 'request-phone-change: possession-needed'],
        ...['request-approval: cool-down', 'request-phone-change: cool-down', 'unlock-activation: caller-not-verified'],
        ...['unlock-activation: verification-expired', 'record-verification: visit-needs-supervisor'],
        ...['unlock-activation: case-of-another-agent', 'hand-over-case: colleague-cannot'],
        ...['report-not-me: reference-unknown', 'clear-outage-lock: not-on-the-list'],
        ...['approve-request: agent-disabled', 'request-approval: agent-disabled'],
        ...['otp-already-used', 'otp-of-old-secret', 'otp-clock-off', 'approval-needed', 'too-many-codes'],
        ...['certificate-not-valid', 'account-blocked', 'phone-too-new', 'not-your-account', 'not-permitted'],
      ]),
    );
  });
});

function fails(see: () => void): boolean {
  try {
    see();
    return false;
  } catch {
    return true;
  }
}

test('evolve is total: every fact in every state that random histories reach', async () => {
  await played(
    ofTurns(() => evolveIsTotal),
    100,
  );
});

function placeOf(state: Activation): string {
  if (state.status !== 'locked') return state.status;
  if (state.cause === 'sms') return 'locked sms';
  return state.activatedAt === null ? 'locked otp on trial' : 'locked otp proven';
}

/** The counters as told by the outcomes of the attempts, and by what has set them to zero since. */
function countedFrom(past: readonly ActivationFact[], attempts: ReadonlyMap<number, AttemptRecord>) {
  const sinceReset = past.slice(past.findLastIndex(({ type }) => type === 'activation-reset') + 1);
  const sinceCleared = sinceReset.slice(sinceReset.findLastIndex(clearsFailures) + 1);
  const wrongOtps = sinceReset.filter(({ type }) => type === 'otp-refused').length;
  return {
    attempts: attempts.size,
    consecutiveFailures: failuresAmong(sinceCleared, attempts),
    lifetimeFailures: failuresAmong(sinceReset, attempts) + wrongOtps,
  };
}

function clearsFailures(fact: ActivationFact): boolean {
  const confirmed = fact.type === 'sms-attempt-ended' && fact.outcome === 'confirmed';
  return confirmed || (fact.type === 'activation-unlocked' && fact.cause === 'sms');
}

function failuresAmong(facts: readonly ActivationFact[], attempts: ReadonlyMap<number, AttemptRecord>): number {
  const ended = facts.filter((fact): fact is Extract<AttemptFact, { type: 'sms-attempt-ended' }> => {
    return fact.type === 'sms-attempt-ended';
  });
  return ended.filter(({ number }) => {
    const attempt = attempts.get(number);
    return attempt?.counted === true && attempt.outcome !== 'confirmed';
  }).length;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
import { seedFor, sized } from '../support/soak.ts';
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

/** Plays random histories and shows every command to `see`, whatever it was about. */
async function watched(see: (happening: Happening) => void, runs = HISTORIES): Promise<void> {
  const property = fc.asyncProperty(arbitraryHistory(), policies, (history: History, policy) =>
    playHistory(history, memoryStage(policy, see)),
  );
  await fc.assert(property, { numRuns: runs, seed: SEED });
}

/** Plays random histories and shows each turn of the activation to a fresh witness of each history. */
async function witnessed(
  witness: (policy: Policy) => { readonly see: (turn: Turn) => void; readonly vault?: Vault },
  runs = HISTORIES,
): Promise<void> {
  const property = fc.asyncProperty(arbitraryHistory(), policies, async (history: History, policy) => {
    const { see, vault } = witness(policy);
    const observe = (happening: Happening) => {
      if (happening.kind === 'activation') see(turnOf(happening));
    };
    await playHistory(history, memoryStage(policy, observe, vault));
  });
  await fc.assert(property, { numRuns: runs, seed: SEED });
}

describe(`over ${HISTORIES} random histories of one activation`, () => {
  test('what always holds, holds after every command', async () => {
    await witnessed(() => ({
      see: (turn) => {
        for (const holds of always) holds(turn);
      },
    }));
  });

  test('what keeps callers and colleagues honest, holds after every command', async () => {
    await watched((happening) => {
      for (const holds of safetyHolds) holds(happening);
    });
  });

  test('no more wrong codes are ever compared than the policy allows, and each that was is counted', async () => {
    await witnessed((policy) => {
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
      return {
        vault,
        see({ happening, facts }) {
          const guessed = asked;
          asked = 0;
          if (happening.command.type !== 'confirm-code' || guessed === 0) return;
          if (facts.some((fact) => fact.type === 'otp-secret-issued')) return;
          const count = (compared.get(guessed) ?? 0) + 1;
          compared.set(guessed, count);
          expect(count).toBeLessThanOrEqual(policy.sms.wrongEntriesPerCode);
          expect(happening.attempts.get(guessed)?.wrongEntries).toBe(count);
        },
      };
    });
  });

  test('a time step of a secret signs once, and later signatures have later steps', async () => {
    await witnessed(() => {
      const lastStep = new Map<number, number>();
      return {
        see({ before, facts }) {
          for (const { timeStep } of facts.filter((fact) => fact.type === 'document-signed')) {
            const { generations } = before;
            expect(timeStep).toBeGreaterThan(lastStep.get(generations) ?? -1);
            lastStep.set(generations, timeStep);
          }
        },
      };
    });
  });

  test('the attempts folded by themselves agree with the counters of the activation', async () => {
    await witnessed(() => {
      const past: ActivationFact[] = [];
      return {
        see({ after, facts, happening }) {
          past.push(...facts);
          expect(after).toMatchObject(countedFrom(past, happening.attempts));
        },
      };
    });
  });
});

test('evolve is total: every fact in every state that random histories reach', async () => {
  await witnessed(() => ({ see: evolveIsTotal }), 100);
});

test('the histories go everywhere: every fact, status, lock, outcome and decision of support', async () => {
  const seen = new Set<string>();
  const facts = new Set<string>();
  await watched(({ kind, command, decision, settled, after }) => {
    const here = [...settled, ...decision.facts];
    for (const fact of here) {
      facts.add(fact.type);
      if (fact.type === 'sms-attempt-ended') seen.add(`an attempt ended by ${command.type}`);
      if (fact.type === 'sms-attempt-ended' && 'outcome' in fact) seen.add(`ended ${fact.outcome}`);
      if (fact.type === 'activation-unlocked') seen.add(`unlocked by ${command.type}`);
      if ('firstYesBy' in fact && fact.firstYesBy !== null) seen.add(`two yeses: ${fact.type}`);
    }
    if (kind === 'activation') seen.add(placeOf(after as Activation));
    if (decision.verdict === 'refused')
      seen.add(decision.refusal.code).add(`${command.type}: ${decision.refusal.code}`);
  });
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

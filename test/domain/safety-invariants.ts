import { expect } from 'vitest';
import type { AccountFact, KnownAccount } from '../../src/domain/account.ts';
import type { Activation, ActivationFact } from '../../src/domain/activation.ts';
import { activationDecider } from '../../src/domain/activation-decider.ts';
import type { Ask } from '../../src/domain/approval.ts';
import type { Command } from '../../src/domain/commands.ts';
import { fold } from '../../src/domain/decision.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/ids.ts';
import type { Proof, SupportCase } from '../../src/domain/support-case.ts';
import type { Happening } from '../support/memory-store.ts';

/**
 * What keeps callers and colleagues honest, written down a second time from DOMAIN.md and SECURITY.md, without a look at
 * the rules: a grant, a second person, something the caller has, and the last word of a "no".
 */
const HAS: readonly Proof[] = ['call-back', 'e-mail-reply', 'personal-visit'];

type Holds = (happening: Happening) => void;

const decided = <Fact>({ decision }: Happening) => decision.facts as unknown as readonly Fact[];
const find = <Type extends ActivationFact['type']>(happening: Happening, type: Type) =>
  decided<ActivationFact>(happening).find(
    (fact): fact is Extract<ActivationFact, { type: Type }> => fact.type === type,
  );
const findInAccount = <Type extends AccountFact['type']>(happening: Happening, type: Type) =>
  decided<AccountFact>(happening).find((fact): fact is Extract<AccountFact, { type: Type }> => fact.type === type);

/** As time had left the activation when the command came. */
function settled({ before, settled: facts }: Happening): Activation {
  return fold(activationDecider, before as Activation, facts as readonly ActivationFact[]);
}

/** An open case about this account, of this very agent, whose caller passed with four points less than 15 minutes ago. */
function expectGrant({ situation, command }: Happening): readonly Proof[] {
  const { supportCase, account, actor, now } = situation;
  if (supportCase.status !== 'open') throw new Error(`${command.type} on a case that is ${supportCase.status}`);
  const { verification } = supportCase;
  if (verification.status !== 'passed')
    throw new Error(`${command.type} on a verification that is ${verification.status}`);
  expect(supportCase.customerId).toBe(account.status !== 'absent' && account.customerId);
  expect(supportCase.agentId).toBe(actor.id);
  expect(now - verification.at).toBeLessThan(15 * MINUTE);
  expect(verification.points).toBeGreaterThanOrEqual(4);
  return verification.proofs;
}

function expectPossession(proofs: readonly Proof[], { situation }: Happening): void {
  const { account, now } = situation;
  const usable = account.status !== 'absent' && account.phone !== null && now >= account.phoneUsableFrom;
  const counting = proofs.filter((proof) => HAS.includes(proof) && (usable || proof !== 'call-back'));
  expect(counting).not.toEqual([]);
}

/** Another person, a supervisor, in time, with no "no" in between; of an emergency two of them. */
function expectSecondPerson(ask: Ask | null, { situation }: Happening): void {
  const { actor, agent, now, lastNoAt } = situation;
  if (!ask) throw new Error('approved what nobody had asked for');
  const people = [ask.requestedBy, ask.firstYesBy, actor.id].filter((one) => one !== null);
  expect(new Set(people).size).toBe(people.length);
  expect(people).toHaveLength(ask.emergency ? 3 : 2);
  expect(agent).toMatchObject({ status: 'enabled', role: 'supervisor' });
  expect(now - ask.requestedAt).toBeLessThan(ask.emergency ? 2 * HOUR : DAY);
  expect(lastNoAt ?? 0).toBeLessThan(ask.requestedAt);
}

/** Never unlocked without a grant, or another person's approval; an agent alone at most twice a day. */
const unlocksRestOnSomething: Holds = (happening) => {
  const unlocked = happening.kind === 'activation' && find(happening, 'activation-unlocked');
  if (!unlocked) return;
  const before = settled(happening);
  const { command, situation } = happening;
  switch (command.type) {
    case 'unlock-activation': {
      expectGrant(happening);
      const own = before.unlocks.filter(({ at, approved }) => !approved && situation.now - at < DAY);
      expect(own.length).toBeLessThan(2);
      expect(unlocked.approved).toBe(false);
      return;
    }
    case 'approve-request':
      expectSecondPerson(before.pendingApproval, happening);
      expect(before.pendingApproval?.action).toBe('unlock');
      return;
    case 'clear-outage-lock': {
      const { bulkUnlock } = situation;
      if (!bulkUnlock?.approved) throw new Error('unlocked with a list that nobody has approved');
      expect(bulkUnlock.approved.by).not.toBe(bulkUnlock.requestedBy);
      expect(bulkUnlock.serials).toContain(command.serial);
      expect(situation.holders).not.toContain(bulkUnlock.requestedBy);
      expect(situation.holders).not.toContain(bulkUnlock.approved.by);
      return;
    }
    default:
      throw new Error(`unlocked by ${command.type}`);
  }
};

/** A secret is revoked, or a number changed, by two people, and asked for with something only the subscriber has. */
const resetsAndNumbersTakeTwo: Holds = (happening) => {
  const { command, kind } = happening;
  const reset = kind === 'activation' && find(happening, 'activation-reset');
  if (reset) {
    const { pendingApproval } = settled(happening);
    expect(command.type).toBe('approve-request');
    expect(pendingApproval?.action).toBe('reset');
    expectSecondPerson(pendingApproval, happening);
  }
  const changed = kind === 'account' && findInAccount(happening, 'phone-changed');
  if (changed) {
    const { pendingPhoneChange } = happening.before as KnownAccount;
    expect(command.type).toBe('approve-phone-change');
    expect(changed.phone).toEqual(pendingPhoneChange?.phone);
    expectSecondPerson(pendingPhoneChange, happening);
    const { now } = happening.situation;
    const atOnce = command.type === 'approve-phone-change' && command.atOnce;
    expect(changed.usableFrom - now).toBe(atOnce ? 0 : DAY);
  }
};

/** Asked for on a grant; a reset or a number on more than knowledge; after a "no" only as an emergency. */
const requestsRestOnProof: Holds = (happening) => {
  const { kind, situation, command } = happening;
  const asked =
    (kind === 'activation' && find(happening, 'approval-requested')) ||
    (kind === 'account' && findInAccount(happening, 'phone-change-requested'));
  if (!asked) return;
  const proofs = expectGrant(happening);
  expect(asked.askedOn.proofs).toEqual(proofs);
  if (command.type === 'request-phone-change' || ('action' in asked && asked.action === 'reset')) {
    expectPossession(proofs, happening);
  }
  const { lastNoAt, now } = situation;
  if (!asked.emergency) expect(now - (lastNoAt ?? 0)).toBeGreaterThanOrEqual(4 * HOUR);
  expect(asked.expiresAt - now).toBe(asked.emergency ? 2 * HOUR : DAY);
};

/** A "no" ends what waits, an aborted call and "not me" freeze as well; both are remembered. */
const aNoIsTheLastWord: Holds = (happening) => {
  const { kind, situation, after } = happening;
  if (kind === 'activation') {
    const state = after as Activation;
    const stops = find(happening, 'call-aborted') ?? find(happening, 'not-me-reported');
    if (stops) expect(state.status).toBe('frozen');
    if (stops || find(happening, 'approval-rejected')) {
      expect(state).toMatchObject({ pendingApproval: null, lastNoAt: situation.now });
    }
  }
  if (kind === 'account' && findInAccount(happening, 'phone-change-rejected')) {
    expect(after).toMatchObject({ pendingPhoneChange: null, lastNoAt: situation.now });
  }
};

/** Nobody of the staff changes anything about their own account. */
const nobodyOnTheirOwn: Holds = ({ situation, decision, kind }) => {
  const { actor, account, holders } = situation;
  if (actor.kind !== 'agent' || account.status === 'absent' || !holders.includes(actor.id)) return;
  if (kind === 'activation' || kind === 'account') expect(decision.facts).toEqual([]);
};

/** Whoever was disabled or demoted a moment ago does nothing more than they may now. */
const roleCountsAtOnce: Holds = ({ situation, command, decision }) => {
  const { actor, agent } = situation;
  if (actor.kind !== 'agent' || decision.verdict === 'refused') return;
  expect(agent.status).toBe('enabled');
  const needsSupervisor = /^(approve|reject|block|unblock|recognise|end|clear)-/.test(command.type);
  if (needsSupervisor) expect(agent).toMatchObject({ role: 'supervisor' });
};

/** What was checked is on record, passed, failed or broken off; it does not go along with a case, nor outlive a failure. */
const verificationsAreRecorded: Holds = ({ kind, command, decision, after }) => {
  if (kind !== 'support-case') return;
  const types = decision.facts.map(({ type }) => type);
  if (command.type === 'record-verification' && decision.verdict === 'refused') {
    const judged = ['caller-not-verified', 'not-enough-points'].includes(decision.refusal.code);
    expect(types).toEqual(judged ? ['caller-verification-failed'] : []);
  }
  if (command.type === 'abort-verification' && decision.verdict === 'done') {
    expect(types).toEqual(['caller-verification-aborted', 'case-closed']);
  }
  const unproven = ['caller-verification-failed', 'caller-verification-aborted', 'case-handed-over'];
  const passed = after as Exclude<SupportCase, { status: 'absent' }>;
  if (types.some((type) => unproven.includes(type))) expect(passed.verification.status).not.toBe('passed');
};

/** A visit in person is only ever recorded by a supervisor. */
const visitsAreSupervisors: Holds = ({ decision, situation }) => {
  for (const fact of decision.facts) {
    if (fact.type !== 'caller-verified' || !('proofs' in fact)) continue;
    if ((fact.proofs as readonly Proof[]).includes('personal-visit')) {
      expect(situation.agent).toMatchObject({ role: 'supervisor' });
    }
  }
};

const byStaff: readonly Command['type'][] = ['freeze-activation', 'abort-call'];

/** A freeze has somebody behind it: an agent who says so, or the subscriber. */
const freezesAreSomebodys: Holds = (happening) => {
  if (happening.kind !== 'activation' || !find(happening, 'activation-frozen')) return;
  const { command, situation } = happening;
  const { actor, account } = situation;
  if (byStaff.includes(command.type)) expect(actor.kind).toBe('agent');
  else {
    expect(command.type).toBe('report-not-me');
    expect(actor).toEqual({ kind: 'subscriber', id: account.status !== 'absent' && account.customerId });
    expect(situation.notice).not.toBeNull();
  }
};

export const safetyHolds: readonly Holds[] = [
  unlocksRestOnSomething,
  resetsAndNumbersTakeTwo,
  requestsRestOnProof,
  aNoIsTheLastWord,
  nobodyOnTheirOwn,
  roleCountsAtOnce,
  verificationsAreRecorded,
  visitsAreSupervisors,
  freezesAreSomebodys,
];

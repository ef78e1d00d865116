import { describe, expect, test } from 'vitest';
import { type AgentFact, agentDecider } from '../../src/domain/agent.ts';
import { MINUTE } from '../../src/domain/ids.ts';
import { givenAgent } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { ewa } from '../support/staff.ts';

const agentId = 'ewa';
const profile = {
  agentId,
  name: 'Ewa Lis',
  role: 'agent',
  passwordHash: '$argon2id$one',
  ownCustomerId: null,
} as const;
const added: AgentFact = { type: 'agent-added', at: NOON, ...profile };
const attempted = (at: number): AgentFact => ({ type: 'sign-in-attempted', at });
const wasLocked = (at: number): AgentFact => ({ type: 'agent-locked', at });
const attempts = (count: number): readonly AgentFact[] =>
  Array.from({ length: count }, (_, place) => attempted(NOON + place));
const lockedOut = [added, ...attempts(5), wasLocked(NOON + 5)];
const now = NOON + MINUTE;

const begin = { type: 'attempt-sign-in', agentId } as const;
const complete = { type: 'complete-sign-in', agentId } as const;
const signOut = { type: 'sign-out', agentId } as const;

const olga = { kind: 'agent', id: 'olga' } as const;
const supervisor: AgentFact = { ...added, role: 'supervisor' };
const disable = { type: 'disable-agent', agentId } as const;
const roleOf = (role: 'agent' | 'supervisor' | 'auditor') => ({ type: 'change-agent-role', agentId, role }) as const;

describe('a supervisor', () => {
  test.each([disable, { type: 'enable-agent', agentId } as const, roleOf('auditor')])('may $type', (command) => {
    givenAgent(added)
      .when(command, { now, actor: olga })
      .thenDone(
        command.type === 'change-agent-role'
          ? { type: 'agent-role-changed', at: now, role: command.role }
          : { type: command.type === 'disable-agent' ? 'agent-disabled' : 'agent-enabled', at: now },
      );
  });

  test('adds an agent, but no supervisor', () => {
    givenAgent()
      .when({ type: 'add-agent', ...profile }, { now, actor: olga })
      .thenDone({ ...added, at: now } as AgentFact);
    givenAgent()
      .when({ type: 'add-agent', ...profile, role: 'supervisor' }, { actor: olga })
      .thenRefused({ code: 'supervisors-by-administrator' });
  });

  test('makes and unmakes no supervisor', () => {
    givenAgent(added).when(roleOf('supervisor'), { actor: olga }).thenRefused({ code: 'supervisors-by-administrator' });
    for (const command of [disable, roleOf('agent'), { type: 'enable-agent', agentId } as const]) {
      givenAgent(supervisor).when(command, { actor: olga }).thenRefused({ code: 'supervisors-by-administrator' });
    }
  });

  test('changes nothing about themselves', () => {
    const own = { ...supervisor, agentId: 'olga' };
    for (const command of [disable, roleOf('auditor')]) {
      givenAgent(own)
        .when({ ...command, agentId: 'olga' }, { actor: olga })
        .thenRefused({ code: 'yourself' });
    }
  });
});

describe('the last supervisor', () => {
  test.each([disable, roleOf('agent')])('stays, also for the administrator: $type', (command) => {
    givenAgent(supervisor).when(command, { otherSupervisors: 0 }).thenRefused({ code: 'last-supervisor' });
    givenAgent(supervisor)
      .when(command, { now, otherSupervisors: 1 })
      .thenDone(
        command.type === 'disable-agent'
          ? { type: 'agent-disabled', at: now }
          : { type: 'agent-role-changed', at: now, role: command.role },
      );
  });
});

describe('the administrator', () => {
  test('adds an agent', () => {
    givenAgent()
      .when({ type: 'add-agent', ...profile }, { now })
      .thenDone({ ...added, at: now } as AgentFact)
      .andState({ ...profile, status: 'enabled', failures: 0 });
  });

  test('cannot add the same agent twice', () => {
    givenAgent(added)
      .when({ type: 'add-agent', ...profile })
      .thenRefused({ code: 'agent-exists', agentId });
  });

  test.each(['', 'e', 'Ewa', 'ewa\u200b', '\u0435wa', 'ewa ', 'ewa\n', '1ewa', 'ewa/x', `e${'w'.repeat(64)}`])(
    'cannot add %j, which looks like somebody else, or is no name',
    (odd) => {
      givenAgent()
        .when({ type: 'add-agent', ...profile, agentId: odd })
        .thenRefused({ code: 'agent-id-malformed' });
    },
  );

  test('cannot add an agent without a name', () => {
    givenAgent()
      .when({ type: 'add-agent', ...profile, name: ' ' })
      .thenRefused({ code: 'agent-name-missing' });
  });

  test('disables an agent', () => {
    givenAgent(added)
      .when({ type: 'disable-agent', agentId }, { now })
      .thenDone({ type: 'agent-disabled', at: now })
      .andState({ status: 'disabled', disabledAt: now });
  });

  test('cannot disable an agent twice', () => {
    givenAgent(added, { type: 'agent-disabled', at: NOON })
      .when({ type: 'disable-agent', agentId })
      .thenRefused({ code: 'agent-disabled' });
  });

  test.each([
    ['disabled', [added, { type: 'agent-disabled', at: NOON }]],
    ['locked', lockedOut],
  ] as const)('enables a %s agent, with no failures left', (_status, facts) => {
    givenAgent(...facts)
      .when({ type: 'enable-agent', agentId }, { now })
      .thenDone({ type: 'agent-enabled', at: now })
      .andState({ status: 'enabled', failures: 0 });
  });

  test('changes a role', () => {
    givenAgent(added)
      .when({ type: 'change-agent-role', agentId, role: 'supervisor' }, { now })
      .thenDone({ type: 'agent-role-changed', at: now, role: 'supervisor' })
      .andState({ status: 'enabled', role: 'supervisor' });
  });

  test('cannot change a role to what it is', () => {
    givenAgent(added)
      .when({ type: 'change-agent-role', agentId, role: 'agent' })
      .thenRefused({ code: 'role-unchanged', role: 'agent' });
  });

  test('does not unlock an agent by changing the role', () => {
    givenAgent(...lockedOut)
      .when({ type: 'change-agent-role', agentId, role: 'auditor' })
      .andState({ status: 'locked', role: 'auditor', failures: 5 });
  });

  test('sets a new password, which unlocks', () => {
    const passwordHash = '$argon2id$two';
    givenAgent(...lockedOut)
      .when({ type: 'set-agent-password', agentId, passwordHash }, { now })
      .thenDone({ type: 'agent-password-set', at: now, passwordHash })
      .andState({ status: 'enabled', passwordHash, failures: 0 });
  });

  test('does not enable a disabled agent by a new password', () => {
    givenAgent(added, { type: 'agent-disabled', at: NOON })
      .when({ type: 'set-agent-password', agentId, passwordHash: '$argon2id$two' })
      .andState({ status: 'disabled', passwordHash: '$argon2id$two' });
  });

  test.each([
    { type: 'disable-agent', agentId },
    { type: 'enable-agent', agentId },
    { type: 'change-agent-role', agentId, role: 'auditor' },
    { type: 'set-agent-password', agentId, passwordHash: 'x' },
  ] as const)('is refused $type for nobody', (command) => {
    givenAgent().when(command).thenRefused({ code: 'agent-unknown', agentId });
  });
});

describe('signing in', () => {
  test('is counted before the password is looked at', () => {
    givenAgent(added).when(begin, { now }).thenDone(attempted(now)).andState({ status: 'enabled', failures: 1 });
  });

  test('completed takes the count back', () => {
    givenAgent(added, ...attempts(3))
      .when(complete, { now })
      .thenDone({ type: 'signed-in', at: now })
      .andState({ status: 'enabled', failures: 0 });
  });

  test('is not completed unless it was begun', () => {
    givenAgent(added).when(complete).thenRefused({ code: 'no-sign-in-open' });
  });

  test('with the fourth wrong password in a row leaves one try', () => {
    givenAgent(added, ...attempts(3))
      .when(begin, { now })
      .thenDone(attempted(now))
      .andState({ status: 'enabled', failures: 4 });
  });

  test('with the fifth locks', () => {
    givenAgent(added, ...attempts(4))
      .when(begin, { now })
      .thenDone(attempted(now), wasLocked(now))
      .andState({ status: 'locked', lockedAt: now, failures: 5 });
  });

  test('with the fifth being right opens the lock again', () => {
    givenAgent(...lockedOut)
      .when(complete, { now })
      .thenDone({ type: 'signed-in', at: now })
      .andState({ status: 'enabled', failures: 0 });
  });

  test('a sixth time is refused', () => {
    givenAgent(...lockedOut)
      .when(begin)
      .thenRefused({ code: 'agent-locked', failures: 5 });
  });

  test('is refused to a disabled agent', () => {
    givenAgent(added, { type: 'agent-disabled', at: NOON }).when(begin).thenRefused({ code: 'agent-disabled' });
  });

  test('is not completed by one who was disabled meanwhile', () => {
    givenAgent(added, attempted(NOON), { type: 'agent-disabled', at: NOON })
      .when(complete)
      .thenRefused({ code: 'agent-disabled' });
  });

  test('is refused to nobody known', () => {
    givenAgent().when(begin).thenRefused({ code: 'agent-unknown', agentId });
  });

  test('is for oneself', () => {
    for (const command of [begin, complete, signOut]) {
      givenAgent(added, attempted(NOON))
        .when(command, { actor: { kind: 'agent', id: 'jan' }, agent: agentAs('jan') })
        .thenRefused({ code: 'not-your-account' });
    }
  });

  test('of a locked agent is not completed by something that only bears the name', () => {
    const namesakes = [
      { kind: 'subscriber', id: agentId },
      { kind: 'administrator', id: agentId },
    ] as const;
    for (const actor of namesakes) {
      givenAgent(...lockedOut)
        .when(complete, { actor })
        .thenRefused({ code: 'not-permitted', command: 'complete-sign-in', party: actor.kind });
    }
  });

  test('of a locked trainer is not completed on live data', () => {
    givenAgent({ ...added, role: 'trainer' } as AgentFact, ...lockedOut.slice(1))
      .when(complete, { actor: ewa, realm: 'live' })
      .thenRefused({ code: 'not-permitted', command: 'complete-sign-in', party: 'trainer' });
  });
});

describe('signing out', () => {
  test('is written down, and changes nothing', () => {
    const { state } = givenAgent(added).when(signOut, { now }).thenDone({ type: 'signed-out', at: now });
    expect(state).toEqual(givenAgent(added).state);
  });
});

test('facts about an agent who is not there change nothing', () => {
  expect(agentDecider.evolve({ status: 'absent' }, attempted(NOON))).toEqual({ status: 'absent' });
});

test('time alone changes no agent', () => {
  givenAgent(...lockedOut)
    .settledBy(NOON + 365 * 24 * 60 * MINUTE)
    .thenFacts()
    .thenAnnounces();
});

function agentAs(name: string) {
  return { ...profile, agentId: name, failures: 0, filters: [], status: 'enabled' } as const;
}

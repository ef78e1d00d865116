import { describe, expect, test } from 'vitest';
import { type CommandType, commandKinds, deciders } from '../../src/domain/commands.ts';
import type { Decider, FactBase } from '../../src/domain/decision.ts';
import { checkActor } from '../../src/domain/gate.ts';
import type { Party } from '../../src/domain/permissions.ts';
import { NOON } from '../support/records.ts';
import { actorOf, situationFor } from '../support/situations.ts';
import { agentNamed, ewa } from '../support/staff.ts';
import { everyCommand } from './every-command.ts';

/** Written down a second time, on purpose: who may (x) give which command. T: a trainer, who may only in training. */
const table = `
                       agent super trainer auditor subscriber network authority admin clock
request-sms-code         .     .      .       .        x         .        .       .     .
record-sms-receipt       .     .      .       .        .         x        .       .     .
confirm-code             .     .      .       .        x         .        .       .     .
show-secret-qr           .     .      .       .        x         .        .       .     .
close-qr-window          .     .      .       .        x         .        .       .     .
sign-document            .     .      .       .        x         .        .       .     .
unlock-activation        x     x      T       .        .         .        .       .     .
freeze-activation        x     x      T       .        .         .        .       .     .
request-approval         x     x      T       .        .         .        .       .     .
approve-request          .     x      .       .        .         .        .       .     .
reject-request           .     x      .       .        .         .        .       .     .
clear-outage-lock        .     x      .       .        .         .        .       .     .
settle-activation        .     .      .       .        .         .        .       .     x
suspend-certificate      .     .      .       .        .         .        x       .     .
reinstate-certificate    .     .      .       .        .         .        x       .     .
revoke-certificate       .     .      .       .        .         .        x       .     .
settle-certificate       .     .      .       .        .         .        .       .     x
block-account            .     x      .       .        .         .        .       x     .
unblock-account          .     x      .       .        .         .        .       x     .
request-phone-change     x     x      T       .        .         .        .       .     .
approve-phone-change     .     x      .       .        .         .        .       .     .
reject-phone-change      .     x      .       .        .         .        .       .     .
settle-account           .     .      .       .        .         .        .       .     x
open-case                x     x      T       .        .         .        .       .     .
record-verification      x     x      T       .        .         .        .       .     .
close-case               x     x      T       .        .         .        .       .     .
add-agent                .     .      .       .        .         .        .       x     .
disable-agent            .     .      .       .        .         .        .       x     .
enable-agent             .     .      .       .        .         .        .       x     .
change-agent-role        .     .      .       .        .         .        .       x     .
set-agent-password       .     .      .       .        .         .        .       x     .
attempt-sign-in          x     x      T       x        .         .        .       .     .
complete-sign-in         x     x      T       x        .         .        .       .     .
sign-out                 x     x      T       x        .         .        .       .     .
export-audit             .     x      .       x        .         .        .       .     .
recognise-outage         .     x      .       .        .         .        .       x     .
end-outage               .     x      .       .        .         .        .       x     .
ask-bulk-unlock          x     x      T       .        .         .        .       .     .
approve-bulk-unlock      .     x      .       .        .         .        .       .     .
reject-bulk-unlock       .     x      .       .        .         .        .       .     .
`;
const parties: readonly Party[] = [
  'agent',
  'supervisor',
  'trainer',
  'auditor',
  'subscriber',
  'network',
  'authority',
  'administrator',
  'clock',
];
const expected = new Map(
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .map(([command = '', ...cells]) => [command, cells] as const),
);

/** What the decider itself answers, so that a decider that forgets to ask is found. */
function refusalOf(type: CommandType, party: Party, realm: 'live' | 'training') {
  const decider = deciders[commandKinds[type]] as unknown as Decider<unknown, unknown, FactBase>;
  const [command] = everyCommand[type];
  const situation = situationFor(command, NOON, { actor: actorOf(party), realm });
  const decision = decider.decide(decider.initial, command, situation);
  return decision.verdict === 'refused' ? decision.refusal : null;
}

test('the table names every command once, and every party', () => {
  expect([...expected.keys()].sort()).toEqual(Object.keys(everyCommand).sort());
  for (const cells of expected.values()) expect(cells).toHaveLength(parties.length);
});

describe.each([...expected.keys()] as CommandType[])('%s', (type) => {
  test.each(parties)('by %s, in both realms', (party) => {
    const cell = expected.get(type)?.[parties.indexOf(party)];
    for (const realm of ['live', 'training'] as const) {
      const may = cell === 'x' || (cell === 'T' && realm === 'training');
      const refusal = refusalOf(type, party, realm);
      if (may) expect(refusal?.code).not.toBe('not-permitted');
      else expect(refusal).toEqual({ code: 'not-permitted', command: type, party });
    }
  });
});

describe('an agent', () => {
  const barred = (agent: ReturnType<typeof agentNamed>) =>
    checkActor('unlock-activation', situationFor({ type: 'unlock-activation' }, NOON, { actor: ewa, agent }));
  const known = agentNamed('ewa');
  if (known.status !== 'enabled') throw new Error('the staff has no ewa');

  test('who is enabled may go on', () => {
    expect(barred(known)).toBeNull();
  });

  test('who is nobody known may nothing', () => {
    expect(barred({ status: 'absent' })).toEqual({ code: 'agent-unknown', agentId: 'ewa' });
  });

  test('who is disabled may nothing, from the next command on', () => {
    expect(barred({ ...known, status: 'disabled', disabledAt: NOON })).toEqual({ code: 'agent-disabled' });
  });

  test('who is locked by wrong passwords may nothing', () => {
    const lockedOut = { ...known, failures: 5, status: 'locked', lockedAt: NOON } as const;
    expect(barred(lockedOut)).toEqual({ code: 'agent-locked', failures: 5 });
  });

  test('who was demoted has only what the new role may', () => {
    expect(barred({ ...known, role: 'auditor' })).toEqual({
      code: 'not-permitted',
      command: 'unlock-activation',
      party: 'auditor',
    });
  });
});

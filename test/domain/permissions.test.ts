import { describe, expect, test } from 'vitest';
import { untouched } from '../../src/domain/activation.ts';
import { evolveActivation } from '../../src/domain/activation-evolve.ts';
import { type CommandType, commandKinds, deciders } from '../../src/domain/commands.ts';
import type { Decider, FactBase, ThingKind } from '../../src/domain/decision.ts';
import { checkActor } from '../../src/domain/gate.ts';
import { MINUTE } from '../../src/domain/ids.ts';
import type { Party } from '../../src/domain/permissions.ts';
import { approvalRequested } from '../support/activation-facts.ts';
import { NOON } from '../support/records.ts';
import { accountOf, actorOf, situationFor, verifiedCase } from '../support/situations.ts';
import { agentNamed, CUSTOMER, ewa } from '../support/staff.ts';
import { phoneChangeRequested } from './account-facts.ts';
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
abort-call               x     x      T       .        .         .        .       .     .
report-not-me            .     .      .       .        x         .        .       .     .
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
refuse-phone-change      .     .      .       .        x         .        .       .     .
settle-account           .     .      .       .        .         .        .       .     x
open-case                x     x      T       .        .         .        .       .     .
record-verification      x     x      T       .        .         .        .       .     .
abort-verification       x     x      T       .        .         .        .       .     .
hand-over-case           x     x      T       .        .         .        .       .     .
close-case               x     x      T       .        .         .        .       .     .
add-agent                .     x      .       .        .         .        .       x     .
disable-agent            .     x      .       .        .         .        .       x     .
enable-agent             .     x      .       .        .         .        .       x     .
change-agent-role        .     x      .       .        .         .        .       x     .
set-agent-password       .     .      .       .        .         .        .       x     .
attempt-sign-in          x     x      T       x        .         .        .       .     .
complete-sign-in         x     x      T       x        .         .        .       .     .
sign-out                 x     x      T       x        .         .        .       .     .
export-audit             .     x      .       x        .         .        .       .     .
copy-personal            x     x      T       .        .         .        .       .     .
save-filter              x     x      T       x        .         .        .       .     .
delete-filter            x     x      T       x        .         .        .       .     .
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

/** What nobody of the staff does about their own subscription; the rest of their commands is about no subscriber. */
const aboutSubscribers: readonly CommandType[] = [
  'unlock-activation',
  'clear-outage-lock',
  'freeze-activation',
  'abort-call',
  'request-approval',
  'approve-request',
  'reject-request',
  'block-account',
  'unblock-account',
  'request-phone-change',
  'approve-phone-change',
  'reject-phone-change',
  'open-case',
  'record-verification',
  'abort-verification',
  'hand-over-case',
];

describe('about the own subscription', () => {
  const pendings: Readonly<Partial<Record<ThingKind, unknown>>> = {
    activation: [approvalRequested(NOON - MINUTE, { requestedBy: 'jan' })].reduce(evolveActivation, untouched),
    account: accountOf({ pendingPhoneChange: phoneChangeRequested(NOON - MINUTE, { requestedBy: 'jan' }) }),
  };
  const decided = (type: CommandType, party: Party, ownCustomerId: string | null) => {
    const kind = commandKinds[type];
    const decider = deciders[kind] as unknown as Decider<unknown, unknown, FactBase>;
    const [command] = everyCommand[type];
    const actor = actorOf(party);
    const agent = agentNamed(actor.id, { ownCustomerId });
    const situation = situationFor(command, NOON, { actor, agent });
    const opened = verifiedCase(actor.id, NOON - MINUTE);
    const state = kind === 'support-case' && type !== 'open-case' ? opened : (pendings[kind] ?? decider.initial);
    const decision = decider.decide(state, command, situation);
    return decision.verdict === 'refused' ? decision.refusal.code : 'done';
  };
  const allowed = aboutSubscribers.flatMap((type) =>
    (['agent', 'supervisor', 'trainer', 'auditor'] as const).map((party) => [type, party] as const),
  );

  test.each(allowed)('%s by %s is refused; about others it is not refused for that', (type, party) => {
    const may = expected.get(type)?.[parties.indexOf(party)] !== '.';
    expect(decided(type, party, CUSTOMER)).toBe(may ? 'own-account' : 'not-permitted');
    expect(decided(type, party, 'EC-999999')).not.toBe('own-account');
  });

  test('no command of agents or supervisors about a subscriber is left out', () => {
    const staffs = [...expected]
      .filter(([, cells]) => cells[parties.indexOf('agent')] !== '.' || cells[parties.indexOf('supervisor')] !== '.')
      .map(([type]) => type);
    // A bulk unlock is about an operator; whom it frees is `clear-outage-lock`.
    const others = [
      ...['close-case', 'attempt-sign-in', 'complete-sign-in', 'sign-out', 'recognise-outage', 'end-outage'],
      ...['ask-bulk-unlock', 'approve-bulk-unlock', 'reject-bulk-unlock', 'export-audit', 'copy-personal'],
      ...['save-filter', 'delete-filter'],
      ...['add-agent', 'disable-agent', 'enable-agent', 'change-agent-role'],
    ];
    expect(staffs.filter((type) => !others.includes(type)).sort()).toEqual([...aboutSubscribers].sort());
  });
});

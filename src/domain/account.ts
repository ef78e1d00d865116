import { type Decider, type Decision, done, refuse } from './decision.ts';
import { checkActor, checkGrounds, ownAccountRefusal } from './gate.ts';
import type { AgentId, CaseId, CustomerId, Instant } from './ids.ts';
import type { NoticeTemplate } from './message.ts';
import type { Refusal } from './refusal.ts';
import type { Grounds, Situation } from './situation.ts';

/** E.164 number and what the numbering plan says of it. */
export interface Phone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline' | 'unknown';
}

/** Asked for by an agent, decided by a supervisor; expires by itself. */
export interface PendingPhoneChange {
  readonly phone: Phone;
  readonly requestedBy: AgentId;
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
  readonly caseId: CaseId;
}

export interface Person {
  readonly customerId: CustomerId;
  readonly login: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly language: string;
}

interface Reachable extends Person {
  readonly phone: Phone | null;
  readonly phoneUsableFrom: Instant;
  readonly pendingPhoneChange: PendingPhoneChange | null;
}

/** The subscriber's portal account. */
export type Account =
  | { readonly status: 'absent' }
  | (Reachable & { readonly status: 'open' })
  | (Reachable & { readonly status: 'blocked'; readonly blockedAt: Instant });

export type KnownAccount = Exclude<Account, { status: 'absent' }>;

export type AccountCommand =
  | { readonly type: 'block-account'; readonly customerId: CustomerId; readonly note: string }
  | { readonly type: 'unblock-account'; readonly customerId: CustomerId; readonly note: string }
  | ({ readonly type: 'request-phone-change'; readonly customerId: CustomerId; readonly phone: Phone } & Grounds)
  | { readonly type: 'approve-phone-change'; readonly customerId: CustomerId; readonly atOnce: boolean }
  | { readonly type: 'reject-phone-change'; readonly customerId: CustomerId }
  | { readonly type: 'settle-account'; readonly customerId: CustomerId };

export type AccountFact =
  | (Person & { readonly type: 'account-opened'; readonly at: Instant; readonly phone: Phone | null })
  | { readonly type: 'account-blocked'; readonly at: Instant }
  | { readonly type: 'account-unblocked'; readonly at: Instant }
  | ({ readonly type: 'phone-change-requested'; readonly at: Instant } & PendingPhoneChange)
  | { readonly type: 'phone-changed'; readonly at: Instant; readonly phone: Phone; readonly usableFrom: Instant }
  | { readonly type: 'phone-change-rejected'; readonly at: Instant }
  | { readonly type: 'phone-change-lapsed'; readonly at: Instant };

/** Null when the account may be used, else why not. */
export function accountRefusal(account: Account): Refusal | null {
  if (account.status === 'absent') return { code: 'account-unknown' };
  return account.status === 'blocked' ? { code: 'account-blocked', since: account.blockedAt } : null;
}

function settle(state: Account, { now }: Pick<Situation, 'now'>): readonly AccountFact[] {
  if (state.status === 'absent' || state.pendingPhoneChange === null) return [];
  const { expiresAt } = state.pendingPhoneChange;
  return now >= expiresAt ? [{ type: 'phone-change-lapsed', at: expiresAt }] : [];
}

function decide(state: Account, command: AccountCommand, situation: Situation): Decision<AccountFact> {
  const barred = checkActor(command.type, situation);
  if (barred) return refuse(barred);
  if (state.status === 'absent') return refuse({ code: 'account-unknown' });
  const own = ownAccountRefusal(situation);
  if (own) return refuse(own);
  const at = situation.now;
  switch (command.type) {
    case 'settle-account':
      return done([]);
    case 'block-account':
      if (command.note.trim() === '') return refuse({ code: 'note-missing' });
      if (state.status === 'blocked') return refuse({ code: 'account-blocked', since: state.blockedAt });
      return done([{ type: 'account-blocked', at }]);
    case 'unblock-account':
      if (command.note.trim() === '') return refuse({ code: 'note-missing' });
      if (state.status !== 'blocked') return refuse({ code: 'account-not-blocked' });
      return done([{ type: 'account-unblocked', at }]);
    case 'request-phone-change':
      return requestPhoneChange(state, command, situation);
    case 'approve-phone-change':
    case 'reject-phone-change':
      return endPhoneChange(state, command, situation);
  }
}

function requestPhoneChange(
  state: KnownAccount,
  command: Extract<AccountCommand, { type: 'request-phone-change' }>,
  situation: Situation,
): Decision<AccountFact> {
  const { now, policy, actor } = situation;
  const groundless = checkGrounds(command, situation) ?? accountRefusal(state);
  if (groundless) return refuse(groundless);
  if (!/^\+[1-9][0-9]{6,14}$/.test(command.phone.e164)) return refuse({ code: 'phone-invalid' });
  if (state.phone?.e164 === command.phone.e164) return refuse({ code: 'phone-unchanged' });
  if (state.pendingPhoneChange) {
    return refuse({ code: 'approval-pending', expiresAt: state.pendingPhoneChange.expiresAt });
  }
  const pending: PendingPhoneChange = {
    phone: command.phone,
    requestedBy: actor.id,
    requestedAt: now,
    expiresAt: now + policy.support.approvalValid,
    caseId: command.caseId,
  };
  return done([{ type: 'phone-change-requested', at: now, ...pending }]);
}

function endPhoneChange(
  state: KnownAccount,
  command: Extract<AccountCommand, { type: 'approve-phone-change' | 'reject-phone-change' }>,
  { now, policy, actor }: Situation,
): Decision<AccountFact> {
  const pending = state.pendingPhoneChange;
  if (!pending) return refuse({ code: 'no-approval-pending' });
  if (pending.requestedBy === actor.id) return refuse({ code: 'same-person' });
  if (command.type === 'reject-phone-change') return done([{ type: 'phone-change-rejected', at: now }]);
  const unusable = accountRefusal(state);
  if (unusable) return refuse(unusable);
  const usableFrom = command.atOnce ? now : now + policy.support.newPhoneUsableAfter;
  return done([{ type: 'phone-changed', at: now, phone: pending.phone, usableFrom }]);
}

function evolve(state: Account, fact: AccountFact): Account {
  if (fact.type === 'account-opened') {
    const { type: _type, at, ...person } = fact;
    return { ...person, status: 'open', phoneUsableFrom: at, pendingPhoneChange: null };
  }
  if (state.status === 'absent') return state;
  switch (fact.type) {
    case 'account-blocked':
      return { ...state, status: 'blocked', blockedAt: fact.at };
    case 'account-unblocked': {
      if (state.status !== 'blocked') return state;
      const { blockedAt: _blockedAt, ...rest } = state;
      return { ...rest, status: 'open' };
    }
    case 'phone-change-requested': {
      const { type: _type, at: _at, ...pendingPhoneChange } = fact;
      return { ...state, pendingPhoneChange };
    }
    case 'phone-changed':
      return { ...state, phone: fact.phone, phoneUsableFrom: fact.usableFrom, pendingPhoneChange: null };
    case 'phone-change-rejected':
    case 'phone-change-lapsed':
      return { ...state, pendingPhoneChange: null };
  }
}

function announce(fact: AccountFact): NoticeTemplate | null {
  switch (fact.type) {
    case 'account-blocked':
    case 'account-unblocked':
    case 'phone-changed':
      return fact.type;
    case 'account-opened':
    case 'phone-change-requested':
    case 'phone-change-rejected':
    case 'phone-change-lapsed':
      return null;
  }
}

export const accountDecider: Decider<Account, AccountCommand, AccountFact> = {
  kind: 'account',
  initial: { status: 'absent' },
  settle,
  decide,
  evolve,
  announce,
};

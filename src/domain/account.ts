import {
  type Ask,
  type AskGrounds,
  askInForce,
  askRefusal,
  isFirstOfTwo,
  newAsk,
  noRefusal,
  possessionRefusal,
  yesRefusal,
} from './approval.ts';
import { type Decider, type Decision, done, refuse } from './decision.ts';
import { checkActor, ownAccountRefusal } from './gate.ts';
import type { AgentId, CustomerId, Instant } from './ids.ts';
import type { NoticeTemplate } from './message.ts';
import { isE164, type Phone } from './phone-number.ts';
import type { Refusal } from './refusal.ts';
import type { Situation } from './situation.ts';

/** Another number that waits for a supervisor. */
export interface PendingPhoneChange extends Ask {
  readonly phone: Phone;
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
  /** When a change of the number was last rejected. */
  readonly lastNoAt: Instant | null;
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
  | ({ readonly type: 'request-phone-change'; readonly customerId: CustomerId; readonly phone: Phone } & AskGrounds)
  | { readonly type: 'approve-phone-change'; readonly customerId: CustomerId; readonly atOnce: boolean }
  | { readonly type: 'reject-phone-change'; readonly customerId: CustomerId }
  | { readonly type: 'refuse-phone-change'; readonly customerId: CustomerId; readonly reference: string }
  | { readonly type: 'settle-account'; readonly customerId: CustomerId };

export type AccountFact =
  | (Person & { readonly type: 'account-opened'; readonly at: Instant; readonly phone: Phone | null })
  | { readonly type: 'account-blocked'; readonly at: Instant }
  | { readonly type: 'account-unblocked'; readonly at: Instant }
  | ({ readonly type: 'phone-change-requested'; readonly at: Instant } & PendingPhoneChange)
  | { readonly type: 'phone-change-begun'; readonly at: Instant; readonly by: AgentId }
  | {
      readonly type: 'phone-changed';
      readonly at: Instant;
      readonly phone: Phone;
      readonly usableFrom: Instant;
      readonly requestedBy: AgentId;
      readonly firstYesBy: AgentId | null;
    }
  | { readonly type: 'phone-change-rejected'; readonly at: Instant }
  | { readonly type: 'phone-change-lapsed'; readonly at: Instant };

/** Null when the account may be used, else why not. */
export function accountRefusal(account: Account): Refusal | null {
  if (account.status === 'absent') return { code: 'account-unknown' };
  return account.status === 'blocked' ? { code: 'account-blocked', since: account.blockedAt } : null;
}

/** The account as time has left it. */
export function settleAccount(state: KnownAccount, situation: Pick<Situation, 'now'>): KnownAccount {
  return settle(state, situation).reduce(evolve, state as Account) as KnownAccount;
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
      return approvePhoneChange(state, command, situation);
    case 'reject-phone-change':
      return rejectPhoneChange(state, situation);
    case 'refuse-phone-change':
      return refusePhoneChange(state, situation);
  }
}

function requestPhoneChange(
  state: KnownAccount,
  command: Extract<AccountCommand, { type: 'request-phone-change' }>,
  situation: Situation,
): Decision<AccountFact> {
  const { now } = situation;
  const { phone } = command;
  const unfit = askRefusal(command, situation) ?? accountRefusal(state) ?? possessionRefusal(situation);
  if (unfit) return refuse(unfit);
  if (!isE164(phone.e164)) return refuse({ code: 'phone-invalid' });
  if (phone.kind === 'landline') return refuse({ code: 'phone-not-mobile' });
  if (state.phone?.e164 === phone.e164) return refuse({ code: 'phone-unchanged' });
  const pending = askInForce(state.pendingPhoneChange, now);
  if (pending) return refuse({ code: 'approval-pending', expiresAt: pending.expiresAt });
  return done([{ type: 'phone-change-requested', at: now, phone, ...newAsk(command, null, situation) }]);
}

/** Usable a day later, so that whoever reads the notices can object; at once only if the supervisor takes it upon themselves. */
function approvePhoneChange(
  state: KnownAccount,
  command: Extract<AccountCommand, { type: 'approve-phone-change' }>,
  situation: Situation,
): Decision<AccountFact> {
  const { now, policy, actor } = situation;
  const { pendingPhoneChange: pending } = state;
  const unfit = yesRefusal(pending, situation) ?? accountRefusal(state);
  if (unfit) return refuse(unfit);
  if (!pending) return refuse({ code: 'no-approval-pending' });
  if (isFirstOfTwo(pending)) return done([{ type: 'phone-change-begun', at: now, by: actor.id }]);
  const { phone, requestedBy, firstYesBy } = pending;
  const usableFrom = command.atOnce ? now : now + policy.support.newPhoneUsableAfter;
  return done([{ type: 'phone-changed', at: now, phone, usableFrom, requestedBy, firstYesBy }]);
}

function rejectPhoneChange(state: KnownAccount, situation: Situation): Decision<AccountFact> {
  const unfit = noRefusal(state.pendingPhoneChange, situation);
  return unfit ? refuse(unfit) : done([{ type: 'phone-change-rejected', at: situation.now }]);
}

/** The subscriber answers the notice of it: this was not me. */
function refusePhoneChange(state: KnownAccount, { actor, now, notice, policy }: Situation): Decision<AccountFact> {
  if (actor.id !== state.customerId) return refuse({ code: 'not-your-account' });
  if (!notice || now >= notice.sentAt + policy.support.disputeValid) return refuse({ code: 'reference-unknown' });
  if (!state.pendingPhoneChange) return refuse({ code: 'no-approval-pending' });
  return done([{ type: 'phone-change-rejected', at: now }]);
}

function evolve(state: Account, fact: AccountFact): Account {
  if (fact.type === 'account-opened') {
    const { type: _type, at, ...person } = fact;
    return { ...person, status: 'open', phoneUsableFrom: at, pendingPhoneChange: null, lastNoAt: null };
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
    case 'phone-change-begun': {
      const { pendingPhoneChange } = state;
      return pendingPhoneChange
        ? { ...state, pendingPhoneChange: { ...pendingPhoneChange, firstYesBy: fact.by } }
        : state;
    }
    case 'phone-change-rejected':
      return { ...state, pendingPhoneChange: null, lastNoAt: fact.at };
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
    case 'phone-change-requested':
      return 'phone-change-asked';
    case 'account-opened':
    case 'phone-change-begun':
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

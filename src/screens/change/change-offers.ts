import { accountRefusal } from '../../domain/account.ts';
import { approvalInForce, unlockAllowance } from '../../domain/activation-rules.ts';
import { unlockRefusal } from '../../domain/activation-support.ts';
import { askInForce } from '../../domain/approval.ts';
import type { CommandType } from '../../domain/commands.ts';
import { isPermitted } from '../../domain/permissions.ts';
import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Offer } from '../../ui/offers.ts';
import type { Console, Session } from '../console-context.ts';
import { explain } from '../explain.ts';
import type { SupportChange } from '../routes.ts';

type Desk = Pick<Console, 'app' | 'texts' | 'session' | 'now'>;
type Account = AccountView['account'];

export const commandOf: Readonly<Record<SupportChange, CommandType>> = {
  verify: 'record-verification',
  unlock: 'unlock-activation',
  'ask-unlock': 'request-approval',
  'ask-reset': 'request-approval',
  'ask-phone': 'request-phone-change',
  freeze: 'freeze-activation',
};

/** `u`: unlocks, or asks a supervisor when the agent's own unlocks are used up. */
export function unlockOffer(console: Console, account: Account, view: CertificateView): Offer {
  const { activation } = view;
  const usedUp = activation.status === 'locked' && unlockAllowance(activation, situationOf(console)).left === 0;
  return offerOf(console, account, view, { action: 'unlock-activation', change: usedUp ? 'ask-unlock' : 'unlock' });
}

/** `v`: opens the case of the call and records what the caller could prove; what follows rests on it. */
export function verifyOffer(console: Console, account: Account, view: CertificateView): Offer {
  return offerOf(console, account, view, { action: 'verify-caller', change: 'verify' });
}

/** `C`: the open case of this call, when there is one, is over. */
export function closeOffers(console: Console, known: AccountView): readonly Offer[] {
  const { app, texts, session, notify, undertake } = console;
  const open = session && myCase(known, session);
  if (!open) return [];
  const close = async () => {
    const actor = { kind: 'agent', id: session.agentId } as const;
    const answer = await app.perform(actor, { type: 'close-case', caseId: open.caseId });
    if (answer.verdict === 'refused') notify({ tone: 'danger', text: explain(texts, answer.refusal) });
    else notify({ tone: 'ok', text: texts.cases.closed });
  };
  return [{ action: 'close-case', run: () => undertake(close) }];
}

/** The call that this person is in with the subscriber. */
export function myCase({ cases }: AccountView, { agentId }: Session): OpenCase | null {
  for (const one of cases) if (one.status === 'open' && one.agentId === agentId) return one;
  return null;
}

type OpenCase = Extract<AccountView['cases'][number], { readonly status: 'open' }>;

/** `r`: asks a supervisor for a reset, which revokes the secret and begins anew. */
export function resetOffer(console: Console, account: Account, view: CertificateView): Offer {
  return offerOf(console, account, view, { action: 'ask-reset', change: 'ask-reset' });
}

/** `P`: asks a supervisor for another phone number. */
export function phoneOffer(console: Console, account: Account, view: CertificateView): Offer {
  return offerOf(console, account, view, { action: 'ask-phone', change: 'ask-phone' });
}

/** `F`: freezes on suspicion, with a ticket and a note. */
export function freezeOffer(console: Console, account: Account, view: CertificateView): Offer {
  return offerOf(console, account, view, { action: 'freeze-activation', change: 'freeze' });
}

/** `!`: breaks off a call under pressure and freezes, without anything else. */
export function abortOffer(console: Console, account: Account, view: CertificateView, run?: () => void): Offer {
  const { customerId } = account;
  const { serial } = view.certificate;
  return {
    action: 'abort-call',
    run: run ?? (() => console.go({ screen: 'abort', customerId, serial })),
    disabled: barred(console, account, 'abort-call'),
  };
}

function offerOf(
  console: Console,
  account: Account,
  view: CertificateView,
  { action, change }: { readonly action: Offer['action']; readonly change: SupportChange },
): Offer {
  const { customerId } = account;
  const { serial } = view.certificate;
  return {
    action,
    run: () => console.go({ screen: 'change', customerId, serial, change }),
    disabled: whyNot(console, account, view, change),
  };
}

/** Why this agent cannot do this to this certificate now, as a sentence; undefined when they can. */
export function whyNot(desk: Desk, account: Account, view: CertificateView, change: SupportChange): string | undefined {
  const barring = barred(desk, account, commandOf[change]);
  if (barring) return barring;
  const refusal = refusalOf(desk, account, view, change);
  return refusal ? explain(desk.texts, refusal) : undefined;
}

/** Why this person cannot give this command about this account at all. */
function barred({ app, texts, session }: Desk, account: Account, command: CommandType): string | undefined {
  if (session && !isPermitted(session.role, command, app.realm)) {
    return explain(texts, { code: 'not-permitted', command, party: session.role });
  }
  return session?.ownCustomerId === account.customerId ? explain(texts, { code: 'own-account' }) : undefined;
}

function refusalOf(desk: Desk, account: Account, view: CertificateView, change: SupportChange): Refusal | null {
  const { certificate, activation } = view;
  switch (change) {
    case 'verify':
      return null;
    case 'unlock':
      return unlockRefusal(activation, { account, certificate, ...situationOf(desk) });
    case 'freeze':
      return activation.status === 'frozen' ? { code: 'already-frozen' } : null;
    case 'ask-phone': {
      const pending = askInForce(account.pendingPhoneChange, desk.now);
      return pending ? { code: 'approval-pending', expiresAt: pending.expiresAt } : accountRefusal(account);
    }
    case 'ask-unlock':
    case 'ask-reset': {
      const pending = approvalInForce(activation, desk.now);
      if (pending) return { code: 'approval-pending', expiresAt: pending.expiresAt };
      if (change === 'ask-unlock' && activation.status !== 'locked') return { code: 'not-locked' };
      return accountRefusal(account);
    }
  }
}

function situationOf({ app, now }: Pick<Desk, 'app' | 'now'>) {
  return { now, policy: app.policy };
}

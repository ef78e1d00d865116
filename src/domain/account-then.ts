import { type KnownAccount, settleAccount } from './account.ts';
import { type AccountState, outagesKnownAt, type PastMoment, standingAt } from './account-past.ts';
import { untouched } from './activation.ts';
import type { KnownCertificate } from './certificate.ts';
import { settledView } from './certificate-view.ts';
import { DAY } from './ids.ts';
import type { Policy } from './policy.ts';
import type { AccountPast, AccountView, CaseView } from './read-models.ts';
import type { Situation } from './situation.ts';

/** As many attempts as the account shows now. */
const MOST_ATTEMPTS = 50;
const WEEK = 7 * DAY;

/** The account as it was shown at that moment, judged by what was known then; null when there was none yet. */
export function viewAt({ steps, outageLog }: AccountPast, moment: PastMoment, policy: Policy): AccountView | null {
  const standing = standingAt(steps, moment);
  if (!standing) return null;
  const outages = outagesKnownAt(outageLog, moment);
  return viewOf(standing.state, { now: standing.settledBy, policy, outages });
}

function viewOf(state: AccountState, situation: Pick<Situation, 'now' | 'policy' | 'outages'>): AccountView | null {
  const { now } = situation;
  if (state.account.status === 'absent') return null;
  const account: KnownAccount = settleAccount(state.account, situation);
  const certificates = [...state.certificates.values()].filter(
    (one): one is KnownCertificate => one.status !== 'absent',
  );
  const cases = [...state.cases.values()]
    .filter((one): one is CaseView['supportCase'] => one.status !== 'absent')
    .toSorted((one, other) => other.openedAt - one.openedAt);
  return {
    account,
    certificates: certificates
      .toReversed()
      .toSorted((one, other) => other.notBefore - one.notBefore)
      .map((certificate) => {
        const { serial } = certificate;
        const attempts = [...(state.attempts.get(serial)?.values() ?? [])].toReversed().slice(0, MOST_ATTEMPTS);
        const activation = state.activations.get(serial) ?? untouched;
        return settledView({ certificate, activation, attempts }, situation);
      }),
    cases: cases.filter(({ status }) => status === 'open'),
    calls: cases.filter(({ openedAt }) => openedAt > now - WEEK).length,
  };
}

/** One thing that is different afterwards. */
export type Difference =
  | { readonly what: 'account'; readonly from: AccountState['account']['status']; readonly to: 'open' | 'blocked' }
  | { readonly what: 'phone'; readonly from: string | null; readonly to: string | null }
  | {
      readonly what: 'certificate';
      readonly serial: string;
      readonly from: KnownCertificate['status'] | 'absent';
      readonly to: KnownCertificate['status'];
    }
  | {
      readonly what: 'activation';
      readonly serial: string;
      readonly from: AccountView['certificates'][number]['activation']['status'];
      readonly to: AccountView['certificates'][number]['activation']['status'];
    }
  | {
      readonly what: Counter;
      readonly serial: string;
      readonly from: number;
      readonly to: number;
    };

export const counters = ['consecutiveFailures', 'wrongOtps', 'lifetimeFailures'] as const;
export type Counter = (typeof counters)[number];

/** What is different between two states of one account, the weightiest first. */
export function differences(before: AccountState, after: AccountState): readonly Difference[] {
  return [
    ...accountDifferences(before.account, after.account),
    ...[...after.certificates].flatMap(([serial, { status: to }]): readonly Difference[] => {
      const from = before.certificates.get(serial)?.status ?? 'absent';
      return to === 'absent' || from === to ? [] : [{ what: 'certificate', serial, from, to }];
    }),
    ...[...after.activations].flatMap(([serial, to]): readonly Difference[] => {
      const from = before.activations.get(serial) ?? untouched;
      return [
        ...(from.status === to.status
          ? []
          : [{ what: 'activation', serial, from: from.status, to: to.status } as const]),
        ...counters
          .filter((counter) => from[counter] !== to[counter])
          .map((what) => ({ what, serial, from: from[what], to: to[what] })),
      ];
    }),
  ];
}

function accountDifferences(before: AccountState['account'], after: AccountState['account']): readonly Difference[] {
  if (after.status === 'absent') return [];
  const from = before.status === 'absent' ? null : (before.phone?.e164 ?? null);
  const to = after.phone?.e164 ?? null;
  return [
    ...(before.status === after.status ? [] : [{ what: 'account', from: before.status, to: after.status } as const]),
    ...(from === to ? [] : [{ what: 'phone', from, to } as const]),
  ];
}

import type { AccountFact, PendingPhoneChange } from '../../src/domain/account.ts';
import { DAY, type Instant } from '../../src/domain/ids.ts';
import type { Phone } from '../../src/domain/phone-number.ts';
import { askedOn } from '../support/activation-facts.ts';
import { NOON } from '../support/records.ts';
import { accountOf, CASE, PHONE, TICKET } from '../support/situations.ts';
import { CUSTOMER } from '../support/staff.ts';

type FactOf<T extends AccountFact['type']> = Extract<AccountFact, { type: T }>;

export const NEW_PHONE: Phone = { e164: '+48602000002', kind: 'mobile' };

export function accountOpened(
  at: Instant = NOON - 30 * DAY,
  phone: Phone | null = { e164: PHONE, kind: 'mobile' },
): FactOf<'account-opened'> {
  const { login, givenName, familyName, email, language } = accountOf();
  return { type: 'account-opened', at, customerId: CUSTOMER, login, givenName, familyName, email, language, phone };
}

export const accountBlocked = (at: Instant): FactOf<'account-blocked'> => ({ type: 'account-blocked', at });

export function phoneChangeRequested(
  at: Instant,
  overrides: Partial<PendingPhoneChange> = {},
): FactOf<'phone-change-requested'> {
  return {
    type: 'phone-change-requested',
    at,
    phone: NEW_PHONE,
    requestedBy: 'ewa',
    requestedAt: at,
    expiresAt: at + DAY,
    caseId: CASE,
    ticket: TICKET,
    reason: 'other',
    note: 'caller on the line',
    emergency: false,
    firstYesBy: null,
    askedOn: { ...askedOn(), counters: null },
    ...overrides,
  };
}

export const phoneChanged = (at: Instant, usableFrom: Instant): FactOf<'phone-changed'> => ({
  type: 'phone-changed',
  at,
  phone: NEW_PHONE,
  usableFrom,
  requestedBy: 'ewa',
  firstYesBy: null,
});

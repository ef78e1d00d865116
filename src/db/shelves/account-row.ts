import type { KnownAccount } from '../../domain/account.ts';
import { foldText } from '../../domain/clean-text.ts';
import type { accounts } from '../schema.ts';

export type AccountRow = typeof accounts.$inferSelect;

export function accountFromRow(row: AccountRow): KnownAccount {
  const person = {
    customerId: row.customerId,
    login: row.login,
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email,
    language: row.language,
    phone: row.phone === null ? null : { e164: row.phone, kind: row.phoneKind ?? 'unknown' },
    phoneUsableFrom: row.phoneUsableFrom,
    pendingPhoneChange: row.pendingPhoneChange === null ? null : JSON.parse(row.pendingPhoneChange),
    lastNoAt: row.lastNoAt,
  };
  return row.blockedAt === null
    ? { ...person, status: 'open' }
    : { ...person, status: 'blocked', blockedAt: row.blockedAt };
}

export function accountToRow(state: KnownAccount): Omit<AccountRow, 'id'> {
  const { customerId, login, givenName, familyName, email, language, phone, phoneUsableFrom } = state;
  return {
    customerId,
    login,
    givenName,
    familyName,
    email,
    language,
    phone: phone?.e164 ?? null,
    phoneKind: phone?.kind ?? null,
    phoneUsableFrom,
    pendingPhoneChange: state.pendingPhoneChange === null ? null : JSON.stringify(state.pendingPhoneChange),
    blockedAt: state.status === 'blocked' ? state.blockedAt : null,
    lastNoAt: state.lastNoAt,
    familyFolded: foldText(familyName),
    givenFolded: foldText(givenName),
    phoneReversed: phone === null ? null : [...phone.e164].reverse().join(''),
  };
}

import type { KnownAccount } from '../domain/account.ts';
import type { AuditEntry } from '../domain/audit.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { AccountView, CaseView, CertificateView, StaffView } from '../domain/read-models.ts';
import { type PersonalDatum, personalData } from '../domain/taken-out.ts';
import type { Texts } from '../text/en.ts';

/** A value worth copying. One that is personal says whose it is: copying it is put on record. */
export type Copyable =
  | { readonly what: Exclude<keyof Texts['copy']['names'], PersonalDatum>; readonly value: string }
  | { readonly what: PersonalDatum; readonly value: string; readonly of: CustomerId };

export function isPersonal(one: Copyable): one is Extract<Copyable, { what: PersonalDatum }> {
  return (personalData as readonly string[]).includes(one.what);
}

export function accountValues(
  { account, cases }: AccountView,
  chosen: CertificateView | undefined,
): readonly Copyable[] {
  const [open] = cases;
  return [
    { what: 'customer', value: account.customerId },
    ...(chosen ? [{ what: 'serial', value: chosen.certificate.serial } as const] : []),
    ...(open ? [{ what: 'ticket', value: open.ticket } as const, { what: 'case', value: open.caseId } as const] : []),
    ...personValues(account),
  ];
}

function personValues(account: KnownAccount): readonly Copyable[] {
  const { customerId: of, phone, email, givenName, familyName, login } = account;
  return [
    ...(phone ? [{ what: 'phone', value: phone.e164, of } as const] : []),
    { what: 'email', value: email, of },
    { what: 'name', value: `${givenName} ${familyName}`, of },
    { what: 'login', value: login, of },
  ];
}

export function caseValues({ supportCase, givenName, familyName }: CaseView): readonly Copyable[] {
  const { ticket, caseId, customerId, agentId } = supportCase;
  return [
    { what: 'ticket', value: ticket },
    { what: 'case', value: caseId },
    { what: 'customer', value: customerId },
    { what: 'agent', value: agentId },
    { what: 'name', value: `${givenName} ${familyName}`, of: customerId },
  ];
}

export function entryValues(entry: AuditEntry, { moments }: Texts): readonly Copyable[] {
  const { seq, at, actor, customerId, serial, caseId, ticket, hash, prevHash } = entry;
  const known = [
    ['entry', String(seq)],
    ['customer', customerId],
    ['serial', serial],
    ['ticket', ticket],
    ['case', caseId],
    ['agent', actor.kind === 'agent' ? actor.id : null],
    ['moment', moments.stamp(at)],
    ['hash', hash],
    ['hash-before', prevHash],
  ] as const;
  return known.flatMap(([what, value]) => (value === null || value === '' ? [] : [{ what, value }]));
}

export function staffValues({ agentId, name, ownCustomerId }: StaffView): readonly Copyable[] {
  return [
    { what: 'agent', value: agentId },
    { what: 'colleague', value: name },
    ...(ownCustomerId === null ? [] : [{ what: 'own', value: ownCustomerId } as const]),
  ];
}

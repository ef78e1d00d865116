import type { CommandType } from './commands.ts';
import type { AgentId, CustomerId, Realm } from './ids.ts';

export const roles = ['agent', 'supervisor', 'trainer', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Who is asking, as the door was told. The role of an agent is looked up in the same transaction, never taken on trust. */
export type Actor =
  | { readonly kind: 'agent'; readonly id: AgentId }
  | { readonly kind: 'subscriber'; readonly id: CustomerId }
  | { readonly kind: 'network'; readonly id: string }
  | { readonly kind: 'authority'; readonly id: string }
  | { readonly kind: 'administrator'; readonly id: string }
  | { readonly kind: 'clock'; readonly id: 'clock' };

/** One column of the table below. `authority` is the certificate authority; `administrator` has the machine and its files. */
export type Party = Role | Exclude<Actor['kind'], 'agent'>;

/** Who may command what. Everything not listed is forbidden. */
export const permissions: Readonly<Record<CommandType, readonly Party[]>> = {
  'request-sms-code': ['subscriber'],
  'record-sms-receipt': ['network'],
  'confirm-code': ['subscriber'],
  'show-secret-qr': ['subscriber'],
  'close-qr-window': ['subscriber'],
  'sign-document': ['subscriber'],
  'unlock-activation': ['agent', 'supervisor', 'trainer'],
  'freeze-activation': ['agent', 'supervisor', 'trainer'],
  'abort-call': ['agent', 'supervisor', 'trainer'],
  'report-not-me': ['subscriber'],
  'request-approval': ['agent', 'supervisor', 'trainer'],
  'approve-request': ['supervisor'],
  'reject-request': ['supervisor'],
  'clear-outage-lock': ['supervisor'],
  'settle-activation': ['clock'],
  'suspend-certificate': ['authority'],
  'reinstate-certificate': ['authority'],
  'revoke-certificate': ['authority'],
  'settle-certificate': ['clock'],
  'block-account': ['supervisor', 'administrator'],
  'unblock-account': ['supervisor', 'administrator'],
  'request-phone-change': ['agent', 'supervisor', 'trainer'],
  'approve-phone-change': ['supervisor'],
  'reject-phone-change': ['supervisor'],
  'refuse-phone-change': ['subscriber'],
  'settle-account': ['clock'],
  'open-case': ['agent', 'supervisor', 'trainer'],
  'record-verification': ['agent', 'supervisor', 'trainer'],
  'abort-verification': ['agent', 'supervisor', 'trainer'],
  'hand-over-case': ['agent', 'supervisor', 'trainer'],
  'close-case': ['agent', 'supervisor', 'trainer'],
  'add-agent': ['administrator', 'supervisor'],
  'disable-agent': ['administrator', 'supervisor'],
  'enable-agent': ['administrator', 'supervisor'],
  'change-agent-role': ['administrator', 'supervisor'],
  'set-agent-password': ['administrator'],
  'attempt-sign-in': ['agent', 'supervisor', 'trainer', 'auditor'],
  'complete-sign-in': ['agent', 'supervisor', 'trainer', 'auditor'],
  'sign-out': ['agent', 'supervisor', 'trainer', 'auditor'],
  'export-audit': ['supervisor', 'auditor'],
  // Those who call back and write back; an auditor reads.
  'copy-personal': ['agent', 'supervisor', 'trainer'],
  'save-filter': ['agent', 'supervisor', 'trainer', 'auditor'],
  'delete-filter': ['agent', 'supervisor', 'trainer', 'auditor'],
  'recognise-outage': ['supervisor', 'administrator'],
  'end-outage': ['supervisor', 'administrator'],
  'ask-bulk-unlock': ['agent', 'supervisor', 'trainer'],
  'approve-bulk-unlock': ['supervisor'],
  'reject-bulk-unlock': ['supervisor'],
};

/** Reports name colleagues and count what they did. */
export function maySeeReports(role: Role, realm: Realm): boolean {
  return role === 'supervisor' || role === 'auditor' || (role === 'trainer' && realm === 'training');
}

/** May this party give this command in this realm? Trainers work on simulated data only. */
export function isPermitted(party: Party, command: CommandType, realm: Realm): boolean {
  if (party === 'trainer' && realm === 'live') return false;
  return permissions[command].includes(party);
}

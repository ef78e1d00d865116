import { type Account, type AccountCommand, accountDecider } from './account.ts';
import type { Activation, ActivationCommand } from './activation.ts';
import { activationDecider } from './activation-decider.ts';
import { type Agent, type AgentCommand, agentDecider } from './agent.ts';
import { type Certificate, type CertificateCommand, certificateDecider } from './certificate.ts';
import type { ThingKind } from './decision.ts';
import { type Operator, type OperatorCommand, operatorDecider } from './operator.ts';
import { type SupportCase, type SupportCaseCommand, supportCaseDecider } from './support-case.ts';

/** Everything that can be asked of the system to change. */
export type Command =
  | AccountCommand
  | CertificateCommand
  | ActivationCommand
  | SupportCaseCommand
  | AgentCommand
  | OperatorCommand;
export type CommandType = Command['type'];

/** The stored states by kind. */
export interface Things {
  readonly account: Account;
  readonly certificate: Certificate;
  readonly activation: Activation;
  readonly 'support-case': SupportCase;
  readonly agent: Agent;
  readonly operator: Operator;
}

/** The deciders by kind: the one list of who rules over what. */
export const deciders = {
  account: accountDecider,
  certificate: certificateDecider,
  activation: activationDecider,
  'support-case': supportCaseDecider,
  agent: agentDecider,
  operator: operatorDecider,
} as const satisfies Record<ThingKind, unknown>;

/** Which kind of thing a command is about. */
export const commandKinds: Readonly<Record<CommandType, ThingKind>> = {
  'request-sms-code': 'activation',
  'record-sms-receipt': 'activation',
  'confirm-code': 'activation',
  'show-secret-qr': 'activation',
  'close-qr-window': 'activation',
  'sign-document': 'activation',
  'unlock-activation': 'activation',
  'freeze-activation': 'activation',
  'abort-call': 'activation',
  'report-not-me': 'activation',
  'request-approval': 'activation',
  'approve-request': 'activation',
  'reject-request': 'activation',
  'clear-outage-lock': 'activation',
  'settle-activation': 'activation',
  'suspend-certificate': 'certificate',
  'reinstate-certificate': 'certificate',
  'revoke-certificate': 'certificate',
  'settle-certificate': 'certificate',
  'block-account': 'account',
  'unblock-account': 'account',
  'request-phone-change': 'account',
  'approve-phone-change': 'account',
  'reject-phone-change': 'account',
  'refuse-phone-change': 'account',
  'settle-account': 'account',
  'open-case': 'support-case',
  'record-verification': 'support-case',
  'abort-verification': 'support-case',
  'hand-over-case': 'support-case',
  'close-case': 'support-case',
  'add-agent': 'agent',
  'disable-agent': 'agent',
  'enable-agent': 'agent',
  'change-agent-role': 'agent',
  'set-agent-password': 'agent',
  'attempt-sign-in': 'agent',
  'complete-sign-in': 'agent',
  'sign-out': 'agent',
  'export-audit': 'agent',
  'copy-personal': 'agent',
  'save-filter': 'agent',
  'delete-filter': 'agent',
  'recognise-outage': 'operator',
  'end-outage': 'operator',
  'ask-bulk-unlock': 'operator',
  'approve-bulk-unlock': 'operator',
  'reject-bulk-unlock': 'operator',
};

/** The id of the thing a command is about: customer id, serial, case id, agent id or operator. */
export function targetOf(command: Command): string {
  if ('serial' in command) return command.serial;
  if (command.type === 'open-case') return command.caseId;
  if (command.type === 'export-audit' || command.type === 'copy-personal') return command.agentId;
  if ('customerId' in command) return command.customerId;
  if ('agentId' in command) return command.agentId;
  if ('caseId' in command) return command.caseId;
  return command.operator;
}

import type { Command } from '../../src/domain/commands.ts';
import { ASKING, abortCall, enterCode, GROUNDS, notMe, reportReceipt, sign } from '../support/activation-commands.ts';
import { NOON } from '../support/records.ts';
import { CASE, SERIAL, TICKET } from '../support/situations.ts';
import { CUSTOMER } from '../support/staff.ts';
import { NEW_PHONE } from './account-facts.ts';

const serial = SERIAL;
const customerId = CUSTOMER;
const caseId = CASE;
const agentId = 'ewa';
const note = 'why';
const operator = 'Orange';

type OneOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** One of each, with the id of the thing it is about; a new command does not compile until it is here. */
export const everyCommand: { readonly [Type in Command['type']]: readonly [OneOf<Type>, string] } = {
  'request-sms-code': [{ type: 'request-sms-code', serial, code: '500001' }, serial],
  'record-sms-receipt': [
    {
      ...reportReceipt({ state: 'accepted', operator }, NOON),
      type: 'record-sms-receipt',
    } as OneOf<'record-sms-receipt'>,
    serial,
  ],
  'confirm-code': [enterCode('500001') as OneOf<'confirm-code'>, serial],
  'show-secret-qr': [{ type: 'show-secret-qr', serial }, serial],
  'close-qr-window': [{ type: 'close-qr-window', serial }, serial],
  'sign-document': [sign('123456') as OneOf<'sign-document'>, serial],
  'unlock-activation': [{ type: 'unlock-activation', serial, ...GROUNDS }, serial],
  'freeze-activation': [{ type: 'freeze-activation', serial, ...GROUNDS }, serial],
  'abort-call': [abortCall, serial],
  'report-not-me': [notMe, serial],
  'request-approval': [{ type: 'request-approval', serial, action: 'reset', ...ASKING }, serial],
  'approve-request': [{ type: 'approve-request', serial }, serial],
  'reject-request': [{ type: 'reject-request', serial }, serial],
  'settle-activation': [{ type: 'settle-activation', serial }, serial],
  'suspend-certificate': [{ type: 'suspend-certificate', serial }, serial],
  'reinstate-certificate': [{ type: 'reinstate-certificate', serial }, serial],
  'revoke-certificate': [{ type: 'revoke-certificate', serial }, serial],
  'settle-certificate': [{ type: 'settle-certificate', serial }, serial],
  'block-account': [{ type: 'block-account', customerId, note }, customerId],
  'unblock-account': [{ type: 'unblock-account', customerId, note }, customerId],
  'request-phone-change': [{ type: 'request-phone-change', customerId, phone: NEW_PHONE, ...ASKING }, customerId],
  'approve-phone-change': [{ type: 'approve-phone-change', customerId, atOnce: false }, customerId],
  'reject-phone-change': [{ type: 'reject-phone-change', customerId }, customerId],
  'refuse-phone-change': [{ type: 'refuse-phone-change', customerId, reference: 'ABC234' }, customerId],
  'settle-account': [{ type: 'settle-account', customerId }, customerId],
  'open-case': [{ type: 'open-case', caseId, ticket: TICKET, customerId, words: '' }, caseId],
  'record-verification': [{ type: 'record-verification', caseId, passed: [], failed: [] }, caseId],
  'abort-verification': [{ type: 'abort-verification', caseId, passed: [], failed: [] }, caseId],
  'hand-over-case': [{ type: 'hand-over-case', caseId, to: 'jan', note }, caseId],
  'close-case': [{ type: 'close-case', caseId }, caseId],
  'add-agent': [
    { type: 'add-agent', agentId, name: 'Ewa', role: 'agent', passwordHash: null, ownCustomerId: null },
    agentId,
  ],
  'disable-agent': [{ type: 'disable-agent', agentId }, agentId],
  'enable-agent': [{ type: 'enable-agent', agentId }, agentId],
  'change-agent-role': [{ type: 'change-agent-role', agentId, role: 'auditor' }, agentId],
  'set-agent-password': [{ type: 'set-agent-password', agentId, passwordHash: 'hash' }, agentId],
  'attempt-sign-in': [{ type: 'attempt-sign-in', agentId }, agentId],
  'complete-sign-in': [{ type: 'complete-sign-in', agentId }, agentId],
  'sign-out': [{ type: 'sign-out', agentId }, agentId],
  'copy-personal': [{ type: 'copy-personal', agentId, customerId, what: 'email' }, agentId],
  'save-filter': [{ type: 'save-filter', agentId, view: 'queue', name: 'mine', text: 'locked' }, agentId],
  'delete-filter': [{ type: 'delete-filter', agentId, view: 'queue', name: 'mine' }, agentId],
  'export-audit': [{ type: 'export-audit', agentId, customerId, caseId }, agentId],
  'recognise-outage': [{ type: 'recognise-outage', operator, from: NOON, note }, operator],
  'clear-outage-lock': [{ type: 'clear-outage-lock', serial, operator }, serial],
  'ask-bulk-unlock': [{ type: 'ask-bulk-unlock', operator, serials: [serial], note: 'n' }, operator],
  'approve-bulk-unlock': [{ type: 'approve-bulk-unlock', operator }, operator],
  'reject-bulk-unlock': [{ type: 'reject-bulk-unlock', operator }, operator],
  'end-outage': [{ type: 'end-outage', operator, note }, operator],
};

import { type Activation, type ActivationCommand, type ActivationFact, untouched } from './activation.ts';
import { evolveActivation } from './activation-evolve.ts';
import { settleActivation } from './activation-settle.ts';
import { closeQrWindow, confirmCode, recordReceipt, requestSmsCode, showSecretQr } from './activation-sms.ts';
import { abortCall, freezeActivation, reportNotMe } from './activation-stop.ts';
import { approveRequest, rejectRequest, requestApproval, unlockActivation } from './activation-support.ts';
import { type Decider, type Decision, done, refuse } from './decision.ts';
import { checkActor } from './gate.ts';
import type { NoticeTemplate } from './message.ts';
import { clearOutageLock } from './outage-locks.ts';
import { signDocument } from './signing.ts';
import type { Situation } from './situation.ts';

function decide(state: Activation, command: ActivationCommand, situation: Situation): Decision<ActivationFact> {
  const barred = checkActor(command.type, situation);
  if (barred) return refuse(barred);
  if (situation.certificate.status === 'absent') return refuse({ code: 'certificate-unknown' });
  switch (command.type) {
    case 'request-sms-code':
      return requestSmsCode(state, command, situation);
    case 'record-sms-receipt':
      return recordReceipt(state, command, situation);
    case 'confirm-code':
      return confirmCode(state, command, situation);
    case 'show-secret-qr':
      return showSecretQr(state, command, situation);
    case 'close-qr-window':
      return closeQrWindow(state, situation);
    case 'sign-document':
      return signDocument(state, command, situation);
    case 'unlock-activation':
      return unlockActivation(state, command, situation);
    case 'freeze-activation':
      return freezeActivation(state, command, situation);
    case 'abort-call':
      return abortCall(state, command, situation);
    case 'report-not-me':
      return reportNotMe(state, command, situation);
    case 'request-approval':
      return requestApproval(state, command, situation);
    case 'approve-request':
      return approveRequest(state, situation);
    case 'reject-request':
      return rejectRequest(state, situation);
    case 'clear-outage-lock':
      return clearOutageLock(state, command, situation);
    case 'settle-activation':
      return done([]);
  }
}

function announce(fact: ActivationFact): NoticeTemplate | null {
  switch (fact.type) {
    case 'activation-unlocked':
    case 'activation-locked':
    case 'activation-reset':
    case 'activation-frozen':
      return fact.type;
    case 'approval-requested':
      return fact.action === 'reset' ? 'reset-asked' : null;
    default:
      return null;
  }
}

export const activationDecider: Decider<Activation, ActivationCommand, ActivationFact> = {
  kind: 'activation',
  initial: untouched,
  settle: settleActivation,
  decide,
  evolve: evolveActivation,
  announce,
};

import type { Request } from '../../src/app.ts';
import type { Answer } from '../../src/domain/decision.ts';
import { type Instant, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { otpAt } from '../../src/domain/otp.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { type Receipt, receiptOf } from '../../src/domain/receipt.ts';
import type { Proof } from '../../src/domain/support-case.ts';
import type { Checked, History, Move, Pause } from './history-moves.ts';

/** What a history is played on: a store in memory, or a real one behind the door. */
export interface Stage {
  readonly serial: string;
  readonly customerId: string;
  now(): Instant;
  advance(milliseconds: number): void;
  perform(actor: Actor, request: Request): Promise<Answer>;
  /** The code the door made last, as the subscriber reads it in the SMS. */
  lastCode(): string;
  /** The reference in the newest notice, if there was one. */
  lastReference(): string | null;
  /** The next moment at which time alone changes the activation, if there is one. */
  nextDeadline(): Promise<Instant | null>;
}

const GROUNDS = { reason: 'other', note: 'caller on the line' } as const;
const MALFORMED = '1e5';
const checks: Readonly<Record<Checked, { readonly passed: readonly Proof[]; readonly failed: readonly Proof[] }>> = {
  possession: { passed: ['call-back', 'date-of-birth'], failed: [] },
  knowledge: { passed: ['contract-number', 'date-of-birth', 'last-signature'], failed: [] },
  little: { passed: ['date-of-birth'], failed: [] },
  'wrong-answer': { passed: ['call-back', 'contract-number'], failed: ['date-of-birth'] },
  visit: { passed: ['personal-visit'], failed: [] },
};
const rawOf = { held: 'ENROUTE', delivered: 'DELIVRD', failed: 'UNKNOWN' } as const;

/** Plays a history to its end. What it learns on the way (codes, secrets, cases) stands for the symbols in it. */
export async function playHistory(history: History, stage: Stage): Promise<void> {
  const player = playerOn(stage);
  for (const { pause, actor, move } of history) {
    stage.advance(await lengthOf(pause, stage));
    const request = player.requestFor(actor, move);
    player.learn(actor, request, await stage.perform(actor, request));
  }
}

async function lengthOf(pause: Pause, stage: Stage): Promise<number> {
  if ('by' in pause) return pause.by;
  const deadline = await stage.nextDeadline();
  return deadline === null ? 0 : Math.max(0, deadline + pause.toDeadline - stage.now());
}

function playerOn({ serial, customerId, now, lastCode, lastReference }: Stage) {
  const codes: string[] = [];
  const secrets: Uint8Array[] = [];
  const cases = new Map<string, string>();
  let lastOtp = '000000';

  const codeFor = (which: Extract<Move, { do: 'enter-code' }>['code']): string => {
    const right = codes.at(-1) ?? '000000';
    switch (which) {
      case 'right':
        return right;
      case 'wrong':
        return String((Number(right) + 1) % 1_000_000).padStart(6, '0');
      case 'previous':
        return codes.at(-2) ?? '000000';
      case 'malformed':
        return MALFORMED;
    }
  };

  const otpFor = ({ otp, drift }: Extract<Move, { do: 'sign' }>): string => {
    const secret = otp === 'old-entry' ? secrets.at(-2) : secrets.at(-1);
    const shown = secret ? otpAt(secret, now() + drift * 30 * SECOND, defaultPolicy.otp) : '000000';
    switch (otp) {
      case 'right':
      case 'old-entry':
        return shown;
      case 'wrong':
        return String((Number(shown) + 1) % 1_000_000).padStart(6, '0');
      case 'previous':
        return lastOtp;
      case 'malformed':
        return MALFORMED;
    }
  };

  const referenceFor = (which: 'newest' | 'made-up'): string =>
    (which === 'newest' ? lastReference() : null) ?? 'ZZZZZZ';

  const requestFor = (actor: Actor, move: Move): Request => {
    const caseId = cases.get(actor.id) ?? 'none';
    switch (move.do) {
      case 'request-code':
        return { type: 'request-sms-code', serial };
      case 'enter-code':
        return { type: 'confirm-code', serial, code: codeFor(move.code) };
      case 'report-receipt': {
        const attempt = Math.max(1, codes.length - (move.attempt === 'latest' ? 0 : 1));
        const { state } = move;
        const operator = 'Orange';
        const receipt: Receipt =
          state === 'accepted' || state === 'submitted'
            ? { state, operator }
            : receiptOf(operator, { raw: rawOf[state], error: null });
        return { type: 'record-sms-receipt', serial, attempt, receipt, happenedAt: now() - move.secondsAgo * SECOND };
      }
      case 'show-qr':
        return { type: 'show-secret-qr', serial };
      case 'close-qr':
        return { type: 'close-qr-window', serial };
      case 'sign':
        return { type: 'sign-document', serial, otp: otpFor(move), digest: 'ab', name: 'umowa.pdf' };
      case 'open-case':
        return { type: 'open-case', ticket: 'INC-1', customerId };
      case 'close-case':
        return { type: 'close-case', caseId };
      case 'verify':
        return { type: 'record-verification', caseId, ...checks[move.checked] };
      case 'abort-verification':
        return { type: 'abort-verification', caseId, ...checks.little };
      case 'hand-over':
        return { type: 'hand-over-case', caseId: cases.get(move.from) ?? 'none', to: move.to, note: 'going home' };
      case 'not-me':
        return { type: 'report-not-me', serial, reference: referenceFor(move.reference) };
      case 'refuse-phone-change':
        return { type: 'refuse-phone-change', customerId, reference: referenceFor(move.reference) };
      case 'unlock':
        return { type: 'unlock-activation', serial, caseId, ...GROUNDS };
      case 'freeze':
        return { type: 'freeze-activation', serial, caseId, ...GROUNDS };
      case 'abort-call':
        return { type: 'abort-call', serial, cause: 'pressure', ticket: null, passed: [], failed: [] };
      case 'ask-approval':
        return { type: 'request-approval', serial, caseId, action: move.action, emergency: move.emergency, ...GROUNDS };
      case 'approve':
        return { type: 'approve-request', serial };
      case 'reject':
        return { type: 'reject-request', serial };
      case 'suspend':
        return { type: 'suspend-certificate', serial };
      case 'reinstate':
        return { type: 'reinstate-certificate', serial };
      case 'revoke':
        return { type: 'revoke-certificate', serial };
      case 'block':
        return { type: 'block-account', customerId, note: 'n' };
      case 'unblock':
        return { type: 'unblock-account', customerId, note: 'n' };
      case 'disable':
        return { type: 'disable-agent', agentId: move.agentId };
      case 'enable':
        return { type: 'enable-agent', agentId: move.agentId };
      case 'demote':
        return { type: 'change-agent-role', agentId: move.agentId, role: 'agent' };
      case 'promote':
        return { type: 'change-agent-role', agentId: move.agentId, role: 'supervisor' };
      case 'recognise-outage':
        return { type: 'recognise-outage', operator: 'Orange', from: now() - move.minutesAgo * MINUTE, note: 'n' };
      case 'end-outage':
        return { type: 'end-outage', operator: 'Orange', note: 'n' };
      case 'ask-bulk-unlock': {
        const serials = [move.whom === 'them' ? serial : 'C0999999'];
        return { type: 'ask-bulk-unlock', operator: 'Orange', serials, note: 'n' };
      }
      case 'approve-bulk-unlock':
        return { type: 'approve-bulk-unlock', operator: 'Orange' };
      case 'reject-bulk-unlock':
        return { type: 'reject-bulk-unlock', operator: 'Orange' };
      case 'clear-outage-lock':
        return { type: 'clear-outage-lock', serial, operator: 'Orange' };
      case 'ask-phone-change': {
        const phone = { e164: `+48602${move.ending}`, kind: 'mobile' } as const;
        return { type: 'request-phone-change', customerId, phone, caseId, emergency: move.emergency, ...GROUNDS };
      }
      case 'approve-phone-change':
        return { type: 'approve-phone-change', customerId, atOnce: move.atOnce };
      case 'reject-phone-change':
        return { type: 'reject-phone-change', customerId };
    }
  };

  const learn = (actor: Actor, request: Request, answer: Answer): void => {
    if (request.type === 'sign-document') lastOtp = request.otp;
    if (answer.verdict === 'refused') return;
    if (request.type === 'request-sms-code') codes.push(lastCode());
    if (answer.disclosure) secrets.push(answer.disclosure.secret);
    for (const fact of answer.facts) {
      if (fact.type === 'case-opened' && 'caseId' in fact) cases.set(actor.id, String(fact.caseId));
    }
    if (request.type === 'hand-over-case') cases.set(request.to, request.caseId);
  };

  return { requestFor, learn };
}

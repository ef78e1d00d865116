import { type Activation, type ActivationFact, type OtpRefusal, untouched } from '../domain/activation.ts';
import { evolveActivation } from '../domain/activation-evolve.ts';
import { stoppedRefusal, withConsequences } from '../domain/activation-rules.ts';
import { settleActivation } from '../domain/activation-settle.ts';
import { DAY, HOUR, type Instant, type Serial } from '../domain/ids.ts';
import { timeStepOf } from '../domain/otp.ts';
import type { Policy } from '../domain/policy.ts';
import { type RawReceipt, type Receipt, receiptOf } from '../domain/receipt.ts';
import type { ReasonCode } from '../domain/situation.ts';
import { endAttempt, type OpenAttempt } from '../domain/sms-attempt.ts';
import type { WrongCodeKind } from '../domain/wrong-code.ts';
import { documentNames } from '../fiction/names.ts';
import type { Random } from '../fiction/random.ts';
import { seededAsk } from './seed-ask.ts';
import type { Calls } from './seed-calls.ts';

/** Where the past of one certificate takes place. */
export interface Stage {
  readonly random: Random;
  readonly policy: Policy;
  readonly serial: Serial;
  readonly phone: string;
  readonly operator: string;
  readonly calls: Calls;
  /** Nothing happens before this moment. */
  readonly from: Instant;
  /** Nor after this one: now, or when certificate or account stopped. */
  readonly until: Instant;
}

/** Office hours, roughly, in UTC: when people activate signatures. */
const DAY_BEGINS = 6 * HOUR;
const DAY_ENDS = 17 * HOUR;

/**
 * The past of one activation, told move by move. Time settles what is due before each move and failures have their
 * consequences, by the rules themselves; a move that the rules would refuse throws.
 */
export class Tale {
  readonly stage: Stage;
  readonly facts: ActivationFact[] = [];
  #state: Activation = untouched;
  #at: Instant;

  constructor(stage: Stage) {
    this.stage = stage;
    this.#at = stage.from;
  }

  get state(): Activation {
    return this.#state;
  }

  get at(): Instant {
    return this.#at;
  }

  moveTo(at: Instant): void {
    if (at < this.#at || at > this.stage.until) throw new Error('a tale left its time');
    this.#at = at;
    this.settleBy(at);
  }

  /** What time alone decides; it does so also after everything else has stopped. */
  settleBy(now: Instant): void {
    this.#add(settleActivation(this.#state, { now, policy: this.stage.policy, outages: [] }));
  }

  wait(shortest: number, longest = shortest): void {
    this.moveTo(this.#at + this.stage.random.between(shortest, longest));
  }

  /** To office hours of some day in the next part of the time that is left. */
  later(part: number): void {
    const { random, until } = this.stage;
    const some = this.#at + Math.floor((until - this.#at) * part * random.unit());
    const inHours = some - (some % DAY) + random.between(DAY_BEGINS, DAY_ENDS);
    this.moveTo(inHours > this.#at && inHours < until - HOUR ? inHours : some);
  }

  request(): void {
    const state = this.#free();
    const { policy, phone } = this.stage;
    if (state.status === 'active') throw new Error('a tale asks for a code of an active activation');
    if (state.status === 'awaiting_code') {
      if (this.#at < state.attempt.requestedAt + policy.sms.resendNotBefore) throw new Error('a tale asks too soon');
      this.#fail([this.#ended(state.attempt, 'superseded')]);
      if (stoppedRefusal(this.#state)) return;
    }
    const number = this.#state.attempts + 1;
    const deadline = this.#at + policy.sms.codeValid;
    this.#add([{ type: 'sms-code-requested', at: this.#at, number, phone, deadline, codeDigest: '' }]);
  }

  /** What the operator says of the newest attempt, also when it is over; a failure ends an open one. */
  receipt(news: 'submitted' | RawReceipt): void {
    const { operator } = this.stage;
    const receipt: Receipt = news === 'submitted' ? { state: news, operator } : receiptOf(operator, news);
    const number = this.#state.attempts;
    const recorded: ActivationFact = { type: 'sms-receipt-recorded', at: this.#at, number, receipt };
    const state = this.#state;
    if (state.status !== 'awaiting_code' || receipt.state !== 'failed') this.#add([recorded]);
    else this.#fail([recorded, this.#ended({ ...state.attempt, operator }, 'not_delivered')]);
  }

  wrongCode(kind: WrongCodeKind = 'other'): void {
    const attempt = this.#open();
    const wrong: ActivationFact = { type: 'wrong-code-entered', at: this.#at, number: attempt.number, kind };
    const last = attempt.wrongEntries + 1 >= this.stage.policy.sms.wrongEntriesPerCode;
    this.#fail(last ? [wrong, this.#ended(attempt, 'wrong_code')] : [wrong]);
  }

  confirm(): void {
    const ended = this.#ended(this.#open(), 'confirmed');
    const generation = this.#state.generations + 1;
    this.#add([ended, { type: 'otp-secret-issued', at: this.#at, generation, sealed: '' }]);
  }

  showQr(): void {
    const state = this.#free();
    if (state.status !== 'awaiting_otp' || state.qr.state !== 'unseen') throw new Error('a tale shows no QR');
    this.#add([{ type: 'secret-qr-shown', at: this.#at }]);
  }

  closeQr(): void {
    const state = this.#free();
    if (state.status !== 'awaiting_otp' || state.qr.state === 'closed') throw new Error('a tale closes no window');
    this.#add([{ type: 'qr-window-closed', at: this.#at }]);
  }

  sign(): void {
    const { random, policy } = this.stage;
    const state = this.#free();
    const at = this.#at;
    const timeStep = timeStepOf(at, policy.otp);
    if (state.status === 'awaiting_otp') this.#add([{ type: 'activation-proven', at, timeStep }]);
    else if (state.status !== 'active' || timeStep <= (state.lastTimeStep ?? 0)) throw new Error('a tale cannot sign');
    const digest = random.hex(64).toLowerCase();
    this.#add([{ type: 'document-signed', at, timeStep, digest, name: random.pick(documentNames) }]);
  }

  wrongOtp(cause: OtpRefusal, steps: number | null = null): void {
    const { status } = this.#free();
    if (status !== 'awaiting_otp' && status !== 'active') throw new Error('a tale has no secret to try');
    this.#fail([{ type: 'otp-refused', at: this.#at, cause, steps }]);
  }

  /** The subscriber calls, is verified, and an agent unlocks. */
  unlock(): void {
    const state = this.#state;
    if (state.status !== 'locked') throw new Error('a tale unlocks nothing');
    this.stage.calls.take(this.#at);
    this.#add([{ type: 'activation-unlocked', at: this.#at, cause: state.cause, approved: false }]);
  }

  /** An agent stops it on suspicion. */
  freeze(): void {
    this.stage.calls.take(this.#at);
    this.#add([{ type: 'activation-frozen', at: this.#at, cause: 'suspicion' }]);
  }

  /** An agent asks a supervisor; in a case that stays open while the answer is awaited, or in one that is over. */
  askApproval(action: 'reset' | 'unlock', reason: ReasonCode, note: string, isOpen = false): void {
    const at = this.#at;
    const { calls } = this.stage;
    const call = isOpen ? calls.keepOpen(at) : calls.take(at);
    const { consecutiveFailures, wrongOtps, lifetimeFailures, unlocks } = this.#state;
    const counters = { consecutiveFailures, wrongOtps, lifetimeFailures, unlocks: unlocks.length };
    const ask = seededAsk(call, { at, reason, note, counters }, this.stage.policy);
    this.#add([{ type: 'approval-requested', at, action, ...ask }]);
  }

  approveReset(): void {
    const pending = this.#state.pendingApproval;
    if (pending?.action !== 'reset') throw new Error('a tale approves what nobody asked for');
    const at = this.#at;
    this.#add([
      { type: 'approval-granted', at, action: 'reset', requestedBy: pending.requestedBy, firstYesBy: null },
      { type: 'activation-reset', at },
    ]);
  }

  #add(facts: readonly ActivationFact[]): void {
    for (const fact of facts) {
      this.facts.push(fact);
      this.#state = evolveActivation(this.#state, fact);
    }
  }

  #fail(facts: readonly ActivationFact[]): void {
    this.#add(withConsequences(this.#state, facts, this.stage));
  }

  #free(): Activation {
    if (stoppedRefusal(this.#state)) throw new Error('a tale goes on although it is stopped');
    return this.#state;
  }

  #open(): OpenAttempt {
    if (this.#state.status !== 'awaiting_code') throw new Error('a tale has no open attempt');
    return this.#state.attempt;
  }

  #ended(attempt: OpenAttempt, outcome: 'confirmed' | 'not_delivered' | 'wrong_code' | 'superseded') {
    return endAttempt(attempt, outcome, this.#at, { policy: this.stage.policy, outages: [] });
  }
}

import type { ActivationStatus } from '../domain/activation.ts';
import type { Cause } from '../domain/diagnosis.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import type { ReasonCode } from '../domain/situation.ts';
import type { AttemptOutcome } from '../domain/sms-attempt.ts';
import type { Proof } from '../domain/support-case.ts';
import type { SimRefusal } from './answer.ts';
import type { NetworkRule } from './shelves.ts';

/** A sentence in both languages: scenarios are data, so they bring their words with them. */
export interface Said {
  readonly en: string;
  readonly pl: string;
}

/** Which code the subscriber types: as it came, or with the slip that the diagnosis has to recognise. */
export const typedCodes = ['right', 'wrong', 'previous', 'swapped', 'one-off'] as const;
export type TypedCode = (typeof typedCodes)[number];

/** Which OTP goes into SecureDoc: the next one of the newest entry, one that was used, none of ours, or one of an old entry. */
export const typedOtps = ['next', 'same', 'wrong', 'of-first-entry'] as const;
export type TypedOtp = (typeof typedOtps)[number];

/**
 * One thing that the subscriber, the network, the certificate authority or time does. `refused` is the refusal that
 * belongs to the story; without it a refusal ends the story as a fault of its author. Durations in milliseconds.
 */
export type Move = (
  | { readonly do: 'log-in'; readonly password: 'right' | 'wrong' }
  | { readonly do: 'install'; readonly what: 'app' | 'desktop' | 'secure-doc' }
  | { readonly do: 'choose-pin' }
  | { readonly do: 'open-app'; readonly pin: 'right' | 'wrong' }
  | { readonly do: 'start-desktop' }
  | { readonly do: 'stop-desktop' }
  | { readonly do: 'request-code' }
  | { readonly do: 'wait-for-sms' }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'enter-code'; readonly which: TypedCode }
  | { readonly do: 'show-qr' }
  | { readonly do: 'scan' }
  | { readonly do: 'close-window' }
  | { readonly do: 'sign'; readonly otp: TypedOtp }
  | { readonly do: 'lose-phone' }
  | { readonly do: 'new-phone' }
  | { readonly do: 'set-phone-clock'; readonly skew: number }
  | { readonly do: 'set-network'; readonly scope: 'phone' | 'operator' | 'all'; readonly rule: NetworkRule | null }
  | { readonly do: 'crowd-asks' }
  | { readonly do: 'suspend-certificate' }
  | { readonly do: 'revoke-certificate' }
) & { readonly refused?: SimRefusal['code']; readonly caption?: Said };

/** What an agent does for the caller; the model solution is a list of these, and so is what the stage plays. */
export type SupportMove = (
  | { readonly do: 'verify'; readonly passed: readonly Proof[]; readonly failed: readonly Proof[] }
  | { readonly do: 'unlock'; readonly reason: ReasonCode; readonly note: string }
  | {
      readonly do: 'ask-approval';
      readonly action: 'reset' | 'unlock';
      readonly reason: ReasonCode;
      readonly note: string;
    }
  | { readonly do: 'approve' }
  | { readonly do: 'freeze'; readonly note: string }
  | { readonly do: 'ask-phone-change'; readonly e164: string; readonly reason: ReasonCode; readonly note: string }
  | { readonly do: 'approve-phone-change'; readonly atOnce: boolean }
  | { readonly do: 'recognise-outage' }
  | { readonly do: 'tell'; readonly words: Said }
  | { readonly do: 'close-case' }
) & { readonly refused?: RefusalCode; readonly caption?: Said };

/** Who the story is about, and how they stand when it begins. Unsaid things are as they should be. */
export interface CastSetting {
  readonly phone: 'mobile' | 'landline' | 'foreign' | 'none';
  readonly certificate: 'valid' | 'expired' | 'not-yet-valid';
  readonly account: 'open' | 'blocked';
  /** Everything installed and logged in, or a customer of today. */
  readonly ready: boolean;
  /** The subscription of this agent, who may not touch it. */
  readonly ownOf: 'the-agent' | null;
  /** Other subscribers on the same operator, for outages. */
  readonly crowd: number;
}

export const moods = ['calm', 'worried', 'angry', 'in-a-hurry', 'charming'] as const;
export type Mood = (typeof moods)[number];

/** The call that support gets. */
export interface Call {
  readonly ticket: string;
  readonly mood: Mood;
  readonly caller: 'subscriber' | 'impostor';
  readonly words: Said;
  /** What the caller can prove; every other proof they cannot, and `wrong` ones they answer wrongly. */
  readonly knows: readonly Proof[];
  readonly wrong: readonly Proof[];
  /** What the caller says when asked about it. */
  readonly answers: readonly { readonly about: CallQuestion; readonly words: Said }[];
}

export const callQuestions = ['what-do-you-see', 'which-step', 'which-app', 'which-number', 'since-when'] as const;
export type CallQuestion = (typeof callQuestions)[number];

/** What must be true at the end: the test of the story, and of a trainee. */
export interface Ending {
  readonly activation: ActivationStatus;
  readonly attempts: readonly AttemptOutcome[] | null;
  readonly signatures: number;
  /** How often each of these commands was refused on the way. */
  readonly refusals: readonly { readonly code: string; readonly times: number }[];
}

/** A story that support hears, as data: a trainer can write one in a file (`scenarios/*.yaml`, see docs/SCENARIOS.md). */
export interface Scenario {
  readonly name: string;
  readonly title: Said;
  /** What one learns from it, a sentence. */
  readonly teaches: Said;
  readonly cast: CastSetting;
  /** Until the caller rings. */
  readonly before: readonly Move[];
  /** Null when nobody has to call. */
  readonly call: Call | null;
  /** What the diagnosis names first when the call comes; null when nothing is wrong. */
  readonly cause: Cause | null;
  /** What a good agent does. A refusal to help may be the right thing (an impostor). */
  readonly support: readonly SupportMove[];
  /** How the subscriber goes on when support has done it. */
  readonly after: readonly Move[];
  readonly ending: Ending;
}

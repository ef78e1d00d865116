import type { ActivationStatus } from '../domain/activation.ts';
import type { Fact } from '../domain/audit.ts';
import type { Cause } from '../domain/diagnosis.ts';
import type { ReasonCode } from '../domain/situation.ts';
import type { AttemptOutcome } from '../domain/sms-attempt.ts';
import type { Proof } from '../domain/support-case.ts';
import type { SimRefusal } from './answer.ts';
import type { NetworkRule } from './shelves.ts';
import type { Software } from './software.ts';

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

export const signedDocuments = ['unchanged', 'changed'] as const;
type SignedDocument = (typeof signedDocuments)[number];

export const rightOrWrong = ['right', 'wrong'] as const;
type RightOrWrong = (typeof rightOrWrong)[number];
export const portalPages = ['software', 'certificates', 'qr-code'] as const;
type PortalPageName = (typeof portalPages)[number];

/** Whose messages a network rule is about. */
export const networkScopes = ['phone', 'operator', 'all'] as const;
export type NetworkScope = (typeof networkScopes)[number];

/** What becomes of those messages; `normal` lifts the rule. */
export const networkEffects = [
  'late',
  'busy',
  'outage',
  'lost',
  'phone-off',
  'absent',
  'wrong-number',
  'inbox-full',
  'barred',
  'rejected',
  'normal',
] as const satisfies readonly NetworkRule['effect'][];

/** What every move may carry: the refusal that belongs to the story, and words of its own instead of the usual ones. */
interface Told {
  readonly refused?: SimRefusal['code'];
  readonly caption?: Said;
}

/** One thing that the subscriber, the network, the certificate authority or time does. Durations in milliseconds. */
export type Move = Told &
  (
    | { readonly do: 'log-in'; readonly password: RightOrWrong }
    | { readonly do: 'open'; readonly page: PortalPageName }
    | { readonly do: 'install'; readonly what: Software }
    | { readonly do: 'choose-pin' }
    | { readonly do: 'open-app'; readonly pin: RightOrWrong }
    | { readonly do: 'reinstall-app' }
    /** Starts the bridge, logs in, and minimises its window. */
    | { readonly do: 'start-desktop'; readonly password: RightOrWrong }
    | { readonly do: 'stop-desktop' }
    | { readonly do: 'send-code' }
    | { readonly do: 'wait-for-sms' }
    | { readonly do: 'wait'; readonly milliseconds: number }
    | { readonly do: 'enter-code'; readonly which: TypedCode }
    | { readonly do: 'show-qr' }
    | { readonly do: 'scan' }
    | { readonly do: 'close-window' }
    | { readonly do: 'sign'; readonly otp: TypedOtp }
    /** Verifies the last signature, over the document as it was signed or with one byte changed since. */
    | { readonly do: 'check-signature'; readonly document: SignedDocument }
    | { readonly do: 'phone-clock'; readonly skew: number }
    | { readonly do: 'switch-phone'; readonly to: 'on' | 'off' }
    | { readonly do: 'lose-phone' }
    /** Another phone, with a SIM card of the same number. */
    | { readonly do: 'new-phone' }
    /** A SIM card of another number in the same phone; the old number reaches nobody any more. */
    | { readonly do: 'new-number' }
    /** `by` counts with `late` only. */
    | {
        readonly do: 'network';
        readonly scope: NetworkScope;
        readonly effect: NetworkRule['effect'];
        readonly by: number;
      }
    | { readonly do: 'crowd-sends-code' }
    | { readonly do: 'suspend-certificate' }
    | { readonly do: 'revoke-certificate' }
  );

/** Who of the support desk does something: the one who took the call, the subscriber who is staff, or a supervisor. */
export const helpers = ['agent', 'owner', 'supervisor'] as const;
export type Helper = (typeof helpers)[number];

/** What support does for the caller; the model solution is a list of these, and so is what the stage plays. */
export type SupportMove = Told & { readonly by: Helper } & (
    | { readonly do: 'open-case' }
    /** Opens the case first when there is none. */
    | { readonly do: 'verify'; readonly passed: readonly Proof[]; readonly failed: readonly Proof[] }
    | { readonly do: 'unlock'; readonly reason: ReasonCode; readonly note: string }
    | {
        readonly do: 'ask-approval';
        readonly action: 'reset' | 'unlock';
        readonly reason: ReasonCode;
        readonly note: string;
      }
    | { readonly do: 'approve' }
    | { readonly do: 'reject' }
    | { readonly do: 'freeze'; readonly note: string }
    | { readonly do: 'ask-phone-change'; readonly reason: ReasonCode; readonly note: string }
    | { readonly do: 'approve-phone-change'; readonly usable: 'at-once' | 'later' }
    /** `ago`: so long ago it began, milliseconds. */
    | { readonly do: 'recognise-outage'; readonly ago: number; readonly note: string }
    | { readonly do: 'end-outage'; readonly note: string }
    | { readonly do: 'tell'; readonly words: Said }
    | { readonly do: 'pass-time'; readonly milliseconds: number }
    | { readonly do: 'close-case' }
  );

/** The telephone rings: the words are the call's. */
interface RingMove {
  readonly do: 'ring';
  readonly refused?: undefined;
  readonly caption?: Said;
}

/** Everything that happens in a story. */
export type AnyMove = Move | RingMove | SupportMove;

export const castPeople = ['woman', 'man'] as const;
export const castPhones = ['mobile', 'landline', 'foreign', 'none'] as const;
export const castCertificates = ['valid', 'expired', 'not-yet-valid', 'suspended', 'revoked'] as const;
export const castAccounts = ['open', 'blocked'] as const;

/** Who the story is about, and how they stand when it begins. */
export interface CastSetting {
  /** What they say is written for one of them: Polish verbs tell. */
  readonly person: (typeof castPeople)[number];
  readonly phone: (typeof castPhones)[number];
  readonly certificate: (typeof castCertificates)[number];
  readonly account: (typeof castAccounts)[number];
  /** Everything is installed and set up; else they are a customer of today. */
  readonly ready: boolean;
  /** The subscriber works at the support desk and may not touch their own subscription. */
  readonly colleague: boolean;
  /** Other subscribers on the same operator, for outages. */
  readonly crowd: number;
}

export const moods = ['calm', 'worried', 'angry', 'in-a-hurry', 'charming'] as const;
export type Mood = (typeof moods)[number];

export const callers = ['subscriber', 'impostor'] as const;
export const callQuestions = ['what-do-you-see', 'which-step', 'which-app', 'which-number', 'since-when'] as const;
export type CallQuestion = (typeof callQuestions)[number];

/** The call that support gets. */
export interface Call {
  readonly ticket: string;
  readonly mood: Mood;
  readonly caller: (typeof callers)[number];
  readonly words: Said;
  /** What the caller can prove, and what they answer wrongly when asked; every other proof they do not have at hand. */
  readonly knows: readonly Proof[];
  readonly wrong: readonly Proof[];
  /** What the caller says when asked about it. */
  readonly answers: Readonly<Partial<Record<CallQuestion, Said>>>;
}

/** What must be true at the end: the test of the story, and of a trainee. */
export interface Ending {
  readonly activation: ActivationStatus;
  /** How the SMS attempts ended, oldest first; null when it does not matter. */
  readonly attempts: readonly AttemptOutcome[] | null;
  readonly signatures: number;
  /** Facts that must be in the log, and facts that must not. */
  readonly facts: readonly Fact['type'][];
  readonly never: readonly Fact['type'][];
}

/** A story that support hears, as data: a trainer can write one in a file (`scenarios/*.yaml`, see docs/SCENARIOS.md). */
export interface Scenario {
  /** The file's name without its ending. */
  readonly name: string;
  readonly title: Said;
  /** What one learns from it, a sentence. */
  readonly teaches: Said;
  readonly cast: CastSetting;
  /** Until the caller rings; an earlier call may be part of it. */
  readonly before: readonly (Move | SupportMove)[];
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

import type { Cause } from '../domain/diagnosis.ts';
import { type AgentId, type CustomerId, type Instant, MINUTE, type Serial } from '../domain/ids.ts';
import type { Proof } from '../domain/support-case.ts';
import type { SimRefusal } from './answer.ts';
import type { Saying } from './drill-sayings.ts';
import type { Call, CallQuestion, Move, Scenario, SupportMove } from './scenario.ts';

/** What a trainee may name as the reason of a call: a cause of the diagnosis, nothing at all, or that it is not the subscriber. */
export type NamedCause = Cause | 'nothing-wrong' | 'impostor';

/** How a call ends. */
export const endings = ['solved', 'refused', 'handed-over'] as const;
export type CallEnding = (typeof endings)[number] | 'caller-left';

/** What the caller gave when asked for a proof. */
export type Given = 'right' | 'wrong' | 'cannot';

/** One thing that was said or done on the line, in training time. Changes in the system are in the audit log, not here. */
export type DrillEvent = { readonly at: Instant } & (
  | { readonly type: 'answered' }
  | { readonly type: 'heard-again' }
  | { readonly type: 'asked'; readonly question: CallQuestion }
  | { readonly type: 'proof-asked'; readonly proof: Proof; readonly given: Given }
  | { readonly type: 'said'; readonly saying: Saying; readonly about: NamedCause | null }
  | { readonly type: 'cause-named'; readonly cause: NamedCause }
  | {
      readonly type: 'caller-acted';
      /** When it began: the training clock moved from there to `at` for the caller, not for the trainee. */
      readonly from: Instant;
      readonly did: Move['do'];
      readonly refusal: SimRefusal['code'] | null;
    }
  | { readonly type: 'caller-done'; readonly how: 'works' | 'understood' }
  /** Somebody else of the desk has done what the trainee asked them for. */
  | { readonly type: 'supervisor-acted'; readonly did: SupportMove['do']; readonly refusal: SimRefusal['code'] | null }
  | { readonly type: 'ended'; readonly how: CallEnding }
);

/** Which of the calls in a row this is; null outside a shift. */
export interface ShiftPlace {
  readonly place: number;
  readonly of: number;
}

/** One call of one trainee. */
export interface Drill {
  readonly id: string;
  readonly agentId: AgentId;
  /** The trainee's first call is 1. */
  readonly number: number;
  readonly scenario: CalledScenario;
  readonly customerId: CustomerId;
  readonly serial: Serial;
  /** As the caller introduces themselves, whoever they are. */
  readonly callerName: string;
  /** What is on file, and what the caller names when asked for it. */
  readonly email: string;
  readonly certificateUntil: Instant;
  readonly rangAt: Instant;
  /** The newest entry of the audit log when it rang; later ones may belong to the call. */
  readonly auditFrom: number;
  readonly shift: ShiftPlace | null;
}

/** A story in which somebody calls. */
export type CalledScenario = Scenario & { readonly call: Call };

export function hasCall(scenario: Scenario): scenario is CalledScenario {
  return scenario.call !== null;
}

/** What the trainee should find out. */
export function rightCause({ call, cause }: CalledScenario): NamedCause {
  return call.caller === 'impostor' ? 'impostor' : (cause ?? 'nothing-wrong');
}

export function givenFor(call: Call, proof: Proof): Given {
  if (call.wrong.includes(proof)) return 'wrong';
  return call.knows.includes(proof) ? 'right' : 'cannot';
}

/** Longer than this nobody stays on the line: the caller thanks, hangs up and goes on alone. */
const LONGEST_WAIT = 15 * MINUTE;

/** The moves with which a caller goes on while they are still on the line. */
export function movesOnTheLine({ after }: Scenario): readonly Move[] {
  const leaves = after.findIndex((move) => move.do === 'wait' && move.milliseconds > LONGEST_WAIT);
  return leaves < 0 ? after : after.slice(0, leaves);
}

type EventOf<Type extends DrillEvent['type']> = Extract<DrillEvent, { readonly type: Type }>;

export function eventsOf<Type extends DrillEvent['type']>(
  events: readonly DrillEvent[],
  type: Type,
): readonly EventOf<Type>[] {
  return events.filter((event): event is EventOf<Type> => event.type === type);
}

/** How long the trainee has been on the line at a moment, without the time in which the caller went on alone. */
export function onTheLine(events: readonly DrillEvent[], at: Instant): number {
  const [answered] = eventsOf(events, 'answered');
  if (!answered) return 0;
  const alone = eventsOf(events, 'caller-acted').filter((acted) => acted.at <= at);
  return Math.max(0, at - answered.at - alone.reduce((sum, acted) => sum + (acted.at - acted.from), 0));
}

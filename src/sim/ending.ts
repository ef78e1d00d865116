import type { ActivationStatus } from '../domain/activation.ts';
import type { Fact, RecordedFact } from '../domain/audit.ts';
import type { Cause } from '../domain/diagnosis.ts';
import type { AttemptOutcome } from '../domain/sms-attempt.ts';
import type { Ending } from './scenario.ts';

/** What of a story does not hold: what the call was about, and how it ended. */
export type EndingFault =
  | { readonly what: 'cause'; readonly wanted: Cause; readonly found: Cause | null }
  | { readonly what: 'activation'; readonly wanted: ActivationStatus; readonly found: ActivationStatus }
  | { readonly what: 'attempts'; readonly wanted: readonly AttemptOutcome[]; readonly found: readonly AttemptOutcome[] }
  | { readonly what: 'signatures'; readonly wanted: number; readonly found: number }
  | { readonly what: 'missing' | 'unwanted'; readonly fact: Fact['type'] };

/** Compares what the call is about with what the diagnosis named first. */
export function causeFaults(wanted: Cause | null, found: Cause | null): readonly EndingFault[] {
  return wanted === null || wanted === found ? [] : [{ what: 'cause', wanted, found }];
}

/** Compares an ending with what has happened since the story began. */
export function endingFaults(
  { activation, attempts, signatures, facts: wanted, never }: Ending,
  status: ActivationStatus,
  facts: readonly RecordedFact[],
): readonly EndingFault[] {
  const happened = new Set(facts.map(({ type }) => type));
  const ended = facts.flatMap((fact) => (fact.type === 'sms-attempt-ended' ? [fact.outcome] : []));
  const signed = facts.filter(({ type }) => type === 'document-signed').length;
  const faults: EndingFault[] = [];
  if (status !== activation) faults.push({ what: 'activation', wanted: activation, found: status });
  if (attempts && attempts.join() !== ended.join()) faults.push({ what: 'attempts', wanted: attempts, found: ended });
  if (signed !== signatures) faults.push({ what: 'signatures', wanted: signatures, found: signed });
  for (const fact of wanted) if (!happened.has(fact)) faults.push({ what: 'missing', fact });
  for (const fact of never) if (happened.has(fact)) faults.push({ what: 'unwanted', fact });
  return faults;
}

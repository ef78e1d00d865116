import type { Cause } from '../../domain/diagnosis.ts';
import type { ReasonCode } from '../../domain/situation.ts';
import type { SupportChange } from '../routes.ts';

/** For what an activation is unlocked that is locked by this cause; everything else is an SMS that was not received, or no reason of the list. */
const ofCause: Readonly<Partial<Record<Cause, ReasonCode>>> = {
  'operator-outage': 'operator-outage',
  'operator-outage-over': 'operator-outage',
  'sms-to-other-number': 'sms-not-received',
  'phone-unreachable': 'sms-not-received',
  'inbox-full': 'sms-not-received',
  'number-unknown': 'sms-not-received',
  'number-barred': 'sms-not-received',
  'sms-rejected': 'sms-not-received',
  'sms-expired': 'sms-not-received',
  'sms-lost': 'sms-not-received',
  'sms-late': 'sms-late',
  'previous-code': 'wrong-code-typed',
  'digits-swapped': 'wrong-code-typed',
  'one-digit-off': 'wrong-code-typed',
  'wrong-code': 'wrong-code-typed',
  'phone-clock-off': 'clock-drift',
};
/** A number of another kind is no new phone. */
const unfitNumbers: readonly (Cause | null)[] = ['phone-missing', 'phone-landline', 'phone-malformed', 'phone-foreign'];

/** The reason that is chosen already: what the diagnosis names first, or what it usually is. The agent chooses another where it is not. */
export function usualReason(change: SupportChange, cause: Cause | null): ReasonCode {
  switch (change) {
    case 'verify':
    case 'unlock':
    case 'ask-unlock':
      return (cause && ofCause[cause]) ?? 'other';
    case 'ask-reset':
      return 'lost-phone';
    case 'ask-phone':
      return unfitNumbers.includes(cause) ? 'other' : 'new-phone';
    case 'freeze':
      return 'suspicion';
  }
}

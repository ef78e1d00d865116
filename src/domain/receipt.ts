/** Message states as operators print them in delivery receipts (SMPP 3.4, 5.2.28 and appendix B; the same in 5.0). */
export const rawStates = [
  'ENROUTE',
  'ACCEPTD',
  'DELIVRD',
  'EXPIRED',
  'DELETED',
  'UNDELIV',
  'REJECTD',
  'UNKNOWN',
] as const;
export type RawState = (typeof rawStates)[number];

/** Why an operator could not deliver, whatever it calls it. */
export const receiptCauses = [
  'absent-subscriber',
  'inbox-full',
  'unknown-subscriber',
  'barred',
  'rejected',
  'expired',
  'unknown',
] as const;
export type ReceiptCause = (typeof receiptCauses)[number];

/** A delivery receipt in the operator's own words: the state, and the error of the mobile network. */
export interface RawReceipt {
  readonly raw: RawState;
  /** `network_error_code` as the MAP error that stands in it (3GPP TS 29.002, 17.6.6); null when none came along. */
  readonly error: number | null;
}

/**
 * What is heard of a message on its way: our gateway took it, the operator took it, and what the operator's receipts say.
 * `held` is in between: the operator keeps the message and goes on trying.
 */
export type Receipt = { readonly operator: string } & (
  | { readonly state: 'accepted' }
  | { readonly state: 'submitted' }
  | ({ readonly state: 'held' } & RawReceipt)
  | ({ readonly state: 'delivered' } & RawReceipt)
  | ({ readonly state: 'failed'; readonly cause: ReceiptCause } & RawReceipt)
);

/** MAP errors that tell a cause: 3GPP TS 29.002; of 33 GSM 03.40 says that the network waits for the phone to come back. */
const causeByError: ReadonlyMap<number, ReceiptCause> = new Map([
  [1, 'unknown-subscriber'],
  [6, 'absent-subscriber'],
  [9, 'unknown-subscriber'],
  [11, 'rejected'],
  [13, 'barred'],
  [27, 'absent-subscriber'],
  [32, 'inbox-full'],
  [33, 'absent-subscriber'],
]);

/** What makes each cause known, and what the simulated network reports for it. */
export const errorOf = { 'absent-subscriber': 27, 'inbox-full': 32, 'unknown-subscriber': 1, barred: 13 } as const;

/** The cause that a raw receipt tells of: the network's error says more than the state, which says at least something. */
export function causeOf({ raw, error }: RawReceipt): ReceiptCause {
  const known = error === null ? undefined : causeByError.get(error);
  if (known) return known;
  if (raw === 'REJECTD') return 'rejected';
  return raw === 'EXPIRED' ? 'expired' : 'unknown';
}

/** A raw receipt, normalised: whatever the operator's dialect, the rules see one of three. */
export function receiptOf(operator: string, { raw, error }: RawReceipt): Receipt {
  switch (raw) {
    case 'ENROUTE':
    case 'ACCEPTD':
      return { state: 'held', operator, raw, error };
    case 'DELIVRD':
      return { state: 'delivered', operator, raw, error };
    case 'EXPIRED':
    case 'DELETED':
    case 'UNDELIV':
    case 'REJECTD':
    case 'UNKNOWN':
      return { state: 'failed', operator, cause: causeOf({ raw, error }), raw, error };
  }
}

export type Lasting = 'temporary' | 'permanent';

/**
 * Does it help to try again later? GSM 03.40, 3.2.3 (now 3GPP TS 23.040, table 1): an absent subscriber, a full memory and
 * a barring pass by; an unknown subscriber does not. A message that grew too old, or nobody knows why, may go another time.
 */
export function lastsOf(cause: ReceiptCause): Lasting {
  switch (cause) {
    case 'absent-subscriber':
    case 'inbox-full':
    case 'barred':
    case 'expired':
    case 'unknown':
      return 'temporary';
    case 'unknown-subscriber':
    case 'rejected':
      return 'permanent';
  }
}

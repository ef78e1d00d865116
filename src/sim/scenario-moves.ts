import * as v from 'valibot';
import { reasonCodes } from '../domain/situation.ts';
import { proofs } from '../domain/support-case.ts';
import type { SimRefusal } from './answer.ts';
import {
  helpers,
  type Move,
  networkEffects,
  networkScopes,
  portalPages,
  rightOrWrong,
  type SupportMove,
  signedDocuments,
  typedCodes,
  typedOtps,
} from './scenario.ts';
import {
  duration,
  listOf,
  MISSING_KEY,
  oneOf,
  record,
  said,
  signedDuration,
  text,
  UNKNOWN_MOVE,
} from './scenario-values.ts';
import { software } from './software.ts';

/** How a move is written: `- NAME`, or `- NAME: VALUE` with options under it. Properties of the move are named after them. */
export interface Notation {
  /** What it does, for docs/SCENARIOS.md. */
  readonly about: string;
  /** What stands after the colon, and which property it becomes; null when nothing does. */
  readonly value: { readonly becomes: string; readonly schema: v.GenericSchema; readonly otherwise?: unknown } | null;
  readonly options?: Readonly<Record<string, Option>>;
}

export interface Option {
  readonly about: string;
  readonly schema: v.GenericSchema;
  /** The property it becomes; its own name when this is not said. */
  readonly becomes?: string;
  /** What it is when it is not written. */
  readonly otherwise?: unknown;
  /** Must it be written, given what stands after the move's colon? */
  readonly needed?: (value: unknown) => boolean;
}

/** The refusals that a story may tell of. */
export const tellableRefusals = [
  'account-blocked',
  'activation-frozen',
  'activation-locked',
  'already-active',
  'already-frozen',
  'app-not-installed',
  'approval-needed',
  'approval-pending',
  'attempt-failed',
  'caller-not-verified',
  'case-of-another-agent',
  'certificate-not-valid',
  'certificate-unknown',
  'cool-down',
  'desktop-logged-out',
  'desktop-not-installed',
  'desktop-not-running',
  'login-wrong',
  'no-app-entry',
  'no-approval-pending',
  'code-to-old-number',
  'no-open-attempt',
  'no-phone',
  'no-qr-open',
  'not-activated',
  'not-enough-points',
  'not-locked',
  'not-permitted',
  'otp-already-used',
  'otp-clock-off',
  'otp-of-old-secret',
  'otp-wrong',
  'own-account',
  'phone-lost',
  'phone-off',
  'phone-too-new',
  'pin-not-chosen',
  'pin-wrong',
  'possession-needed',
  'qr-already-shown',
  'qr-expired',
  'same-person',
  'secure-doc-not-installed',
  'signature-not-valid',
  'sms-missing',
  'too-many-codes',
  'too-soon',
  'verification-expired',
  'wrong-code',
] as const satisfies readonly SimRefusal['code'][];

const always = () => true;
const note: Option = { schema: text, about: 'free text of the case', needed: always };
const asNote = { becomes: 'note', schema: text };
const reason = { becomes: 'reason', schema: oneOf(reasonCodes) };

/** Moves of the subscriber, the network, the authority and time, by the name they are written with. */
export const moveNotations: Readonly<Record<Move['do'], Notation>> = {
  'log-in': {
    about: 'types login and password on the portal’s first page',
    value: { becomes: 'password', schema: oneOf(rightOrWrong), otherwise: 'right' },
  },
  open: {
    about: 'opens a tab of the portal, or the *QR Code* icon in the list of certificates',
    value: { becomes: 'page', schema: oneOf(portalPages) },
  },
  install: { about: 'installs it on the phone or the computer', value: { becomes: 'what', schema: oneOf(software) } },
  'choose-pin': { about: 'launches the app for the first time and chooses a PIN, typed twice', value: null },
  'open-app': {
    about: 'launches the app with its PIN',
    value: { becomes: 'pin', schema: oneOf(rightOrWrong), otherwise: 'right' },
  },
  'reinstall-app': { about: 'removes the app with its entries and installs it again', value: null },
  'start-desktop': {
    about: 'starts ECSigner Desktop, logs in, and minimises it',
    value: { becomes: 'password', schema: oneOf(rightOrWrong), otherwise: 'right' },
  },
  'stop-desktop': { about: 'ends ECSigner Desktop', value: null },
  'send-code': { about: 'the subscriber clicks *Send SMS code*', value: null },
  'wait-for-sms': { about: 'until the SMS has arrived', value: null },
  wait: { about: 'time passes', value: { becomes: 'milliseconds', schema: duration } },
  'enter-code': {
    about:
      'types a code and confirms it; `previous` is that of the SMS before, `swapped` and `one-off` are slips of the finger',
    value: { becomes: 'which', schema: oneOf(typedCodes) },
  },
  'show-qr': { about: 'the portal shows the “Secret” QR', value: null },
  scan: { about: 'the app scans it', value: null },
  'close-window': { about: 'closes the window with the QR', value: null },
  sign: {
    about: 'signs a document in SecureDoc with an OTP; `same` is the one used before',
    value: { becomes: 'otp', schema: oneOf(typedOtps), otherwise: 'next' },
  },
  'check-signature': {
    about: 'verifies the last signature in SecureDoc; of a document that was `changed` by one byte since it is refused',
    value: { becomes: 'document', schema: oneOf(signedDocuments), otherwise: 'unchanged' },
  },
  'phone-clock': {
    about: 'from now on the phone’s clock is so far ahead (`4m`), behind (`-90s`), or right (`0s`)',
    value: { becomes: 'skew', schema: signedDuration },
  },
  'switch-phone': {
    about: 'switches the phone off or on',
    value: { becomes: 'to', schema: oneOf(['on', 'off'] as const) },
  },
  'lose-phone': { about: 'loses the phone with its SIM card', value: null },
  'new-phone': {
    about: 'gets another phone with a SIM card of the same number; nothing is installed on it',
    value: null,
  },
  'new-number': {
    about: 'puts a SIM card of another number into the phone; the number on file reaches nobody any more',
    value: null,
  },
  network: {
    about: 'from now on messages fare like this; `normal` ends it',
    value: { becomes: 'effect', schema: oneOf(networkEffects) },
    options: {
      by: {
        schema: duration,
        about: 'with `late`: after how long they arrive',
        otherwise: 0,
        needed: (effect) => effect === 'late',
      },
      for: { becomes: 'scope', schema: oneOf(networkScopes), about: 'whose messages', otherwise: 'phone' },
    },
  },
  'crowd-sends-code': { about: 'everybody in the crowd clicks *Send SMS code*', value: null },
  'suspend-certificate': { about: 'the certificate authority suspends the certificate', value: null },
  'revoke-certificate': { about: 'the certificate authority revokes the certificate for good', value: null },
};

/** What support does. */
export const supportNotations: Readonly<Record<SupportMove['do'], Notation>> = {
  'open-case': { about: 'opens the case of this call', value: null },
  verify: {
    about: 'asks for proofs and records them: these passed. Opens the case when there is none',
    value: { becomes: 'passed', schema: listOf(oneOf(proofs), proofs.length) },
    options: { failed: { schema: listOf(oneOf(proofs), proofs.length), about: 'these did not', otherwise: [] } },
  },
  unlock: { about: 'clears the failed attempts, for this reason', value: reason, options: { note } },
  'ask-approval': {
    about: 'asks a supervisor',
    value: { becomes: 'action', schema: oneOf(['reset', 'unlock'] as const) },
    options: { reason: { schema: reason.schema, about: 'why', needed: always }, note },
  },
  approve: { about: 'says yes to it', value: null },
  reject: { about: 'says no to it', value: null },
  freeze: { about: 'stops the activation on suspicion, for what is written here', value: asNote },
  'ask-phone-change': { about: 'asks a supervisor for the caller’s new number', value: reason, options: { note } },
  'approve-phone-change': {
    about: 'says yes to it: usable `at-once`, or `later`, after the policy’s time',
    value: { becomes: 'usable', schema: oneOf(['at-once', 'later'] as const), otherwise: 'later' },
  },
  'recognise-outage': {
    about: 'says that the subscriber’s operator is out, since so long ago; with the story that ends, too',
    value: { becomes: 'ago', schema: duration },
    options: { note },
  },
  'end-outage': { about: 'says that the operator works again, and what is known of it', value: asNote },
  tell: { about: 'tells the caller', value: { becomes: 'words', schema: said } },
  'pass-time': { about: 'time passes at the desk', value: { becomes: 'milliseconds', schema: duration } },
  'close-case': { about: 'closes the case', value: null },
};

/** Who does it unless `by` says so: a supervisor decides, an agent does the rest. */
const supervisors: readonly string[] = [
  'approve',
  'reject',
  'approve-phone-change',
  'recognise-outage',
  'end-outage',
] satisfies readonly SupportMove['do'][];

/** What may stand under every move. */
export const everyMove: Readonly<Record<string, Option>> = {
  refused: { schema: oneOf(tellableRefusals), about: 'the story wants it refused, for this reason' },
  caption: { schema: said, about: 'what the stage says instead of the usual words' },
};

/** Who does it: with moves of support only. */
export const byOf = (name: string): Readonly<Record<string, Option>> =>
  name in supportNotations
    ? {
        by: {
          schema: oneOf(helpers),
          about: 'who does it',
          otherwise: supervisors.includes(name) ? 'supervisor' : 'agent',
        },
      }
    : {};

export const moveSchema = schemaOf<Move>(moveNotations);
/** What happens before the call; an earlier call may be part of it. */
export const storyMoveSchema = schemaOf<Move | SupportMove>({ ...moveNotations, ...supportNotations });
export const supportMoveSchema = schemaOf<SupportMove>(supportNotations);

/** A move as it is written: a name alone, or a mapping whose first key is the name. */
function schemaOf<M extends { readonly do: string }>(
  notations: Readonly<Record<string, Notation>>,
): v.GenericSchema<unknown, M> {
  const names = Object.keys(notations);
  const known = (input: unknown): string | undefined => {
    if (typeof input === 'string') return names.find((name) => name === input);
    if (typeof input !== 'object' || input === null) return undefined;
    return Object.keys(input).find((key) => names.includes(key));
  };
  return v.lazy((input) => {
    const name = known(input);
    const notation = name === undefined ? undefined : notations[name];
    // What every notation's values become together is the move of that name; TypeScript cannot follow a table of schemas.
    return (name === undefined || !notation ? noMove(names) : oneMove(name, notation)) as v.GenericSchema<unknown, M>;
  });
}

function oneMove(name: string, { value, options: own = {} }: Notation) {
  const options = { ...own, ...byOf(name), ...everyMove };
  const main = value ? value.schema : v.nullish(v.null());
  const entries = Object.fromEntries(Object.entries(options).map(([key, { schema }]) => [key, v.optional(schema)]));
  return v.pipe(
    v.unknown(),
    v.transform((input) => (typeof input === 'string' ? { [input]: null } : input)),
    record({ [name]: value && value.otherwise !== undefined ? v.nullish(main) : main, ...entries }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const [key, { needed }] of Object.entries(options)) {
        if (dataset.value[key] !== undefined || !needed?.(dataset.value[name])) continue;
        addIssue({ message: MISSING_KEY, expected: key });
      }
    }),
    v.transform((given) => {
      const move: Record<string, unknown> = { do: name };
      if (value) move[value.becomes] = given[name] ?? value.otherwise;
      for (const [key, { becomes = key, otherwise }] of Object.entries(options)) {
        const written = given[key] ?? otherwise;
        if (written !== undefined) move[becomes] = written;
      }
      return move;
    }),
  );
}

function noMove(names: readonly string[]) {
  return v.pipe(
    v.unknown(),
    v.rawCheck(({ addIssue }) => addIssue({ message: UNKNOWN_MOVE, expected: names.join(' ') })),
  );
}

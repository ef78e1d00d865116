import { describe, expect, test } from 'vitest';
import { type Cause, causes, type Diagnosis, diagnose, type Finding } from '../../src/domain/diagnosis.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { receiptOf } from '../../src/domain/receipt.ts';
import {
  accepted,
  activated,
  awaitingOtp,
  codeRequested,
  delivered,
  ended,
  ISSUED_AT,
  locked,
  lockedBySms,
  otpRefused,
  PROVEN_AT,
  qrShown,
  receiptRecorded,
  secretIssued,
  signed,
  undelivered,
  unlocked,
  wrongEntry,
} from '../support/activation-facts.ts';
import { knownOf, type Story } from '../support/known.ts';
import { NOON } from '../support/records.ts';
import { accountOf, blockedAccount, certificateOf } from '../support/situations.ts';
import { fared, stuckStories } from '../support/stuck-stories.ts';

const of = (story: Story): Diagnosis => diagnose(knownOf(story));
const named = ({ findings }: Diagnosis): readonly Cause[] => findings.map(({ cause }) => cause);
const findingOf = (story: Story, cause: Cause): Finding | undefined =>
  of(story).findings.find((finding) => finding.cause === cause);

test.each(causes)('%s is named first to whom it happened to, with evidence', (cause) => {
  const [first] = of(stuckStories[cause]).findings;
  expect(first?.cause).toBe(cause);
  expect(first?.evidence.length).toBeGreaterThan(0);
});

/** Causes that look alike from the outside: the one is never named for the other. */
const alike: readonly (readonly [Cause, Cause])[] = [
  ['certificate-suspended', 'certificate-revoked'],
  ['certificate-expired', 'certificate-not-yet-valid'],
  ['account-blocked', 'activation-frozen'],
  ['activation-frozen', 'activation-disabled'],
  ['phone-landline', 'sms-rejected'],
  ['phone-malformed', 'phone-foreign'],
  ['phone-missing', 'phone-too-new'],
  ['sms-late', 'sms-lost'],
  ['sms-late', 'phone-unreachable'],
  ['phone-unreachable', 'sms-rejected'],
  ['phone-unreachable', 'inbox-full'],
  ['phone-unreachable', 'sms-expired'],
  ['number-unknown', 'phone-unreachable'],
  ['number-unknown', 'sms-rejected'],
  ['number-barred', 'sms-rejected'],
  ['number-barred', 'inbox-full'],
  ['sms-expired', 'sms-lost'],
  ['sms-expired', 'sms-late'],
  ['inbox-full', 'sms-lost'],
  ['operator-outage', 'sms-lost'],
  ['sms-lost', 'sms-on-its-way'],
  ['previous-code', 'digits-swapped'],
  ['digits-swapped', 'one-digit-off'],
  ['one-digit-off', 'wrong-code'],
  ['wrong-code', 'sms-on-its-way'],
  ['asked-too-soon', 'too-many-codes'],
  ['qr-window-closed', 'qr-not-scanned'],
  ['phone-clock-off', 'old-app-entry'],
  ['phone-clock-off', 'otp-reused'],
  ['otp-reused', 'old-app-entry'],
  ['wrong-app', 'otp-mistyped'],
  ['wrong-app', 'old-app-entry'],
  ['other-certificate', 'old-app-entry'],
  ['other-certificate', 'wrong-app'],
  ['other-certificate', 'otp-mistyped'],
  ['other-certificate', 'otp-reused'],
  ['other-certificate', 'phone-clock-off'],
  ['qr-not-scanned', 'wrong-app'],
  ['already-active', 'otp-mistyped'],
  ['certificate-expired', 'certificate-revoked'],
  ['certificate-expired', 'certificate-suspended'],
  ['account-blocked', 'certificate-suspended'],
  ['phone-landline', 'phone-foreign'],
  ['number-unknown', 'number-barred'],
  ['inbox-full', 'sms-rejected'],
  ['sms-late', 'sms-on-its-way'],
  ['operator-outage', 'sms-late'],
  ['operator-outage', 'phone-unreachable'],
  ['previous-code', 'one-digit-off'],
  ['previous-code', 'wrong-code'],
  ['digits-swapped', 'wrong-code'],
  ['too-many-codes', 'sms-lost'],
  ['otp-reused', 'otp-mistyped'],
  ['old-app-entry', 'otp-mistyped'],
  ['phone-clock-off', 'otp-mistyped'],
  ['phone-clock-off', 'wrong-app'],
  ['otp-reused', 'wrong-app'],
  ['qr-window-closed', 'wrong-app'],
  ['many-locks', 'activation-frozen'],
  ['many-locks', 'sms-lost'],
  ['reset-not-set-up', 'old-app-entry'],
  ['reset-not-set-up', 'already-active'],
  ['code-not-typed', 'sms-lost'],
  ['code-not-typed', 'sms-late'],
  ['code-not-typed', 'wrong-code'],
  ['code-not-typed', 'sms-on-its-way'],
  ['sms-to-other-number', 'code-not-typed'],
  ['sms-to-other-number', 'phone-too-new'],
  ['operator-outage-over', 'operator-outage'],
  ['operator-outage-over', 'sms-lost'],
];

test('every cause is held against another one that looks like it', () => {
  expect(new Set(alike.flat())).toEqual(new Set(causes));
});

test.each(alike.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]))(
  '%s is not taken for %s',
  (one, other) => {
    expect(named(of(stuckStories[one]))).not.toContain(other);
  },
);

describe('several things at once', () => {
  test('who is barred is not told that they can sign', () => {
    const active = { facts: activated() };
    for (const bar of [{ account: blockedAccount() }, { certificate: certificateOf({ notAfter: NOON - DAY }) }])
      expect(named(of({ ...active, ...bar }))).not.toContain('already-active');
    expect(named(of(active))).toContain('already-active');
  });

  test('a foreign number that a code has reached in time is none of the causes', () => {
    const account = stuckStories['phone-foreign'].account ?? accountOf();
    const number = account.phone?.e164 ?? '';
    const sent = { ...codeRequested(), phone: number };
    const reached = [sent, delivered(NOON + SECOND), wrongEntry(NOON + MINUTE)];
    expect(named(of({ account, facts: [sent] }))).toContain('phone-foreign');
    expect(named(of({ account, facts: reached }))).not.toContain('phone-foreign');
  });

  test('what stands in the way before everything else comes first', () => {
    const story = { ...stuckStories['phone-clock-off'], account: blockedAccount() };
    expect(named(of(story))).toEqual(['account-blocked', 'phone-clock-off']);
  });

  test('what is certain goes before what is likely', () => {
    const facts = [
      ...undelivered(1, NOON),
      codeRequested(2, NOON + 10 * MINUTE),
      delivered(NOON + 10 * MINUTE + SECOND, 2),
      wrongEntry(NOON + 11 * MINUTE, 2, 'digits-swapped'),
    ];
    expect(named(of({ facts }))).toEqual(['digits-swapped', 'sms-lost']);
  });

  test('what a surer finding rules out is not told', () => {
    const e164 = '+4915112345678';
    const facts = stuckStories['sms-late'].facts?.map((fact) => ('phone' in fact ? { ...fact, phone: e164 } : fact));
    const late = { facts: facts ?? [], account: accountOf({ phone: { e164, kind: 'mobile' } }) };
    expect(named(of(late))).toEqual(['sms-late']);
  });
});

describe('what is over no longer explains anything', () => {
  test('failures before an unlock', () => {
    const at = NOON + HOUR;
    expect(named(of({ facts: [...lockedBySms(), unlocked('sms', at)] }))).toEqual([]);
  });

  test('but not what no unlock cures: the number is still the same', () => {
    const { facts = [] } = stuckStories['number-unknown'];
    const since = [...facts, locked('sms', NOON + MINUTE), unlocked('sms', NOON + HOUR)];
    expect(of({ facts: since }).findings).toMatchObject([{ cause: 'number-unknown', confidence: 'likely' }]);
    const account = accountOf({ phone: { e164: '+48601234567', kind: 'mobile' } });
    expect(named(of({ facts: since, account }))).toEqual([]);
    const off = stuckStories['phone-unreachable'].facts ?? [];
    expect(named(of({ facts: [...off, locked('sms', NOON + MINUTE), unlocked('sms', NOON + HOUR)] }))).toEqual([]);
  });

  test('a reset, once a code was asked for', () => {
    const { facts = [] } = stuckStories['reset-not-set-up'];
    const at = PROVEN_AT + 2 * HOUR;
    const again = [...facts, codeRequested(2, at), accepted(at, 2)];
    expect(named(of({ facts: again }))).toEqual(['sms-on-its-way']);
    const failed = [...again, ended('not_delivered', at + 5 * MINUTE, { number: 2 })];
    expect(named(of({ facts: failed }))).toEqual(['sms-lost']);
  });

  test('failures before a confirmed code', () => {
    const facts = [
      ...undelivered(1, NOON),
      codeRequested(2, NOON + HOUR),
      ended('confirmed', NOON + HOUR, { number: 2 }),
    ];
    expect(named(of({ facts: [...facts, secretIssued(NOON + HOUR)] }))).toEqual(['qr-not-scanned']);
  });

  test('wrong OTPs before a signature', () => {
    const facts = [...activated(), otpRefused(PROVEN_AT + MINUTE, 'used'), signed(PROVEN_AT + 2 * MINUTE)];
    expect(named(of({ facts }))).toEqual(['already-active']);
  });

  test('a refusal of another day', () => {
    const story = stuckStories['too-many-codes'];
    expect(named(of({ ...story, now: NOON + DAY - 1 }))).toEqual(['too-many-codes']);
    expect(named(of({ ...story, now: NOON + DAY }))).toEqual([]);
  });
});

describe('what an outage excused does not count, and explains all the same', () => {
  const excused = [
    codeRequested(),
    accepted(NOON + SECOND),
    ended('not_delivered', NOON + 5 * MINUTE, { counted: false }),
  ];
  const { operator } = fared({ from: NOON - HOUR });

  test('for two hours', () => {
    expect(named(of({ facts: excused, operator, now: NOON + 2 * HOUR - 1 }))).toEqual(['operator-outage']);
    expect(named(of({ facts: excused, operator, now: NOON + 2 * HOUR }))).toEqual([]);
  });

  test('not once a code was confirmed', () => {
    const facts = [...excused, codeRequested(2, NOON + HOUR), ended('confirmed', NOON + HOUR, { number: 2 })];
    expect(named(of({ facts: [...facts, secretIssued(NOON + HOUR)], operator }))).toEqual(['qr-not-scanned']);
  });
});

describe('the operator’s own words are the evidence', () => {
  test('raw state, error, and whether to try again', () => {
    expect(findingOf(stuckStories['number-unknown'], 'number-unknown')?.evidence).toMatchObject([
      { said: { raw: 'UNDELIV', error: 1 }, cause: 'unknown-subscriber', lasts: 'permanent', taken: false },
    ]);
  });

  test('while it still tries, the open attempt names the phone, not the patience', () => {
    const facts = [codeRequested(), receiptRecorded(receiptOf('Orange', { raw: 'ENROUTE', error: 27 }), NOON + SECOND)];
    expect(named(of({ facts }))).toEqual(['phone-unreachable']);
  });
});

test('who or what stopped an activation is part of the evidence', () => {
  expect(findingOf(stuckStories['activation-frozen'], 'activation-frozen')?.evidence).toMatchObject([
    { what: 'frozen', by: 'suspicion' },
  ]);
});

test('what an outage has locked is no sign of somebody else', () => {
  const { facts = [] } = stuckStories['many-locks'];
  const outage = { operator: 'Orange', from: NOON - HOUR, until: NOON + HOUR };
  const grounds = { outage, requestedBy: 'ewa', approvedBy: 'olga', approvedAt: NOON + HOUR };
  const cleared = { type: 'outage-lock-cleared', at: NOON + HOUR, ...grounds } as const;
  expect(named(of({ facts: [...facts, cleared] }))).toEqual([]);
});

describe('how sure it is', () => {
  test('others in trouble make an outage likely, from when theirs began; recognised it is certain', () => {
    const lost = stuckStories['operator-outage'];
    const sure = (others: Parameters<typeof fared>[0], story = lost) =>
      findingOf({ ...story, ...fared(others) }, 'operator-outage')?.confidence;
    expect(sure({ since: NOON })).toBe('likely');
    expect(sure({ since: NOON + 1 })).toBeUndefined();
    expect(sure({})).toBeUndefined();
    expect(sure({ from: NOON - HOUR })).toBe('certain');
    expect(sure({ since: NOON }, stuckStories['phone-unreachable'])).toBeUndefined();
  });

  test('late for others too is the operator’s trouble, not a reason to try again at once', () => {
    const story = { ...stuckStories['sms-late'], ...fared({ since: NOON - MINUTE }) };
    expect(named(of(story))).toEqual(['operator-outage']);
  });

  test('an outage that is over explains what failed while it lasted, and nothing since', () => {
    const over = stuckStories['operator-outage-over'];
    expect(of(over).findings.map(({ cause, confidence }) => `${cause} ${confidence}`)).toEqual([
      'operator-outage-over certain',
    ]);
    const before = { ...over, ...fared({ from: NOON - HOUR, until: NOON + 5 * MINUTE }) };
    expect(named(of(before))).toEqual(['sms-lost']);
  });

  test('while the newest SMS is on its way the caller is not sent for another one', () => {
    const facts = [...(stuckStories['phone-unreachable'].facts ?? []), codeRequested(2, NOON + MINUTE)];
    expect(of({ facts }).findings.map(({ cause, confidence }) => `${cause} ${confidence}`)).toEqual([
      'sms-on-its-way certain',
      'phone-unreachable likely',
    ]);
  });

  test('a code that has come and waits to be typed is told at once', () => {
    const facts = [codeRequested(), delivered(NOON + 4 * SECOND)];
    expect(findingOf({ facts }, 'code-not-typed')).toMatchObject({
      confidence: 'certain',
      evidence: [{ what: 'delivered', attempt: 1, after: 4 * SECOND, until: NOON + 5 * MINUTE }],
    });
    const late = [...facts, ended('expired', NOON + 5 * MINUTE)];
    const refused = [['code-malformed', NOON + 4 * MINUTE] as const, ['no-open-attempt', NOON + 6 * MINUTE] as const];
    expect(findingOf({ facts: late, refused }, 'code-not-typed')?.evidence).toMatchObject([
      {},
      { code: 'no-open-attempt', times: 1 },
      { code: 'code-malformed', times: 1 },
    ]);
  });

  test('a code that was given up for another one is told as that, delivered or not', () => {
    expect(findingOf(stuckStories['asked-too-soon'], 'asked-too-soon')?.evidence).toEqual([
      expect.objectContaining({ what: 'refused', code: 'too-soon' }),
      ...[3, 2, 1].map((attempt) => ({ what: 'superseded', attempt, after: MINUTE })),
    ]);
  });

  test('whether the QR was scanned before its window was closed, the record cannot know', () => {
    expect(findingOf(stuckStories['qr-window-closed'], 'qr-window-closed')?.confidence).toBe('likely');
  });

  test('an OTP of some minutes ago may have been typed too late; twice, or from the future, it is the clock', () => {
    const tried = (...steps: readonly number[]) => {
      const facts = steps.map((step, place) => otpRefused(PROVEN_AT + (place + 1) * MINUTE, 'clock-off', step));
      return findingOf({ facts: [...activated(), ...facts] }, 'phone-clock-off')?.confidence;
    };
    expect([tried(-4), tried(-4, -4), tried(4)]).toEqual(['likely', 'certain', 'certain']);
  });

  test('the last OTP that was refused is what the caller sees', () => {
    const facts = [
      ...activated(),
      otpRefused(PROVEN_AT + MINUTE, 'used'),
      otpRefused(PROVEN_AT + 2 * MINUTE, 'clock-off', 8),
    ];
    expect(findingOf({ facts }, 'phone-clock-off')).toMatchObject({
      confidence: 'certain',
      evidence: [
        { what: 'otps', cause: 'clock-off', times: 1 },
        { what: 'clock', ahead: 4 * MINUTE },
      ],
    });
    expect(findingOf({ facts }, 'otp-reused')?.confidence).toBe('possible');
  });

  test('proven, two wrong OTPs were mistyped; three come from somewhere else', () => {
    const twice = [...activated(), ...[1, 2].map((minute) => otpRefused(PROVEN_AT + minute * MINUTE))];
    expect(named(of({ facts: twice }))).toEqual(['otp-mistyped']);
    expect(named(of({ facts: [...twice, otpRefused(PROVEN_AT + 3 * MINUTE)] }))).toEqual(['wrong-app']);
  });

  test('one wrong OTP was mistyped; two from the start come from somewhere else', () => {
    const first = [...awaitingOtp(), qrShown(ISSUED_AT), otpRefused(ISSUED_AT + MINUTE)];
    expect(named(of({ facts: first }))).toEqual(['otp-mistyped']);
    expect(named(of({ facts: [...first, otpRefused(ISSUED_AT + 2 * MINUTE)] }))).toEqual(['wrong-app']);
  });

  test('a wrong code of an earlier SMS is only likely to be the reason', () => {
    const facts = [
      codeRequested(1),
      delivered(NOON + SECOND),
      wrongEntry(NOON + MINUTE, 1, 'one-digit-off'),
      ended('expired', NOON + 5 * MINUTE),
      codeRequested(2, NOON + 6 * MINUTE),
      accepted(NOON + 6 * MINUTE, 2),
    ];
    expect(of({ facts }).findings.map(({ cause, confidence }) => `${cause} ${confidence}`)).toEqual([
      'sms-on-its-way certain',
      'one-digit-off likely',
    ]);
  });
});

describe('without evidence it asks instead of guessing', () => {
  test('before the first SMS', () => {
    expect(of({})).toEqual({ version: 3, findings: [], ask: ['what-do-you-see', 'which-step', 'which-number'] });
  });

  test('when an unlock has just put things right', () => {
    const facts = [...activated(), otpRefused(ISSUED_AT + HOUR, 'wrong'), unlocked('otp', ISSUED_AT + 2 * HOUR)];
    expect(of({ facts })).toMatchObject({ findings: [], ask: ['what-do-you-see', 'which-app'] });
  });
});

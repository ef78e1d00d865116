import { plantIn } from './plant.mjs';

const signature = (what, find, replace) => ({
  name: `sim/cms-verify.ts: ${what}`,
  file: 'src/sim/cms-verify.ts',
  find,
  replace,
  tests: ['test/sim/signature.test.ts'],
});

/** Bugs of the diagnosis, and of checking a signature. */
export const explainMutants = [
  ...plantIn({
    'wrong-code.ts': {
      'sms-code': [
        ['the code of the previous SMS is any wrong one', "if (isPrevious(entered)) return 'previous-code';", ''],
        ['only the first two digits can be swapped', '{ length: code.length - 1 }', '{ length: 1 }'],
        [
          'one digit off is looked for in the first place only',
          'return [...code].flatMap',
          'return [...code].slice(0, 1).flatMap',
        ],
      ],
    },
    'activation-evolve.ts': {
      'sms-code': [['a reset leaves the code before known', '        lastCodeDigest: null,\n', '']],
    },
    'diagnosis.ts': {
      diagnosis: [
        ['what is ruled out is told all the same', 'one.rulesOut.includes(cause)', 'false'],
        ['the least certain comes first', 'return byConfidence ||', 'return -byConfidence ||'],
        ['it never asks', 'findings.length > 0 ? [] : questionsFor(known)', '[]'],
      ],
    },
    'diagnosis-delivery.ts': {
      diagnosis: [
        ['what failed before the others were in trouble is blamed on it', ' && requestedAt >= trouble.since', ''],
        ['an outage that is over explains what failed later', ' && wasOut(operator, endedAt, [outage])', ''],
        ['the phone’s fault is the operator’s', ' && blamesNobodyElse(attempt)', ''],
        [
          'a delivery in time is late',
          '({ deliveredAt, deadline }) => deliveredAt !== null && deliveredAt > deadline',
          '({ deliveredAt }) => deliveredAt !== null',
        ],
        ['an unlock makes a phone reachable', " || lastsOf(cause) !== 'permanent'", ''],
        ['another number is as unknown as the last', 'newest.phone === account.phone?.e164 ?', 'newest.phone ?'],
        [
          'who waits for an SMS is told to ask for another',
          'return isNewest(failed, known)',
          'return failed.length > 0',
        ],
      ],
    },
    'diagnosis-codes.ts': {
      diagnosis: [
        ['a code that came and was not typed is nothing', 'if (missed.length === 0) return null;', 'return null;'],
        ['what was typed instead is no evidence', ', ...instead', ''],
      ],
    },
    'diagnosis-standing.ts': {
      diagnosis: [
        ['an outage looks like somebody else', " - countOf('outage-lock-cleared')", ''],
        ['a reset explains for ever', "'activation-reset', ['sms-code-requested']", "'activation-reset', []"],
        ['it does not matter where the SMS went', 'newest.phone === phone.e164 || ', 'newest.phone !== phone.e164 || '],
      ],
    },
    'diagnosis-history.ts': {
      diagnosis: [
        ['failures of long ago still count', '.slice(0, activation.consecutiveFailures)', ''],
        ['what was put right still counts', 'if (closing.some((one) => one === fact.type)) return found;', ''],
        ['a refusal is lately for ever', ' && entry.at > now - within', ''],
      ],
    },
    'diagnosis-otp.ts': {
      diagnosis: [
        ['the first refusal explains, not the last', 'facts[0]?.cause !== cause', 'facts.at(-1)?.cause !== cause'],
        ['one wrong OTP is the wrong app', 'const WRONG_FROM_THE_START = 2;', 'const WRONG_FROM_THE_START = 1;'],
        ['whoever mistypes for ever mistypes', 'const WRONG_AGAIN = 3;', 'const WRONG_AGAIN = 30;'],
        ['an OTP that was typed too late is a clock', "cause === 'clock-off' && own.length === 1", 'false'],
      ],
    },
    'otp.ts': {
      otp: [['the OTP used last is a slow clock some minutes later', 'far === lastTimeStep', 'far === null']],
    },
  }),
  signature('a changed document is accepted', 'if (!messageDigest.equals(digest))', 'if (false)'),
  signature('a broken signature is accepted', 'if (!holds(signedBytes, certificate, value))', 'if (false)'),
  signature('a swapped certificate is accepted', 'if (!own.equals(certificateDigest))', 'if (false)'),
  signature('a strange authority is accepted', 'if (!issuedBy(certificate, authority))', 'if (false)'),
  signature('an expired certificate is accepted', 'return lasts ?', 'return true ?'),
];

import { plantIn } from './plant.mjs';

const journeys = ['test/journeys/walkthrough.test.ts'];

/** Bugs of the walkthrough: where the caller stands, what the agent is warned of, what the agent must never see. */
export const walkthroughMutants = [
  ...plantIn({
    'walkthrough.ts': {
      walkthrough: [
        ['a wrong OTP does not show that something was scanned', 'scanned || wrongOtps > 0', 'scanned'],
        ['a window closed is still scanned', "if (qr.state === 'closed') {", 'if (false) {'],
        [
          'in live, too, it is known that nothing was scanned',
          "scanned === null ? 'scanned-perhaps'",
          "scanned === null ? 'window-closed'",
        ],
        ['stuck a moment too late', 'now - since >= policy', 'now - since > policy'],
        ['what was days before the call is a step that they stand at', 'Math.max(begun, calledAt)', 'begun'],
        ['sends for a code to a number that takes none yet', 'if (phoneUsableFrom > now) return', 'if (false) return'],
        ['an unlock does not begin anew', 'unlocks.at(-1)?.at ?? null', 'null'],
        ['goes on with a certificate that is not valid', "if (status !== 'valid') return", 'if (false) return'],
      ],
    },
  }),
  {
    name: 'walkthrough: the agent reads the OTP',
    file: 'src/sim/caller-screens.ts',
    find: 'map((one) => ({ ...one, otp: HIDDEN }))',
    replace: 'map((one) => ({ ...one }))',
    tests: journeys,
  },
  {
    name: 'walkthrough: the agent reads the code in the SMS',
    file: 'src/sim/caller-screens.ts',
    find: 'body: { ...message.body, code: HIDDEN }',
    replace: 'body: { ...message.body }',
    tests: journeys,
  },
];

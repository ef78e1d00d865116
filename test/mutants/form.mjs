/** Bugs of the form: what is decided unseen, read aloud, or cannot be read. */
export const formMutants = [
  {
    name: 'form: what somebody else changed may be confirmed unseen',
    file: 'src/screens/use-seen.ts',
    find: 'why: changed ? meanwhile.lookAgain : undefined,',
    replace: 'why: undefined,',
    tests: ['test/journeys/refusals.test.ts'],
  },
  {
    name: 'form: quiet words are too dark to read',
    file: 'src/ui/theme.ts',
    find: "dark: ['37', '#8a8a8a']",
    replace: "dark: ['37', '#626262']",
    tests: ['test/ui/theme.test.ts'],
  },
  {
    name: 'form: keys typed while the terminal is asked are lost',
    file: 'src/ui/ask-ground.ts',
    find: "if (typed !== '') stdin.unshift(Buffer.from(typed));",
    replace: '',
    tests: ['test/ui/ask-ground.test.ts'],
  },
  {
    name: 'form: colours in spite of NO_COLOR',
    file: 'src/ui/theme.ts',
    find: "if (NO_COLOR || FORCE_COLOR === '0'",
    replace: "if (FORCE_COLOR === '0'",
    tests: ['test/ui/theme.test.ts'],
  },
  {
    name: 'form: a screen that was read beforehand is waited for all the same',
    file: 'src/screens/lazy-screen.tsx',
    find: 'source.known ?? source.later',
    replace: 'source.later',
    tests: ['test/screens/lazy-screen.test.tsx'],
  },
];

/** Bugs of the calls: what is taken as said already, and what a file may do. */
export const callMutants = [
  {
    name: 'calls: a verification that has run out is not asked for again',
    file: 'src/screens/change/change-state.ts',
    find: "verification.status === 'passed' && needs.now < verification.at + needs.valid;",
    replace: "verification.status === 'passed';",
    tests: ['test/journeys/verify.test.ts'],
  },
  {
    name: 'calls: a reset rests on what others may know',
    file: 'src/domain/approval.ts',
    find: "return provesPossession(proven, account, now) ? null : { code: 'possession-needed' };",
    replace: 'return null;',
    tests: ['test/journeys/calls.test.ts'],
  },
  {
    name: 'calls: a file may repeat itself without end',
    file: 'src/sim/scenario-yaml.ts',
    find: 'broken.length > 0 ? null : firstLink(document);',
    replace: 'broken.length > 0 ? firstLink(document) : null;',
    tests: ['test/sim/scenario-mistakes.test.ts'],
  },
  {
    name: 'calls: freezing a lost phone counts as changed before verified',
    file: 'src/sim/drill-score-subscriber.ts',
    find: 'changesIn(entries).filter(({ deed }) => helping.includes(deed));',
    replace: 'changesIn(entries);',
    tests: ['test/sim/drill-model.test.ts'],
  },
  {
    name: 'calls: who was hung up on finds no way to the debrief',
    file: 'src/screens/school/call-watch.tsx',
    find: 'return call ? null : name.current;',
    replace: 'return null;',
    tests: ['test/journeys/school.test.ts'],
  },
  {
    name: 'calls: the trainer’s own file is not among the calls of the school',
    file: 'src/screens/school/use-scenarios.ts',
    find: ', ...ownCalls];',
    replace: '];',
    tests: ['test/journeys/school.test.ts'],
  },
  {
    name: 'calls: an open bracket is told where YAML noticed it',
    file: 'src/sim/scenario-yaml-faults.ts',
    find: "[openedBefore(text, offset), 'not-closed'];",
    replace: "[offset, 'not-closed'];",
    tests: ['test/sim/scenario-mistakes.test.ts'],
  },
  {
    name: 'calls: all the nonsense after a fault of YAML is told too',
    file: 'src/sim/scenario-yaml-faults.ts',
    find: 'return breaking < 0 ? told : told.slice(0, breaking + 1);',
    replace: 'return told;',
    tests: ['test/sim/scenario-mistakes.test.ts'],
  },
];

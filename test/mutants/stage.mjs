/** Bugs of the training clock and of the stage. */
export const stageMutants = [
  {
    name: 'clock: two changes at once undo each other',
    file: 'src/db/world.ts',
    find: '    changeClock: (change) =>\n      changing((db) => {\n        const setting = change(settingOf(db.prepare(READ_CLOCK).pluck().get()));',
    replace: '    changeClock: (change, setting = change(settingOf(clock.get()))) =>\n      changing((db) => {',
    tests: ['test/sim/clock.test.ts'],
  },
  {
    name: 'clock: moves back',
    file: 'src/domain/training-clock.ts',
    find: 'Math.max(now, change.at)',
    replace: 'change.at',
    tests: ['test/sim/clock.test.ts'],
  },
];

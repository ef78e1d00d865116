/** Bugs of the training clock, of the network, of the stage and of a training call. */
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
  {
    name: 'call: an SMS that its operator has only just taken passes for one that has come',
    file: 'src/sim/player.ts',
    find: '    await tick(app);\n    const next',
    replace: '    const next',
    tests: ['test/sim/drill-line.test.ts', 'test/screens/stage/engine.test.ts'],
  },
  {
    name: 'stage: it jumps to a message that its operator has only just taken',
    file: 'src/screens/stage/engine.ts',
    find: '          await tick(app);\n          const beat',
    replace: '          const beat',
    tests: ['test/screens/stage/engine.test.ts'],
  },
  {
    name: 'replay: a trainee sees the codes and the QR',
    file: 'src/screens/stage/on-stage.tsx',
    find: 'seen && !onOther ? veiled(seen) : seen',
    replace: 'seen',
    tests: ['test/screens/stage/stage-golden.test.ts'],
  },
  {
    name: 'network: the phone’s own rule gets past an outage',
    file: 'src/sim/network-scope.ts',
    find: "rules.find(({ effect }) => effect === 'outage') ?? rules[0]",
    replace: 'rules[0]',
    tests: ['test/sim/network.test.ts'],
  },
  {
    name: 'call: a clock that a stage has left standing goes on standing',
    file: 'src/sim/drill-line.ts',
    find: "    await app.changeClock({ to: 'speed', speed: 1 });\n",
    replace: '',
    tests: ['test/sim/drill-line.test.ts'],
  },
];

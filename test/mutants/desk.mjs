const filters = ['test/journeys/filters.test.ts'];
const copying = ['test/journeys/copy.test.ts'];
const past = ['test/db/account-past.test.ts'];

/** Bugs of the desk: time travel. */
export const deskMutants = [
  {
    name: 'past: what a receipt reports counts before anybody knew it',
    file: 'src/domain/account-past.ts',
    find: 'const own = place < reported ? fact.at : entry.at;',
    replace: 'const own = fact.at;',
    tests: past,
  },
  {
    name: 'past: of several steps at one moment all count at once',
    file: 'src/domain/account-past.ts',
    find: 'step.entry.seq <= seq)',
    replace: 'step.entry.seq >= 0)',
    tests: past,
  },
  {
    name: 'copying: the value reaches the clipboard as it came',
    file: 'src/ui/clipboard.ts',
    find: 'Buffer.from(cleanText(value), ',
    replace: 'Buffer.from(value, ',
    tests: copying,
  },
  {
    name: 'copying: the value stands in the sequence itself',
    file: 'src/ui/clipboard.ts',
    find: "Buffer.from(cleanText(value), 'utf8').toString('base64')",
    replace: 'value',
    tests: copying,
  },
  {
    name: 'copying: personal data leaves no trace',
    file: 'src/screens/copy-frame.tsx',
    find: 'if (isPersonal(one) && session) {',
    replace: 'if (isPersonal(one) && !session) {',
    tests: copying,
  },
  {
    name: 'copying: what was refused is copied all the same',
    file: 'src/screens/copy-frame.tsx',
    find: "if (answer.verdict === 'refused') {",
    replace: "if (answer.verdict === 'refused' && one.value === '') {",
    tests: copying,
  },
  {
    name: 'filters: a colleague’s are everybody’s to change',
    file: 'src/domain/saved-filter.ts',
    find: 'if (actor.id !== agentId) return',
    replace: "if (agentId === '') return",
    tests: ['test/domain/saved-filter.test.ts'],
  },
  {
    name: 'filters: they are forgotten with the program',
    file: 'src/db/shelves/agent.ts',
    find: 'filters: sql`excluded.filters`,',
    replace: '',
    tests: filters,
  },
  {
    name: 'filters: whoever asks gets those of every list',
    file: 'src/db/question-agents.ts',
    find: 'all.filter((one) => one.view === view)',
    replace: 'all.filter((one) => one.view !== undefined || view)',
    tests: filters,
  },
  {
    name: 'filters: one word is enough',
    file: 'src/screens/row-filter.ts',
    find: 'return wanted.every((word) => {',
    replace: 'return wanted.some((word) => {',
    tests: filters,
  },
  {
    name: 'agents: a supervisor makes another one',
    file: 'src/domain/agent.ts',
    find: '(wasSupervisor || makesSupervisor(command))',
    replace: 'wasSupervisor',
    tests: ['test/domain/agent.test.ts'],
  },
  {
    name: 'agents: the last supervisor goes',
    file: 'src/db/shelves/agent.ts',
    find: "ne(agents.agentId, sql.placeholder('agentId'))",
    replace: "ne(agents.agentId, '')",
    tests: ['test/journeys/agents.test.ts'],
  },
  {
    name: 'past: a clock that went back turns the facts of a thing around',
    file: 'src/domain/account-past.ts',
    find: 'Math.max(own, last.get(thing) ?? own)',
    replace: 'own',
    tests: past,
  },
  {
    name: 'past: a deadline that has passed is not seen before it is written down',
    file: 'src/domain/certificate-view.ts',
    find: 'settleActivation(activation, situation);',
    replace: 'settleActivation(activation, { ...situation, now: 0 });',
    tests: ['test/cli/show-past.test.ts'],
  },
];

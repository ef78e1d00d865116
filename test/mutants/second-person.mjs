/** Bugs around the second person: caught by the rules' own tests, and by random histories as well. */
export const secondPersonBugs = [
  [
    'who asked decides',
    "pending.requestedBy === situation.actor.id ? { code: 'same-person' } : ownAccountRefusal(situation)",
    'ownAccountRefusal(situation)',
  ],
  [
    'a supervisor decides about themselves',
    "{ code: 'same-person' } : ownAccountRefusal(situation)",
    "{ code: 'same-person' } : null",
  ],
  [
    'one person says both yeses of an emergency',
    "if (ask.firstYesBy === actor.id) return { code: 'same-person' };",
    '',
  ],
  ['one yes is enough for an emergency', 'return emergency && firstYesBy === null;', 'return false;'],
  [
    'a request outlives a no that was said elsewhere',
    'lastNoAt !== null && lastNoAt >= ask.requestedAt ?',
    'lastNoAt === -1 ?',
  ],
  ['knowing is enough', "? null : { code: 'possession-needed' };", '? null : null;'],
  ['there is no cool-down', "return now < until ? { code: 'cool-down', until } : null;", 'return null;'],
  ['an emergency waits a day', 'emergency ? policy.support.emergencyValid : policy', 'policy'],
];

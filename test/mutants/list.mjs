import { activationMutants } from './activation.mjs';
import { aroundMutants } from './around.mjs';
import { callMutants } from './calls.mjs';
import { deskMutants } from './desk.mjs';
import { explainMutants } from './explain.mjs';
import { formMutants } from './form.mjs';
import { historyMutants } from './histories.mjs';
import { machineMutants } from './machines.mjs';
import { reportMutants } from './reports.mjs';
import { safetyMutants } from './safety.mjs';
import { stageMutants } from './stage.mjs';
import { upkeepMutants } from './upkeep.mjs';
import { walkthroughMutants } from './walkthrough.mjs';

/** Bugs that have to be noticed: where, what, and by which tests. Each fits its file exactly once. */
export const mutants = [
  ...activationMutants,
  ...aroundMutants,
  ...callMutants,
  ...deskMutants,
  ...historyMutants,
  ...safetyMutants,
  ...explainMutants,
  ...upkeepMutants,
  ...machineMutants,
  ...walkthroughMutants,
  ...stageMutants,
  ...reportMutants,
  ...formMutants,
  {
    name: 'bulk unlock: both of two supervisors are heard',
    file: 'src/domain/bulk-unlock.ts',
    find: 'if (!pending || pending.approved) return',
    replace: 'if (!pending) return',
    tests: ['test/db/bulk-unlock.test.ts'],
  },
  {
    name: 'store: no transaction around a command',
    file: 'src/db/transact.ts',
    find: "const begin = db.prepare('BEGIN IMMEDIATE');",
    replace: "const begin = db.prepare('SELECT 1');",
    tests: ['test/db/store.test.ts', 'test/db/races.test.ts'],
  },
  {
    name: 'store: acknowledged before it is written',
    file: 'src/db/store.ts',
    find: 'return writing().transact(() => run(decider, id, command, context).decision);',
    replace:
      'let early: ReturnType<typeof run> | undefined; setTimeout(() => void writing().transact(() => run(decider, id, command, context)), 40); await writing().transact(() => { early = run(decider, id, command, context); throw new Error("later"); }).catch(() => undefined); return early?.decision as never;',
    tests: ['test/db/crash.test.ts'],
  },
  {
    name: 'store: the audit entry is forgotten when refused',
    file: 'src/db/changes.ts',
    find: '    audit.append(recordOf(decider',
    replace: "    if (decision.verdict === 'done') audit.append(recordOf(decider",
    tests: ['test/db/store.test.ts'],
  },
  {
    name: 'store: a refusal loses its facts',
    file: 'src/db/changes.ts',
    find: 'if (facts.length > 0) shelf.save',
    replace: "if (facts.length > 0 && decision.verdict === 'done') shelf.save",
    tests: ['test/db/store.test.ts'],
  },
  {
    name: 'shelf: the wrong OTPs are not stored',
    file: 'src/db/shelves/activation-row.ts',
    find: 'wrongOtps: state.wrongOtps,',
    replace: 'wrongOtps: 0,',
    tests: ['test/db/audit-fold.test.ts'],
  },
  {
    name: 'chain: the note is not hashed',
    file: 'src/db/audit-chain.ts',
    find: 'return sha256(JSON.stringify(row));',
    replace: 'return sha256(JSON.stringify(row.with(10, null)));',
    tests: ['test/db/audit-chain.test.ts'],
  },
  {
    name: 'proof: the checkpoint’s signature is not verified',
    file: 'src/db/audit-proof-check.ts',
    find: "return genuine ? null : { holds: false, why: 'signature-wrong', seq };",
    replace: 'return null;',
    tests: ['test/db/audit-proof.test.ts'],
  },
  {
    name: 'proof: somebody else’s entries pass',
    file: 'src/db/audit-proof-check.ts',
    find: "    ? row[columns.indexOf('customer_id')] === customerId",
    replace: '    ? customerId !== undefined',
    tests: ['test/db/audit-proof.test.ts'],
  },
  {
    name: 'proof: other subscribers’ entries are told whole',
    file: 'src/db/audit-proof.ts',
    find: 'return wanted.has(Number(row[0])) ? { row }',
    replace: 'return wanted.size > 0 ? { row }',
    tests: ['test/db/audit-proof.test.ts'],
  },
  {
    name: 'chain: a head that is gone is not missed',
    file: 'src/db/audit-chain.ts',
    find: 'if (knownHead !== undefined && knownHeadAt === null)',
    replace: 'if (knownHead === head.hash && knownHeadAt === null)',
    tests: ['test/db/audit-proof.test.ts'],
  },
  {
    name: 'chain: checkpoints are not verified',
    file: 'src/db/audit-chain.ts',
    find: "return genuine ? null : 'signature-wrong';",
    replace: 'return null;',
    tests: ['test/db/audit-chain.test.ts'],
  },
  {
    name: 'vault: a cut tag is accepted',
    file: 'src/db/vault.ts',
    find: "if (tagBytes.length !== TAG_BYTES) throw new Error('sealed value has a cut tag');",
    replace: '',
    tests: ['test/db/vault.test.ts'],
  },
  {
    name: 'vault: secrets are not bound to their certificate',
    file: 'src/db/vault.ts',
    find: '`otp|${serial}|${generation}`',
    replace: '`otp|${generation}`',
    tests: ['test/db/vault.test.ts'],
  },
  {
    name: 'files: links are followed',
    file: 'src/db/safe-files.ts',
    find: "if (stats.isSymbolicLink()) throw new StoreBroken('symbolic-link', path);",
    replace: '',
    tests: ['test/db/files.test.ts'],
  },
  {
    name: 'files: the database is readable for all',
    file: 'src/db/create.ts',
    find: "closeSync(openSync(draft, 'wx', PRIVATE_FILE));",
    replace: '',
    tests: ['test/db/files.test.ts'],
  },
  {
    name: 'text: escape sequences reach the terminal',
    file: 'src/ui/cells.ts',
    find: 'return { text: safeText(text), tone };',
    replace: 'return { text, tone };',
    tests: ['test/ui/cells.test.ts'],
  },
];

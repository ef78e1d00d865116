const files = ['test/db/files.test.ts'];
const signals = ['test/cli/signals.test.ts'];

/** Bugs of what is done to files: whose they are, who may read them, and what is left of them. */
export const fileMutants = [
  {
    name: 'files: any SQLite file is opened, whoever made it',
    file: 'src/db/open.ts',
    find: "if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw new StoreBroken('foreign', path);",
    replace: '',
    tests: files,
  },
  {
    name: 'files: whoever refuses a database closes it last',
    file: 'src/db/connection.ts',
    find: 'wal && wal.size > 0 ?',
    replace: 'wal && wal.size < 0 ?',
    tests: files,
  },
  {
    name: 'files: an older database is changed before its keys are looked at',
    file: 'src/db/open.ts',
    find: '    const keys = readKeys(path);\n',
    replace: '    if (pending.length > 0) bringUpToDate(path);\n    const keys = readKeys(path);\n',
    tests: files,
  },
  {
    name: 'files: a copy given up goes on',
    file: 'src/db/backup.ts',
    find: '        signal?.throwIfAborted();\n',
    replace: '',
    tests: ['test/db/backup.test.ts'],
  },
  {
    name: 'files: what a signal gave up takes its place all the same',
    file: 'src/db/create.ts',
    find: '    signal?.throwIfAborted();\n',
    replace: '',
    tests: signals,
  },
  {
    name: 'files: a signal ends the process in the middle of a copy',
    file: 'src/cli/interruptible.ts',
    find: 'givenUp.abort(new Interrupted(signal))',
    replace: 'undefined',
    tests: signals,
  },
  {
    name: 'files: a copy aside has a name that an earlier process may have had',
    file: 'src/db/safe-files.ts',
    find: "return `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;",
    replace: 'return `${path}.${process.pid}.${randomBytes(0).toString()}tmp`;',
    tests: ['test/db/backup.test.ts'],
  },
  {
    name: 'files: a new file is written in its place, torn when the disk is full',
    file: 'src/db/safe-files.ts',
    find: 'writeAside(path, text, (draft) => linkSync(draft, path));\n    return null;',
    replace: "writeFileSync(path, text, { flag: 'wx', mode: PRIVATE_FILE });\n    return null;",
    tests: files,
  },
  {
    name: 'files: a backup that failed is told of the database',
    file: 'src/db/broken.ts',
    find: "return new StoreBroken('no-space-for-new', path, { cause: error });",
    replace: 'return error;',
    tests: ['test/db/backup.test.ts'],
  },
  {
    name: 'files: the log says of a backup that failed that it is there',
    file: 'src/db/store.ts',
    find: "await write('back-up-failed').catch(() => undefined);",
    replace: '',
    tests: ['test/db/backup.test.ts'],
  },
  {
    name: 'files: a FIFO keeps waiting whoever opens it',
    file: 'src/intake/open-regular.ts',
    find: '    if ((await handle.stat()).isFile()) return handle;\n',
    replace: '    return handle;\n',
    tests: ['test/cli/audit-export.test.ts'],
  },
  {
    name: 'files: others keep what they were let into',
    file: 'src/db/safe-files.ts',
    find: '    fchmodSync(handle, mode & PRIVATE_FILE);\n',
    replace: '',
    tests: files,
  },
  {
    name: 'files: keys may be read by others',
    file: 'src/db/keys.ts',
    find: '    makePrivate(handle, path);\n',
    replace: '',
    tests: files,
  },
  {
    name: 'files: a user without a name cannot begin',
    file: 'src/user-name.ts',
    find: "    return String(process.getuid?.() ?? 'unknown');",
    replace: "    throw new Error('no name');",
    tests: ['test/cli/user-name.test.ts'],
  },
];

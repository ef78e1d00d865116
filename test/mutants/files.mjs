const files = ['test/db/files.test.ts'];

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
];

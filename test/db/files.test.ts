import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { StoreBroken } from '../../src/db/broken.ts';
import { createDatabase } from '../../src/db/create.ts';
import { keysPath, readKeyFile, replaceKeyFile } from '../../src/db/keys.ts';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { bundledProgram } from '../support/bundled-program.ts';
import { importRecord, NOON } from '../support/records.ts';
import { tempDatabase, tempFolder } from '../support/temp-database.ts';

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof StoreBroken ? error.code : String(error);
  }
}

const opening = (path: string) => codeOf(() => openStore(path, defaultPolicy).close());
const nothing = () => undefined;

test('database and keys are for their owner alone, whatever the umask', async () => {
  const before = process.umask(0);
  try {
    const path = await tempDatabase('live');
    openStore(path, defaultPolicy).close();
    const modes = [path, keysPath(path)].map((file) => statSync(file).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600]);
  } finally {
    process.umask(before);
  }
});

test('what others were let into is taken away from them again: database, WAL and keys', async () => {
  const path = await tempDatabase('live');
  const store = openStore(path, defaultPolicy);
  const context = { now: NOON, actor: { kind: 'administrator', id: 'root' } as const, policy: defaultPolicy };
  await store.importRecords([importRecord()], context, { dryRun: false });
  const files = ['', '-wal', '-shm', '.keys'].map((ending) => `${path}${ending}`);
  for (const file of files) chmodSync(file, 0o644);
  expect(opening(path)).toBe('nothing thrown');
  expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600, 0o600, 0o600]);
  store.close();
});

test('nothing is opened through a symbolic link', async () => {
  const path = await tempDatabase();
  const link = join(tempFolder(), 'link.db');
  symlinkSync(path, link);
  expect(opening(link)).toBe('symbolic-link');
});

/** Opens a database, changes something, and closes it. */
async function aDaysWork(path: string): Promise<void> {
  const store = openStore(path, defaultPolicy);
  const context = { now: NOON, actor: { kind: 'administrator', id: 'root' } as const, policy: defaultPolicy };
  await store.importRecords([importRecord()], context, { dryRun: false });
  store.close();
}

test.each([
  ['a link', (path: string) => symlinkSync(`${path}.victim`, `${path}.head`)],
  ['a folder', (path: string) => mkdirSync(`${path}.head`)],
  ['half a file', (path: string) => writeFileSync(`${path}.head`, '{"installation":')],
])(
  '%s where the end of the log is noted turns no finished work into an error, and leaves nothing behind',
  async (_, put) => {
    const path = await tempDatabase('live');
    put(path);
    await aDaysWork(path);
    const names = readdirSync(dirname(path));
    expect(names.filter((name) => name.endsWith('.tmp') || name.endsWith('.victim') || name.endsWith('-wal'))).toEqual(
      [],
    );
  },
);

test('the end of the log is not noted through a link that lies in wait', async () => {
  const path = await tempDatabase('live');
  const victim = `${path}.victim`;
  writeFileSync(victim, 'precious');
  symlinkSync(victim, `${path}.head.${process.pid}.tmp`);
  await aDaysWork(path);
  expect(readFileSync(victim, 'utf8')).toBe('precious');
  expect(JSON.parse(readFileSync(`${path}.head`, 'utf8'))).toMatchObject({ seq: 1 });
});

test.each([
  [1_000_000, 'null', ['export.json']],
  [4_096, 'no-space', []],
])('a new file is there whole or not at all: of one that may have %i bytes is told %s', async (most, told, names) => {
  const program = await bundledProgram('writing-process.ts');
  const folder = tempFolder();
  const limited = [`--fsize=${most}:unlimited`, process.execPath, program, join(folder, 'export.json')];
  expect(execFileSync('prlimit', limited, { encoding: 'utf8' })).toBe(told);
  expect(readdirSync(folder)).toEqual(names);
});

test('keys that cannot take their place leave no copy of themselves', async () => {
  const path = await tempDatabase('live');
  const keys = readKeyFile(path);
  rmSync(keysPath(path));
  mkdirSync(keysPath(path));
  expect(() => replaceKeyFile(path, keys)).toThrow();
  expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('keys that are a symbolic link are refused', async () => {
  const path = await tempDatabase();
  renameSync(keysPath(path), `${path}.elsewhere`);
  symlinkSync(`${path}.elsewhere`, keysPath(path));
  expect(opening(path)).toBe('symbolic-link');
});

test('a folder and a FIFO are not databases', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'a.db'));
  execFileSync('mkfifo', [join(folder, 'b.db')]);
  expect(opening(join(folder, 'a.db'))).toBe('not-a-file');
  expect(opening(join(folder, 'b.db'))).toBe('not-a-file');
});

test('a folder that others may write to is refused', async () => {
  const path = await tempDatabase();
  chmodSync(dirname(path), 0o770);
  expect(opening(path)).toBe('folder-writable-by-others');
});

test('what exists is not made again', async () => {
  const path = await tempDatabase();
  const before = readFileSync(path);
  await expect(createDatabase(path, 'live', NOON, nothing)).rejects.toMatchObject({ code: 'exists' });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('making a database fails whole: no file, no rest', async () => {
  const path = join(tempFolder(), 'new.db');
  const fail = () => {
    throw new Error('the power went');
  };
  await expect(createDatabase(path, 'training', NOON, fail)).rejects.toThrow('the power went');
  expect(readdirSync(dirname(path))).toEqual([]);
});

test.each(['.keys', '.head', '-wal', '-journal'])(
  'where a database was removed and its %s stayed, none is made, and it is left as it is',
  async (ending) => {
    const path = join(tempFolder(), 'new.db');
    writeFileSync(`${path}${ending}`, 'of another');
    const made = createDatabase(path, 'live', NOON, nothing);
    await expect(made).rejects.toMatchObject({ code: 'left-behind', path: `${path}${ending}` });
    expect(readdirSync(dirname(path))).toEqual([`new.db${ending}`]);
    expect(readFileSync(`${path}${ending}`, 'utf8')).toBe('of another');
  },
);

test('keys that come into being meanwhile are not put aside, and their database is waited for', async () => {
  const [path, other] = [join(tempFolder(), 'new.db'), await tempDatabase()];
  const theirs = readFileSync(keysPath(other));
  const whileOthersDo = () => {
    copyFileSync(keysPath(other), keysPath(path));
    setTimeout(() => copyFileSync(other, path), 100);
  };
  await expect(createDatabase(path, 'training', NOON, whileOthersDo)).rejects.toMatchObject({ code: 'exists' });
  expect(readFileSync(keysPath(path)).equals(theirs)).toBe(true);
  expect(opening(path)).toBe('nothing thrown');
});

test('what is missing elsewhere is not said to be the path’s fault', async () => {
  const path = join(tempFolder(), 'new.db');
  const elsewhere = () => void readFileSync(join(tempFolder(), 'missing.sql'));
  await expect(createDatabase(path, 'training', NOON, elsewhere)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('keys made for a database that finds its place taken are gone with it', async () => {
  const path = join(tempFolder(), 'new.db');
  const takePlace = () => writeFileSync(path, 'of another');
  await expect(createDatabase(path, 'training', NOON, takePlace)).rejects.toMatchObject({ code: 'exists' });
  expect(readdirSync(dirname(path))).toEqual(['new.db']);
});

test('eight makers at once leave one database that opens', async () => {
  const path = join(tempFolder(), 'new.db');
  const made = await Promise.allSettled(
    Array.from({ length: 8 }, () => createDatabase(path, 'training', NOON, nothing)),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(opening(path)).toBe('nothing thrown');
});

/** Each refused file stays as it is, to the byte. */
const strangers: readonly (readonly [string, string, (path: string) => void])[] = [
  ['an empty file', 'empty', (path) => writeFileSync(path, '')],
  ['garbage', 'not-a-database', (path) => writeFileSync(path, 'garbage'.repeat(1000))],
  [
    'a database of another program',
    'foreign',
    (path) => {
      rmSync(path);
      new Database(path).exec('CREATE TABLE theirs (x)').close();
    },
  ],
  [
    'a database of a newer version',
    'newer',
    (path) => {
      new Database(path).exec("INSERT INTO migrations (name, sha256) VALUES ('0099_future', 'ff')").close();
    },
  ],
  [
    'a database made with an edited migration',
    'edited-migration',
    (path) => {
      new Database(path).exec("UPDATE migrations SET sha256 = 'ff' WHERE position = 1").close();
    },
  ],
];

test.each(strangers)('%s is refused and left untouched', async (_what, code, make) => {
  const path = await tempDatabase();
  make(path);
  const before = readFileSync(path);
  expect(opening(path)).toBe(code);
  expect(readFileSync(path).equals(before)).toBe(true);
});

/** A file and its WAL as a killed program leaves them behind. */
function withItsWalLeft(change: (db: Database.Database) => void, from: string, to: string): void {
  const db = new Database(from);
  db.pragma('journal_mode = WAL');
  change(db);
  for (const ending of ['', '-wal']) copyFileSync(`${from}${ending}`, `${to}${ending}`);
  db.close();
}

const bytesOf = (path: string) => ['', '-wal'].map((ending) => readFileSync(`${path}${ending}`, 'base64'));

test('an empty database of another program does not become one of ours', async () => {
  const path = await tempDatabase();
  rmSync(path);
  new Database(path).exec('PRAGMA user_version = 7').close();
  const before = readFileSync(path);
  expect(opening(path)).toBe('foreign');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('the WAL of another program’s database is not even looked into', () => {
  const [from, path] = [join(tempFolder(), 'theirs.db'), join(tempFolder(), 'theirs.db')];
  withItsWalLeft((db) => db.exec('CREATE TABLE theirs (x)'), from, path);
  const before = bytesOf(path);
  expect(opening(path)).toBe('foreign');
  expect(bytesOf(path)).toEqual(before);
  expect(readdirSync(dirname(path))).toEqual(['theirs.db', 'theirs.db-wal']);
});

test.each([
  ['of a newer version', 'newer', "INSERT INTO migrations (name, sha256) VALUES ('0099_future', 'ff')"],
  ['whose keys are those of another', 'keys-of-another-installation', "UPDATE meta SET value = 'theirs'"],
  [
    'of an older version, whose keys are those of another,',
    'keys-of-another-installation',
    "UPDATE meta SET value = 'theirs'; DELETE FROM migrations WHERE position > 2",
  ],
])('a database %s is refused with its WAL as it is', async (_what, code, sql) => {
  const [from, path] = [await tempDatabase(), await tempDatabase()];
  copyFileSync(keysPath(from), keysPath(path));
  withItsWalLeft((db) => db.exec(sql), from, path);
  const before = bytesOf(path);
  expect(opening(path)).toBe(code);
  expect(bytesOf(path)).toEqual(before);
});

test('a new database says whose it is in its own header, where it is looked for', async () => {
  expect(readFileSync(await tempDatabase()).toString('latin1', 68, 72)).toBe('ECSC');
});

test('a database without its keys is refused', async () => {
  const path = await tempDatabase();
  rmSync(keysPath(path));
  expect(opening(path)).toBe('keys-missing');
});

test('a database with the keys of another one is refused', async () => {
  const [path, other] = [await tempDatabase(), await tempDatabase()];
  copyFileSync(keysPath(other), keysPath(path));
  expect(opening(path)).toBe('keys-of-another-installation');
});

test('keys that are not keys are refused', async () => {
  const path = await tempDatabase();
  writeFileSync(keysPath(path), '{}');
  expect(opening(path)).toBe('keys-unreadable');
});

test('whoever only asks makes no folders on a mistyped way', () => {
  const folder = tempFolder();
  expect(opening(join(folder, 'typo/deep/missing.db'))).toBe('not-found');
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['through a file', (folder: string) => join(folder, 'file', 'deep', 'x.db')],
  ['in a folder that is a file', (folder: string) => join(folder, 'file', 'x.db')],
  ['under a name that is too long', (folder: string) => join(folder, 'x'.repeat(300))],
  ['in circles', (folder: string) => join(folder, 'circle', 'x.db')],
  // Node's own way of making a folder there never ends.
  ['where the system takes nothing', () => '/proc/nope/deep/x.db'],
])('nothing is read or made %s, and that is told', async (_where, pathIn) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'file'), 'a file');
  symlinkSync(join(folder, 'circle'), join(folder, 'circle'));
  const path = pathIn(folder);
  expect(opening(path)).toBe('not-found');
  const impossible = { code: 'impossible-path', path };
  await expect(createDatabase(path, 'live', NOON, nothing)).rejects.toMatchObject(impossible);
  const store = openStore(await tempDatabase(), defaultPolicy);
  const context = { now: NOON, actor: { kind: 'administrator', id: 'root' } as const, policy: defaultPolicy };
  await expect(store.backUp(context, path)).rejects.toMatchObject(impossible);
  store.close();
  expect(readdirSync(folder)).toEqual(['circle', 'file']);
});

test('a path without a file is refused and no file appears', () => {
  const path = join(tempFolder(), 'missing.db');
  expect(opening(path)).toBe('not-found');
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
});

import { EventEmitter } from 'node:events';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Wiring } from '../../src/cli/wiring.ts';
import { safeText } from '../../src/domain/clean-text.ts';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { importRecord } from '../support/records.ts';
import { CUSTOMER, SERIAL } from '../support/simulated.ts';
import { tempDatabase, tempFolder } from '../support/temp-database.ts';

const EVIL = 'A\x1b[31m\x1b]0;x\x07\x9b2J\u202e\u200b\u0000\u2028nna';
/** Anything but text and line ends. */
const ACTED_ON = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

describe('outside text', () => {
  test('never reaches a prompt raw', async () => {
    const db = await tempDatabase('live');
    const handOver = ['cases', 'hand-over', 'X', '--to', 'jan', '--note', 'n', '--as', `ola${EVIL}`];
    const { stderr } = await cli(db, handOver, { keys: ['\r'] });
    expect(stderr).toContain('Password of olaA nna: ');
    expect(stderr).not.toMatch(ACTED_ON);
  });

  test('never reaches the output raw, whatever is stored', async () => {
    const evil = importRecord(1, { givenName: EVIL, familyName: EVIL, email: 'e@example.org', login: EVIL });
    const hostile = { ...evil, certificate: { ...evil.certificate, subject: EVIL, identity: EVIL } };
    const db = await filledDatabase({ records: [hostile] });
    await cli(db, ['simulate', 'three-failures', SERIAL, '--until-call']);
    const unlock = ['unlock', SERIAL, '--as', 'ewa', '--ticket', 'T-1', '--reason', 'other', '--note', EVIL];
    const runs = [
      ['find', 'nna'],
      ['show', CUSTOMER],
      ['queue'],
      [...unlock, '--verified', 'call-back,contract-number'],
      ['audit', 'list'],
      ['portal', 'status', SERIAL],
      ['simulate', 'happy-path', SERIAL],
      ['show', EVIL],
    ];
    for (const argv of runs) {
      for (const more of [[], ['--json'], ['--lang', 'pl']]) {
        const { stdout, stderr } = await cli(db, [...argv, ...more]);
        expect(stdout + stderr, argv.join(' ')).not.toMatch(ACTED_ON);
        // JSON loses nothing: there it stands as an escape.
        if (!more.includes('--json')) expect(stdout + stderr).not.toContain('[31m');
      }
    }
    expect((await cli(db, ['find', 'nna'])).stdout).toContain(safeText(EVIL));
  });

  test('is cut to fit a terminal and whole in a pipe', async () => {
    const long = 'Bardzo'.repeat(20);
    const db = await filledDatabase({ records: [importRecord(1, { familyName: long })] });
    expect((await cli(db, ['find', 'bardzo'])).stdout).toContain(long);
    const cut = (await cli(db, ['find', 'bardzo'], { keys: [] })).stdout;
    expect(cut).not.toContain(long);
    expect(cut).toContain('…');
  });
});

describe('--json', () => {
  test('names everything in camelCase, and holds no number that is an instant', async () => {
    const db = await filledDatabase();
    await cli(db, ['simulate', 'three-failures', SERIAL, '--until-call']);
    const commands = [
      ['find', 'nowak'],
      ['show', CUSTOMER],
      ['queue'],
      ['audit', 'list'],
      ['agents', 'list'],
      ['approvals', 'list'],
      ['cases', 'list'],
      ['radar'],
      ['report', 'resolution'],
      ['clock', 'show'],
      ['portal', 'status', SERIAL],
      ['phone', 'inbox', SERIAL],
      ['network', 'show'],
      ['sweep'],
      ['scenario', 'list'],
      ['scenario', 'show', 'sms-late'],
      ['simulate', 'sms-late'],
    ];
    for (const argv of commands) {
      const { stdout, code, stderr } = await cli(db, [...argv, '--json']);
      expect({ code, stderr }, argv.join(' ')).toEqual({ code: 0, stderr: '' });
      for (const [number] of stdout.matchAll(/(?<![\w".-])\d{11,}(?![\w"])/g))
        expect.unreachable(`${argv.join(' ')}: ${number}`);
      for (const [, key = ''] of stdout.matchAll(/"([^"]+)":/g)) expect(key).toMatch(/^[a-z][A-Za-z0-9]*$/);
    }
  });

  test('says a refusal in the document too', async () => {
    const { json, code } = await cli(await filledDatabase(), ['show', 'EC-9', '--json', '--lang', 'pl']);
    expect(code).toBe(1);
    expect(json()).toEqual({
      refused: {
        code: 'account-unknown',
        what: 'Nie ma takiego konta.',
        next: 'Poszukaj po nazwisku, adresie e-mail albo numerze telefonu.',
      },
    });
  });
});

describe('a database that cannot be used', () => {
  test('is misuse when the path is wrong', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'empty.db'), '');
    writeFileSync(join(folder, 'text.db'), 'not a database at all');
    mkdirSync(join(folder, 'folder.db'));
    for (const [name, said] of [
      ['missing.db', 'There is no database at'],
      ['empty.db', 'is empty'],
      ['text.db', 'is not a database'],
      ['folder.db', 'is not a regular file'],
    ] as const) {
      const { code, stdout, stderr } = await cli('unused', ['queue', '--db', join(folder, name)]);
      expect({ name, code, stdout }).toEqual({ name, code: 2, stdout: '' });
      expect(stderr).toContain(said);
      expect(stderr).not.toContain('at Object');
    }
  });

  test('is refused when the path is taken', async () => {
    const db = await tempDatabase();
    const { code, stderr } = await cli(db, ['init', '--realm', 'live', '--lang', 'pl']);
    expect(code).toBe(1);
    expect(stderr).toContain('już istnieje. Nie został naruszony.');
  });

  test('is our fault when the machine is broken', async () => {
    const db = await tempDatabase();
    const link = join(tempFolder(), 'link.db');
    symlinkSync(db, link);
    expect(await cli(link, ['queue'])).toMatchObject({ code: 70 });
    chmodSync(join(db, '..'), 0o777);
    const { code, stderr } = await cli(db, ['queue']);
    expect(code).toBe(70);
    expect(stderr).toContain('chmod go-w');
  });

  test('an unknown fault is said briefly, its stack only when asked for', async () => {
    const wiring = { open: async () => Promise.reject(new TypeError('secret inside')) };
    const brief = await cli('x', ['queue'], { wiring });
    expect(brief.code).toBe(70);
    expect(brief.stderr).toContain('Something went wrong on our side: TypeError.');
    expect(brief.stderr).not.toContain('secret inside');
    const long = await cli('x', ['queue'], { wiring, env: { ECSC_DEBUG: '1' } });
    expect(long.stderr).toMatch(/TypeError: secret inside\n +at /);
  });

  test('the database is closed whatever happens', async () => {
    let closed = 0;
    const app = { world: null, now: () => 0, ask: { queue: async () => Promise.reject(new Error('broken')) } };
    const wiring = { open: async () => ({ app: app as never, path: 'x', close: () => (closed += 1) }) };
    expect((await cli('x', ['queue'], { wiring })).code).toBe(70);
    expect(closed).toBe(1);
  });
});

describe('init and seed', () => {
  test('make a database and say what comes next', async () => {
    const db = join(tempFolder(), 'new.db');
    const { code, stdout } = await cli(db, ['init', '--realm', 'live']);
    expect(code).toBe(0);
    expect(stdout).toContain(`A new database (LIVE) is ready: ${db}`);
    expect(stdout).toContain(`${db}.keys`);
    expect(stdout).toContain('Next: ecsc agents add');
    expect(await cli(db, ['queue'])).toMatchObject({ code: 0 });
  });

  test('ask the wiring for what was typed, and report progress on a terminal only', async () => {
    const asked: unknown[] = [];
    const wiring = {
      init: async ({ onProgress, signal: _, ...rest }: Parameters<Wiring['init']>[0]) => {
        asked.push(rest);
        onProgress(500);
        return { path: '/x.db', keysPath: '/x.db.keys', accounts: 1000 };
      },
    };
    const piped = await cli('unused', ['seed', '--accounts', '1000', '--seed', '7'], { wiring });
    expect(piped).toMatchObject({
      code: 0,
      stderr: '',
      stdout: '1000 subscribers made in /x.db.\nNext: ecsc --db /x.db\n',
    });
    const drawn = await cli('unused', ['seed', '--accounts', '1000', '--json'], { wiring, keys: [] });
    expect(drawn.stderr).toContain('50 %');
    expect(drawn.json()).toEqual({
      database: { realm: 'training', path: '/x.db', keysPath: '/x.db.keys', accounts: 1000 },
    });
    expect(asked).toEqual([
      { db: undefined, realm: 'training', accounts: 1000, seed: 7 },
      { db: undefined, realm: 'training', accounts: 1000, seed: undefined },
    ]);
  });
});

describe('signals', () => {
  test('nobody listens any more when a command has ended', async () => {
    const signals = new EventEmitter();
    const db = await filledDatabase();
    await cli(db, ['import', join(tempFolder(), 'missing.csv')], { signals });
    expect(signals.eventNames()).toEqual([]);
  });
});

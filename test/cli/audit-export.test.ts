import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { tempFolder } from '../support/temp-database.ts';

async function exported(id = 'EC-100001', agent = 'marek') {
  const db = await filledDatabase();
  const file = join(tempFolder(), 'proof.json');
  return { db, file, run: await cli(db, ['audit', 'export', id, '--out', file, '--as', agent]) };
}

describe('ecsc audit export and check', () => {
  test('writes a private file that checks by itself', async () => {
    const { db, file, run } = await exported();
    expect(run).toMatchObject({ code: 0, stdout: `2 entries with proof: ${file}\n` });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const checked = await cli('/nowhere', ['audit', 'check', file]);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toMatch(/^The proof holds: 2 entries, unchanged, under 1 signed checkpoint\.\nSigning key/);
    const [, key = ''] = /\(SHA-256\): (\w+)/.exec((await cli(db, ['audit', 'verify'])).stdout) ?? [];
    expect((await cli('/nowhere', ['audit', 'check', file, '--key', key])).code).toBe(0);
    const wrong = await cli('/nowhere', ['audit', 'check', file, '--key', 'ff'.repeat(32)]);
    expect(wrong).toMatchObject({
      code: 1,
      stdout: 'The proof does NOT hold: it is signed with another key than the one given.\n',
    });
  });

  test('a changed file does not check', async () => {
    const { file } = await exported();
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('EC-100001', 'EC-100002'));
    const checked = await cli('/nowhere', ['audit', 'check', file]);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('does NOT hold at entry no. ');
  });

  test('agents may not; there is no file then', async () => {
    const { file, run } = await exported('EC-100001', 'ewa');
    expect(run.code).toBe(1);
    expect(existsSync(file)).toBe(false);
  });

  test('nothing is overwritten and nothing written through a link', async () => {
    const db = await filledDatabase();
    const folder = tempFolder();
    const [file, link] = [join(folder, 'kept'), join(folder, 'link')];
    writeFileSync(file, 'mine');
    symlinkSync(join(folder, 'elsewhere'), link);
    for (const [out, why] of [
      [file, 'something stands there already'],
      [link, 'something stands there already'],
      [join(folder, 'none', 'x'), 'its folder is not there'],
    ] as const) {
      const run = await cli(db, ['audit', 'export', 'EC-100001', '--out', out, '--as', 'iga']);
      expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining(`${out} cannot be written: ${why}`) });
    }
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  });

  test('of a file that cannot be read, or of a case that is none', async () => {
    const checked = (file: string) => cli('/nowhere', ['audit', 'check', file]);
    expect((await checked('/nowhere/x')).stderr).toContain('There is no file /nowhere/x.');
    const pipe = join(tempFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await checked(pipe)).toMatchObject({ code: 1, stderr: expect.stringContaining('is not a regular file') });
    expect((await exported('K7Q2M4XZ')).run).toMatchObject({ code: 1, stderr: expect.stringContaining('account') });
  });

  test('a head noted earlier is found, or missed', async () => {
    const db = await filledDatabase();
    const [, head = ''] = /Head: (\w+)/.exec((await cli(db, ['audit', 'verify'])).stdout) ?? [];
    const known = await cli(db, ['audit', 'verify', '--head', head.toUpperCase()]);
    expect(known.stdout).toContain('The given head is entry no. 5: nothing up to there is missing.');
    const document = await cli(db, ['audit', 'verify', '--head', head, '--json']);
    expect(JSON.parse(document.stdout)).toMatchObject({ intact: true, knownHeadEntry: 5 });
    const missed = await cli(db, ['audit', 'verify', '--head', 'ff'.repeat(32)]);
    expect(missed).toMatchObject({ code: 1, stdout: expect.stringContaining('the given head is not in it') });
  });

  test.each(['zz', '', 'ff'.repeat(31), `${'ff'.repeat(32)}f`, `${'ff'.repeat(31)}fg`, ` ${'f'.repeat(63)}`])(
    'a head that reads “%s” is mistyped, and says nothing about the log',
    async (head) => {
      const db = await filledDatabase({ records: [] });
      const { code, stdout, stderr } = await cli(db, ['audit', 'verify', '--head', head]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('is not the head of an audit log');
      expect((await cli(db, ['audit', 'verify', '--head', head, '--lang', 'pl'])).stderr).toContain(
        'to nie skrót końca',
      );
    },
  );
});

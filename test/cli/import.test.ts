import { X509Certificate } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Tally } from '../../src/cli/import/report.ts';
import { cli } from '../support/cli-run.ts';
import { tempDatabase, tempFolder } from '../support/temp-database.ts';

const fixtures = join(import.meta.dirname, '../fixtures/import');

interface Report {
  readonly dryRun: boolean;
  readonly interrupted: boolean;
  readonly files: readonly Tally[];
  readonly refusedFiles: readonly { readonly file: string; readonly code: string; readonly reason: string }[];
  readonly conflicts: readonly {
    readonly record: number;
    readonly field: string;
    readonly stored: string;
    readonly given: string;
  }[];
  readonly rejects: readonly {
    readonly record: number;
    readonly field: string;
    readonly code: string;
    readonly reason: string;
  }[];
  readonly rejectsFile: string | null;
}

/** The fixtures in a folder of their own, where reject files may be written. */
function brought(...names: readonly string[]): readonly string[] {
  const folder = tempFolder();
  return names.map((name) => {
    cpSync(join(fixtures, name), join(folder, name), { recursive: true });
    return join(folder, name);
  });
}

async function importing(db: string, argv: readonly string[]): Promise<Report> {
  const { code, json, stderr } = await cli(db, ['import', ...argv, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return json() as Report;
}

function total({ files }: Report) {
  const sum = (count: 'records' | 'accepted' | 'unchanged' | 'conflicting' | 'rejected' | 'skipped') =>
    files.reduce((all, file) => all + file[count], 0);
  return {
    records: sum('records'),
    accepted: sum('accepted'),
    unchanged: sum('unchanged'),
    conflicting: sum('conflicting'),
    rejected: sum('rejected'),
    skipped: sum('skipped'),
  };
}

const nothing = { accepted: 0, unchanged: 0, conflicting: 0, rejected: 0, skipped: 0 };

describe('import', () => {
  test('takes the whole friendly export, and changes nothing the second time', async () => {
    const db = await tempDatabase();
    const [export_ = ''] = brought('portal-export.csv');
    expect(total(await importing(db, [export_]))).toEqual({ ...nothing, records: 2000, accepted: 2000 });
    const bytes = readFileSync(db);
    expect(total(await importing(db, [export_]))).toEqual({ ...nothing, records: 2000, unchanged: 2000 });
    expect(readFileSync(db).equals(bytes)).toBe(true);
    expect(existsSync(export_.replace('.csv', '.rejects.csv'))).toBe(false);
    expect((await cli(db, ['audit', 'verify'])).stdout).toContain('intact: 2000 entries');
  });

  test('takes all that Excel saved', async () => {
    const db = await tempDatabase();
    const report = await importing(db, brought('portal-export-excel-pl.csv'));
    const { records, accepted, unchanged, rejected } = total(report);
    expect({ records, rejected }).toEqual({ records: 247, rejected: 0 });
    expect(accepted + unchanged).toBe(247);
    expect((await cli(db, ['find', 'a', '--limit', '200'])).stdout).toMatch(/[łśżźćńąęó]/);
  });

  test('gives every hostile row exactly the verdict that is expected', async () => {
    const db = await tempDatabase();
    const [hostile = '', expected = ''] = brought('portal-export-hostile.csv', 'portal-export-hostile.expected.csv');
    const report = await importing(db, [hostile]);
    const wanted = parse(readFileSync(expected, 'utf8'), { columns: true }) as { record: string; verdict: string }[];
    const rejected = wanted.filter(({ verdict }) => verdict === 'reject').map(({ record }) => Number(record));
    expect(report.rejects.map(({ record }) => record)).toEqual(rejected);
    expect(total(report)).toEqual({ ...nothing, records: 39, accepted: 19, unchanged: 1, rejected: 19 });
    expect(report.files[0]).toMatchObject({ phoneChanged: 1, landline: 1 });
    expect(report.conflicts).toEqual([
      expect.objectContaining({ record: 35, field: 'phone', stored: '+48508550498', given: '+48600111222' }),
    ]);
    expect((await cli(db, ['show', 'EC-800901'])).stdout).toContain('+48508550498');
  });

  test('writes rejects beside the input, in order, with the reason and the original row', async () => {
    const db = await tempDatabase();
    const [hostile = ''] = brought('portal-export-hostile.csv');
    const { rejectsFile, rejects } = await importing(db, [hostile]);
    expect(rejectsFile).toBe(hostile.replace('.csv', '.rejects.csv'));
    expect(statSync(rejectsFile ?? '').mode & 0o777).toBe(0o600);
    const rows = parse(readFileSync(rejectsFile ?? ''), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ record }) => Number(record))).toEqual(rejects.map(({ record }) => record));
    expect(rows[0]).toMatchObject({ record: '2', line: '3', field: 'customer_id', code: 'missing' });
    expect(rows[0]?.['original']).toContain('j.witkowski700001');
    expect(readFileSync(rejectsFile ?? '', 'latin1')).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f]/);
  });

  test('says reasons in the reader’s language', async () => {
    const db = await tempDatabase();
    const [hostile = ''] = brought('portal-export-hostile.csv');
    const { stdout, stderr } = await cli(db, ['import', hostile, '--lang', 'pl']);
    expect(stderr).toBe('');
    expect(stdout).toContain('przyjęte');
    expect(stdout).toContain('1 rekord z innym numerem telefonu: zgłoszono, nie zmieniono');
    expect(stdout).toContain('Ten numer seryjny należy do innego klienta');
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  test('gives certificates to their subscribers by e-mail, leaves the authority’s out, and keeps one reject', async () => {
    const db = await tempDatabase();
    const [export_ = '', folder = ''] = brought('portal-export.csv', 'certificates');
    await importing(db, [export_]);
    const report = await importing(db, [folder]);
    expect(total(report)).toEqual({ ...nothing, records: 26, accepted: 24, rejected: 1, skipped: 1 });
    expect(report.rejectsFile).toBe(`${folder}.rejects.csv`);
    expect(report.rejects[0]).toMatchObject({ code: 'not-a-certificate' });
    const again = await importing(db, [folder, '--rejects', join(tempFolder(), 'r.csv')]);
    expect(total(again)).toMatchObject({ accepted: 0, rejected: 1, skipped: 1 });
    const shown = (await cli(db, ['show', 'EC-100022', '--json'])).json() as {
      certificates: { identity: string | null }[];
    };
    expect(shown.certificates.some(({ identity }) => identity?.startsWith('PNOPL-'))).toBe(true);
  });

  test('opens accounts for unknown subscribers only when told to, the same ones every time', async () => {
    const db = await tempDatabase();
    const [folder = ''] = brought('certificates');
    const { stderr, code } = await cli(db, ['import', folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((await cli(db, ['find', 'example', '--json'])).json()).toEqual({ found: [] });
    expect(total(await importing(db, [folder, '--create']))).toMatchObject({ accepted: 24, rejected: 1, skipped: 1 });
    expect(total(await importing(db, [folder, '--create']))).toMatchObject({ accepted: 0, unchanged: 24 });
    const { found } = (await cli(db, ['find', 'Zawadzki', '--json'])).json() as { found: { customerId: string }[] };
    expect(found[0]?.customerId).toMatch(/^NEW-[0-9A-F]{10}$/);
  });

  test('a rehearsal says the same and writes nothing', async () => {
    const db = await tempDatabase();
    const inputs = brought('portal-export.csv', 'portal-export-hostile.csv', 'certificates');
    const bytes = readFileSync(db);
    const rehearsed = await importing(db, [...inputs, '--dry-run']);
    expect(rehearsed).toMatchObject({ dryRun: true, rejectsFile: null });
    expect(readFileSync(db).equals(bytes)).toBe(true);
    for (const input of inputs) expect(existsSync(`${input.replace('.csv', '')}.rejects.csv`)).toBe(false);
    const real = await importing(db, inputs);
    expect(total(rehearsed)).toEqual(total(real));
    expect(rehearsed.rejects).toEqual(real.rejects);
    expect(rehearsed.conflicts).toEqual(real.conflicts);
    expect((await cli(db, ['import', ...inputs, '--dry-run'])).stderr).toContain('Rehearsal: nothing was written.');
  });

  test('works on a live database too', async () => {
    const db = await tempDatabase('live');
    expect(total(await importing(db, brought('portal-export.csv')))).toMatchObject({ accepted: 2000 });
    const { entries } = (await cli(db, ['audit', 'list', '--limit', '1', '--json'])).json() as { entries: object[] };
    expect(entries[0]).toMatchObject({ command: 'import-record', actor: { kind: 'administrator', id: 'tester' } });
  });

  test('what cannot be read is named, and does not stop the rest', async () => {
    const db = await tempDatabase();
    const [export_ = ''] = brought('portal-export.csv');
    const folder = tempFolder();
    const [missing, zip, headless, empty] = ['missing.csv', 'a.xlsx', 'headless.csv', 'empty'].map((name) =>
      join(folder, name),
    );
    writeFileSync(zip ?? '', 'PK\x03\x04 spreadsheet');
    writeFileSync(headless ?? '', 'a,b\n1,2\n');
    mkdirSync(empty ?? '');
    const { code, json } = await cli(db, [
      'import',
      missing ?? '',
      zip ?? '',
      headless ?? '',
      empty ?? '',
      export_,
      '--json',
      '--rejects',
      join(folder, 'r.csv'),
    ]);
    expect(code).toBe(1);
    const report = json() as Report;
    expect(report.refusedFiles.map(({ code: why }) => why).toSorted()).toEqual([
      'columns-missing',
      'empty-folder',
      'not-found',
      'spreadsheet-file',
    ]);
    expect(total(report)).toMatchObject({ accepted: 2000 });
  });

  test('a place where rejects cannot be written is refused, and what was in stays in', async () => {
    const db = await tempDatabase();
    const [hostile = ''] = brought('portal-export-hostile.csv');
    const nowhere = join(tempFolder(), 'no', 'such', 'folder.csv');
    const refused = await cli(db, ['import', hostile, '--rejects', nowhere]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('cannot be written');
    expect(total(await importing(db, [hostile]))).toMatchObject({ accepted: 0, rejected: 19 });
  });

  test('never replaces a file that is no reject file: it may be the input itself', async () => {
    const db = await tempDatabase();
    const [hostile = ''] = brought('portal-export-hostile.csv');
    const before = readFileSync(hostile);
    expect(await cli(db, ['import', hostile, '--rejects', hostile])).toMatchObject({ code: 1, stdout: '' });
    expect(readFileSync(hostile).equals(before)).toBe(true);
    const rejects = join(tempFolder(), 'r.csv');
    await importing(db, [hostile, '--rejects', rejects]);
    expect((await importing(db, [hostile, '--rejects', rejects])).rejectsFile).toBe(rejects);
  });

  test('rejects of an earlier import that lie in the folder are left out; alone they are refused', async () => {
    const db = await tempDatabase();
    const [hostile = ''] = brought('portal-export-hostile.csv');
    const { rejectsFile } = await importing(db, [hostile]);
    const again = await importing(db, [dirname(hostile)]);
    expect(total(again)).toMatchObject({ records: 39, accepted: 0, rejected: 19 });
    expect(again.refusedFiles).toMatchObject([{ file: rejectsFile, code: 'reject-file' }]);
    expect(await cli(db, ['import', rejectsFile ?? ''])).toMatchObject({ code: 1 });
  });

  test('a certificate of an address that several accounts share goes to the account that holds it already', async () => {
    const db = await tempDatabase();
    const [export_ = '', folder = ''] = brought('portal-export.csv', 'certificates');
    const anna =
      readFileSync(export_, 'utf8')
        .split('\n')
        .find((line) => line.startsWith('EC-100022,')) ?? '';
    const shared = (id: string, serial: string) =>
      anna.replace('EC-100022', id).replace(anna.split(',')[7] ?? '', serial);
    const pem = join(folder, 'EC-100022-05.pem');
    const serial = new X509Certificate(readFileSync(pem)).serialNumber;
    const [header = ''] = readFileSync(export_, 'utf8').split('\n');
    writeFileSync(export_, [header, shared('EC-1', 'AA01'), shared('EC-2', 'AA02')].join('\n'));
    await importing(db, [export_]);
    expect((await importing(db, [pem])).rejects).toMatchObject([{ code: 'several-subscribers' }]);
    writeFileSync(export_, [header, shared('EC-2', serial)].join('\n'));
    await importing(db, [export_]);
    expect((await importing(db, [pem])).rejects).toEqual([]);
  });

  test('reads in the encoding that was named', async () => {
    const [export_ = ''] = brought('portal-export-excel-pl.csv');
    const right = await importing(await tempDatabase(), [export_, '--encoding', 'windows-1250']);
    expect(total(right).rejected).toBe(0);
    const wrong = await importing(await tempDatabase(), [export_, '--encoding', 'utf-8']);
    expect(wrong.rejects.some(({ code }) => code === 'not-utf8')).toBe(true);
    expect(await cli(await tempDatabase(), ['import', export_, '--encoding', 'latin-9'])).toMatchObject({ code: 2 });
  });

  test('Ctrl+C stops between two transactions and says what is in; the same command goes on', async () => {
    const db = await tempDatabase();
    const [export_ = ''] = brought('portal-export.csv');
    const signals = new EventEmitter();
    const interrupted = cli(db, ['import', export_, '--json'], { signals });
    signals.once('newListener', () => setTimeout(() => signals.emit('SIGINT'), 30));
    const { code, json } = await interrupted;
    const report = json() as Report;
    expect(code).toBe(130);
    expect(report.interrupted).toBe(true);
    const { accepted } = total(report);
    expect(accepted).toBeLessThan(2000);
    const { accepted: rest, unchanged } = total(await importing(db, [export_]));
    expect({ unchanged, all: rest + unchanged }).toEqual({ unchanged: accepted, all: 2000 });
    expect(signals.listenerCount('SIGINT')).toBe(0);
  });

  test('shows progress on a terminal only', async () => {
    const db = await tempDatabase();
    const inputs = brought('portal-export.csv');
    expect((await cli(db, ['import', ...inputs], { keys: [] })).stderr).toContain('Importing ');
    expect((await cli(db, ['import', ...inputs])).stderr).toBe('');
  });

  test('an unreadable file is named', async () => {
    const [export_ = ''] = brought('portal-export.csv');
    chmodSync(export_, 0);
    const { code, stderr } = await cli(await tempDatabase(), ['import', export_]);
    // Root may read everything.
    if (process.getuid?.() !== 0) {
      expect(code).toBe(1);
      expect(stderr).toContain('cannot be read');
    }
  });
});

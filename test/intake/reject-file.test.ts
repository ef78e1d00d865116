import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRejectFile, type RejectedRecord, type RejectFile } from '../../src/intake/reject-file.ts';
import { tempFolder } from './read-all.ts';

const reject = (original: string, file = 'export.csv'): RejectedRecord<'missing'> => ({
  file,
  record: 7,
  line: 8,
  field: 'phone',
  code: 'missing',
  original,
});

async function opened(path: string): Promise<RejectFile<'missing'>> {
  const file = await openRejectFile<'missing'>(path, (code) => `The field is ${code}.`);
  return typeof file === 'string' ? expect.unreachable(file) : file;
}

async function written(originals: readonly string[], path = join(tempFolder(), 'rejects.csv')): Promise<string> {
  const file = await opened(path);
  for (const original of originals) await file.write([reject(original)]);
  expect(await file.close()).toBe(originals.length);
  return readFileSync(path, 'utf8');
}

/** What the docstring promises a reader. */
function undone(cell: string): string {
  return cell
    .replace(/^'/, '')
    .replace(/\\(?:\\|x([0-9a-f]{2})|u\{([0-9a-f]+)\})/g, (_, byte?: string, point?: string) => {
      if (byte !== undefined) {
        const code = Number.parseInt(byte, 16);
        return String.fromCharCode(code < 0x80 ? code : 0xdc00 + code);
      }
      return point === undefined ? '\\' : String.fromCodePoint(Number.parseInt(point, 16));
    });
}

describe('the reject file', () => {
  test('names file, record, line, field, code, reason and the row as it was', async () => {
    expect(await written(['EC-1,a,"b ""c""",ż'])).toBe(
      '\ufefffile,record,line,field,code,reason,original\nexport.csv,7,8,phone,missing,The field is missing.,"EC-1,a,""b """"c"""""",ż"\n',
    );
  });

  test('shows control characters instead of holding them', async () => {
    const text = await written(['\x1b[31mAnna\x00\r\nB\u009b\u202e\u200b\\x\udcc3']);
    expect(text).toContain(String.raw`\x1b[31mAnna\x00\x0d\x0aB\u{9b}\u{202e}\u{200b}\\x\xc3`);
    expect(text.slice(1)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u200b]/);
  });

  test('has no cell that a spreadsheet runs, in whatever country', async () => {
    for (const start of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1"]) {
      const [, , , , , , cell = ''] = parse(await written([start]), { from: 2 })[0] ?? [];
      expect(cell).toMatch(/^'|^\\x/);
    }
    const semicolons = await written(['EC-1;=1+1;"=HYPERLINK(""x"")"; @SUM(A1);+48 600;-1']);
    for (const cell of semicolons.split(';').slice(1)) expect(cell).not.toMatch(/^[\s"']*[=+\-@]/);
  });

  test('gives every row back, whatever stood in it', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=', ';=', "'", '\\', '\\x41', '\\u{41}', '"', ',', '\x1b', '\r\n', '\udc80', '\udcff', ';"@'),
    );
    const original = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(original, { minLength: 1, maxLength: 20 }), async (originals) => {
        const rows = parse(await written(originals), { bom: true, from: 2 }) as string[][];
        expect(rows.map((cells) => undone(cells[6] ?? ''))).toEqual(originals);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the file itself', () => {
  test('is private, and there only when something was rejected', async () => {
    const folder = tempFolder();
    const path = join(folder, 'rejects.csv');
    const none = await opened(path);
    await none.write([]);
    expect(await none.close()).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    const umask = process.umask(0);
    await written(['x'], path);
    process.umask(umask);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['rejects.csv']);
  });

  test('replaces an older one only when it is complete, and can be given up', async () => {
    const folder = tempFolder();
    const path = join(folder, 'rejects.csv');
    writeFileSync(path, 'older');
    const file = await opened(path);
    await file.write([reject('x')]);
    expect(readFileSync(path, 'utf8')).toBe('older');
    await file.discard();
    expect(readdirSync(folder)).toEqual(['rejects.csv']);
    expect(await written(['y'], path)).toContain('y');
  });

  test('is never written through a link, nor onto anything but a file', async () => {
    const folder = tempFolder();
    const target = join(folder, 'target');
    writeFileSync(target, 'mine');
    symlinkSync(target, join(folder, 'link'));
    mkdirSync(join(folder, 'sub'));
    expect(await openRejectFile(join(folder, 'link'), String)).toBe('symbolic-link');
    expect(await openRejectFile(join(folder, 'sub'), String)).toBe('not-a-file');
    const late = join(folder, 'late.csv');
    const file = await opened(late);
    await file.write([reject('x')]);
    symlinkSync(target, late);
    await file.close();
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect(readFileSync(late, 'utf8')).toContain('original');
  });

  test('without its folder is an error, and leaves nothing', async () => {
    const path = join(tempFolder(), 'gone', 'rejects.csv');
    const file = await opened(path);
    await expect(file.write([reject('x')])).rejects.toThrow('ENOENT');
    await file.discard();
    expect(existsSync(path)).toBe(false);
  });
});

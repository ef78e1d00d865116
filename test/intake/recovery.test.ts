import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvShape, readCsvRows } from '../../src/intake/csv-rows.ts';
import { readPortalFile } from '../../src/intake/portal-file.ts';
import { type CsvRow, LONGEST_RECORD, originalText } from '../../src/intake/record-splitter.ts';
import type { TextBlock } from '../../src/intake/text-blocks.ts';
import { header, openPortal, readPortal, row, tempFile, told } from './read-all.ts';

const shape: CsvShape = { delimiter: ',', width: 3, headerLines: 0, headerBytes: 0 };

async function* inPieces(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<TextBlock> {
  const at = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  for (const [index, start] of at.entries()) {
    yield { bytes: bytes.subarray(start, at[index + 1] ?? start), bytesRead: start, last: index === at.length - 1 };
  }
}

async function split(content: string | Buffer, cuts: readonly number[] = []): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(inPieces(Buffer.from(content), cuts), shape)) rows.push(...batch.rows);
  return rows;
}

const summary = (rows: readonly CsvRow[]) =>
  rows.map((read) => `${read.record}@${read.line} ${read.status === 'read' ? read.fields.join('|') : read.code}`);

describe('quotes', () => {
  test.each([
    ['line breaks inside belong to the field', 'a,"b\nc",d\ne,f,g\n', ['1@1 line-break', '2@3 e|f|g']],
    ['with CRLF too', 'a,"b\r\nc",d\r\ne,f,g\r\n', ['1@1 line-break', '2@3 e|f|g']],
    ['a row hidden inside a field is none', 'a,"b\nc,d,e\n",f\ng,h,i\n', ['1@1 line-break', '2@4 g|h|i']],
    [
      'two that pair up across rows lose all between, and mix nothing',
      'a,",b\nc,d,e\nf,",g\nh,i,j\n',
      ['1@1 line-break', '2@4 h|i|j'],
    ],
    ['a doubled one is one', 'a,"b""c",d\n', ['1@1 a|b"c|d']],
    ['never closed: its line is lost, the next is not', 'a,"b,c\nd,e,f\n', ['1@1 unclosed-quote', '2@2 d|e|f']],
    ['never closed before a quoted field', 'a,"b,c\nd,"e",f\n', ['1@1 unclosed-quote', '2@2 d|e|f']],
    [
      'never closed before an empty quoted field',
      'a,"b,c\nd,"",f\ng,h,i\n',
      ['1@1 unclosed-quote', '2@2 d||f', '3@3 g|h|i'],
    ],
    [
      'never closed, twice',
      'a,",c\nd,e,f\n",h,i\nj,k,l\n',
      ['1@1 unclosed-quote', '2@2 d|e|f', '3@3 unclosed-quote', '4@4 j|k|l'],
    ],
    ['never closed in the last line', 'a,b,c\nd,"e,f', ['1@1 a|b|c', '2@2 unclosed-quote']],
    ['in the middle of a field', 'a,b"c,d\ne,f,g\n', ['1@1 stray-quote', '2@2 e|f|g']],
    ['after a quoted field', 'a,"b"c,d\ne,f,g\n', ['1@1 stray-quote', '2@2 e|f|g']],
    [
      'line breaks do not excuse a wrong width',
      'a,"b\nc"\ne,f,g\n',
      ['1@1 unclosed-quote', '2@2 stray-quote', '3@3 e|f|g'],
    ],
  ])('%s', async (_, content, expected) => {
    expect(summary(await split(content))).toEqual(expected);
  });

  test('never closed in the middle of a big file: every other row is there', async () => {
    const plain = row({ certificate_subject: 'CN=Anna' });
    for (const other of [plain, row()]) {
      const rows = Array.from({ length: 6_000 }, (_, index) =>
        index === 3_000 ? plain.replace('Anna', '"Anna') : other,
      );
      const verdicts = await readPortal(tempFile(`${header}\n${rows.join('\n')}\n`));
      expect(verdicts.map(({ record }) => record)).toEqual(rows.map((_, index) => index + 1));
      expect(told(verdicts.filter(({ verdict }) => verdict === 'reject'))).toEqual(['3001 row:unclosed-quote']);
    }
  });

  test('a field with line breaks is read across any two pieces of the file', async () => {
    const name = `"${'Anna\n'.repeat(30)}"`;
    const rows = Array.from({ length: 2_000 }, () => row({ given_name: name }));
    const verdicts = await readPortal(tempFile(`${header}\n${rows.join('\r\n')}\n`));
    expect(verdicts).toHaveLength(2_000);
    expect(new Set(told(verdicts).map((line) => line.replace(/^\d+ /, '')))).toEqual(
      new Set(['given_name:line-break']),
    );
    expect(verdicts.at(-1)?.line).toBe(2 + 1_999 * 31);
  });
});

describe('lines without end', () => {
  test('are rejected once, shown in part, and the next line is read', async () => {
    const endless = `a,b,${'c'.repeat(3 * LONGEST_RECORD)}`;
    const content = `${endless}\nd,e,f\n`;
    const pieces = Array.from({ length: 20 }, (_, index) => index * 50_000);
    const rows = await split(content, pieces);
    expect(summary(rows)).toEqual(['1@1 row-too-long', '2@2 d|e|f']);
    expect(rows[0] && originalText(rows[0].source).length).toBe(4_096);
  });

  test('behind an open quote neither stop the reading nor fill the memory', async () => {
    const content = `a,"b,c\n${'d'.repeat(3 * LONGEST_RECORD)}\ne,f,g\n`;
    const pieces = Array.from({ length: 20 }, (_, index) => index * 50_000);
    expect(summary(await split(content, pieces))).toEqual(['1@1 unclosed-quote', '2@2 row-too-long', '3@3 e|f|g']);
  });

  test('a field of a hundred thousand characters in as many lines is still one field', async () => {
    const rows = await split(`a,"${'b\n'.repeat(50_000)}",c\nd,e,f\n`, [1_000, 60_000, 90_000]);
    expect(rows.map(({ status, line }) => [status, line])).toEqual([
      ['broken', 1],
      ['read', 50_002],
    ]);
  });
});

describe('bytes that are no UTF-8', () => {
  test('cost their own row, and the field is named', async () => {
    const content = Buffer.concat([Buffer.from('ż,b,c\nd,"e'), Buffer.from([0xc3]), Buffer.from('",f\nł,"ó ó",i\n')]);
    const rows = await split(content);
    expect(summary(rows)).toEqual(['1@1 ż|b|c', '2@2 not-utf8', '3@3 ł|ó ó|i']);
    expect(rows[1]).toMatchObject({ column: 1 });
    expect(rows[1] && originalText(rows[1].source)).toBe('d,"e\udcc3",f');
  });
});

/** What must be accounted for: every line that is more than separators, quotes and blanks. */
const said = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\r+$/, ''))
    .filter((line) => !/^[\s,"]*$/.test(line));

const nasty = fc
  .array(
    fc.constantFrom(
      'a',
      ',',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ' ',
      'ż',
      '\x00',
      'a,b,c\n',
      'a,"b",c\n',
      '"a\nb",c,d\n',
      ',"',
      '",',
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

describe('whatever comes', () => {
  test('every line is in exactly one record, numbered without gaps', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (content) => {
        const rows = await split(content);
        expect(rows.map(({ record }) => record)).toEqual(rows.map((_, index) => index + 1));
        expect(said(rows.map(({ source }) => originalText(source)).join('\n'))).toEqual(said(content));
        const lines = content.split('\n');
        for (const { line, source } of rows) {
          const [first = ''] = originalText(source).split('\n');
          expect((lines[line - 1] ?? '').replace(/\r+$/, '')).toBe(first.replace(/\r+$/, ''));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('it makes no difference how the file is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, fc.array(fc.nat(), { maxLength: 8 }), async (content, cuts) => {
        expect(summary(await split(content, cuts))).toEqual(summary(await split(content)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('rows that are fine stay fine beside ones that are not', async () => {
    const broken = fc.constantFrom('a,b', 'a,b,c,d', 'a"b,c,d', 'a,"b"c,d', 'a,"b,c', '\x00', 'x,y,"z');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(broken, fc.constant('a,"b ""c""",d')), { maxLength: 30 }), async (lines) => {
        const rows = await split(`${lines.join('\n')}\n`);
        expect(rows.map(({ status }) => status === 'read')).toEqual(lines.map((line) => line.endsWith('",d')));
      }),
      { numRuns: 1_000 },
    );
  });

  test('random bytes never crash it and never hang it', async () => {
    const bytes = fc.uint8Array({ maxLength: 2_000 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (content, withHeader) => {
        const path = tempFile(Buffer.concat([Buffer.from(withHeader ? `${header}\n` : ''), content]));
        if (!withHeader) return;
        let records = 0;
        for await (const { verdicts } of readPortalFile(await openPortal(path))) {
          for (const verdict of verdicts) {
            expect(verdict.record).toBe(++records);
            expect(typeof verdict.original()).toBe('string');
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

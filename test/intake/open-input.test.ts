import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listInputs } from '../../src/intake/open-input.ts';
import { openFault, openRegular } from '../../src/intake/open-regular.ts';
import { fixture, tempFile, tempFolder } from './read-all.ts';

const kinds = async (...paths: string[]) => {
  const { inputs, refused } = await listInputs(paths);
  return { inputs: inputs.map(({ kind }) => kind), refused: refused.map(({ code }) => code) };
};

describe('a file is known by what stands in it, not by its name', () => {
  const pem = readFileSync(fixture('certificates/ca.pem'), 'utf8');
  test.each<[string, string | Buffer, { inputs: string[]; refused: string[] }]>([
    ['a portal export', readFileSync(fixture('portal-export-excel-pl.csv')), { inputs: ['csv'], refused: [] }],
    ['a hostile one', readFileSync(fixture('portal-export-hostile.csv')), { inputs: ['csv'], refused: [] }],
    ['an export in UTF-16', Buffer.from('\ufeffcustomer_id\tlogin\n', 'utf16le'), { inputs: ['csv'], refused: [] }],
    ['PEM', pem, { inputs: ['pem'], refused: [] }],
    ['PEM after an explanation', `Certificate:\n    Data:\n${pem}`, { inputs: ['pem'], refused: [] }],
    ['DER', Buffer.from('3082010a', 'hex'), { inputs: ['der'], refused: [] }],
    ['nothing', '', { inputs: [], refused: ['empty-file'] }],
    ['a new spreadsheet', Buffer.from('PK\x03\x04 and so on'), { inputs: [], refused: ['spreadsheet-file'] }],
    ['an old spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { inputs: [], refused: ['spreadsheet-file'] }],
    [
      'binary junk',
      Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 89) % 256)),
      { inputs: [], refused: ['not-recognised'] },
    ],
  ])('%s', async (_, content, expected) => {
    expect(await kinds(tempFile(content, 'misleading.der'))).toEqual(expected);
  });
});

describe('paths', () => {
  test('a folder gives all it contains, sorted, folders inside it too', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'b', 'deep'), { recursive: true });
    mkdirSync(join(folder, 'hollow'));
    for (const name of ['c.csv', 'a.csv', 'b/deep/x.csv', 'b/a.csv'])
      writeFileSync(join(folder, name), 'customer_id\n');
    const { inputs, refused } = await listInputs([folder]);
    expect(inputs.map(({ named }) => named.slice(folder.length + 1))).toEqual([
      'a.csv',
      'b/a.csv',
      'b/deep/x.csv',
      'c.csv',
    ]);
    expect(inputs[0]).toMatchObject({ bytes: 12 });
    expect(refused).toEqual([{ named: join(folder, 'hollow'), code: 'empty-folder' }]);
  });

  test('what is named twice counts once', async () => {
    const file = tempFile('customer_id\n');
    expect((await listInputs([file, file, join(file, '..')])).inputs).toHaveLength(1);
  });

  test('what is not there is refused, and the rest is read', async () => {
    const file = tempFile('customer_id\n');
    const { inputs, refused } = await listInputs([join(file, 'x'), `${file}.nope`, 'a\0b', file]);
    expect(refused.map(({ code }) => code)).toEqual(['not-found', 'not-found', 'not-found']);
    expect(inputs).toHaveLength(1);
  });

  test('a link that is named is followed; one found in a folder is not', async () => {
    const file = tempFile('customer_id\n');
    const folder = tempFolder();
    const link = join(folder, 'link.csv');
    symlinkSync(file, link);
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync('/', join(folder, 'root'));
    expect(await kinds(folder)).toEqual({ inputs: [], refused: ['symbolic-link', 'symbolic-link', 'symbolic-link'] });
    expect((await listInputs([link])).inputs).toMatchObject([{ named: link, path: file }]);
  });

  test('links that lead nowhere or in circles are refused', async () => {
    const folder = tempFolder();
    symlinkSync(join(folder, 'gone'), join(folder, 'dangling'));
    symlinkSync(join(folder, 'circle'), join(folder, 'circle'));
    expect(await kinds(join(folder, 'dangling'), join(folder, 'circle'))).toEqual({
      inputs: [],
      refused: ['not-found', 'symbolic-link'],
    });
  });

  test('pipes and devices are refused at once, without waiting for somebody to write', async () => {
    const folder = tempFolder();
    const pipe = join(folder, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    expect(await kinds(pipe, '/dev/null', '/dev/zero', folder)).toEqual({
      inputs: [],
      refused: ['not-a-file', 'not-a-file', 'not-a-file'],
    });
    expect(await openRegular(pipe)).toBe('not-a-file');
    expect(await openRegular(folder)).toBe('not-a-file');
  });

  test('a file is never opened through a link', async () => {
    const link = join(tempFolder(), 'link');
    symlinkSync(tempFile('customer_id\n'), link);
    expect(await openRegular(link)).toBe('symbolic-link');
  });

  test('what may not be read says so; what is no answer about a path is thrown', () => {
    const failure = (code: string) => Object.assign(new Error(code), { code });
    expect(openFault(failure('EACCES'))).toBe('not-readable');
    expect(() => openFault(failure('EMFILE'))).toThrow('EMFILE');
  });
});

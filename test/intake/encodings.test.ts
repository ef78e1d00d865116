import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { detectEncoding } from '../../src/intake/encoding.ts';
import { header, openPortal, readPortal, row, tempFile } from './read-all.ts';

const polish = `${header}\n${row({ given_name: 'Żółcisława', family_name: 'Źdźbło' })}\n${row({ customer_id: 'EC-2' })}\n`;

function utf16le(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function utf16be(text: string): Buffer {
  return utf16le(text).swap16();
}

/** Windows-1250 for the letters used here. */
function windows1250(text: string): Buffer {
  const codes: Record<string, number> = { Ż: 0xaf, ó: 0xf3, ł: 0xb3, Ź: 0x8f, ź: 0x9f, ń: 0xf1 };
  return Buffer.from([...text].map((letter) => codes[letter] ?? letter.charCodeAt(0)));
}

async function encodingOf(content: Buffer): Promise<string> {
  const handle = await open(tempFile(content));
  try {
    return await detectEncoding(handle);
  } finally {
    await handle.close();
  }
}

describe('every way to write the same file is read alike', () => {
  const bom = '\ufeff';
  const ways: Record<string, [encoding: string, content: Buffer]> = {
    'UTF-8': ['utf-8', Buffer.from(polish)],
    'UTF-8 with a mark': ['utf-8', Buffer.from(bom + polish)],
    'UTF-16LE with a mark': ['utf-16le', utf16le(bom + polish)],
    'UTF-16BE with a mark': ['utf-16be', utf16be(bom + polish)],
    'UTF-16LE without a mark': ['utf-16le', utf16le(polish)],
    'UTF-16BE without a mark': ['utf-16be', utf16be(polish)],
    'Windows-1250': ['windows-1250', windows1250(polish)],
    CRLF: ['utf-8', Buffer.from(polish.replaceAll('\n', '\r\n'))],
    'LF and CRLF mixed': ['utf-8', Buffer.from(polish.replace('\n', '\r\n'))],
    semicolons: ['utf-8', Buffer.from(polish.replaceAll(',', ';'))],
    tabs: ['utf-8', Buffer.from(polish.replaceAll(',', '\t'))],
    'tabs in UTF-16, as Excel saves "Unicode text"': [
      'utf-16le',
      utf16le(bom + polish.replaceAll(',', '\t').replaceAll('\n', '\r\n')),
    ],
    'every field quoted': ['utf-8', Buffer.from(stringify(parse(polish), { quoted: true }))],
    'a line that names the separator': ['utf-8', Buffer.from(`sep=,\r\n${polish}`)],
    'lines without a word before the header': ['utf-8', Buffer.from(`\r\n;;;\nsep=,\n \n${polish}`)],
  };

  test.each(Object.entries(ways))('%s', async (_, [encoding, content]) => {
    const path = tempFile(content);
    expect((await openPortal(path)).encoding).toBe(encoding);
    const verdicts = await readPortal(path);
    expect(verdicts).toMatchObject([
      { record: 1, candidate: { customerId: 'EC-1', givenName: 'Żółcisława', familyName: 'Źdźbło' } },
      { record: 2, candidate: { customerId: 'EC-2', certificate: { status: 'valid' } } },
    ]);
  });
});

describe('which encoding it is', () => {
  const lines = (count: number, line: string) => `${line}\n`.repeat(count);

  test('one broken line does not make UTF-8 something else', async () => {
    const broken = Buffer.concat([Buffer.from(lines(3, 'Łódź')), Buffer.from([0xc3, 0x28, 0x0a])]);
    expect(await encodingOf(broken)).toBe('utf-8');
  });

  test('nor does a broken line after a megabyte of good ones, in whatever piece of the file', async () => {
    const good = Buffer.from(lines(200_000, 'Łódź'));
    expect(await encodingOf(Buffer.concat([good, Buffer.from([0xb3, 0x0a])]))).toBe('utf-8');
    expect(await encodingOf(Buffer.concat([Buffer.from([0xb3, 0x0a]), good]))).toBe('utf-8');
  });

  test('lines are weighed over the whole file, not piece by piece', async () => {
    const broken = Buffer.from('\xb3\n'.repeat(140_000), 'latin1');
    expect(await encodingOf(Buffer.concat([broken, Buffer.from(lines(200_000, 'Łódź'))]))).toBe('utf-8');
    expect(await encodingOf(Buffer.concat([broken, Buffer.from(lines(100_000, 'Łódź'))]))).toBe('windows-1250');
  });

  test('Polish letters in single bytes are Windows-1250, though one line may look like UTF-8', async () => {
    expect(await encodingOf(windows1250(lines(3, 'Łódź Żółw').replaceAll('Ł', '')))).toBe('windows-1250');
    const spolka = Buffer.from([0x53, 0x50, 0xd3, 0xa3, 0x4b, 0x41, 0x0a]);
    expect(await encodingOf(Buffer.concat([spolka, windows1250(lines(3, 'Żółw'))]))).toBe('windows-1250');
  });

  test('plain ASCII and nothing at all are UTF-8', async () => {
    expect(await encodingOf(Buffer.from(lines(3, 'Lodz')))).toBe('utf-8');
    expect(await encodingOf(Buffer.alloc(0))).toBe('utf-8');
  });

  test('a letter across two pieces of the file is one letter', async () => {
    expect(await encodingOf(Buffer.from('ż'.repeat(700_001)))).toBe('utf-8');
    expect(await encodingOf(Buffer.from(`a${lines(100_000, 'żżż')}`))).toBe('utf-8');
  });
});

describe('a letter that was lost before the file came', () => {
  test('is not stored as a question mark', async () => {
    const verdicts = await readPortal(tempFile(`${header}\n${row({ family_name: 'Ko\ufffdnik' })}\n`));
    expect(verdicts).toMatchObject([{ reject: { field: 'family_name', code: 'lost-letters' } }]);
  });
});

import { stringify } from 'csv-stringify/sync';
import { BYTE_STAND_IN } from './record-splitter.ts';

/** What cannot be seen or would act on a terminal, and the backslash that shows it. */
const HIDDEN =
  /[\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/gu;
/**
 * Where lists are separated by semicolons, as in Poland, a spreadsheet cuts even a quoted cell at them: the beginning of
 * a formula after a semicolon is written as a code. A leading apostrophe would be taken for the one that tames a formula.
 */
const FORMULA_INSIDE = /(;[\s"']*)([=+\-@＝＋－＠])/g;
const APOSTROPHE_FIRST = /^'/;

/**
 * CSV for a person to open in a spreadsheet: no cell of it can be run, and the original text can be had back: strip one
 * leading `'`, then undo `\\`, `\xNN` and `\u{N}`. `isFirst` puts a byte order mark before it, so that Excel reads UTF-8.
 */
export function spreadsheetLines(rows: readonly (readonly string[])[], isFirst: boolean): string {
  return stringify(
    rows.map((row) => row.map(tamed)),
    { escape_formulas: true, bom: isFirst },
  );
}

function tamed(text: string): string {
  return text
    .replace(HIDDEN, asCode)
    .replace(FORMULA_INSIDE, (_, before: string, sign: string) => before + asCode(sign))
    .replace(APOSTROPHE_FIRST, asCode);
}

/** `\\`; `\x1b` for ASCII and for a byte that was no UTF-8; `\u{202e}` for any other character. */
function asCode(character: string): string {
  if (character === '\\') return '\\\\';
  const point = character.codePointAt(0) ?? 0;
  const byte = point - BYTE_STAND_IN;
  if (point < 0x80 || (byte >= 0x80 && byte <= 0xff)) return `\\x${(point & 0xff).toString(16).padStart(2, '0')}`;
  return `\\u{${point.toString(16)}}`;
}

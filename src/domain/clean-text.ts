/**
 * Untrusted text: what is stored, what is drawn, what is searched. Hot for a million rows, so each function first asks
 * one cheap regular expression whether there is anything to do at all; below U+0300 Latin text is composed already.
 */

const STORED_AS_IT_IS = /^(?! )(?:[\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff]| (?=[^ ]))*$/;
const DRAWN_AS_IT_IS = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25ff]*$/;
const FOLDED_BY_CASE_ALONE = /^(?! )(?:[\x21-\x7e]| (?=[^ ]))*$/;

/**
 * What must never reach a terminal: whole escape sequences (ECMA-48: CSI, then the strings OSC, DCS, SOS, PM, APC with
 * their terminator, then two-character escapes), and after them every control, lone surrogate, bidi control, noncharacter
 * and character without a glyph (joiners, tags, fillers, variation selectors) on its own. No part matches a control
 * character inside a sequence, so the search stays linear however hostile the text.
 */
const UNSAFE =
  /(?:\x1b\[|\x9b)[0-?]*[ -\/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])\P{Cc}*(?:\x07|\x1b\\|\x9c)|\x1b[ -\/]*[0-~]|[[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]--[\t-\r\x85]]/gv;
const BLANKS = /[\s\x85]+/g;
const LINE_BREAK_OR_TAB = /\r\n|[\t-\r\x85\u2028\u2029]/g;

/** The stored form of untrusted text: nothing unsafe, composed (NFC), runs of blanks one blank, trimmed. Idempotent. */
export function cleanText(raw: string): string {
  if (STORED_AS_IT_IS.test(raw)) return raw;
  return raw.replace(UNSAFE, '').normalize('NFC').replace(BLANKS, ' ').trim();
}

/** The form of untrusted text that may be drawn or printed: as stored, on one line, its inner blanks kept. Idempotent. */
export function safeText(raw: string): string {
  if (DRAWN_AS_IT_IS.test(raw)) return raw;
  return raw.replace(UNSAFE, '').normalize('NFC').replace(LINE_BREAK_OR_TAB, ' ');
}

/** Whether cleaning would take something away that a reader cannot see; blanks and line breaks are no such thing. */
export function hasUnsafe(raw: string): boolean {
  return !DRAWN_AS_IT_IS.test(raw) && raw.search(UNSAFE) >= 0;
}

/** Letters that no Unicode decomposition takes apart. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ς: 'σ',
};
const UNDECOMPOSED_LETTER = /[łđðøœæßþħŧŋıς]/g;
/** A shorter way to the same result for the letters met most. */
const POLISH: Readonly<Record<string, string>> = {
  ą: 'a',
  ć: 'c',
  ę: 'e',
  ł: 'l',
  ń: 'n',
  ó: 'o',
  ś: 's',
  ź: 'z',
  ż: 'z',
};
const POLISH_LETTER = /[ąćęłńóśźż]/g;
const MARKS = /\p{M}+/gu;

/**
 * The searched form: lower case, without marks or unsafe characters, compatibility forms plain, blanks collapsed, so that
 * `lukasz` finds Łukasz. SQLite folds no letter beyond ASCII, so this is stored beside the text. Idempotent.
 */
export function foldText(text: string): string {
  if (FOLDED_BY_CASE_ALONE.test(text)) return text.toLowerCase();
  const polish = text.toLowerCase().replace(POLISH_LETTER, (letter) => POLISH[letter] ?? letter);
  return FOLDED_BY_CASE_ALONE.test(polish) ? polish : foldSlowly(text);
}

function foldSlowly(text: string): string {
  return text
    .replace(UNSAFE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(UNDECOMPOSED_LETTER, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(BLANKS, ' ')
    .trim();
}

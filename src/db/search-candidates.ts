import type Database from 'better-sqlite3';

/** Behind every string that begins with the same letters. */
const LAST = '\u{10ffff}';
/** Names that two words are tried with; more would not fit on a screen anyway. */
const MOST_NAMES = 100;
const SHORTEST_SERIAL = 4;
const SHORTEST_ENDING = 3;
/** Digits of a Polish number without its country code; more of them begin with one. */
const NATIONAL_DIGITS = 9;

/** Account ids that fit a folded query, best kind of hit first; at most `limit`. Every statement is bounded. */
export function candidateFinder(db: Database.Database) {
  const ids = <P extends unknown[]>(sql: string) => db.prepare<P, number>(sql).pluck();
  const range = (column: string) =>
    ids<[string, string, number]>(
      `SELECT id FROM accounts WHERE ${column} >= ? AND ${column} < ? ORDER BY ${column} LIMIT ?`,
    );
  const starts = {
    family: range('family_folded'),
    given: range('given_folded'),
    email: range('email'),
    phone: range('phone'),
    ending: range('phone_reversed'),
    customer: range('customer_id'),
    serial: ids<[string, string, number]>(
      'SELECT account_id FROM certificates WHERE serial >= ? AND serial < ? ORDER BY serial LIMIT ?',
    ),
  };
  const whole = (column: string, other: string) =>
    ids<[string, string, string, number]>(
      `SELECT id FROM accounts WHERE ${column} = ? AND ${other} >= ? AND ${other} < ? ORDER BY ${other} LIMIT ?`,
    );
  const ofFamily = whole('family_folded', 'given_folded');
  const ofGiven = whole('given_folded', 'family_folded');
  const fragment = (names: string) =>
    ids<
      [string, number]
    >(`SELECT a.id FROM ${names} JOIN accounts a ON a.family_folded = n.name OR a.given_folded = n.name
      LIMIT ?`);
  const byFragment = fragment('(SELECT name FROM names_fts WHERE name MATCH ?) n');
  // Two letters are no trigram: the dictionary, not the accounts, is gone through.
  const byTwoLetters = fragment('(SELECT name FROM names WHERE instr(name, ?) > 1) n');
  const beginning = db
    .prepare<[string, string, number], string>('SELECT name FROM names WHERE name >= ? AND name < ? LIMIT ?')
    .pluck();
  const containing = db
    .prepare<[string, number], string>('SELECT name FROM names_fts WHERE name MATCH ? LIMIT ?')
    .pluck();

  return (query: string, limit: number): readonly number[] => {
    if (query === '') return [];
    const found = new Set<number>();
    const left = () => limit - found.size;
    const take = (more: readonly number[]) => {
      for (const id of more) if (found.size < limit) found.add(id);
    };
    const start = (kind: keyof typeof starts, text: string) => {
      if (left() > 0) take(starts[kind].all(text, text + LAST, limit));
    };

    byNumber(query, start);
    // Digits that are somebody's number or serial are no part of a name.
    if (found.size > 0) return [...found];
    if (query.includes('@')) start('email', query);
    else byWords(query.split(' '));
    return [...found];

    function byWords(words: readonly string[]): void {
      const [first = '', second] = words;
      if (second === undefined) byOneWord(first);
      else byTwoWords(first, second);
    }
    function byOneWord(word: string): void {
      if (/^[+\d().-]+$/.test(word)) return;
      start('family', word);
      start('given', word);
      if (word.length > 1) start('email', word);
      // Hits that begin with the fragment were taken already: room for as many again.
      if (left() > 0 && word.length > 2) take(byFragment.all(phrase(word), limit + found.size));
      if (left() > 0 && word.length === 2) take(byTwoLetters.all(word, limit + found.size));
    }
    /** Each name that the longer word begins, whole, with the other word beginning the other name: seeks, no scan. */
    function byTwoWords(one: string, other: string): void {
      const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
      const both = (name: string) => {
        if (left() > 0) take(ofFamily.all(name, shorter, shorter + LAST, left()));
        if (left() > 0) take(ofGiven.all(name, shorter, shorter + LAST, left()));
      };
      beginning.all(longer, longer + LAST, MOST_NAMES).forEach(both);
      if (found.size === 0 && longer.length > 2) containing.all(phrase(longer), MOST_NAMES).forEach(both);
    }
  };
}

/** Quoted, a query is a phrase: no operator in it means anything. */
function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

type Start = (kind: 'customer' | 'phone' | 'ending' | 'serial', text: string) => void;

/** As customers number their own, folded: one word with a digit in it. */
const OTHER_CUSTOMER_ID = /^(?=.*\d)[a-z0-9][a-z0-9._/-]*$/;

/** Customer ids, phone numbers in any writing, and serials: whatever the digits may be the beginning, or the end, of. */
function byNumber(query: string, start: Start): void {
  const compact = query.replace(/[\s():./-]/g, '');
  const customer = /^(?:ec)?(\d{2,7})$/.exec(compact)?.[1];
  if (customer) start('customer', `EC-${customer}`);
  if (OTHER_CUSTOMER_ID.test(query)) start('customer', query.toUpperCase());
  const [, country, digits] = /^(\+|00)?(\d+)$/.exec(compact) ?? [];
  if (digits && digits.length >= SHORTEST_ENDING) {
    start('phone', country || digits.length > NATIONAL_DIGITS ? `+${digits}` : `+48${digits}`);
    // A leading 00 may be a country prefix, or simply how the ending of the number begins.
    if (country !== '+') start('ending', [...compact].reverse().join(''));
  }
  const isSerial = /^[0-9a-f]+$/.test(compact) && /\d/.test(compact) && compact.length >= SHORTEST_SERIAL;
  if (isSerial) start('serial', compact.toUpperCase());
}

import type Database from 'better-sqlite3';

/** Behind every string that begins with the same letters. */
const LAST = '\u{10ffff}';
/** Names that contain a fragment; more would not fit on a screen anyway. */
const MOST_NAMES = 100;
/** Index entries looked through for a pair of words when neither is a whole name. */
const MOST_LOOKED_THROUGH = 20_000;
const SHORTEST_SERIAL = 4;
const SHORTEST_ENDING = 3;

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
  const pair = ids<[string, string, number, string, string, number]>(`
    SELECT id FROM (SELECT id, given_folded FROM accounts INDEXED BY accounts_family
      WHERE family_folded >= ? AND family_folded < ? ORDER BY family_folded LIMIT ?)
    WHERE given_folded >= ? AND given_folded < ? LIMIT ?`);
  const containing = db
    .prepare<[string, number], string>('SELECT name FROM names_fts WHERE name MATCH ? LIMIT ?')
    .pluck();
  const containingTwo = db
    .prepare<[string, number], string>('SELECT name FROM names WHERE instr(name, ?) > 1 LIMIT ?')
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
    if (query.includes('@')) start('email', query);
    else byWords(query.split(' '));
    return [...found];

    function byWords(words: readonly string[]): void {
      const [first = '', second] = words;
      if (second === undefined) byOneWord(first);
      else byTwoWords(first, second);
    }
    function byOneWord(word: string): void {
      if (/^[+\d]/.test(word)) return;
      start('family', word);
      start('given', word);
      if (word.length > 1) start('email', word);
      for (const name of namesWith(word)) {
        if (left() <= 0) return;
        take(ofFamily.all(name, '', LAST, left()));
        take(ofGiven.all(name, '', LAST, left()));
      }
    }
    function byTwoWords(one: string, other: string): void {
      for (const [family, given] of [
        [one, other],
        [other, one],
      ] as const) {
        if (left() > 0) take(ofFamily.all(family, given, given + LAST, left()));
        if (left() > 0) take(ofGiven.all(given, family, family + LAST, left()));
      }
      for (const [family, given] of [
        [one, other],
        [other, one],
      ] as const) {
        if (left() <= 0) return;
        take(pair.all(family, family + LAST, MOST_LOOKED_THROUGH, given, given + LAST, left()));
      }
      for (const [part, given] of [
        [one, other],
        [other, one],
      ] as const) {
        for (const name of namesWith(part)) {
          if (left() <= 0) return;
          take(ofFamily.all(name, given, given + LAST, left()));
        }
      }
    }
    function namesWith(part: string): readonly string[] {
      if (left() <= 0 || part.length < 2) return [];
      if (part.length === 2) return containingTwo.all(part, MOST_NAMES);
      // Quoted, the query is a phrase: no operator in it means anything.
      return containing.all(`"${part.replaceAll('"', '""')}"`, MOST_NAMES).filter((name) => !name.startsWith(part));
    }
  };
}

type Start = (kind: 'customer' | 'phone' | 'ending' | 'serial', text: string) => void;

/** Customer ids, phone numbers in any writing, and serials: whatever the digits may be the beginning, or the end, of. */
function byNumber(query: string, start: Start): void {
  const compact = query.replace(/[\s():./-]/g, '');
  const customer = /^(?:ec)?(\d{2,})$/.exec(compact)?.[1];
  if (customer) start('customer', `EC-${customer}`);
  const digits = /^(?:\+|00)?(\d+)$/.exec(compact)?.[1];
  if (digits && digits.length >= SHORTEST_ENDING) {
    start('phone', `+48${digits}`);
    start('phone', `+${digits}`);
    start('ending', [...digits].reverse().join(''));
  }
  const isSerial = /^[0-9a-f]+$/.test(compact) && /\d/.test(compact) && compact.length >= SHORTEST_SERIAL;
  if (isSerial) start('serial', compact.toUpperCase());
}

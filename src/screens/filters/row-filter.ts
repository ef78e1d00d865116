import { foldText } from '../../domain/clean-text.ts';
import type { CaseView, QueueItem } from '../../domain/read-models.ts';
import type { FilteredView } from '../../domain/saved-filter.ts';
import { briefTextFor } from '../../text/brief.ts';
import type { BriefTexts } from '../../text/en/brief.ts';
import type { Texts } from '../../text/en.ts';
import { languages } from '../../text/language.ts';
import { cell } from '../../ui/cells.ts';
import { fieldLine } from '../../ui/text-field.ts';
import type { ListFilter } from './use-filter.ts';

/** What a filter of words looks at in one row of a list. */
interface Searched {
  readonly words: readonly string[];
  /** Calls within the week; `3+` asks for three or more. */
  readonly calls: number;
}

/** The rows in which every word of the filter is found; accents and case do not matter. All of them without a filter. */
export function fitting<Row>(text: string, rows: readonly Row[], searched: (row: Row) => Searched): readonly Row[] {
  const wanted = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const { words, calls } = searched(row);
    const folded = foldText(words.join(' '));
    return wanted.every((word) => {
      const [, least] = /^(\d+)\+$/.exec(word) ?? [];
      return least === undefined ? folded.includes(word) : calls >= Number(least);
    });
  });
}

/** What has a name is found by it in either language, so that a saved filter outlives a change of language. */
function inEveryLanguage(name: (texts: BriefTexts) => string): readonly string[] {
  return languages.map((language) => name(briefTextFor(language)));
}

export function searchedInQueue({ reason, givenName, familyName, customerId, serial, calls }: QueueItem): Searched {
  const reasons = inEveryLanguage(({ words }) => words.queueReason[reason]);
  return { words: [...reasons, familyName, givenName, customerId, serial], calls };
}

export function searchedInCases({ supportCase, givenName, familyName, calls }: CaseView): Searched {
  const { verification, ticket, caseId, customerId, agentId, handOver } = supportCase;
  const verified = inEveryLanguage(({ words }) => words.verification[verification.status]);
  return {
    words: [familyName, givenName, ticket, caseId, customerId, agentId, ...verified, handOver?.note ?? ''],
    calls,
  };
}

/** The filter as typed, how many it lets through, and what one may type; blank when there is none. */
export function filterLine(
  { text, field, typing }: ListFilter,
  { view, found, all }: { readonly view: Exclude<FilteredView, 'audit'>; readonly found: number; readonly all: number },
  { filters: say }: Texts,
  width: number,
): string {
  if (text === '' && !typing) return '';
  const counted = [say.count(found, all), ...(typing ? [] : [say.keep])].join(' · ');
  const after = cell(`   ${text === '' ? say.hint[view] : counted}`, 'muted');
  return fieldLine([cell(` ${say.prompt}: `, 'muted')], { field, focused: typing }, [after], width);
}

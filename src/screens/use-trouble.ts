import { useCallback, useState } from 'react';
import type { Texts } from '../text/en.ts';
import type { HearTrouble } from '../ui/use-question.ts';
import type { Notice } from './console-context.ts';
import { broken } from './explain.ts';

/** What cannot be read from the database just now, as a notice that stays until it can. */
export function useTrouble(texts: Texts): { readonly trouble: Notice | null; readonly hear: HearTrouble } {
  const [troubles, setTroubles] = useState<ReadonlyMap<string, string>>(new Map());
  const hear = useCallback<HearTrouble>((question, why) => {
    setTroubles((old) => {
      if (why === null && !old.has(question)) return old;
      const others = [...old].filter(([one]) => one !== question);
      return new Map(why === null ? others : [...others, [question, broken(why)]]);
    });
  }, []);
  const [what] = troubles.values();
  return { trouble: what === undefined ? null : { tone: 'danger', text: texts.console.unreadable(what) }, hear };
}

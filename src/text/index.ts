import { en, type Texts } from './en.ts';
import type { Language } from './language.ts';
import { pl } from './pl.ts';

/** Everything the program says, in this language. */
export function textFor(language: Language): Texts {
  return language === 'pl' ? pl : en;
}

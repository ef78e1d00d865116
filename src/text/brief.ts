import { type BriefTexts, brief as english } from './en/brief.ts';
import type { Language } from './language.ts';
import { brief as polish } from './pl/brief.ts';

/** The words of this language, without its sentences: for what is told in another language than the reader's. */
export function briefTextFor(language: Language): BriefTexts {
  return language === 'pl' ? polish : english;
}

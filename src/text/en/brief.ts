import type { Language } from '../language.ts';
import { momentsIn } from '../moments.ts';
import type { Shape } from '../shape.ts';
import { cli } from './cli.ts';
import { words } from './words.ts';

/** What a short command says in English when nothing goes wrong: a fourth of everything, and read first. */
export const brief = {
  language: 'en' as Language,
  moments: momentsIn('en'),
  words,
  cli,
};

export type BriefTexts = Shape<Omit<typeof brief, 'language'>> & { readonly language: Language };

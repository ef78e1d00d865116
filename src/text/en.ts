import { cli } from './en/cli.ts';
import { words } from './en/words.ts';
import type { Language } from './language.ts';
import { momentsIn } from './moments.ts';

/** Everything the program says, in English; the shape that every other language must fill. */
export const en = {
  language: 'en' as Language,
  moments: momentsIn('en'),
  words,
  cli,
};

export type Texts = typeof en;

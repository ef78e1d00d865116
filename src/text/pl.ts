import type { Texts } from './en.ts';
import { momentsIn } from './moments.ts';
import { cli } from './pl/cli.ts';
import { words } from './pl/words.ts';

export const pl: Texts = {
  language: 'pl',
  moments: momentsIn('pl'),
  words,
  cli,
};

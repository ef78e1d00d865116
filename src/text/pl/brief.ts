import type { BriefTexts } from '../en/brief.ts';
import { momentsIn } from '../moments.ts';
import { cli } from './cli.ts';
import { words } from './words.ts';

/** What a short command says in Polish when nothing goes wrong. */
export const brief: BriefTexts = {
  language: 'pl',
  moments: momentsIn('pl'),
  words,
  cli,
};

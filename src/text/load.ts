import type { BriefTexts } from './en/brief.ts';
import type { Texts } from './en.ts';
import type { Language } from './language.ts';

/** The texts of one language alone: a command reads half as much. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'pl' ? (await import('./pl.ts')).pl : (await import('./en.ts')).en;
}

/** What a short command says when nothing goes wrong: a fourth of that. */
export async function loadBriefTexts(language: Language): Promise<BriefTexts> {
  return language === 'pl' ? (await import('./pl/brief.ts')).brief : (await import('./en/brief.ts')).brief;
}

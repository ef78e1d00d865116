import type { Texts } from './en.ts';
import type { Language } from './language.ts';

/** The texts of one language alone: a short command reads half as much. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'pl' ? (await import('./pl.ts')).pl : (await import('./en.ts')).en;
}

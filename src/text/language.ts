export const languages = ['en', 'pl'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value);
}

/** What was asked for outright, else what the locale says (POSIX order), else English. */
export function languageFrom({
  flag,
  env,
}: {
  readonly flag?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Language {
  if (flag !== undefined && isLanguage(flag)) return flag;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('pl') ? 'pl' : 'en';
}

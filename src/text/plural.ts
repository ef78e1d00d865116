import type { Language } from './language.ts';

/** A noun's forms by CLDR plural category: English has one and other; Polish also few (2–4) and many (0, 5–21). */
export type Forms = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

const rules = new Map<Language, Intl.PluralRules>();

/** The form that goes with this number, without the number. */
export function plural(language: Language, count: number, forms: Forms): string {
  let rule = rules.get(language);
  if (!rule) {
    rule = new Intl.PluralRules(language);
    rules.set(language, rule);
  }
  return forms[rule.select(count)] ?? forms.other;
}

/** The number and the form that goes with it: `2 attempts`, `5 prób`. */
export function counted(language: Language, count: number, forms: Forms): string {
  return `${count} ${plural(language, count, forms)}`;
}

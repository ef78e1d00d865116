import type { filters as english } from '../en/filters.ts';

export const filters: typeof english = {
  prompt: 'Filtr',
  count: (found, all) => `${found} z ${all}`,
  keep: 's zapisuje',
  hint: {
    queue: 'powód · nazwisko · EC-… · numer seryjny · 3+ (rozmowy w tygodniu)',
    cases: 'nazwisko · zgłoszenie · kto · weryfikacja · EC-… · 3+ (rozmowy w tygodniu)',
  },
  nothing: 'Nikt tu nie pasuje do tego filtra.',
  title: (list) => `${list}: zapisane filtry`,
  name: 'Nazwa',
  filter: 'Filtr',
  none: 'Dla tej listy nie zapisano żadnego filtra.',
  how: 'a zapisuje go pod nazwą',
  current: 'Ustawiony teraz',
  noneSet: 'Żaden filtr nie jest ustawiony. Aby zapisać: Esc, f, treść, Enter; potem s i a.',
  nameHint: 'ta sama nazwa zastąpi poprzedni',
  saved: (name) => `Zapisano: ${name}.`,
  deleted: (name, text) => `Usunięto: ${name} (${text}).`,
};

import type { palette as english } from '../en/palette.ts';
import { counted } from '../plural.ts';

export const palette: typeof english = {
  prompt: 'Polecenie',
  key: 'Klawisz',
  action: 'Polecenie',
  why: 'Gdzie albo dlaczego nie',
  count: (found, all) =>
    found === all
      ? counted('pl', all, { one: 'polecenie', few: 'polecenia', many: 'poleceń', other: 'polecenia' })
      : `${found} z ${all}`,
  none: (query) => `Nie ma tu polecenia „${query}”. Mniej liter znajdzie więcej.`,
  answerOnScreen: 'Na to odpowiada się na samym ekranie, który mówi, co się zmieni: Esc, potem właściwy klawisz.',
};

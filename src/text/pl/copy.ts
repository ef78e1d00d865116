import type { copy as english } from '../en/copy.ts';

export const copy: typeof english = {
  title: (screen) => `${screen}: wartości`,
  hint: 'Każda wartość stoi sama w wierszu: zaznacz ją myszą albo Enter skopiuje wybraną do schowka.',
  recorded: 'dane osobowe: skopiowanie trafi do dziennika',
  cut: 'dłuższe niż okno: Enter skopiuje całość',
  copied: (what) =>
    `Skopiowano: ${what}. Jeśli nic się nie wkleja, ten terminal nie pozwala programom kopiować: zaznacz wiersz myszą.`,
  names: {
    name: 'Imię i nazwisko',
    login: 'Login',
    email: 'E-mail',
    phone: 'Telefon',
    customer: 'Nr klienta',
    serial: 'Numer seryjny certyfikatu',
    ticket: 'Zgłoszenie',
    case: 'Sprawa',
    agent: 'Nazwa użytkownika',
    colleague: 'Imię i nazwisko konsultanta',
    own: 'Własna subskrypcja',
    entry: 'Numer wpisu',
    moment: 'Chwila',
    hash: 'Skrót',
    'hash-before': 'Poprzedni skrót',
  },
};

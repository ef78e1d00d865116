import type { Texts } from '../en.ts';

export const safetyCli: Texts['safetyCli'] = {
  frozen: (serial) =>
    `Zamrożono aktywację certyfikatu ${serial}. Uruchomi ją tylko reset, na który zgodzą się dwie osoby.`,
  account: {
    blocked: (id) => `Zastrzeżono konto ${id}. Dopóki zastrzeżenie trwa, nie można nim niczego aktywować ani podpisać.`,
    open: (id) => `Zniesiono zastrzeżenie konta ${id}.`,
  },
  phoneChangeOver: 'Oczekująca zmiana numeru telefonu została odrzucona.',
  supervisorsSee: 'Każdy kierownik zobaczy to w kolejce.',
  notAPhone: (flag, given) => `${flag} ${given} to nie jest numer telefonu.`,
  help: {
    arguments: { REFERENCE: 'sześć znaków z wiadomości; gdy ich brak, z najnowszej wiadomości' },
    options: {
      phone:
        'nowy numer, tak jak się go zapisuje (bez numeru kraju jest polski); albo telefon, który skanuje, jeśli nie ma w nim karty SIM subskrybenta',
      emergency: 'tryb pilny: bez czekania, zgoda dwóch kierowników, znak w dzienniku',
      words: 'co dosłownie powiedział rozmówca',
      atOnce: 'nowy numer działa od razu, bez zwykłego czekania',
      phoneChange: 'decyzja dotyczy zmiany numeru telefonu, a nie certyfikatu',
      cause: 'dlaczego przerwano rozmowę',
    },
    commands: {
      freeze: {
        summary: 'zamroź aktywację z powodu podejrzenia; uruchomi ją tylko reset',
        examples: [
          'ecsc freeze 5F932ACF --as ewa --ticket INC-20931 --reason suspicion --note "rozmówca nic nie wie o umowie"',
        ],
      },
      abort: {
        summary: 'przerwij rozmowę pod naciskiem: zamraża od razu i alarmuje kierowników',
        examples: ['ecsc abort 5F932ACF --as ewa --cause pressure'],
      },
      'account block': {
        summary: 'zastrzeż konto jako kierownik: nie można nim niczego aktywować ani podpisać',
        examples: ['ecsc account block EC-100001 --as olga --note "pisemna prośba firmy"'],
      },
      'account unblock': {
        summary: 'znieś zastrzeżenie konta jako kierownik',
        examples: ['ecsc account unblock EC-100001 --as olga --note "wyjaśniono z firmą"'],
      },
      'portal not-me': {
        summary: 'odpowiedz na naszą wiadomość: to nie ja; zamraża aktywację, także zablokowaną',
        examples: ['ecsc portal not-me 5F932ACF', 'ecsc portal not-me 5F932ACF K7M2QX'],
      },
    },
  },
};

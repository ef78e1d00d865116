import type { radarCli as English } from '../en/radar-cli.ts';
import type { Shape } from '../shape.ts';

/** What `--help` says of them. */
export const radarCli: Shape<typeof English> = {
  groups: {
    outage: 'awarie operatorów, uznawane przez kierownika',
    'bulk-unlock': 'odblokowanie zablokowanych przez awarię: jedna osoba prosi, druga zatwierdza',
  },
  arguments: { OPERATOR: 'nazwa operatora' },
  options: { began: 'jak dawno zaczęła się awaria (inaczej: odkąd widzi ją radar)' },
  commands: {
    radar: { summary: 'jak dochodzą SMS-y u każdego operatora', examples: ['ecsc radar', 'ecsc radar --json'] },
    'outage recognise': {
      summary: 'uznaj awarię: co się przez nią nie uda, nie liczy się do blokady',
      examples: ['ecsc outage recognise play --as olga --note "widać na radarze" --began 40m'],
    },
    'outage end': {
      summary: 'awaria się skończyła',
      examples: ['ecsc outage end play --as olga --note "kody znów dochodzą"'],
    },
    'bulk-unlock list': {
      summary: 'na próbę: kogo dokładnie i dlaczego blokuje ostatnia awaria operatora',
      examples: ['ecsc bulk-unlock list play', 'ecsc bulk-unlock list play --json'],
    },
    'bulk-unlock ask': {
      summary: 'poproś kierownika o zatwierdzenie listy takiej, jaka jest teraz',
      examples: ['ecsc bulk-unlock ask play --as ewa --note "poranna awaria"'],
    },
    'bulk-unlock approve': {
      summary: 'zatwierdź listę i odblokuj wszystkich z niej',
      examples: ['ecsc bulk-unlock approve play --as olga'],
    },
    'bulk-unlock reject': {
      summary: 'odrzuć listę; nikt nie zostanie odblokowany',
      examples: ['ecsc bulk-unlock reject play --as olga'],
    },
    'bulk-unlock resume': {
      summary: 'dokończ zatwierdzoną listę od miejsca, w którym przerwano',
      examples: ['ecsc bulk-unlock resume play --as olga'],
    },
  },
};

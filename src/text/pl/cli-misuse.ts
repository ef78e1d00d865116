import type { BriefTexts } from '../en/brief.ts';

export const misuse: BriefTexts['cli']['misuse'] = {
  unknownCommand: (name, like) => `Nie ma polecenia „${name}”.${like === null ? '' : ` Może chodziło o: ${like}?`}`,
  unknownOption: (name, like) => `Nie ma opcji ${name}.${like === null ? '' : ` Może chodziło o ${like}?`}`,
  missingArgument: (name) => `Brakuje argumentu ${name}.`,
  missingValue: (option) => `Po ${option} brakuje wartości.`,
  missingOption: (option) => `Brakuje opcji ${option}.`,
  tooManyArguments: () => 'Podano zbyt wiele argumentów.',
  notOneOf: (what, given, allowed) => `${what} nie może mieć wartości „${given}”. Możliwe: ${allowed}`,
  notANumber: (what, given) => `${what} musi być liczbą całkowitą większą od 0, a nie „${given}”.`,
  notAFactor: (given) => `Szybkość musi być liczbą od 0.1 do 1000, a nie „${given}”.`,
  notADuration: (given) => `„${given}” to nie czas trwania. Zapisz go tak: 90s, 6m, 1h30m, 2d`,
  notAnInstant: (given) => `„${given}” to nie chwila. Zapisz ją tak: 23.11.2026 10:42 albo 2026-11-23T09:42:00Z`,
  notAHead: (given) =>
    `„${given}” to nie skrót końca dziennika audytu: 64 znaki, cyfry i litery od a do f, jak pokazuje go ecsc audit verify.`,
  stillToCome: (given) => `„${given}” dopiero nadejdzie. Bez --at zobaczysz konto w stanie obecnym.`,
  durationMissing: () => 'Przy „late” podaj, po jakim czasie dochodzą wiadomości, np.: late 6m12s',
  needsTerminal: (instead) => `To wymaga terminala. W skrypcie użyj ${instead}.`,
  inconsistent: (a, b) => `${a} i ${b} wykluczają się.`,
  seeHelp: (command) => `Więcej: ${command} --help`,
};

export const interrupted = 'Przerwano. Nic nie zostało zrobione do połowy.';

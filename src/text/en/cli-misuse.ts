/** Wrong usage: a sentence each. */
export const misuse = {
  unknownCommand: (name: string, like: string | null) =>
    `There is no command “${name}”.${like === null ? '' : ` Did you mean: ${like}?`}`,
  unknownOption: (name: string, like: string | null) =>
    `There is no option ${name}.${like === null ? '' : ` Did you mean ${like}?`}`,
  missingArgument: (name: string) => `${name} is missing.`,
  missingValue: (option: string) => `A value is missing after ${option}.`,
  missingOption: (option: string) => `The option ${option} is missing.`,
  tooManyArguments: () => 'There are too many arguments.',
  notOneOf: (what: string, given: string, allowed: string) => `${what} cannot be “${given}”. Possible: ${allowed}`,
  notANumber: (what: string, given: string) => `${what} has to be a whole number greater than 0, not “${given}”.`,
  notAFactor: (given: string) => `The speed has to be a number from 0.1 to 1000, not “${given}”.`,
  notADuration: (given: string) => `“${given}” is not a duration. Write it like this: 90s, 6m, 1h30m, 2d`,
  notAnInstant: (given: string) =>
    `“${given}” is no moment. Write it like this: 23.11.2026 10:42, or 2026-11-23T09:42:00Z`,
  notAHead: (given: string) =>
    `“${given}” is not the head of an audit log: 64 digits and letters from a to f, as ecsc audit verify shows it.`,
  stillToCome: (given: string) => `“${given}” is still to come. Leave --at out for the account as it is now.`,
  durationMissing: () => 'With “late” say after how long messages arrive, e.g.: late 6m12s',
  needsTerminal: (instead: string) => `This needs a terminal. In a script use ${instead}.`,
  inconsistent: (a: string, b: string) => `${a} and ${b} cannot go together.`,
  seeHelp: (command: string) => `More: ${command} --help`,
};

export const interrupted = 'Interrupted. Nothing was left half done.';

import type { CommanderError } from 'commander';
import type { BriefTexts } from '../text/en/brief.ts';

/** Commander's answers that are no mistakes. */
const FINE = new Set(['commander.helpDisplayed', 'commander.version', 'commander.help']);

export function isHelp(error: CommanderError): boolean {
  return FINE.has(error.code) && error.exitCode === 0;
}

/** What was wrong with the command line, in the reader's language; Commander knows English only. */
export function tellMisuse(texts: BriefTexts, error: CommanderError): string {
  const { misuse } = texts.cli;
  const { code, message } = error;
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '');
  const [first = '', second = ''] = quoted;
  const like = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1] ?? null;
  switch (code) {
    case 'commander.unknownCommand':
      return misuse.unknownCommand(first, like);
    case 'commander.unknownOption':
      return misuse.unknownOption(first, like);
    case 'commander.missingArgument':
      return misuse.missingArgument(first);
    case 'commander.optionMissingArgument':
      return misuse.missingValue(flagIn(first));
    case 'commander.missingMandatoryOptionValue':
      return misuse.missingOption(flagIn(first));
    case 'commander.excessArguments':
      return misuse.tooManyArguments();
    case 'commander.invalidArgument':
      return tellInvalid(texts, message, first, second);
    default:
      return message;
  }
}

/** Of an option Commander names the option first, of an argument its value. */
function tellInvalid({ cli }: BriefTexts, message: string, first: string, second: string): string {
  const [what, given] = message.startsWith('error: option') ? [flagIn(first), second] : [second, first];
  return cli.misuse.notOneOf(what, given, /Allowed choices are (.+)\./.exec(message)?.[1] ?? '');
}

/** `--ticket <T>` → `--ticket` */
function flagIn(flags: string): string {
  return flags.split(' ')[0] ?? flags;
}

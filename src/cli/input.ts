import { parseDuration } from '../domain/duration.ts';
import type { BriefTexts } from '../text/en/brief.ts';
import { Misuse } from './exit.ts';
import type { ArgumentName, OptionName } from './spec.ts';

/** What was typed after the command's name, by the names of the command table. */
export interface Input {
  argument(name: ArgumentName): string;
  /** An argument that names a place, which nothing does not. @throws Misuse */
  path(name: ArgumentName): string;
  maybe(name: ArgumentName): string | undefined;
  many(name: ArgumentName): readonly string[];
  option(name: OptionName): string | undefined;
  required(name: OptionName): string;
  flag(name: OptionName): boolean;
  /** A whole number greater than 0. @throws Misuse */
  count(name: OptionName): number | undefined;
  /** Milliseconds. @throws Misuse */
  duration(name: ArgumentName): number;
  /** Milliseconds; 0 when the option was not given. @throws Misuse */
  span(name: OptionName): number;
}

export function createInput(
  texts: BriefTexts,
  typed: Readonly<Partial<Record<ArgumentName, string | readonly string[]>>>,
  options: Readonly<Record<string, unknown>>,
): Input {
  const { misuse } = texts.cli;
  const maybe = (name: ArgumentName) => {
    const value = typed[name];
    return typeof value === 'string' ? value : undefined;
  };
  const argument = (name: ArgumentName) => {
    const value = maybe(name);
    if (value === undefined) throw new Misuse(misuse.missingArgument(name));
    return value;
  };
  const option = (name: OptionName) => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const milliseconds = (value: string) => {
    const parsed = parseDuration(value);
    if (parsed === null || parsed < 0) throw new Misuse(misuse.notADuration(value));
    return parsed;
  };
  return {
    argument,
    path: (name) => {
      const value = argument(name);
      if (value === '') throw new Misuse(misuse.missingArgument(name));
      return value;
    },
    maybe,
    option,
    many: (name) => {
      const value = typed[name];
      return typeof value === 'string' || value === undefined ? [] : value;
    },
    required: (name) => {
      const value = option(name);
      if (value === undefined) throw new Misuse(misuse.missingOption(flagOf(name)));
      return value;
    },
    flag: (name) => options[name] === true,
    count: (name) => {
      const value = option(name);
      if (value === undefined) return undefined;
      if (!/^[1-9]\d{0,8}$/.test(value)) throw new Misuse(misuse.notANumber(flagOf(name), value));
      return Number(value);
    },
    duration: (name) => milliseconds(argument(name)),
    span: (name) => milliseconds(option(name) ?? '0s'),
  };
}

/** `dryRun` → `--dry-run` */
export function flagOf(name: OptionName): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

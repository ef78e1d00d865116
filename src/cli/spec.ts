import type { App } from '../app.ts';
import type { BriefTexts } from '../text/en/brief.ts';
import type { Texts } from '../text/en.ts';
import type { ExitCode } from './exit.ts';
import type { Input } from './input.ts';
import type { Keyboard } from './keyboard.ts';
import type { Printer } from './printer.ts';
import type { Io, Wiring } from './wiring.ts';

type Help = BriefTexts['cli']['help'];
type CommandPath = keyof Help['commands'];
export type ArgumentName = keyof Help['arguments'];
export type OptionName = keyof Help['options'];
export type GroupName = keyof Help['groups'];

export interface ArgumentSpec {
  readonly name: ArgumentName;
  readonly takes?: 'one' | 'maybe' | 'many' | 'any';
  readonly choices?: readonly string[];
}

export interface OptionSpec {
  readonly name: OptionName;
  /** The value's name in the help; without one the option is a switch. */
  readonly value?: string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
}

/** What a command gets to work with. */
export interface Context<Said extends BriefTexts = Texts> {
  readonly io: Io;
  readonly wiring: Wiring;
  readonly texts: Said;
  readonly out: Printer;
  readonly keyboard: Keyboard;
  readonly db: string | undefined;
  /** The door, opened on first use and closed when the command has ended. */
  app(): Promise<App>;
}

export type Run<Said extends BriefTexts = Texts> = (context: Context<Said>, input: Input) => Promise<ExitCode>;

/** One row of the command table. The module behind `load` is read only when the command is run. */
export type CommandSpec = {
  readonly path: CommandPath;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
} & (
  | { readonly brief?: false; readonly load: () => Promise<Run> }
  /** It says little, and is ready sooner when only that is read. */
  | { readonly brief: true; readonly load: () => Promise<Run<BriefTexts>> }
);

import { Argument, Command, Option } from 'commander';
import type { BriefTexts } from '../text/en/brief.ts';
import { languages } from '../text/language.ts';
import { flagOf } from './input.ts';
import type { ArgumentName, CommandSpec, GroupName, OptionSpec } from './spec.ts';
import { commandTable } from './table.ts';
import type { Output } from './wiring.ts';

/** A command that was found, with what was typed for it. */
export interface Call {
  readonly spec: CommandSpec;
  readonly typed: Readonly<Partial<Record<ArgumentName, string | readonly string[]>>>;
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Builds the parser of the command line from the command table, for the commands that `argv` may mean. `onCall` gets the
 * command that was asked for.
 */
export function buildProgram(
  argv: readonly string[],
  texts: BriefTexts,
  version: string,
  output: { readonly stdout: Output; readonly stderr: Output },
  onCall: (call: Call) => Promise<void>,
): Command {
  const { help } = texts.cli;
  const program = prepared(new Command('ecsc'), texts, output)
    .description(`${help.summary}\n${help.start}`)
    .version(version, '-V, --version', help.version)
    .helpCommand('help [COMMAND]', help.helpCommand)
    .addHelpText('after', `\n${help.exitCodes}`);
  addCommonOptions(program, texts, false);
  const groups = new Map<string, Command>();
  for (const spec of specsFor(argv)) {
    const [first = '', second] = spec.path.split(' ');
    const parent = second === undefined ? program : groupOf(first as GroupName);
    const command = prepared(parent.command(second ?? first), texts, output);
    addCommand(command, spec, texts);
    // A command may have others under it: `train`, `train results`.
    if (second === undefined) groups.set(first, command);
    command.action((...given: unknown[]) => {
      const typed = Object.fromEntries((spec.arguments ?? []).map(({ name }, place) => [name, given[place]]));
      return onCall({ spec, typed: typed as Call['typed'], options: command.optsWithGlobals() });
    });
  }
  return program;

  function groupOf(name: GroupName): Command {
    const known = groups.get(name);
    if (known) return known;
    const group = prepared(program.command(name), texts, output).description(help.groups[name]).helpCommand(false);
    groups.set(name, group);
    return group;
  }
}

/** A short command is ready sooner when the sixty others are not built; help and suggestions want them all. */
function specsFor(argv: readonly string[]): readonly CommandSpec[] {
  const named = argv.includes('help') ? [] : commandTable.filter(({ path }) => argv.includes(path.split(' ')[0] ?? ''));
  return named.length > 0 ? named : commandTable;
}

/** Is no command named, so that the console is wanted? @throws CommanderError on a wrong option, or when the version was asked for */
export function wantsConsole(program: Command, argv: readonly string[]): boolean {
  const { operands, unknown } = program.parseOptions([...argv]);
  return operands.length === 0 && unknown.length === 0;
}

function prepared(
  command: Command,
  texts: BriefTexts,
  output: { readonly stdout: Output; readonly stderr: Output },
): Command {
  const { help } = texts.cli;
  const titles: Readonly<Record<string, string>> = help.titles;
  return command
    .exitOverride()
    .helpOption('-h, --help', help.help)
    .configureOutput({
      writeOut: (text) => output.stdout.write(text),
      writeErr: (text) => output.stderr.write(text),
      // Commander's own sentences are English only; `misuse.ts` says it instead.
      outputError: () => undefined,
      getOutHelpWidth: () => output.stdout.columns ?? 100,
      getErrHelpWidth: () => output.stderr.columns ?? 100,
    })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (one) => usageOf(one, texts),
      subcommandTerm: (one) => [one.name(), ...one.registeredArguments.map(shapeOf)].join(' '),
      optionDescription: ({ description, argChoices }) => withChoices(description, argChoices, texts),
      argumentDescription: ({ description, argChoices }) => withChoices(description, argChoices, texts),
    });
}

function addCommand(command: Command, spec: CommandSpec, texts: BriefTexts): void {
  const { help } = texts.cli;
  const { summary, examples } = help.commands[spec.path];
  command.description(summary);
  for (const { name, takes = 'one', choices } of spec.arguments ?? []) {
    const shape = { one: `<${name}>`, maybe: `[${name}]`, many: `<${name}...>`, any: `[${name}...]` }[takes];
    const argument = new Argument(shape, help.arguments[name]);
    command.addArgument(choices ? argument.choices(choices) : argument);
  }
  for (const option of spec.options ?? []) command.addOption(optionOf(option, texts));
  addCommonOptions(command, texts, true);
  command.addHelpText('after', `\n${help.examples}\n${examples.map((example) => `  ${example}`).join('\n')}`);
}

function addCommonOptions(command: Command, texts: BriefTexts, json: boolean): void {
  const { options } = texts.cli.help;
  if (json) command.option('--json', options.json);
  command.option('--db <FILE>', options.db);
  command.addOption(new Option('--lang <LANG>', options.lang).choices(languages));
}

function optionOf({ name, value, required = false, choices }: OptionSpec, texts: BriefTexts): Option {
  const flags = value === undefined ? flagOf(name) : `${flagOf(name)} <${value}>`;
  const option = new Option(flags, texts.cli.help.options[name]).makeOptionMandatory(required);
  return choices ? option.choices(choices) : option;
}

/** `ecsc unlock [options] <CERT>` */
function usageOf(command: Command, { cli }: BriefTexts): string {
  const path: string[] = [];
  for (let one: Command | null = command; one; one = one.parent) path.unshift(one.name());
  const own = command.registeredArguments.map(shapeOf);
  const rest = own.length === 0 && command.commands.length > 0 ? [cli.help.commandWord] : own;
  return [...path, cli.help.optionsWord, ...rest].join(' ');
}

function shapeOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function withChoices(description: string, choices: readonly string[] | undefined, texts: BriefTexts): string {
  return choices ? `${description} (${texts.cli.help.oneOf}: ${choices.join(', ')})` : description;
}

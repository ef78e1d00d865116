import { CommanderError } from 'commander';
import type { BriefTexts } from '../text/en/brief.ts';
import { languageFrom } from '../text/language.ts';
import { loadBriefTexts, loadTexts } from '../text/load.ts';
import { type ExitCode, exitCodes, Interrupted, Misuse } from './exit.ts';
import { createInput } from './input.ts';
import { createKeyboard, type Keyboard } from './keyboard.ts';
import { isHelp, tellMisuse } from './misuse.ts';
import { createPrinter } from './printer.ts';
import { buildProgram, type Call, wantsConsole } from './program.ts';
import type { Context } from './spec.ts';
import { tellTrouble } from './trouble.ts';
import type { Io, Opened, Wiring } from './wiring.ts';

/**
 * Runs one command line (without the program's own name) and answers its exit code: 0 done, 1 refused, 2 misuse,
 * 70 our fault, 130 interrupted (143 by SIGTERM, 129 by SIGHUP). Never rejects, never ends the process: what was printed has to get out first.
 */
export async function runCli(argv: readonly string[], io: Io, wiring: Wiring): Promise<number> {
  const language = languageFrom({ flag: languageFlag(argv), env: io.env });
  const texts = await loadBriefTexts(language);
  let ended: number = exitCodes.done;
  const program = buildProgram(argv, texts, wiring.version, io, async (call) => {
    ended = await carryOut(call, io, wiring, texts);
  });
  try {
    if (wantsConsole(program, argv)) return await wiring.console({ db: databaseIn(program.opts(), texts), language });
    await program.parseAsync([...argv], { from: 'user' });
    return ended;
  } catch (error) {
    return explain(error, io, wiring, texts);
  }
}

async function carryOut({ spec, typed, options }: Call, io: Io, wiring: Wiring, brief: BriefTexts): Promise<ExitCode> {
  const db = databaseIn(options, brief);
  let opened: Opened | null = null;
  let keyboard: Keyboard | null = null;
  const contextWith = <Said extends BriefTexts>(texts: Said): Context<Said> => ({
    io,
    wiring,
    texts,
    db,
    out: createPrinter(io, brief.language, options['json'] === true),
    get keyboard() {
      keyboard ??= createKeyboard(io);
      return keyboard;
    },
    app: async () => {
      opened ??= await wiring.open({ db });
      return opened.app;
    },
  });
  try {
    const input = createInput(brief, typed, options);
    if (spec.brief) return await (await spec.load())(contextWith(brief), input);
    return await (await spec.load())(contextWith(await loadTexts(brief.language)), input);
  } finally {
    (opened as Opened | null)?.close();
  }
}

async function explain(error: unknown, io: Io, wiring: Wiring, texts: BriefTexts): Promise<ExitCode> {
  const { note } = createPrinter(io, texts.language, false);
  if (error instanceof CommanderError) {
    if (isHelp(error)) return exitCodes.done;
    // Without its command a group has shown its help: nothing to add.
    if (error.code === 'commander.help') return exitCodes.misuse;
    note(tellMisuse(texts, error));
    note(texts.cli.misuse.seeHelp('ecsc'));
    return exitCodes.misuse;
  }
  if (error instanceof Misuse) {
    note(error.message);
    note(texts.cli.misuse.seeHelp('ecsc'));
    return exitCodes.misuse;
  }
  if (error instanceof Interrupted) {
    note(texts.cli.interrupted);
    return error.code;
  }
  const { told, code } = tellTrouble(await loadTexts(texts.language), error, wiring);
  note(told.what);
  note(told.next);
  if (io.env['ECSC_DEBUG'] && error instanceof Error)
    for (const line of (error.stack ?? error.message).split('\n')) note(line);
  return code;
}

/** The language has to be known before anything can be said, also about a wrong command line. */
function languageFlag(argv: readonly string[]): string | undefined {
  const place = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[place];
  return word === '--lang' ? argv[place + 1] : word?.slice('--lang='.length);
}

/** @throws Misuse when it is empty: a variable that is not set must not choose another database. */
function databaseIn({ db }: Readonly<Record<string, unknown>>, texts: BriefTexts): string | undefined {
  if (db === '') throw new Misuse(texts.cli.misuse.missingValue('--db'));
  return typeof db === 'string' ? db : undefined;
}

import { describe, expect, test } from 'vitest';
import { commandTable } from '../../src/cli/table.ts';
import { textFor } from '../../src/text/index.ts';
import { cli } from '../support/cli-run.ts';

const nowhere = '/nonexistent/ecsc/nothing.db';
const paths = commandTable.map(({ path }) => path);

describe('command table', () => {
  test('and the help texts name the same commands, arguments and options', () => {
    const { commands, arguments: names, options } = textFor('en').cli.help;
    expect(new Set(paths)).toEqual(new Set(Object.keys(commands)));
    const used = commandTable.flatMap((spec) => (spec.arguments ?? []).map(({ name }) => name));
    expect(new Set(used)).toEqual(new Set(Object.keys(names)));
    const switches = commandTable.flatMap((spec) => (spec.options ?? []).map(({ name }) => name));
    expect(new Set([...switches, 'db', 'lang', 'json'])).toEqual(new Set(Object.keys(options)));
  });

  test.each(paths)('%s can be loaded', async (path) => {
    const spec = commandTable.find((one) => one.path === path);
    expect(await spec?.load()).toBeInstanceOf(Function);
  });
});

describe('help', () => {
  test.each(paths.flatMap((path) => [[path, 'en'] as const, [path, 'pl'] as const]))(
    'of %s in %s',
    async (path, language) => {
      const { code, stdout, stderr } = await cli(nowhere, [...path.split(' '), '--help', '--lang', language]);
      const { commands, titles, examples } = textFor(language).cli.help;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.startsWith(`${titles['Usage:']} ecsc ${path} `)).toBe(true);
      expect(stdout).toContain(examples);
      for (const example of commands[path].examples) expect(stdout).toContain(example);
      expect(stdout).toContain('--json');
      expect(stdout).not.toMatch(language === 'pl' ? /Options:|Usage:|display help|\[options\]/ : /Opcje:/);
    },
  );

  test('of the program lists every command and the exit codes', async () => {
    const { stdout } = await cli(nowhere, ['--help', '--lang', 'pl']);
    for (const path of paths) expect(stdout).toContain(path.split(' ')[0]);
    expect(stdout).toContain('Kody wyjścia');
  });

  test('is in the language of the locale', async () => {
    const { stdout } = await cli(nowhere, ['--help'], { env: { LANG: 'pl_PL.UTF-8' } });
    expect(stdout).toContain('Polecenia:');
  });
});

describe('wrong usage', () => {
  test.each([
    [['fnd'], 'There is no command “fnd”. Did you mean: find?'],
    [['audit', 'lst'], 'There is no command “lst”. Did you mean: list?'],
    [['find', 'x', '--limitt', '3'], 'There is no option --limitt. Did you mean --limit?'],
    [['find'], 'QUERY is missing.'],
    [['find', 'x', '--db', ''], 'A value is missing after --db.'],
    [['--db', ''], 'A value is missing after --db.'],
    [['backup', ''], 'COPY is missing.'],
    [['find', 'a', 'b'], 'There are too many arguments.'],
    [['find', 'x', '--limit'], 'A value is missing after --limit.'],
    [['find', 'x', '--limit', '0'], '--limit has to be a whole number greater than 0, not “0”.'],
    [['find', 'x', '--limit', '1e3'], '--limit has to be a whole number greater than 0, not “1e3”.'],
    [['unlock', 'x'], 'The option --as is missing.'],
    [['init', '--realm', 'test'], '--realm cannot be “test”. Possible: training, live'],
    [['agents', 'role', 'ewa', 'boss'], 'ROLE cannot be “boss”. Possible: agent, supervisor, trainer, auditor'],
    [['clock', 'advance', 'tomorrow'], '“tomorrow” is not a duration. Write it like this: 90s, 6m, 1h30m, 2d'],
    [
      ['network', 'rule', 'Play', 'late', '--', '-6m'],
      '“-6m” is not a duration. Write it like this: 90s, 6m, 1h30m, 2d',
    ],
    [['clock', 'speed', '0'], 'The speed has to be a number from 0.1 to 1000, not “0”.'],
    [['network', 'rule', 'all', 'late'], 'With “late” say after how long messages arrive, e.g.: late 6m12s'],
    [['portal', 'qr', 'x', '--uri', '--plain'], '--uri and --plain cannot go together.'],
    [['portal', 'qr', 'x'], 'This needs a terminal. In a script use --uri, --plain.'],
    [['portal', 'enter-code', 'x'], 'CODE is missing.'],
  ])('%j', async (argv, said) => {
    const { code, stdout, stderr } = await cli(nowhere, argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(`${said}\nMore: ecsc --help\n`);
  });

  test.each([
    [['fnd'], 'Nie ma polecenia „fnd”. Może chodziło o: find?'],
    [['find'], 'Brakuje argumentu QUERY.'],
    [['unlock', 'x'], 'Brakuje opcji --as.'],
    [['init', '--realm', 'test'], '--realm nie może mieć wartości „test”. Możliwe: training, live'],
  ])('in Polish: %j', async (argv, said) => {
    const { code, stderr } = await cli(nowhere, [...argv, '--lang', 'pl']);
    expect(code).toBe(2);
    expect(stderr).toBe(`${said}\nWięcej: ecsc --help\n`);
  });

  test('a group without its command shows its help', async () => {
    const { code, stdout, stderr } = await cli(nowhere, ['portal']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('send-code');
  });

  test('hostile words are cleaned in the complaint', async () => {
    const { stderr } = await cli(nowhere, ['\x1b[31mfind\u202e']);
    expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });
});

describe('without a command', () => {
  test('the console opens, with the database and language asked for', async () => {
    const opened: unknown[] = [];
    const wiring = {
      console: async (options: unknown) => {
        opened.push(options);
        return 7;
      },
    };
    expect((await cli(nowhere, [], { wiring })).code).toBe(7);
    expect((await cli(nowhere, ['--db', 'x.db', '--lang', 'pl'], { wiring })).code).toBe(7);
    expect(opened).toEqual([
      { db: undefined, language: 'en' },
      { db: 'x.db', language: 'pl' },
    ]);
  });

  test('the version is printed', async () => {
    expect(await cli(nowhere, ['--version'])).toMatchObject({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });
});

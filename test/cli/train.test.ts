import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { answer, hangUp, ring, say } from '../../src/sim/drill-line.ts';
import { textFor } from '../../src/text/index.ts';
import { languages } from '../../src/text/language.ts';
import { cli } from '../support/cli-run.ts';
import { calledScenario, tellOnly } from '../support/drilled.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { NOON } from '../support/records.ts';
import { grantedBy } from '../support/simulated.ts';
import { clockAt, tempFolder } from '../support/temp-database.ts';
import { EXAMPLE, written } from '../support/written-scenario.ts';

/** A training file in which Ewa has had one call, whose title a spreadsheet would run. */
async function trained(): Promise<string> {
  const db = await filledDatabase();
  const store = openStore(db, defaultPolicy);
  const app = createApp({ store, clock: clockAt(NOON), entropy: systemEntropy });
  const title = { en: '=1+1', pl: '=1+1' };
  const scenario = calledScenario({ name: 'expired', support: tellOnly, cause: 'certificate-expired', title });
  const open = grantedBy(await ring(app, 'ewa', scenario, null));
  grantedBy(await answer(app, open));
  grantedBy(await say(app, open, { choose: 'cause', cause: 'certificate-expired' }));
  grantedBy(await hangUp(app, open, 'solved'));
  app.close();
  return db;
}

describe('ecsc train', () => {
  test('opens the console at the school', async () => {
    const asked: unknown[] = [];
    const console = async (options: unknown) => {
      asked.push(options);
      return 0;
    };
    const db = await filledDatabase();
    const ran = await cli(db, ['train', '--lang', 'pl'], { wiring: { console } });
    expect(ran).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(asked).toMatchObject([{ language: 'pl', start: { at: { screen: 'school' } } }]);
  });

  test.each(languages)('brings a trainer’s own files into the school, and no bad one, in %s', async (language) => {
    const asked: { readonly start?: { readonly calls?: readonly { readonly name: string }[] } }[] = [];
    const console = async (options: object) => {
      asked.push(options);
      return 0;
    };
    const db = await filledDatabase();
    const train = (...files: readonly string[]) =>
      cli(db, ['train', ...files, '--lang', language], { wiring: { console } });
    const folder = tempFolder();
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const mine = file('mine.yaml', EXAMPLE);
    expect(await train(mine, 'sms-late')).toMatchObject({ code: 0, stderr: '' });
    expect(asked[0]?.start?.calls?.map(({ name }) => name)).toEqual(['mine', 'sms-late']);

    const bad = await train(mine, file('bad.yaml', written('person: woman', 'person: cat')));
    expect(bad.code).toBe(1);
    expect(bad.stderr).toMatch(/bad\.yaml:\d+:\d+: cast › person: /);
    const { refusals } = textFor(language).cli;
    const silent = await train(file('silent.yaml', EXAMPLE.replace(/^call:.*?^(?=ending:)/ms, '')));
    expect(silent.stderr).toContain(refusals['scenario-without-call']({ name: 'silent' }).what);
    const twice = await train(mine, mine);
    expect(twice).toMatchObject({ code: 1 });
    expect(twice.stderr).toContain(refusals['scenario-twice']({ name: 'mine' }).what);
    expect(asked).toHaveLength(1);
  });

  test('is refused on a live file, and the console stays shut', async () => {
    const db = await filledDatabase({ realm: 'live', password: 'long enough to be good' });
    const ran = await cli(db, ['train']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('training');
    expect((await cli(db, ['train', 'results'])).code).toBe(1);
  });

  test('has its results under it, and says so in its help', async () => {
    const db = await filledDatabase();
    const { stdout } = await cli(db, ['train', '--help']);
    expect(stdout).toContain('results');
    expect(stdout).toContain('ecsc train [options] [SCENARIO...]');
    expect(stdout).toContain('ecsc train ./mine.yaml');
    expect((await cli(db, ['train', 'results', '--help'])).stdout).toContain('--trainee <AGENT>');
  });
});

describe('ecsc train results', () => {
  test('say how to begin when there are none', async () => {
    const ran = await cli(await filledDatabase(), ['train', 'results']);
    expect(ran).toMatchObject({ code: 0, stdout: '', stderr: 'No call has been taken yet. Begin with: ecsc train\n' });
  });

  test('as a table, of one trainee or of all', async () => {
    const db = await trained();
    const all = await cli(db, ['train', 'results', '--lang', 'pl']);
    expect(all.stdout).toMatch(/Ewa Lis +2026-11-23 12:00:30 +łatwa +✓ 75 +0 s/);
    expect((await cli(db, ['train', 'results', '--trainee', 'ewa'])).stdout).toContain('Ewa Lis');
    expect((await cli(db, ['train', 'results', '--trainee', 'marek'])).stdout).toBe('');
    const unknown = await cli(db, ['train', 'results', '--trainee', 'nobody']);
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
  });

  test('as JSON, with every mark', async () => {
    const { results } = (await cli(await trained(), ['train', 'results', '--json'])).json() as { results: object[] };
    expect(results).toMatchObject([
      {
        trainee: 'ewa',
        run: 1,
        scenario: 'expired',
        level: 'easy',
        points: 75,
        passed: true,
        secondsToDiagnosis: 0,
        endedAt: new Date(NOON + 30_000).toISOString(),
      },
    ]);
    expect(results[0]).toHaveProperty('marks.3', { topic: 'action', points: 0, of: 25 });
  });

  test('as CSV that reads back and that no spreadsheet runs', async () => {
    const { stdout } = await cli(await trained(), ['train', 'results', '--csv']);
    expect(stdout.startsWith('\ufeff')).toBe(true);
    const rows: readonly Record<string, string>[] = parse(stdout, { bom: true, columns: true });
    expect(rows).toMatchObject([
      {
        trainee: 'ewa',
        name: 'Ewa Lis',
        call: 'expired',
        title: "'=1+1",
        points: '75',
        passed: 'yes',
        'seconds to diagnosis': '0',
        Cause: '25',
        Action: '0',
        Refusal: '',
      },
    ]);
  });

  test('in one format at a time', async () => {
    const ran = await cli(await filledDatabase(), ['train', 'results', '--csv', '--json']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('not both');
  });
});

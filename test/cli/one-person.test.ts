import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/ids.ts';
import { type CliRun, cli } from '../support/cli-run.ts';
import { NOON } from '../support/records.ts';
import { countingCodes } from '../support/simulated.ts';
import { clockAt, tempDatabase, tempFolder } from '../support/temp-database.ts';

const NBSP = '\u00a0';
const COMBINING_OGONEK_O = 'o\u0301';

/** Every way in which the systems and people around us write the same person. */
const spellings = {
  customer_id: ['EC-100001', 'ec-100001', ' Ec-100001 ', `${NBSP}EC-100001`, 'EC-100001\t'],
  email: ['zoe.nowak@example.org', 'Zoe.Nowak@Example.ORG', ' zoe.nowak@example.org ', `ZOE.NOWAK@EXAMPLE.ORG${NBSP}`],
  phone: ['+48601000001', '0048 601 000 001', '48601000001', '601-000-001', `601${NBSP}000${NBSP}001`, '(601) 000 001'],
  certificate_serial: ['C0FFEE0001', 'c0ffee0001', 'C0:FF:EE:00:01', 'c0 ff ee 00 01', '00C0FFEE0001'],
  given_name: ['Zoé', 'Zoe\u0301', ' Zoé '],
  family_name: ['Nowak-Wójcik', `Nowak-W${COMBINING_OGONEK_O}jcik`, 'Nowak-Wójcik  '],
} as const;
const columns = Object.keys(spellings) as readonly (keyof typeof spellings)[];
const constant = {
  language: 'pl',
  certificate_subject: 'CN=Zoe Nowak',
  not_before: '2026-01-01T00:00:00Z',
  not_after: '2027-12-31T00:00:00Z',
  certificate_status: 'valid',
};
const mostSpellings = Math.max(...Object.values(spellings).map((all) => all.length));

/** The same person over and over, each time spelled another way. */
function exportOf(): string {
  const head = ['login', ...columns, ...Object.keys(constant)];
  const rows = Array.from({ length: mostSpellings }, (_, turn) => [
    'zoe.nowak',
    ...columns.map((column) => `"${spellings[column][turn % spellings[column].length]}"`),
    ...Object.values(constant),
  ]);
  return [head, ...rows].map((cells) => cells.join(',')).join('\n');
}

/** One file for the person, whose clock and codes a test knows. */
async function desk() {
  const db = await tempDatabase();
  const options = { clock: clockAt(NOON), entropy: countingCodes() };
  const run = (...argv: readonly string[]): Promise<CliRun> => cli(db, argv, options);
  const file = join(tempFolder(), 'export.csv');
  writeFileSync(file, exportOf());
  expect((await run('import', file, '--json')).json()).toMatchObject({
    files: [{ records: mostSpellings, accepted: 1, unchanged: mostSpellings - 1 }],
  });
  await run('agents', 'add', 'ewa', '--name', 'Ewa Lis', '--role', 'agent');
  return { run, clock: options.clock };
}

const certificate = [
  ...spellings.certificate_serial.filter((serial) => !serial.startsWith('00')),
  ...spellings.customer_id,
  ...spellings.email,
] as const;

test('one person however spelled is one account, found by every spelling', async () => {
  const { run } = await desk();
  for (const given of certificate) {
    expect([given, (await run('show', given, '--json')).json()]).toEqual([
      given,
      expect.objectContaining({ customerId: 'EC-100001' }),
    ]);
  }
});

test('failures and unlocks are counted once for all spellings of a person', async () => {
  const { run, clock } = await desk();
  let turn = 0;
  const spelled = () => certificate[turn++ % certificate.length] ?? '';
  const call = ['--as', 'ewa', '--ticket', 'INC-7', '--reason', 'other', '--note', 'spelled', '--verified'];
  for (let locks = 1; locks <= 3; locks++) {
    for (let failures = 1; failures <= 3; failures++) {
      expect(await run('portal', 'send-code', spelled())).toMatchObject({ code: 0 });
      clock.advance(6 * MINUTE);
    }
    expect((await run('portal', 'send-code', spelled())).stderr).toContain('locked');
    const unlocked = await run('unlock', spelled(), ...call, 'call-back,date-of-birth');
    if (locks < 3) expect(unlocked).toMatchObject({ code: 0 });
    else expect(unlocked.stderr).toContain('supervisor');
    clock.advance(MINUTE);
  }
});

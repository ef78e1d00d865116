import { beforeEach, expect, test } from 'vitest';
import { type CliRun, cli } from '../support/cli-run.ts';
import { importRecord } from '../support/records.ts';
import { simulatedApp } from '../support/simulated.ts';
import { administrator } from '../support/staff.ts';

/** Anna's customer id is how the serials of two strangers begin. */
const ANNA = '100023';
const [anna, jan, ewa] = [
  importRecord(1, { customerId: ANNA, email: 'anna@example.org' }),
  importRecord(2),
  importRecord(3),
];
const serials = { anna: anna.certificate.serial, jan: '100023AB', ewa: '100077CD' };

let run: (...argv: readonly string[]) => Promise<CliRun>;
const freeze = (id: string) =>
  run('freeze', id, '--as', 'ewa', '--ticket', 'INC-1', '--reason', 'suspicion', '--note', 'she called', '--json');

beforeEach(async () => {
  const app = await simulatedApp({ subscribers: 0 });
  const records = [
    anna,
    { ...jan, certificate: { ...jan.certificate, serial: serials.jan } },
    { ...ewa, certificate: { ...ewa.certificate, serial: serials.ewa } },
  ];
  await app.importRecords(administrator, records, { dryRun: false });
  run = (...argv) => cli(app.path, argv);
  await run('agents', 'add', 'ewa', '--name', 'Ewa Lis', '--role', 'agent');
});

test('a customer id that a stranger’s serial begins with changes nobody, until it is said whose certificate is meant', async () => {
  const both = await freeze(ANNA);
  expect(both.code).toBe(1);
  expect(both.json()).toMatchObject({
    refused: { code: 'certificate-ambiguous', serials: [serials.anna, serials.jan] },
  });
  for (const serial of Object.values(serials))
    expect((await run('show', serial, '--json')).stdout).not.toContain('frozen');

  expect(await freeze('10002')).toMatchObject({ code: 0 });
  expect((await run('show', jan.customerId, '--json')).stdout).toContain('"frozen"');
  expect(await freeze(serials.anna)).toMatchObject({ code: 0 });
});

test('what is only looked up goes by the customer id, and a pasted serial filters the log by its certificate', async () => {
  expect((await run('show', ANNA, '--json')).json()).toMatchObject({ customerId: ANNA });
  await freeze(serials.jan);
  await freeze(serials.anna);
  const customersIn = async (...argv: readonly string[]) => {
    const { entries } = (await run('audit', 'list', ...argv, '--json')).json() as {
      entries: { customerId: string; command: string }[];
    };
    return new Set(entries.map(({ customerId }) => customerId));
  };
  expect(await customersIn(ANNA)).toEqual(new Set([ANNA]));
  expect(await customersIn('10:00:23:ab')).toEqual(new Set([jan.customerId]));
});

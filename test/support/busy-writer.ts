import { createApp } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { importRecord, NOON } from './records.ts';

/** Imports subscribers and asks for their codes, one after the other, naming each to its parent once it is acknowledged. */
async function write(path: string, first: number): Promise<void> {
  const store = openStore(path, defaultPolicy);
  const app = createApp({ store, clock: { now: () => NOON }, entropy: systemEntropy });
  for (let number = first; ; number++) {
    const record = importRecord(number);
    await app.importRecords({ kind: 'administrator', id: 'root' }, [record], { dryRun: false });
    process.send?.(`import-record ${record.customerId}`);
    const actor = { kind: 'subscriber', id: record.customerId } as const;
    await app.perform(actor, { type: 'request-sms-code', serial: record.certificate.serial });
    process.send?.(`request-sms-code ${record.customerId}`);
  }
}

const [, , path = '', first = '1'] = process.argv;
await write(path, Number(first));

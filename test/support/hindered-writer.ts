import { createApp } from '../../src/app.ts';
import { faultBehind } from '../../src/db/broken.ts';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { importRecord, NOON } from './records.ts';

/** Changes to make, for one subscriber after the other from this one on. */
export interface Stint {
  readonly first: number;
  readonly most: number;
}

/** What was acknowledged, and the fault that ended it before all was done: by its code, or as it was thrown. */
export interface Stopped {
  readonly acknowledged: readonly string[];
  readonly fault: string | null;
}

/** Writes as it is told, in one life: whatever stops it, the next stint goes on in the same process. */
function serve(path: string): void {
  const app = createApp({
    store: openStore(path, defaultPolicy),
    clock: { now: () => NOON },
    entropy: systemEntropy,
  });
  process.on('message', async (stint: Stint) => {
    const acknowledged: string[] = [];
    const fault = await work(stint, acknowledged);
    process.send?.({ acknowledged, fault } satisfies Stopped);
  });
  process.send?.('ready');

  async function work({ first, most }: Stint, acknowledged: string[]): Promise<string | null> {
    try {
      for (let number = first; acknowledged.length < most; number++) {
        const record = importRecord(number);
        await app.importRecords({ kind: 'administrator', id: 'root' }, [record], { dryRun: false });
        acknowledged.push(`import-record ${record.customerId}`);
        const actor = { kind: 'subscriber', id: record.customerId } as const;
        await app.perform(actor, { type: 'request-sms-code', serial: record.certificate.serial });
        acknowledged.push(`request-sms-code ${record.customerId}`);
      }
      return null;
    } catch (error) {
      return faultBehind(error, path)?.code ?? String(error);
    }
  }
}

const [, , path = ''] = process.argv;
serve(path);

import type { Serial } from '../../src/domain/ids.ts';
import type { Entropy } from '../../src/domain/ports.ts';
import { systemEntropy } from '../../src/entropy.ts';
import type { SimAnswer, SimRefusal } from '../../src/sim/answer.ts';
import { importRecord } from './records.ts';
import { tempApp } from './temp-database.ts';

export const SERIAL: Serial = importRecord(1).certificate.serial;
export const PHONE = importRecord(1).phone?.e164 ?? '';
export const CUSTOMER = importRecord(1).customerId;

/** Codes 100001, 100002 …: a test may name the one it means. */
export function countingCodes(): Entropy {
  let last = 100_000;
  return {
    ...systemEntropy,
    code: () => {
      last += 1;
      return String(last);
    },
  };
}

/** A training database with subscribers, each with one valid certificate. */
export async function simulatedApp({ subscribers = 1 }: { readonly subscribers?: number } = {}) {
  const app = await tempApp('training', { entropy: countingCodes() });
  const records = Array.from({ length: subscribers }, (_, place) => importRecord(place + 1));
  await app.importRecords({ kind: 'administrator', id: 'root' }, records, { dryRun: false });
  return app;
}

export function grantedBy<T>(answer: SimAnswer<T>): T {
  if (answer.verdict === 'refused') throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

export function refusalOf(answer: SimAnswer<unknown>): SimRefusal['code'] | null {
  return answer.verdict === 'refused' ? answer.refusal.code : null;
}

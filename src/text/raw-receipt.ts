import type { RawReceipt } from '../domain/receipt.ts';

/** A receipt as operators print it: `UNDELIV 027`, `DELIVRD` (000 is no error); the same in every language. */
export function rawReceipt({ raw, error }: RawReceipt): string {
  return error === null || error === 0 ? raw : `${raw} ${String(error).padStart(3, '0')}`;
}

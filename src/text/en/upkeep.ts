import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';

const { time } = momentsIn('en');
const MEGABYTE = 1_000_000;

/** Backups and keys. */
export const upkeep = {
  copying: 'Copying the database',
  backedUp: (path: string, bytes: number) =>
    `The backup is whole: ${path}, ${Math.max(1, Math.round(bytes / MEGABYTE))} MB.`,
  head: (entries: number, hash: string) => `Its audit log ends with entry ${entries}: ${hash}`,
  keysApart: (path: string) => `It does not hold the keys: keep a copy of ${path} of the same day, in another place.`,
  resealing: 'Secrets sealed anew',
  rotated: (keyId: string, resealed: number) =>
    `Key ${keyId} is in force; ${counted('en', resealed, { one: 'secret', other: 'secrets' })} sealed anew with it.`,
  oldKeyGone: 'The old key is gone. Backups made before need the key file of their own time.',
  oldKeyStays: (until: number) =>
    `The old key stays until ${time(until)}, because an SMS code is under way. Run the command again after that.`,
  lost: (count: number) =>
    `${counted('en', count, { one: 'sealed value opens with no key and stays as it is', other: 'sealed values open with no key and stay as they are' })}.`,
  lostInUse: 'Among them are the secrets in use of these certificates:',
  lostInUseNext:
    'Their subscribers cannot sign, and could not before: ask for a reset of each, and have it activated anew.',
  lostNext: 'What is damaged is told by: ecsc doctor',
  rolledBackNext:
    'If an older backup was put back on purpose: remove the file beside the database that ends in .head, and the warning ends.',
};

import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Serial } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import { keptFirst, newestOf } from './shelves.ts';
import { newKey } from './x509-issue.ts';

/** The certificate's signing key in the simulated HSM: ECDSA on P-256, made when first needed, sealed at rest. */
export async function cloudKey(world: World, serial: Serial): Promise<KeyObject> {
  const known = newestOf(world, 'hsm-key', serial);
  if (known) return createPrivateKey(known.privateKey);
  const { privateKey } = newKey();
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const kept = await keptFirst(world, 'hsm-key', serial, { privateKey: pem });
  return createPrivateKey(kept.privateKey);
}

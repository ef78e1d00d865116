import { createApp } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import type { Realm } from '../../src/domain/ids.ts';
import type { ImportRecord } from '../../src/domain/import-record.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { importRecord, NOON } from './records.ts';
import { clockAt, tempDatabase } from './temp-database.ts';

/** The path of a database with subscribers and the agents Ewa (agent), Marek (supervisor) and Iga (auditor). */
export async function filledDatabase({
  realm = 'training',
  records = [importRecord(1), importRecord(2)],
  password = null,
}: {
  readonly realm?: Realm;
  readonly records?: readonly ImportRecord[];
  readonly password?: string | null;
} = {}): Promise<string> {
  const path = await tempDatabase(realm);
  const store = openStore(path, defaultPolicy);
  const app = createApp({ store, clock: clockAt(NOON), entropy: systemEntropy });
  const administrator = { kind: 'administrator', id: 'root' } as const;
  await app.importRecords(administrator, records, { dryRun: false });
  const passwordHash = password === null ? null : await app.hashPassword(password);
  for (const [agentId, name, role] of [
    ['ewa', 'Ewa Lis', 'agent'],
    ['marek', 'Marek Sowa', 'supervisor'],
    ['iga', 'Iga Wrona', 'auditor'],
  ] as const) {
    await app.perform(administrator, { type: 'add-agent', agentId, name, role, passwordHash, ownCustomerId: null });
  }
  app.close();
  return path;
}

import type Database from 'better-sqlite3';
import { nextDueAt } from '../../src/domain/activation-settle.ts';
import type { Entropy } from '../../src/domain/ports.ts';
import { systemEntropy } from '../../src/entropy.ts';
import type { Stage } from './play-history.ts';
import { importRecord } from './records.ts';
import { administrator, CUSTOMER, olga, staffRoles } from './staff.ts';
import type { tempApp } from './temp-database.ts';

export type Played = Awaited<ReturnType<typeof tempApp>>;

/** The system's own randomness, which remembers the code it made last. */
export function recalling(): { readonly entropy: Entropy; readonly lastCode: () => string } {
  let last = '';
  const code = (digits: number) => {
    last = systemEntropy.code(digits);
    return last;
  };
  return { entropy: { ...systemEntropy, code }, lastCode: () => last };
}

/** The staff of the histories; whoever of them is a subscriber too holds the first account. */
export async function hireStaff(app: Played): Promise<void> {
  for (const [agentId, role] of Object.entries(staffRoles)) {
    const ownCustomerId = agentId === 'iza' ? CUSTOMER : null;
    const profile = { agentId, name: agentId, role, passwordHash: null, ownCustomerId };
    await app.perform(administrator, { type: 'add-agent', ...profile });
  }
}

/** A history's stage on a real store behind the door: the subscriber with this number, who is new here. */
export async function storeStage(
  app: Played,
  db: Database.Database,
  lastCode: () => string,
  number: number,
): Promise<Stage> {
  const blank = importRecord(number);
  const from = app.now() - 30 * 86_400_000;
  const record = {
    ...blank,
    certificate: { ...blank.certificate, notBefore: from, notAfter: from + 365 * 86_400_000 },
  };
  const { customerId } = record;
  const { serial } = record.certificate;
  await app.importRecords(administrator, [record], { dryRun: false });
  const reference = db
    .prepare<[string], string>(
      'SELECT reference FROM outbox WHERE customer_id = ? AND reference IS NOT NULL ORDER BY id DESC LIMIT 1',
    )
    .pluck();
  return {
    serial,
    customerId,
    now: app.now,
    advance: app.clock.advance,
    perform: (actor, request) =>
      app.perform(actor.kind === 'subscriber' && actor.id === CUSTOMER ? { ...actor, id: customerId } : actor, request),
    lastCode,
    lastReference: () => reference.get(customerId) ?? null,
    async nextDeadline() {
      const looked = await app.ask.certificate(serial, app.now());
      return looked.found === 'one' ? nextDueAt(looked.view.activation, app.policy) : null;
    },
  };
}

/** Puts right what a history has left behind for the next one: staff sent away, an operator that is out. */
export async function tidyUp(app: Played): Promise<void> {
  for (const { agentId, role, status } of await app.ask.agents()) {
    const usual = staffRoles[agentId] ?? role;
    if (status === 'disabled') await app.perform(administrator, { type: 'enable-agent', agentId });
    if (role !== usual) await app.perform(administrator, { type: 'change-agent-role', agentId, role: usual });
  }
  const { outage } = await app.ask.outage('Orange', app.now());
  if (outage?.until === null) await app.perform(olga, { type: 'end-outage', operator: 'Orange', note: 'n' });
}

import { eq, getTableColumns, sql } from 'drizzle-orm';
import { type Activation, type ActivationFact, untouched } from '../../domain/activation.ts';
import { nextDueAt } from '../../domain/activation-settle.ts';
import type { Policy } from '../../domain/policy.ts';
import { activations, certificates } from '../schema.ts';
import { type ActivationRow, activationFromRow, activationToRow, secretsFromRows } from './activation-row.ts';
import { secretRows } from './otp-secrets.ts';
import { placeholdersFor } from './placeholders.ts';
import type { Db, Shelf } from './shelf.ts';
import type { AttemptRows } from './sms-attempts.ts';

const columns = Object.keys(getTableColumns(activations)) as (keyof ActivationRow)[];

/** Activations with their open attempt and their secrets; the attempts' history is written along. */
export function activationShelf(
  db: Db,
  attempts: AttemptRows,
  certificateRowId: (serial: string) => number,
  policy: () => Policy,
): Shelf<Activation, ActivationFact> {
  const bySerial = db
    .select()
    .from(activations)
    .where(
      sql`${activations.certificateId} = (SELECT ${certificates.id} FROM ${certificates} WHERE ${certificates.serial} = ${sql.placeholder('serial')})`,
    )
    .prepare();
  const upsert = db
    .insert(activations)
    .values(placeholdersFor<ActivationRow>(columns))
    .onConflictDoUpdate({
      target: activations.certificateId,
      set: Object.fromEntries(
        columns.slice(1).map((name) => [name, sql.raw(`excluded.${getTableColumns(activations)[name].name}`)]),
      ),
    })
    .prepare();
  const setDue = db
    .update(activations)
    .set({ dueAt: sql`${sql.placeholder('dueAt')}` })
    .where(eq(activations.certificateId, sql.placeholder('certificateId')))
    .prepare();
  const secrets = secretRows(db);

  return {
    load(serial) {
      const row = bySerial.get({ serial });
      if (!row) return untouched;
      const { certificateId } = row;
      const sealed = row.generations > 0 ? secrets.load(certificateId) : [];
      return activationFromRow(row, {
        attempt: row.status === 'awaiting_code' ? attempts.load(certificateId, row.attempts) : null,
        ...secretsFromRows(sealed, row.generation),
      });
    },
    putOff(serial, state) {
      setDue.run({ certificateId: certificateRowId(serial), dueAt: nextDueAt(state, policy()) });
    },
    save(serial, state, facts) {
      const certificateId = certificateRowId(serial);
      upsert.run(activationToRow(certificateId, state, nextDueAt(state, policy())));
      attempts.record(certificateId, facts);
      if (!facts.some(touchesSecrets)) return;
      const issued = facts.filter(({ type }) => type === 'otp-secret-issued').length;
      // Nothing was stored before the first secret.
      secrets.save(certificateId, issued === state.generations ? [] : secrets.load(certificateId), state);
    },
  };
}

function touchesSecrets({ type }: ActivationFact): boolean {
  return type === 'otp-secret-issued' || type === 'activation-reset' || type === 'superseded-secret-wiped';
}

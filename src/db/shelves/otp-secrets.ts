import { and, eq, sql } from 'drizzle-orm';
import type { Activation } from '../../domain/activation.ts';
import { otpSecrets } from '../schema.ts';
import type { SecretRow } from './activation-row.ts';
import type { Db } from './shelf.ts';

/** Sealed secrets: the one in use and, for thirty days, those it superseded. */
export function secretRows(db: Db) {
  const ofCertificate = db
    .select()
    .from(otpSecrets)
    .where(eq(otpSecrets.certificateId, sql.placeholder('certificateId')))
    .orderBy(otpSecrets.generation)
    .prepare();
  const upsert = db
    .insert(otpSecrets)
    .values({
      certificateId: sql.placeholder('certificateId'),
      generation: sql.placeholder('generation'),
      sealed: sql.placeholder('sealed'),
      issuedAt: sql.placeholder('issuedAt'),
      supersededAt: sql.placeholder('supersededAt'),
    })
    .onConflictDoUpdate({
      target: [otpSecrets.certificateId, otpSecrets.generation],
      set: { supersededAt: sql`excluded.superseded_at` },
    })
    .prepare();
  const wipe = db
    .delete(otpSecrets)
    .where(
      and(
        eq(otpSecrets.certificateId, sql.placeholder('certificateId')),
        eq(otpSecrets.generation, sql.placeholder('generation')),
      ),
    )
    .prepare();
  return {
    load(certificateId: number): readonly SecretRow[] {
      return ofCertificate.all({ certificateId });
    },
    /** Makes the rows say what the state says. */
    save(certificateId: number, before: readonly { readonly generation: number }[], state: Activation) {
      const kept: SecretRow[] = [...state.superseded];
      if (state.secret) kept.push({ ...state.secret, supersededAt: null });
      for (const { generation, sealed, issuedAt, supersededAt } of kept) {
        upsert.run({ certificateId, generation, sealed, issuedAt, supersededAt });
      }
      for (const { generation } of before) {
        if (!kept.some((secret) => secret.generation === generation)) wipe.run({ certificateId, generation });
      }
    },
  };
}

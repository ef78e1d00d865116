import type { Realm } from '../../domain/ids.ts';
import type { Role } from '../../domain/permissions.ts';
import type { Texts } from '../../text/en.ts';

/** Who may see a simulated subscriber's secret. */
const onStage: readonly Role[] = ['trainer', 'supervisor'];

/** Why the stage stays closed for this person on this file; undefined when it does not. */
export function whyNoStage(realm: Realm, role: Role, { stage }: Texts): string | undefined {
  if (realm === 'live') return stage.whyNot.live;
  return onStage.includes(role) ? undefined : stage.whyNot.role;
}

import { accountDecider } from '../domain/account.ts';
import { activationDecider } from '../domain/activation-decider.ts';
import { certificateDecider } from '../domain/certificate.ts';
import type { Decider, FactBase } from '../domain/decision.ts';
import type { CommandContext, Store } from '../domain/ports.ts';
import type { DueThing } from './due.ts';

/** A command that asks for nothing but what time has decided. */
export function settleThing(store: Store, { kind, id }: DueThing, context: CommandContext): Promise<unknown> {
  const handle = <S, C, F extends FactBase>(decider: Decider<S, C, F>, command: C) =>
    store.handle(decider, id, command, context);
  switch (kind) {
    case 'activation':
      return handle(activationDecider, { type: 'settle-activation', serial: id });
    case 'certificate':
      return handle(certificateDecider, { type: 'settle-certificate', serial: id });
    case 'account':
      return handle(accountDecider, { type: 'settle-account', customerId: id });
  }
}

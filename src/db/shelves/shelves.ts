import type { Things } from '../../domain/commands.ts';
import type { Policy } from '../../domain/policy.ts';
import { accountShelf } from './account.ts';
import { activationShelf } from './activation.ts';
import { agentShelf } from './agent.ts';
import { certificateShelf } from './certificate.ts';
import { operatorShelf } from './operator.ts';
import type { Db, Shelf } from './shelf.ts';
import { attemptRows } from './sms-attempts.ts';
import { supportCaseShelf } from './support-case.ts';

/** All shelves over one connection, their statements prepared. */
export function openShelves(db: Db, policy: () => Policy) {
  const account = accountShelf(db);
  const certificate = certificateShelf(db, account.rowId);
  const attempts = attemptRows(db);
  const activation = activationShelf(db, attempts, certificate.rowId, policy);
  const shelves = {
    account,
    certificate,
    activation,
    'support-case': supportCaseShelf(db, account.rowId),
    agent: agentShelf(db),
    operator: operatorShelf(db),
  } satisfies { [Kind in keyof Things]: Shelf<Things[Kind], never> };
  return { ...shelves, attempts };
}

export type Shelves = ReturnType<typeof openShelves>;

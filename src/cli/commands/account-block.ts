import { exitCodes } from '../exit.ts';
import { locateAccount } from '../locate.ts';
import type { Run } from '../spec.ts';
import { signIn } from '../support-call.ts';

/** A supervisor blocks an account, which can do nothing then, or lifts the block. */
const changing =
  (type: 'block-account' | 'unblock-account'): Run =>
  async (context, input) => {
    const { out, texts } = context;
    const app = await context.app();
    const located = await locateAccount(app, input.argument('ID'));
    if (!located.found) return out.refuse(located.refusal);
    const customerId = located.value;
    const actor = { kind: 'agent', id: input.required('as') } as const;
    const barred = await signIn(context, app, actor.id, input.flag('passwordStdin'));
    if (barred) return out.refuse(barred);
    const answer = await app.perform(actor, { type, customerId, note: input.required('note') });
    if (answer.verdict === 'refused') return out.refuse(answer.refusal);
    const status = type === 'block-account' ? 'blocked' : 'open';
    out.answer({ account: { customerId, status } }, () => out.line(texts.safetyCli.account[status](customerId)));
    return exitCodes.done;
  };

export const blockAccount = changing('block-account');
export const unblockAccount = changing('unblock-account');

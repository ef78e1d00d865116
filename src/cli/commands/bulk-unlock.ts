import type { App } from '../../app.ts';
import type { Actor } from '../../domain/permissions.ts';
import { exitCodes } from '../exit.ts';
import type { Input } from '../input.ts';
import { operatorNamed } from '../operator-named.ts';
import { type CliRefusal, tellAny } from '../refusal.ts';
import type { Context, Run } from '../spec.ts';
import { signIn } from '../support-call.ts';

/** Exactly whom the last outage keeps locked, and why each is on the list; nothing is changed. */
export const listLocks: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  await app.sweep();
  const operator = operatorNamed(input.argument('OPERATOR'), await app.ask.radar(app.now()), app);
  if (typeof operator !== 'string') return out.refuse(operator);
  const view = await app.ask.outage(operator, app.now());
  const { radar: say } = texts;
  out.answer(view, () => {
    const { outage, locks, bulkUnlock } = view;
    if (!outage) out.line(say.noOutage);
    else out.line(outage.until === null ? say.outageSince(outage.from) : say.outageWas(outage.from, outage.until));
    if (bulkUnlock) {
      const { approved, requestedBy, serials, expiresAt } = bulkUnlock;
      out.line(
        approved ? say.approved(approved.by, locks.length) : say.pending(requestedBy, serials.length, expiresAt),
      );
    }
    if (locks.length === 0) {
      out.line(say.nobody);
      return;
    }
    const { name, certificate, since, why } = say.listColumns;
    out.table(
      [name, texts.cli.fields.customer, certificate, since, why],
      locks.map((one) => [
        `${one.familyName} ${one.givenName}`,
        one.customerId,
        one.serial,
        texts.moments.stamp(one.lockedAt),
        say.because(one.failures.length, one.consecutiveFailures),
      ]),
    );
  });
  return exitCodes.done;
};

export const askUnlock: Run = async (context, input) => {
  const { out, texts } = context;
  const acting = await actingOn(context, input);
  if ('code' in acting) return out.refuse(acting);
  const { app, actor, operator } = acting;
  await app.sweep();
  const { locks } = await app.ask.outage(operator, app.now());
  const serials = locks.map(({ serial }) => serial);
  const note = input.required('note');
  const answer = await app.perform(actor, { type: 'ask-bulk-unlock', operator, serials, note });
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const expiresAt = app.now() + app.policy.support.approvalValid;
  out.answer({ asked: { operator, serials, expiresAt } }, () => {
    out.line(texts.radar.list(serials.length));
    out.line(texts.radar.told.asked(expiresAt));
  });
  return exitCodes.done;
};

export const approveUnlock: Run = async (context, input) => {
  const acting = await actingOn(context, input);
  if ('code' in acting) return context.out.refuse(acting);
  const { app, actor, operator } = acting;
  const answer = await app.perform(actor, { type: 'approve-bulk-unlock', operator });
  return answer.verdict === 'refused' ? context.out.refuse(answer.refusal) : unlockAll(context, acting);
};

export const rejectUnlock: Run = async (context, input) => {
  const { out, texts } = context;
  const acting = await actingOn(context, input);
  if ('code' in acting) return out.refuse(acting);
  const { app, actor, operator } = acting;
  const answer = await app.perform(actor, { type: 'reject-bulk-unlock', operator });
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  out.answer({ rejected: { operator } }, () => out.line(texts.radar.told.rejected));
  return exitCodes.done;
};

export const resumeUnlock: Run = async (context, input) => {
  const acting = await actingOn(context, input);
  if ('code' in acting) return context.out.refuse(acting);
  const { bulkUnlock } = await acting.app.ask.outage(acting.operator, acting.app.now());
  return bulkUnlock?.approved ? unlockAll(context, acting) : context.out.refuse({ code: 'bulk-unlock-not-approved' });
};

interface Acting {
  readonly app: App;
  readonly actor: Actor;
  readonly operator: string;
}

async function actingOn(context: Context, input: Input): Promise<Acting | CliRefusal> {
  const app = await context.app();
  const operator = operatorNamed(input.argument('OPERATOR'), await app.ask.radar(app.now()), app);
  if (typeof operator !== 'string') return operator;
  const id = input.required('as');
  const barred = await signIn(context, app, id, input.flag('passwordStdin'));
  return barred ?? { app, actor: { kind: 'agent', id }, operator };
}

async function unlockAll({ out, texts }: Context, { app, actor, operator }: Acting): ReturnType<Run> {
  const { unlocked, refused } = await app.unlockAfterOutage(actor, operator);
  const { told } = texts.radar;
  out.answer({ unlocked, refused }, () => {
    out.line(told.unlocked(unlocked) + (refused.length > 0 ? told.refused(refused.length) : ''));
    for (const { serial, refusal } of refused) out.line(`${serial}  ${tellAny(texts, refusal).what}`);
  });
  return exitCodes.done;
}

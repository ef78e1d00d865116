import type { App } from '../../app.ts';
import type { KnownAccount } from '../../domain/account.ts';
import { stepAt } from '../../domain/account-past.ts';
import { viewAt } from '../../domain/account-then.ts';
import type { CustomerId } from '../../domain/ids.ts';
import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import { meaningOf } from '../../text/meaning.ts';
import { type ExitCode, exitCodes, Misuse } from '../exit.ts';
import { locateAccount } from '../locate.ts';
import { activationState, attemptOutcome, deliveryTime } from '../sentences.ts';
import type { Context, Run } from '../spec.ts';
import { accountDocument, sinceOf } from '../views.ts';

export const show: Run = async (context, input) => {
  const { out } = context;
  const app = await context.app();
  const located = await locateAccount(app, input.argument('ID'));
  if (!located.found) return out.refuse(located.refusal);
  const typed = input.option('at');
  if (typed !== undefined) return showPast(context, app, located.value, typed);
  const now = app.now();
  const view = await app.ask.account(located.value, now);
  if (!view) return out.refuse({ code: 'account-unknown' });
  out.answer(accountDocument(view), () => printAccount(context, view, now));
  return exitCodes.done;
};

/** The account as it was at a moment of the past, and which entry of the log was the last before it. */
async function showPast(context: Context, app: App, customerId: CustomerId, typed: string): Promise<ExitCode> {
  const { out, texts } = context;
  const at = await app.readInstant(typed);
  if (at === null) throw new Misuse(texts.cli.misuse.notAnInstant(typed));
  const now = app.now();
  if (at > now) throw new Misuse(texts.cli.misuse.stillToCome(typed));
  const past = await app.ask.past(customerId);
  const moment = { at, seq: Number.MAX_SAFE_INTEGER };
  const step = stepAt(past.steps, moment);
  const view = viewAt(past, moment, app.policy);
  if (!step || !view) return out.refuse({ code: 'account-not-yet', at });
  const { entry } = step;
  const { past: say, moments, words } = texts;
  out.answer({ at, entry: entry.seq, ...accountDocument(view) }, () => {
    out.line(say.asOfLine(moments.stamp(at), moments.stamp(now)));
    const who = entry.actor.kind === 'agent' ? entry.actor.id : words.actor[entry.actor.kind];
    out.line(say.lastStep(entry.seq, moments.stamp(step.at), who, words.command[entry.command]));
    out.line();
    printAccount(context, view, at);
  });
  return exitCodes.done;
}

function printAccount(context: Context, view: AccountView, now: number): void {
  printPerson(context, view);
  if (view.certificates.length === 0) context.out.line(context.texts.cli.show.noCertificates);
  for (const certificate of view.certificates) printCertificate(context, view.account, certificate, now);
}

function printPerson({ out, texts }: Context, { account, cases }: AccountView): void {
  const { fields, none, show: say } = texts.cli;
  const { phone, pendingPhoneChange: pending } = account;
  out.table(
    [fields.name, `${account.givenName} ${account.familyName}`],
    [
      [fields.customer, account.customerId],
      [fields.account, account.status === 'blocked' ? say.blockedSince(account.blockedAt) : texts.words.account.open],
      [fields.login, account.login],
      [fields.email, account.email],
      [fields.phone, phone === null ? none : `${phone.e164} (${texts.words.phoneKind[phone.kind]})`],
      [fields.language, account.language],
    ],
  );
  if (pending) out.line(say.phonePending(pending.requestedBy, pending.expiresAt));
  for (const one of cases) {
    out.line(say.caseOpen(one.caseId, one.ticket, one.agentId));
  }
}

export function printCertificate(
  { out, texts }: Context,
  account: KnownAccount,
  view: CertificateView,
  now: number,
): void {
  const { fields, none, show: say } = texts.cli;
  const { moments, words } = texts;
  const { certificate, activation, attempts, status } = view;
  const since = sinceOf(activation);
  const failed = activation.consecutiveFailures + activation.wrongOtps > 0;
  out.line();
  out.table(
    [fields.certificate, `${certificate.serial} (${words.certificate[status]})`],
    [
      [fields.subject, certificate.subject],
      ...(certificate.identity === null ? [] : [[fields.identity, certificate.identity]]),
      [fields.validity, `${moments.moment(certificate.notBefore)} – ${moments.moment(certificate.notAfter)}`],
      [fields.activation, `${activationState(texts, activation)} (${meaningOf(words, account, view)})`],
      ...(since === null ? [] : [[fields.since, moments.moment(since)]]),
      ...(failed ? [[fields.failures, say.inARow(activation.consecutiveFailures, activation.wrongOtps)]] : []),
    ],
  );
  const pending = activation.pendingApproval;
  if (pending)
    out.line(say.approvalPending(words.approvalAction[pending.action], pending.requestedBy, pending.expiresAt));
  if (attempts.length === 0) {
    out.line(say.noAttempts);
    return;
  }
  out.table(
    [fields.number, fields.requested, fields.delivered, fields.took, fields.wrongEntries, fields.outcome],
    attempts.map((attempt) => [
      String(attempt.number),
      moments.stamp(attempt.requestedAt),
      attempt.deliveredAt === null ? none : moments.stamp(attempt.deliveredAt),
      deliveryTime(texts, attempt),
      String(attempt.wrongEntries),
      attemptOutcome(texts, attempt, now),
    ]),
  );
}

import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import { exitCodes } from '../exit.ts';
import { locateAccount } from '../locate.ts';
import { activationState, attemptOutcome, deliveryTime } from '../sentences.ts';
import type { Context, Run } from '../spec.ts';
import { accountDocument, sinceOf } from '../views.ts';

export const show: Run = async (context, input) => {
  const { out } = context;
  const app = await context.app();
  const located = await locateAccount(app, input.argument('ID'));
  if (!located.found) return out.refuse(located.refusal);
  const now = app.now();
  const view = await app.ask.account(located.value, now);
  if (!view) return out.refuse({ code: 'account-unknown' });
  out.answer(accountDocument(view), () => {
    printPerson(context, view);
    if (view.certificates.length === 0) out.line(context.texts.cli.show.noCertificates);
    for (const certificate of view.certificates) printCertificate(context, certificate, now);
  });
  return exitCodes.done;
};

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

export function printCertificate({ out, texts }: Context, view: CertificateView, now: number): void {
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
      [fields.activation, `${activationState(texts, activation)} (${words.activationMeaning[activation.status]})`],
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

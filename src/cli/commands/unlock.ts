import { textFor } from '../../text/index.ts';
import { isLanguage } from '../../text/language.ts';
import { exitCodes } from '../exit.ts';
import { serialEnding } from '../sentences.ts';
import type { Run } from '../spec.ts';
import { beginCall } from '../support-call.ts';
import { activationDocument } from '../views.ts';

/** Open case, record verification, unlock: three audited commands. */
export const unlock: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const begun = await beginCall(context, app, input);
  if (!begun.begun) return out.refuse(begun.refusal);
  const { account, view, actor, caseId, ticket, reason, note } = begun.call;
  const { serial } = view.certificate;
  const unlocked = await app.perform(actor, { type: 'unlock-activation', serial, caseId, reason, note });
  if (unlocked.verdict === 'refused') return out.refuse(unlocked.refusal);

  const after = await app.ask.certificate(serial, app.now());
  const activation = after.found === 'one' ? activationDocument(after.view.activation) : null;
  const { unlock: say } = texts.cli;
  out.answer({ unlocked: { serial, customerId: account.customerId, caseId, ticket, activation } }, () => {
    out.line(say.done(`${account.givenName} ${account.familyName}`, serial));
    out.line(say.caseOpened(caseId, ticket));
    const theirs = isLanguage(account.language) ? textFor(account.language) : texts;
    const about = { certificate: serialEnding(serial), reference: '……' };
    out.line(say.told(theirs.words.notice['activation-unlocked'](about)));
    out.line(activation?.status === 'active' ? say.nextOtp : say.next);
  });
  return exitCodes.done;
};

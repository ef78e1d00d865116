import { briefTextFor } from '../../text/brief.ts';
import { isLanguage } from '../../text/language.ts';
import { exitCodes } from '../exit.ts';
import { serialEnding } from '../sentences.ts';
import type { Run } from '../spec.ts';
import { takeCall } from '../support-call.ts';
import { activationDocument } from '../views.ts';

export const unlock: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const taken = await takeCall(context, app, input, ({ view, caseId, reason, note }) => ({
    type: 'unlock-activation',
    serial: view.certificate.serial,
    caseId,
    reason,
    note,
  }));
  if (!taken.done) return out.refuse(taken.refusal);
  const { account, view, caseId, ticket } = taken.call;
  const { serial } = view.certificate;
  const after = await app.ask.certificate(serial, app.now());
  const activation = after.found === 'one' ? activationDocument(after.view.activation) : null;
  const { unlock: say } = texts.cli;
  out.answer({ unlocked: { serial, customerId: account.customerId, caseId, ticket, activation } }, () => {
    out.line(say.done(`${account.givenName} ${account.familyName}`, serial));
    out.line(say.caseOpened(caseId, ticket));
    const theirs = isLanguage(account.language) ? briefTextFor(account.language) : texts;
    const about = { certificate: serialEnding(serial), reference: '……' };
    out.line(say.told(theirs.words.notice['activation-unlocked'](about)));
    out.line(activation?.status === 'active' ? say.nextOtp : say.next);
  });
  return exitCodes.done;
};

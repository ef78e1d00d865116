import { maskPhone } from '../../domain/mask.ts';
import type { BriefTexts } from '../../text/en/brief.ts';
import { exitCodes } from '../exit.ts';
import type { Run } from '../spec.ts';
import { queueDocument } from '../views.ts';

export const queue: Run<BriefTexts> = async ({ app, out, texts }, input) => {
  const { ask, now } = await app();
  const at = now();
  const { items, counts } = await ask.queue(at, input.count('limit'));
  const { fields, none, queue: say } = texts.cli;
  const { words, moments } = texts;
  out.answer({ counts, items: items.map(queueDocument) }, () => {
    if (items.length === 0) {
      out.note(say.empty);
      return;
    }
    out.table(
      [fields.reason, fields.since, fields.name, fields.customer, fields.certificate, fields.phone, fields.failures],
      items.map((item) => [
        words.queueReason[item.reason],
        item.reason === 'expiring-soon' ? say.expires(item.since) : moments.duration(at - item.since),
        `${item.familyName} ${item.givenName}`,
        item.customerId,
        item.serial,
        item.phone === null ? none : maskPhone(item.phone),
        String(item.consecutiveFailures),
      ]),
    );
    out.note(say.counts(Object.values(counts).reduce((sum, count) => sum + count, 0)));
  });
  return exitCodes.done;
};

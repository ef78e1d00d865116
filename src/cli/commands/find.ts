import { maskEmail, maskPhone } from '../../domain/mask.ts';
import type { BriefTexts } from '../../text/en/brief.ts';
import { exitCodes } from '../exit.ts';
import type { Run } from '../spec.ts';
import { foundDocument } from '../views.ts';

const LIMIT = 50;

export const find: Run<BriefTexts> = async ({ app, out, texts }, input) => {
  const query = input.argument('QUERY');
  const limit = input.count('limit') ?? LIMIT;
  const { ask, now } = await app();
  const found = await ask.search(query, now(), limit);
  const { fields, none, find: say } = texts.cli;
  out.answer({ found: found.map(foundDocument) }, () => {
    if (found.length === 0) {
      out.note(say.nothing(query));
      return;
    }
    out.table(
      [
        fields.name,
        fields.customer,
        fields.email,
        fields.phone,
        fields.account,
        fields.certificates,
        fields.activation,
      ],
      found.map((one) => [
        `${one.familyName} ${one.givenName}`,
        one.customerId,
        maskEmail(one.email),
        one.phone === null ? none : maskPhone(one.phone),
        texts.words.account[one.status],
        String(one.certificates),
        one.activation === null ? none : texts.words.activation[one.activation],
      ]),
    );
    if (found.length === limit) out.note(say.more(limit));
  });
  return exitCodes.done;
};

import type { InboxMessage } from '../sim/shelves.ts';
import { briefTextFor } from '../text/brief.ts';
import type { Texts } from '../text/en.ts';
import { isLanguage } from '../text/language.ts';
import { serialEnding } from './sentences.ts';

/** The message as its receiver reads it, in the receiver's language. */
export function messageWords(texts: Texts, { language, serial, body }: InboxMessage): string {
  const { words } = isLanguage(language) ? briefTextFor(language) : texts;
  return body.kind === 'sms-code'
    ? words.smsCode(body)
    : words.notice[body.template]({ certificate: serialEnding(serial), reference: body.reference });
}

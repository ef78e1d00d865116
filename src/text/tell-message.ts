import type { OutboundMessage } from '../domain/world.ts';
import { briefTextFor } from './brief.ts';
import type { Texts } from './en.ts';
import { isLanguage } from './language.ts';

const ENDING = 4;

/** A message as its receiver reads it: in the receiver's language, or in ours when that is none of ours. */
export function tellMessage(
  texts: Texts,
  { language, serial, body }: Pick<OutboundMessage, 'language' | 'serial' | 'body'>,
): string {
  const { words } = isLanguage(language) ? briefTextFor(language) : texts;
  return body.kind === 'sms-code'
    ? words.smsCode(body)
    : words.notice[body.template]({ certificate: serial?.slice(-ENDING) ?? '', reference: body.reference });
}

import type { Phone } from '../sim/machines.ts';
import { seenRefusal } from '../sim/seen-refusal.ts';
import type { Texts } from '../text/en.ts';
import { tellOnScreen } from '../text/tell.ts';
import { button, type Lines } from './machine-lines.ts';
import { messageWords } from './message-words.ts';

const PIN_FIELD = '_ _ _ _';

/** A phone in words: what its screen shows, and the messages on it, newest first. */
export function phoneLines(texts: Texts, phone: Phone, now: number): Lines {
  const { phone: say, refusals } = texts.machines;
  const { screen, inbox } = phone;
  const refused =
    'refusal' in screen && screen.refusal ? [`! ${tellOnScreen(refusals, seenRefusal(screen.refusal))}`] : [];
  const head = `${say.clock(now + phone.skew)}  ${phone.id}${phone.number === null ? '' : `  ${phone.number}`}`;
  if (screen.on === 'lost') return [phone.id, say.lost];
  if (screen.on === 'off') return [phone.id, say.off];
  const messages = inbox.map((message) => `${texts.moments.stamp(message.arrivedAt)}  ${messageWords(texts, message)}`);
  const received = [say.inbox.heading, ...(messages.length === 0 ? [say.inbox.none] : messages)];
  return [head, '', ...appLines(texts, screen), ...refused, '', ...received];
}

function appLines(texts: Texts, screen: Exclude<Phone['screen'], { on: 'lost' | 'off' }>): Lines {
  const { phone: say } = texts.machines;
  switch (screen.on) {
    case 'store':
      return [say.store.heading, `${say.store.found}  ${button(say.store.install)}`];
    case 'choose-pin': {
      const { heading, first, again, notice } = say.choosePin;
      return [heading, `${screen.entry === 'first' ? first : again}: ${PIN_FIELD}`, notice];
    }
    case 'ask-pin':
      return [say.appName, `${say.askPin.heading}: ${PIN_FIELD}`, say.askPin.forgotten];
    case 'scanner':
      return [say.scanner.heading, say.scanner.hint];
    case 'codes': {
      const { heading, add, none, changesIn, once } = say.codes;
      const entries = screen.entries.map(
        ({ issuer, label, otp, changesIn: left }) => `${otp}  ${changesIn(left)}  ${issuer}: ${label}`,
      );
      return [`${heading}  ${button(add)}`, ...(entries.length === 0 ? [none] : [...entries, once])];
    }
  }
}

import { DAY } from '../../domain/ids.ts';
import type { Proof } from '../../domain/support-case.ts';
import type { Drill, DrillEvent, Given } from '../../sim/drill.ts';
import type { Texts } from '../../text/en.ts';
import { type Cell, cell, fixed, line, wrap } from '../../ui/cells.ts';
import type { Tone } from '../../ui/theme.ts';
import { adviceFor } from './call-menu.ts';

type Speaker = 'you' | 'caller' | 'note';
interface Spoken {
  readonly who: Speaker;
  readonly words: string;
}

const WHO = 11;
const tones: Readonly<Record<Speaker, Tone>> = { you: 'accent', caller: 'strong', note: 'muted' };
/** How far from the truth a wrong date is. */
const OFF_BY = 97 * DAY;

/** What was said so far, the newest last: at most so many lines. */
export function transcript(
  drill: Drill,
  events: readonly DrillEvent[],
  texts: Texts,
  { width, height }: { readonly width: number; readonly height: number },
): readonly string[] {
  const lines = events
    .flatMap((event) => spokenIn(event, drill, texts))
    .flatMap((one) => spokenLines(one, texts, width));
  return lines.slice(-height);
}

function spokenLines({ who, words }: Spoken, { school, words: vocabulary }: Texts, width: number): readonly string[] {
  const name = { you: school.panel.you, caller: school.panel.caller, note: '' }[who];
  const text = who === 'note' || words.startsWith('(') ? words : vocabulary.quoted(words);
  return wrap(text, width - WHO - 2).map((part, row) => {
    const head: Cell = fixed(row === 0 ? ` ${name}` : '', WHO, tones[who]);
    return line(
      [head, cell(' '), cell(part, who === 'caller' ? 'plain' : who === 'you' ? 'muted' : tones[who])],
      width,
    );
  });
}

function spokenIn(event: DrillEvent, drill: Drill, texts: Texts): readonly Spoken[] {
  const { panel } = texts.school;
  const { call } = drill.scenario;
  const you = (words: string): Spoken => ({ who: 'you', words });
  const caller = (words: string): Spoken => ({ who: 'caller', words });
  switch (event.type) {
    case 'answered':
      return [caller(call.words[texts.language])];
    case 'heard-again':
      return [you(panel.again), caller(call.words[texts.language])];
    case 'asked': {
      const answer = call.answers[event.question]?.[texts.language];
      return [you(panel.question[event.question]), caller(answer ?? panel.noAnswer)];
    }
    case 'proof-asked':
      return [you(panel.proof[event.proof]), caller(proofWords(event.proof, event.given, drill, texts))];
    case 'said': {
      const { saying, about } = event;
      const words = saying === 'advice' ? adviceFor(about ?? 'nothing-wrong', texts) : panel.saying[saying];
      const other: Readonly<Partial<Record<string, string>>> = call.caller === 'impostor' ? panel.impostorReply : {};
      return [you(words), caller(other[saying] ?? panel.reply[saying])];
    }
    case 'cause-named':
      return [];
    case 'caller-acted': {
      const words = (panel.acted as Readonly<Partial<Record<string, string>>>)[event.did];
      return words === undefined ? [] : [caller(event.refusal === null ? words : `${words} ${panel.refused}`)];
    }
    case 'caller-done':
      return [caller(panel.content[event.how])];
    case 'supervisor-acted':
      return event.refusal === null
        ? [{ who: 'note', words: panel.supervisor(texts.school.debrief.move[event.did as 'approve']) }]
        : [];
    case 'ended':
      return event.how === 'caller-left' ? [caller(panel.impatient)] : [];
  }
}

/** The caller names what can be compared on the screen; of the rest one hears how it compares. */
function proofWords(proof: Proof, given: Given, { email, certificateUntil }: Drill, texts: Texts): string {
  const words = texts.school.panel.given;
  switch (proof) {
    case 'certificate-expiry': {
      if (given === 'cannot') return words[proof].cannot;
      return words[proof].said(texts.moments.date(given === 'right' ? certificateUntil : certificateUntil - OFF_BY));
    }
    case 'e-mail-on-file':
      return given === 'cannot'
        ? words[proof].cannot
        : words[proof].said(given === 'right' ? email : otherEmail(email));
    default:
      return words[proof][given];
  }
}

/** The name is easily guessed; the provider is not. */
function otherEmail(email: string): string {
  const [name = ''] = email.split('@');
  return `${name}@poczta.example.com`;
}

import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import type { SimRefusal } from '../../sim/answer.ts';
import type { AnyMove, Scenario } from '../../sim/scenario.ts';
import { seenRefusal } from '../../sim/seen-refusal.ts';
import type { Texts } from '../../text/en.ts';
import { tellMove, tellOnScreen, tellRefusal } from '../../text/tell.ts';

/** A move in words: the story's own, what is said on the telephone, or the usual ones. */
export function captionOf(move: AnyMove, { call }: Pick<Scenario, 'call'>, texts: Texts): string {
  const said = move.do === 'ring' ? call?.words : move.do === 'tell' ? move.words : undefined;
  return said && !move.caption
    ? texts.words.quoted(said[texts.language])
    : tellMove(texts.scenarios.moves, texts.language, move);
}

/** Why not: what support knows in support's words, the rest as the machine says it; no machine misses an SMS. */
export function refusalOf(refusal: SimRefusal, texts: Texts): string {
  if (refusal.code === 'sms-missing') return texts.stage.story.smsMissing;
  return isOfDomain(refusal, texts)
    ? tellRefusal(texts.words.refusals, refusal).what
    : tellOnScreen(texts.machines.refusals, seenRefusal(refusal));
}

function isOfDomain(refusal: SimRefusal, { words }: Texts): refusal is Refusal {
  return (refusal.code as RefusalCode) in words.refusals;
}

import { causes } from '../../domain/diagnosis.ts';
import { type Proof, proofs } from '../../domain/support-case.ts';
import { type DrillEvent, endings, eventsOf, type NamedCause } from '../../sim/drill.ts';
import { type Saying, sayings } from '../../sim/drill-sayings.ts';
import { type CallQuestion, callQuestions } from '../../sim/scenario.ts';
import type { Texts } from '../../text/en.ts';

/** The groups of things one can do in a call. */
export const callTabs = ['ask', 'proofs', 'say', 'cause', 'end'] as const;
export type CallTab = (typeof callTabs)[number];

/** One thing to say or to do. */
export type CallChoice =
  | { readonly choose: 'again' }
  | { readonly choose: 'question'; readonly question: CallQuestion }
  | { readonly choose: 'proof'; readonly proof: Proof }
  | { readonly choose: 'saying'; readonly saying: Saying }
  | { readonly choose: 'cause'; readonly cause: NamedCause }
  | { readonly choose: 'end'; readonly how: (typeof endings)[number] };

const named: readonly NamedCause[] = ['impostor', 'nothing-wrong', ...causes];

export function choicesOf(tab: CallTab): readonly CallChoice[] {
  switch (tab) {
    case 'ask':
      return [{ choose: 'again' }, ...callQuestions.map((question) => ({ choose: 'question' as const, question }))];
    case 'proofs':
      return proofs.map((proof) => ({ choose: 'proof', proof }));
    case 'say':
      return sayings.map((saying) => ({ choose: 'saying', saying }));
    case 'cause':
      return named.map((cause) => ({ choose: 'cause', cause }));
    case 'end':
      return endings.map((how) => ({ choose: 'end', how }));
  }
}

/** What the trainee said it was, most lately; null before they named anything. */
export function lastNamed(events: readonly DrillEvent[]): NamedCause | null {
  return eventsOf(events, 'cause-named').at(-1)?.cause ?? null;
}

/** What a choice says, on one line of the menu. */
export function choiceWords(choice: CallChoice, texts: Texts): string {
  const { panel } = texts.school;
  switch (choice.choose) {
    case 'again':
      return panel.again;
    case 'question':
      return panel.question[choice.question];
    case 'proof':
      return panel.proof[choice.proof];
    case 'saying':
      return choice.saying === 'advice' ? panel.advice : panel.saying[choice.saying];
    case 'cause':
      return causeName(choice.cause, texts);
    case 'end':
      return panel.end[choice.how];
  }
}

export function causeName(cause: NamedCause, { school, diagnosis }: Texts): string {
  return cause === 'impostor' || cause === 'nothing-wrong' ? school.cause[cause] : diagnosis.cause[cause].name;
}

/** How the caller should go on, as the diagnosis words it. */
export function adviceFor(cause: NamedCause, { school, diagnosis }: Texts): string {
  return cause === 'impostor' || cause === 'nothing-wrong' ? school.panel.adviceNothing : diagnosis.cause[cause].say;
}

/** Why it cannot be chosen now, as a sentence; undefined when it can. */
export function whyNotChosen(choice: CallChoice, events: readonly DrillEvent[], texts: Texts): string | undefined {
  const needsCause = choice.choose === 'saying' && choice.saying === 'advice' && lastNamed(events) === null;
  return needsCause ? texts.school.panel.adviceNeedsCause : undefined;
}

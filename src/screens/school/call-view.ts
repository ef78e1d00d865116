import type { Drill, DrillEvent } from '../../sim/drill.ts';
import type { Texts } from '../../text/en.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { beside, rule, tall } from '../../ui/layout.ts';
import type { ListState } from '../../ui/list-state.ts';
import {
  type CallChoice,
  type CallTab,
  callTabs,
  causeName,
  choiceWords,
  lastNamed,
  whyNotChosen,
} from './call-menu.ts';
import { transcript } from './call-transcript.ts';

interface Room {
  readonly width: number;
  readonly height: number;
}

/** From here on what was said stands beside the menu. */
const WIDE = 130;
/** Between what was said and the menu below it. */
const RULE = 1;
/** The tabs, and what was named last. */
const ABOVE_CHOICES = 2;
const MOST_CHOICES = 8;

/** How many choices are listed at once. */
export function choicesShown({ width, height }: Room): number {
  return width >= WIDE ? height - ABOVE_CHOICES : MOST_CHOICES;
}

export interface CallPanel {
  readonly drill: Drill;
  readonly events: readonly DrillEvent[];
  readonly tab: CallTab;
  readonly choices: readonly CallChoice[];
  readonly list: ListState;
}

/** The call: what was said, and what can be said next. */
export function callLines(panel: CallPanel, texts: Texts, room: Room): readonly string[] {
  const { width, height } = room;
  const { drill, events } = panel;
  if (width >= WIDE) {
    const left = Math.floor(width / 2);
    const said = transcript(drill, events, texts, { width: left, height });
    return beside(tall(said, height), menuLines(panel, texts, width - left - 3, choicesShown(room)), left);
  }
  const above = height - RULE - ABOVE_CHOICES - MOST_CHOICES;
  const said = transcript(drill, events, texts, { width, height: above });
  return [...tall(said, above), rule(width), ...menuLines(panel, texts, width, choicesShown(room))];
}

function menuLines(
  { tab, choices, list, events }: CallPanel,
  texts: Texts,
  width: number,
  most: number,
): readonly string[] {
  const { panel } = texts.school;
  const cause = lastNamed(events);
  const shown = choices.slice(list.top, list.top + most);
  return [
    line(
      callTabs.flatMap((one) => [
        cell(one === tab ? ' ▸ ' : '   ', 'selected'),
        cell(panel.tabs[one], one === tab ? 'selected' : 'plain'),
        cell(' '),
      ]),
      width,
    ),
    line(
      [
        cell(
          `   ${cause === null ? panel.notNamed : panel.named(causeName(cause, texts))}`,
          cause ? 'accent' : 'muted',
        ),
      ],
      width,
    ),
    ...shown.map((choice, row) => {
      const chosen = list.top + row === list.selected;
      const not = whyNotChosen(choice, events, texts) !== undefined;
      const more = list.top + row === list.top + shown.length - 1 && list.top + shown.length < choices.length;
      return line(
        [
          cell(chosen ? ' ▸ ' : '   ', 'selected'),
          cell(choiceWords(choice, texts), not ? 'muted' : chosen ? 'selected' : 'plain'),
          cell(`${not ? ' ✕' : ''}${more ? ' …' : ''}`, 'muted'),
        ],
        width,
      );
    }),
  ];
}

/** Before it is answered. */
export function ringLines(
  { scenario, shift }: Drill,
  texts: Texts,
  panelKey: string,
  width: number,
): readonly string[] {
  const { ring } = texts.school;
  const paragraph = (text: string) => wrap(text, width - 8).map((part) => line([cell(`     ${part}`)], width));
  return [
    '',
    line([cell(`  ☎  ${ring.title}`, 'strong')], width),
    '',
    ...(shift ? paragraph(ring.place(shift.place, shift.of)) : []),
    ...paragraph(ring.ticket(scenario.call.ticket)),
    '',
    ...paragraph(ring.how),
    '',
    ...paragraph(ring.panel(panelKey)),
    '',
    ...paragraph(ring.judged),
  ];
}

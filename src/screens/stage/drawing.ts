import type { Instant } from '../../domain/ids.ts';
import type { SimRefusal } from '../../sim/answer.ts';
import { seenRefusal } from '../../sim/seen-refusal.ts';
import type { Texts } from '../../text/en.ts';
import { tellOnScreen } from '../../text/tell.ts';
import { cell, fill, line, wrap } from '../../ui/cells.ts';
import { paint, type Tone } from '../../ui/theme.ts';

/** A machine's screen is drawn from these alone. */
export interface MachineSettings {
  readonly texts: Texts;
  readonly now: Instant;
  readonly width: number;
  readonly height: number;
}

/** A sentence on as many lines as it needs. */
export function sentence(text: string, width: number, tone: Tone = 'plain'): readonly string[] {
  return wrap(text, width - 2).map((part) => line([cell(` ${part}`, tone)], width));
}

/** `[ Send SMS code ]` */
export function button(label: string, width: number, tone: Tone = 'accent'): string {
  return line([cell(' [ ', 'muted'), cell(label, tone), cell(' ]', 'muted')], width);
}

/** `Login  ________` */
export function input(label: string, value: string, width: number): string {
  return line([cell(` ${label}  `, 'muted'), cell(value.padEnd(12, '_'), 'strong')], width);
}

/** Why not, as the machine itself says it; nothing when nothing was refused. */
export function refusalLines(refusal: SimRefusal | null, { texts, width }: Pick<MachineSettings, 'texts' | 'width'>) {
  if (refusal === null) return [];
  return sentence(`✗ ${tellOnScreen(texts.machines.refusals, seenRefusal(refusal))}`, width, 'danger');
}

/** A rounded frame of this size with lines in it. */
export function rounded(lines: readonly string[], width: number, height: number): readonly string[] {
  const inner = width - 4;
  const edge = (left: string, right: string) => paint('muted', `${left}${'─'.repeat(width - 2)}${right}`);
  const side = paint('muted', '│');
  const rows = Array.from({ length: Math.max(0, height - 2) }, (_, row) => {
    const text = lines[row] ?? '';
    return `${side} ${fill(text, inner)} ${side}`;
  });
  return [edge('╭', '╮'), ...rows, edge('╰', '╯')];
}

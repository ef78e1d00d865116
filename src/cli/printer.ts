import { safeText } from '../domain/clean-text.ts';
import type { Language } from '../text/language.ts';
import { loadTexts } from '../text/load.ts';
import { cutTo, padTo, widthOf } from '../text/width.ts';
import { toJson } from './document.ts';
import { exitCodes } from './exit.ts';
import { type CliRefusal, tellAny } from './refusal.ts';
import type { Io } from './wiring.ts';

/** The widest cell of a table on a terminal; a pipe gets every cell whole. */
const WIDEST_CELL = 48;
const GAP = '  ';

/** Everything the command line prints goes through here: outside text is cleaned at this one place. */
export interface Printer {
  readonly json: boolean;
  /** A line of the answer, on standard output. */
  line(text?: string): void;
  table(head: readonly string[], rows: readonly (readonly string[])[]): void;
  /** The answer: as one JSON document when that was asked for, else as `lines` prints it. */
  answer(document: object, lines: () => void): void;
  /** A line beside the answer, on standard error. */
  note(text: string): void;
  /** Says why not and what to do next; the exit code. */
  refuse(refusal: CliRefusal): Promise<1>;
  /** Text of our own making with its terminal sequences, as it is. */
  raw(text: string): void;
}

export function createPrinter(io: Pick<Io, 'stdout' | 'stderr'>, language: Language, json: boolean): Printer {
  const line = (text = '') => {
    io.stdout.write(`${safeText(text)}\n`);
  };
  const note = (text: string) => {
    io.stderr.write(`${safeText(text)}\n`);
  };
  return {
    json,
    line,
    note,
    table: (head, rows) => {
      const widest = io.stdout.isTTY ? WIDEST_CELL : Number.POSITIVE_INFINITY;
      for (const text of tableLines(head, rows, widest)) line(text);
    },
    answer: (document, lines) => {
      if (json) io.stdout.write(`${toJson(document)}\n`);
      else lines();
    },
    refuse: async (refusal) => {
      const { what, next } = tellAny(await loadTexts(language), refusal);
      if (json) io.stdout.write(`${toJson({ refused: { ...refusal, what: safeText(what), next: safeText(next) } })}\n`);
      note(what);
      note(next);
      return exitCodes.refused;
    },
    raw: (text) => {
      io.stdout.write(text);
    },
  };
}

function tableLines(head: readonly string[], rows: readonly (readonly string[])[], widest: number): readonly string[] {
  const cells = [head, ...rows].map((row) => row.map((cell) => cutTo(safeText(cell), widest)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
  return cells.map((row) =>
    row
      .map((cell, column) => padTo(cell, widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

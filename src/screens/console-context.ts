import { createContext, useContext } from 'react';
import type { App } from '../app.ts';
import type { CustomerId, Instant } from '../domain/ids.ts';
import type { Role } from '../domain/permissions.ts';
import type { ReportRows } from '../domain/report-rows.ts';
import type { CalledScenario } from '../sim/drill.ts';
import type { Texts } from '../text/en.ts';
import type { KeyLayer, Offer } from '../ui/offers.ts';
import type { Tone } from '../ui/theme.ts';
import type { Size } from '../ui/use-size.ts';
import type { Owed } from './owed.ts';
import type { Route } from './routes.ts';

/** Who works at this console now. */
export interface Session {
  readonly agentId: string;
  readonly name: string;
  readonly role: Role;
  /** The agent's own subscription, which they may not touch. */
  readonly ownCustomerId: CustomerId | null;
}

export interface Notice {
  readonly tone: Extract<Tone, 'ok' | 'warning' | 'danger' | 'muted'>;
  readonly text: string;
}

const SMALLEST: Size = { columns: 80, rows: 24 };
/** A screen that is read aloud has no edge that could cut a word. */
export const READ_ALOUD: Size = { columns: 120, rows: 40 };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < SMALLEST.columns || rows < SMALLEST.rows;
}

export function atLeastSmallest({ columns, rows }: Size): Size {
  return { columns: Math.max(columns, SMALLEST.columns), rows: Math.max(rows, SMALLEST.rows) };
}

/** What lies over the screen in front. */
export type Overlay = 'help' | 'palette' | null;

/** Puts a document into a new file of this name in the folder the console was started in; its path, or null. */
export type Save = (name: string, document: object) => string | null;

/** Puts rows, as CSV, into a new file of this name beside the database; its path, or null. */
export type SaveTable = (name: string, rows: ReportRows) => Promise<string | null>;

/** What every screen has at hand. */
export interface Console {
  readonly app: App;
  readonly texts: Texts;
  /** The terminal as it is, perhaps too small to draw on. */
  readonly window: Size;
  /** The room that screens may count on. */
  readonly size: Size;
  readonly session: Session | null;
  /** The door's time, to the second; the screens have no clock of their own. */
  readonly now: Instant;
  /** Moves when anyone has changed the database. */
  readonly revision: number;
  readonly save: Save | null;
  /** Screens are read aloud by a screen reader, not looked at. */
  readonly aloud: boolean;
  readonly saveTable: SaveTable | null;
  readonly owed: Owed;
  readonly notice: Notice | null;
  /** The line of a training call, in place of the rule under the header; null when none is on, or waits for its debrief to be seen. */
  readonly strip: string | null;
  /** The trainer's own scenarios, practised in the school beside those that ship. */
  readonly ownCalls: readonly CalledScenario[];
  readonly overlay: Overlay;
  /** What can be done everywhere: help, language, quit … */
  readonly everywhere: readonly Offer[];
  go(route: Route): void;
  back(): void;
  notify(notice: Notice): void;
  /** Begins what a key asked for; when the machine breaks, that is told, and the console goes on. */
  undertake(work: () => Promise<unknown>): void;
  cover(overlay: Overlay): void;
  /** Tells the shell what the keys mean on the screen in front. */
  claimKeys(layer: KeyLayer): void;
}

const ConsoleContext = createContext<Console | null>(null);
export const ConsoleProvider = ConsoleContext.Provider;

export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (!console) throw new Error('a screen outside of the console');
  return console;
}

/** Is this screen the one in front? The others keep what they know and draw nothing. */
const InFront = createContext(true);
export const InFrontProvider = InFront.Provider;

export function useInFront(): boolean {
  return useContext(InFront);
}

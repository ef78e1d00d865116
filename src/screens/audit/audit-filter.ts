import type { App } from '../../app.ts';
import { foldText } from '../../domain/clean-text.ts';
import { DAY } from '../../domain/ids.ts';
import type { AgentView, AuditFilter } from '../../domain/read-models.ts';
import { dayOf, dayStart, nextDay } from '../../text/days.ts';
import type { Texts } from '../../text/en.ts';
import { textFor } from '../../text/index.ts';
import { languages } from '../../text/language.ts';

/** What the words of a filter mean: which entries, told back in words, and what was not understood. */
export interface UnderstoodFilter {
  readonly filter: Omit<AuditFilter, 'limit'>;
  readonly told: readonly string[];
  readonly unknown: readonly string[];
}

/** Words are understood in every language, so that a saved filter outlives a change of it. */
const everyLanguage = languages.map(textFor);

type Understood = Pick<UnderstoodFilter, 'filter'> & { readonly told: string };

const SHORTEST_SERIAL = 6;

/**
 * Reads a filter as it is typed: an agent, a command, `refused`, a customer id, the beginning of a serial number, a case
 * id, a day. Each word narrows down; several words of a command's name are one command.
 */
export async function understand(text: string, app: App, texts: Texts): Promise<UnderstoodFilter> {
  const agents = text === '' ? [] : await app.ask.agents();
  let { filter, told, unknown }: UnderstoodFilter = { filter: {}, told: [], unknown: [] };
  const commandWords: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const understood =
      verdictOf(word, texts) ??
      dayIn(word, texts, app.now()) ??
      agentOf(word, agents) ??
      customerOf(word) ??
      (await serialOf(word, app)) ??
      caseOf(word);
    if (understood) {
      filter = { ...filter, ...understood.filter };
      told = [...told, understood.told];
    } else commandWords.push(word);
  }
  const commands = commandsOf(commandWords, texts);
  if (commands) {
    filter = { ...filter, ...commands.filter };
    told = [...told, commands.told];
  } else unknown = commandWords;
  return { filter, told, unknown };
}

function verdictOf(word: string, { words }: Texts): Understood | null {
  const folded = foldText(word);
  const verdict = (['refused', 'done'] as const).find((one) =>
    everyLanguage.some((language) =>
      [language.words.verdict[one], language.auditScreen.verdictWords[one]].some((name) => foldText(name) === folded),
    ),
  );
  return verdict ? { filter: { verdict }, told: words.verdict[verdict] } : null;
}

/** `2026-11-23`, `23.11`, `23.11.2026`, today, yesterday; a day without its year is the last one there was. */
function dayIn(word: string, { moments }: Texts, now: number): Understood | null {
  const day = dayNamed(foldText(word), now);
  const from = day === null ? null : dayStart(day);
  if (day === null || from === null) return null;
  const until = dayStart(nextDay(day)) ?? from + DAY;
  return { filter: { from, until }, told: moments.date(from) };
}

function dayNamed(word: string, now: number): string | null {
  if (everyLanguage.some(({ auditScreen }) => word === foldText(auditScreen.today))) return dayOf(now);
  if (everyLanguage.some(({ auditScreen }) => word === foldText(auditScreen.yesterday))) return dayOf(now - DAY);
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return word;
  const [, day = '', month = '', year] = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?\.?$/.exec(word) ?? [];
  if (day === '') return null;
  const inYear = (one: string | number) => `${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year) return inYear(year);
  const thisYear = Number(dayOf(now).slice(0, 4));
  return inYear(thisYear) > dayOf(now) ? inYear(thisYear - 1) : inYear(thisYear);
}

function agentOf(word: string, agents: readonly AgentView[]): Understood | null {
  const folded = foldText(word);
  const agent =
    agents.find(({ agentId }) => foldText(agentId) === folded) ??
    agents.find(({ name }) => foldText(name).split(' ').includes(folded));
  return agent ? { filter: { agentId: agent.agentId }, told: agent.name } : null;
}

function customerOf(word: string): Understood | null {
  if (!/^[a-z]{2}-\d+$/i.test(word)) return null;
  const customerId = word.toUpperCase();
  return { filter: { customerId }, told: customerId };
}

async function serialOf(word: string, app: App): Promise<Understood | null> {
  if (word.length < SHORTEST_SERIAL || !/^[0-9a-f]+$/i.test(word)) return null;
  const lookup = await app.ask.certificate(word.toUpperCase(), app.now());
  if (lookup.found !== 'one') return null;
  const { serial } = lookup.view.certificate;
  return { filter: { serial }, told: serial };
}

/** Case ids are eight letters and digits that are not taken for one another. */
function caseOf(word: string): Understood | null {
  const caseId = word.toUpperCase();
  return /^(?=.*\d)[A-HJ-NP-Z2-9]{8}$/.test(caseId) ? { filter: { caseId }, told: caseId } : null;
}

function commandsOf(words: readonly string[], { words: { command } }: Texts): Understood | null {
  if (words.length === 0) return null;
  const folded = words.map(foldText);
  const ids = Object.keys(command) as (keyof typeof command)[];
  const [commands = []] = [command, ...everyLanguage.map(({ words }) => words.command)]
    .map((named) => ids.filter((id) => folded.every((word) => foldText(named[id]).includes(word))))
    .filter((found) => found.length > 0);
  if (commands.length === 0) return null;
  return { filter: { commands }, told: commands.map((id) => command[id]).join(', ') };
}

import { cleanText } from './clean-text.ts';
import type { Actor } from './permissions.ts';

/** What whoever asks has typed as the name of something. A wrong one is refused, and stands in the log all the same. */
const typed = ['ticket', 'caseId', 'agentId', 'to', 'name'] as const;
const LONGEST = 255;

/** The same request with every name in it clean and no longer than a line. */
export function withCleanNames<R extends object>(request: R): R {
  const given = request as Readonly<Record<string, unknown>>;
  const names = typed.flatMap((key) => {
    const text = given[key];
    return typeof text === 'string' ? [[key, cleanName(text)] as const] : [];
  });
  return names.length === 0 ? request : { ...request, ...Object.fromEntries(names) };
}

/** Whoever acts, as typed on the command line, as it will stand in the log. */
export function cleanActor(actor: Actor): Actor {
  return { ...actor, id: cleanName(actor.id) } as Actor;
}

function cleanName(text: string): string {
  return cleanText(text).slice(0, LONGEST);
}

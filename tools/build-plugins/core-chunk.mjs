import { join } from 'node:path';
import { root } from '../root.mjs';

/** What every command loads, whichever it is: the front door, the command line, the door, the questions, how answers are shown, and what the texts of both languages need. */
const always = [
  'src/main.ts',
  'src/cli/run.ts',
  'src/wiring.ts',
  'src/db/questions.ts',
  'src/cli/views.ts',
  'src/text/moments.ts',
  'src/text/raw-receipt.ts',
  'src/text/spaced-phone.ts',
].map((path) => join(root, path));

/**
 * Puts the modules that every command loads into one file, because opening twenty small ones takes longer than reading
 * them. Only what those modules import outright: what they import when it is needed (drizzle, Ink, the commands) stays apart.
 */
export function coreChunk() {
  let core;
  return (id, context) => {
    core ??= closure(always, context);
    return core.has(id) ? 'core' : null;
  };
}

function closure(from, context) {
  const reached = new Set();
  const visit = (id) => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) visit(imported);
  };
  from.forEach(visit);
  return reached;
}

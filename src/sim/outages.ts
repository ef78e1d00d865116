import type { App } from '../app.ts';
import type { AgentId } from '../domain/ids.ts';

/** What the log says of an outage that ends with its story. */
const NOTE = 'the story is over';

/** The operators that are out by what support has recognised. */
export async function operatorsOut(app: App): Promise<ReadonlySet<string>> {
  const { operators } = await app.ask.radar(app.now());
  return new Set(operators.flatMap(({ operator, outage }) => (outage && outage.until === null ? [operator] : [])));
}

/** Ends an outage that was part of a story: while it lasts, nothing that fails on this operator counts. Where it is over already, nothing is asked for. */
export async function endOutage(app: App, by: AgentId, operator: string): Promise<void> {
  if ((await operatorsOut(app)).has(operator))
    await app.perform({ kind: 'agent', id: by }, { type: 'end-outage', operator, note: NOTE });
}

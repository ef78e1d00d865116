import { customerOf, type Desk, supportDesk } from './support-desk.ts';

const ewa = { kind: 'agent', id: 'ewa' } as const;

/** Three calls of one subscriber, all with Ewa, a minute apart; and one of another, with Marta. */
export async function deskWithCases(): Promise<Desk> {
  const app = await supportDesk();
  for (const ticket of ['INC-1', 'INC-2', 'INC-3']) {
    await app.perform(ewa, { type: 'open-case', ticket, customerId: customerOf('locked'), words: 'still no SMS' });
    app.clock.advance(60_000);
  }
  const marta = { kind: 'agent', id: 'marta' } as const;
  await app.perform(marta, { type: 'open-case', ticket: 'INC-9', customerId: customerOf('active') });
  return app;
}

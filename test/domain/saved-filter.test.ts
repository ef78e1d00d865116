import { expect, test } from 'vitest';
import type { AgentFact } from '../../src/domain/agent.ts';
import type { SavedFilter } from '../../src/domain/saved-filter.ts';
import { givenAgent } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { agentNamed, ewa, jan } from '../support/staff.ts';

const agentId = 'ewa';
const added: AgentFact = {
  ...{ type: 'agent-added', at: NOON, agentId, name: 'Ewa Lis', role: 'agent' },
  ...{ passwordHash: null, ownCustomerId: null },
};
const mine: SavedFilter = { view: 'queue', name: 'mine', text: 'locked' };
const saved = (filter: SavedFilter): AgentFact => ({ type: 'filter-saved', at: NOON, ...filter });
const save = (filter: Partial<SavedFilter>) => ({ type: 'save-filter', agentId, ...mine, ...filter }) as const;
const drop = (filter: Partial<SavedFilter>) => {
  const { view, name } = { ...mine, ...filter };
  return { type: 'delete-filter', agentId, view, name } as const;
};
const thirty = Array.from({ length: 30 }, (_, place) => saved({ ...mine, name: `no. ${place}` }));

test('a filter is saved under its name, which again takes its place; another list has its own', () => {
  const audit: SavedFilter = { ...mine, view: 'audit' };
  const again = { ...mine, text: 'frozen' };
  const { state } = givenAgent(added, saved(mine), saved(audit))
    .when(save({ text: 'frozen' }), { now: NOON, actor: ewa })
    .thenDone(saved(again));
  expect(state).toMatchObject({ filters: [audit, again] });
});

test('a filter is deleted, and only that one', () => {
  const other = { ...mine, name: 'other' };
  const { state } = givenAgent(added, saved(mine), saved(other), saved({ ...mine, view: 'cases' }))
    .when(drop({}), { now: NOON, actor: ewa })
    .thenDone({ type: 'filter-deleted', at: NOON, view: 'queue', name: 'mine' });
  expect(state).toMatchObject({ filters: [other, { ...mine, view: 'cases' }] });
});

test('what cannot be saved or deleted is refused with the reason', () => {
  const given = givenAgent(added, saved(mine));
  given.when(save({ name: '' }), { actor: ewa }).thenRefused({ code: 'filter-incomplete' });
  given.when(save({ text: '' }), { actor: ewa }).thenRefused({ code: 'filter-incomplete' });
  const tooLong = { code: 'filter-too-long', name: 40, text: 200 } as const;
  given.when(save({ name: 'ż'.repeat(41) }), { actor: ewa }).thenRefused(tooLong);
  given.when(save({ text: 'x'.repeat(201) }), { actor: ewa }).thenRefused(tooLong);
  expect(given.when(save({ name: 'ż'.repeat(40), text: 'x'.repeat(200) }), { actor: ewa }).decision.verdict).toBe(
    'done',
  );
  given.when(drop({ view: 'audit' }), { actor: ewa }).thenRefused({ code: 'filter-unknown', name: 'mine' });
  const full = givenAgent(added, ...thirty);
  full.when(save({}), { actor: ewa }).thenRefused({ code: 'too-many-filters', most: 30 });
  expect(full.when(save({ name: 'no. 7' }), { actor: ewa }).decision.verdict).toBe('done');
  expect(full.when(save({ view: 'audit' }), { actor: ewa }).decision.verdict).toBe('done');
});

test('nobody touches those of a colleague', () => {
  const asJan = { actor: jan, agent: agentNamed('jan') };
  for (const command of [save({ name: 'new' }), drop({})]) {
    givenAgent(added, saved(mine)).when(command, asJan).thenRefused({ code: 'not-your-account' });
  }
});

import type { Scenario } from '../../sim/scenario.ts';
import { stage as en } from '../../text/en/stage.ts';
import { stage as pl } from '../../text/pl/stage.ts';

/** No story: a new customer, and hands that play them. */
export const freePlay: Scenario = {
  name: 'free-play',
  title: { en: en.stories.free.title, pl: pl.stories.free.title },
  teaches: { en: en.stories.free.teaches, pl: pl.stories.free.teaches },
  cast: {
    person: 'woman',
    phone: 'mobile',
    certificate: 'valid',
    account: 'open',
    ready: true,
    colleague: false,
    crowd: 12,
  },
  before: [],
  call: null,
  cause: null,
  support: [],
  after: [],
  ending: { activation: 'inactive', attempts: null, signatures: 0, facts: [], never: [] },
};

import { activationMutants } from './activation.mjs';
import { aroundMutants } from './around.mjs';
import { callMutants } from './calls.mjs';
import { deskMutants } from './desk.mjs';
import { explainMutants } from './explain.mjs';
import { fileMutants } from './files.mjs';
import { formMutants } from './form.mjs';
import { historyMutants } from './histories.mjs';
import { machineMutants } from './machines.mjs';
import { reportMutants } from './reports.mjs';
import { safetyMutants } from './safety.mjs';
import { stageMutants } from './stage.mjs';
import { storeMutants } from './store.mjs';
import { upkeepMutants } from './upkeep.mjs';
import { walkthroughMutants } from './walkthrough.mjs';

/** Bugs that have to be noticed: where, what, and by which tests. Each fits its file exactly once. */
export const mutants = [
  ...activationMutants,
  ...aroundMutants,
  ...callMutants,
  ...deskMutants,
  ...historyMutants,
  ...safetyMutants,
  ...explainMutants,
  ...upkeepMutants,
  ...machineMutants,
  ...walkthroughMutants,
  ...stageMutants,
  ...reportMutants,
  ...formMutants,
  ...storeMutants,
  ...fileMutants,
];

import type { Realm } from '../../domain/ids.ts';
import { exitCodes } from '../exit.ts';
import { interruptible } from '../interruptible.ts';
import { startProgress } from '../progress.ts';
import type { Run } from '../spec.ts';

export const init: Run = async ({ io, wiring, out, texts, db }, input) => {
  const { init: say } = texts.cli;
  const realm: Realm = input.required('realm') === 'live' ? 'live' : 'training';
  const accounts = input.count('accounts');
  const progress = startProgress(io, say.making);
  const onProgress = (done: number) => progress.at(done, accounts ?? null);
  const wanted = { db, realm, accounts, seed: input.count('seed'), onProgress };
  const made = await interruptible(io, (signal) => wiring.init({ ...wanted, signal })).finally(progress.end);
  out.answer({ database: { realm, ...made } }, () => {
    out.line(say.done(made.path, texts.words.realm[realm]));
    out.line(say.keys(made.keysPath));
    out.line(realm === 'live' ? say.nextLive(made.path) : say.nextTraining(made.path));
  });
  return exitCodes.done;
};

export const seed: Run = async ({ io, wiring, out, texts, db }, input) => {
  const { seed: say, init: then } = texts.cli;
  const accounts = input.count('accounts');
  const progress = startProgress(io, say.seeding);
  const onProgress = (done: number) => progress.at(done, accounts ?? null);
  const wanted = { db, realm: 'training', accounts, seed: input.count('seed'), onProgress } as const;
  const made = await interruptible(io, (signal) => wiring.init({ ...wanted, signal })).finally(progress.end);
  out.answer({ database: { realm: 'training', ...made } }, () => {
    out.line(say.done(made.accounts, made.path));
    out.line(then.nextTraining(made.path));
  });
  return exitCodes.done;
};

import { exitCodes } from '../exit.ts';
import { interruptible } from '../interruptible.ts';
import { startProgress } from '../progress.ts';
import type { Run } from '../spec.ts';

export const backup: Run = async ({ io, wiring, out, texts, app }, input) => {
  const { upkeep: say } = texts;
  const path = input.path('COPY');
  const progress = startProgress(io, say.copying);
  const actor = { kind: 'administrator', id: wiring.user } as const;
  const door = await app();
  const made = await interruptible(io, (signal) =>
    door.backUp(actor, path, { onProgress: progress.at, signal }),
  ).finally(progress.end);
  out.answer({ backup: { path, ...made } }, () => {
    const { bytes, head, keysPath } = made;
    out.line(say.backedUp(path, bytes));
    if (head) out.line(say.head(head.seq, head.hash));
    out.line(say.keysApart(keysPath));
  });
  return exitCodes.done;
};

export const rotateKeys: Run = async ({ io, wiring, out, texts, app }) => {
  const { upkeep: say } = texts;
  const progress = startProgress(io, say.resealing);
  const actor = { kind: 'administrator', id: wiring.user } as const;
  const onProgress = (resealed: number) => progress.at(resealed, null);
  const rotation = await (await app()).rotateKeys(actor, onProgress).finally(progress.end);
  const { keyId, resealed, lost, oldKeyUntil } = rotation;
  const isAllOpen = lost.certificates.length + lost.others === 0;
  out.answer({ rotation }, () => {
    out.line(say.rotated(keyId, resealed));
    out.line(oldKeyUntil === null ? say.oldKeyGone : say.oldKeyStays(oldKeyUntil));
    if (isAllOpen) return;
    out.line(say.lost(lost.certificates.length + lost.others));
    if (lost.certificates.length > 0) {
      out.line(say.lostInUse);
      for (const serial of lost.certificates) out.line(`  ${serial}`);
      out.note(say.lostInUseNext);
    }
    out.note(say.lostNext);
  });
  return isAllOpen ? exitCodes.done : exitCodes.refused;
};

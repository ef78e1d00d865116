import type { Finding } from '../../domain/examination.ts';
import type { Texts } from '../../text/en.ts';
import { exitCodes } from '../exit.ts';
import { startProgress } from '../progress.ts';
import type { Run } from '../spec.ts';

export const examineDatabase: Run = async ({ io, out, texts, app }) => {
  const { doctor: say } = texts;
  const door = await app();
  let { step, progress } = { step: '', progress: startProgress(io, '') };
  const examination = await door
    .examine({
      onProgress(next, done, total) {
        if (step !== next) progress = startProgress(io, say.steps[next]);
        step = next;
        progress.at(done, total);
      },
    })
    .finally(() => progress.end());
  const { accounts, entries, findings, found, left } = examination;
  out.answer({ sound: found === 0, ...examination }, () => {
    if (found === 0) {
      out.line(say.sound(accounts, entries));
      return;
    }
    out.line(say.found(found));
    for (const finding of findings) out.line(`  ${toldOf(finding, texts)}`);
    if (found > findings.length) out.line(`  ${say.more(found - findings.length)}`);
    if (left.length > 0) out.line(say.left);
    for (const about of new Set(findings.map((finding) => finding.about))) out.note(say.next[about]);
  });
  return found === 0 ? exitCodes.done : exitCodes.refused;
};

/** Where, and what is wrong there. */
function toldOf(finding: Finding, { doctor: say, words }: Texts): string {
  switch (finding.about) {
    case 'file':
      return say.file(finding.detail);
    case 'reference':
      return say.reference(finding.table, finding.row);
    case 'log':
      return say.log(finding.entry, words.auditFault[finding.why]);
    case 'policy':
      return finding.setting === null
        ? say.policyIllegible
        : say.policy(finding.setting, finding.stands, finding.logged);
    case 'thing': {
      const { thing, id, customerId, fault, fields } = finding;
      return `${say.place(thing, id, customerId)}: ${say.fault[fault](fields.join(', '))}`;
    }
  }
}

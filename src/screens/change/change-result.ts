import { cell, line, wrap } from '../../ui/cells.ts';
import type { Tone } from '../../ui/theme.ts';
import type { ViewSettings } from '../account/account-view.ts';
import { explain } from '../explain.ts';
import { type ChangeSubject, nameOf, subjectLines } from './change-view.ts';
import type { ChangeResult } from './change-work.ts';

export type Progress = { readonly kind: 'filling' } | { readonly kind: 'working' } | ChangeResult;

/** What became of it, what changed, and what to say to the caller. */
export function resultLines(progress: Progress, subject: ChangeSubject, settings: ViewSettings): readonly string[] {
  const { texts, width } = settings;
  const { unlock } = texts.console;
  const { safety } = texts;
  const paragraph = (text: string) => wrap(text, width - 6).map((one) => line([cell(`   ${one}`)], width));
  const heading = (text: string, tone: Tone) => line([cell(` ${text}`, tone)], width);
  const { activation } = subject.view;
  const name = nameOf(subject.account);
  switch (progress.kind) {
    case 'filling':
    case 'working':
      return [...subjectLines(subject, settings), '', heading(`◔ ${unlock.working}`, 'warning')];
    case 'unlocked': {
      const cause = activation.status === 'locked' ? activation.cause : 'sms';
      const count = cause === 'sms' ? activation.consecutiveFailures : activation.wrongOtps;
      return [
        heading(`✓ ${unlock.done(name)}`, 'ok'),
        '',
        heading(unlock.changed, 'accent'),
        ...paragraph(unlock.cleared(cause, count)),
        ...paragraph(safety.toldShort(safety.toldTo(1, 1))),
        '',
        heading(unlock.say, 'accent'),
        ...paragraph(unlock.sayNext[cause]),
      ];
    }
    case 'verified':
      return [
        ...subjectLines(subject, settings),
        '',
        heading(`✓ ${unlock.verified(name, texts.moments.time(progress.until))}`, 'ok'),
        '',
        ...paragraph(unlock.verifiedNext),
      ];
    case 'frozen':
      return [
        heading(`✓ ${safety.frozenDone(name)}`, 'ok'),
        '',
        heading(unlock.say, 'accent'),
        ...paragraph(safety.frozenSay),
      ];
    case 'asked':
      return [
        heading(`✓ ${unlock.asked}`, 'ok'),
        '',
        ...paragraph(unlock.waitsUntil(texts.moments.moment(progress.until))),
        '',
        heading(unlock.say, 'accent'),
        ...paragraph(unlock.sayAsked),
      ];
    case 'failure-recorded':
      return [
        ...subjectLines(subject, settings),
        '',
        heading(`! ${unlock.failureRecorded}`, 'warning'),
        '',
        ...paragraph(unlock.failureNext),
      ];
    case 'refused':
      return [
        ...subjectLines(subject, settings),
        '',
        heading(`✗ ${unlock.refused[subject.change]}`, 'danger'),
        ...paragraph(explain(texts, progress.refusal)),
        '',
        ...paragraph(unlock.notChanged),
      ];
  }
}

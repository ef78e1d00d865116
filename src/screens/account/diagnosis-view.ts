import type { Cause, Confidence, Diagnosis, Finding } from '../../domain/diagnosis.ts';
import type { Texts } from '../../text/en.ts';
import { tellEvidence } from '../../text/tell.ts';
import { widthOf } from '../../text/width.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { type ActionId, keyOf } from '../../ui/keymap.ts';
import type { Tone } from '../../ui/theme.ts';
import type { Mark } from '../state-marks.ts';

const marks: Readonly<Record<Confidence, Mark>> = {
  certain: { glyph: '●', tone: 'danger' },
  likely: { glyph: '◑', tone: 'warning' },
  possible: { glyph: '○', tone: 'muted' },
};

/** The key on the same screen that comes next: what the console can do about it, who else is hit, or how to lead the caller on. */
export const nextAction: Readonly<Record<Cause, ActionId>> = {
  'account-blocked': 'verify-caller',
  'certificate-revoked': 'verify-caller',
  'certificate-expired': 'verify-caller',
  'certificate-suspended': 'verify-caller',
  'certificate-not-yet-valid': 'verify-caller',
  'activation-frozen': 'ask-reset',
  'activation-disabled': 'ask-reset',
  'phone-missing': 'ask-phone',
  'phone-landline': 'ask-phone',
  'phone-malformed': 'ask-phone',
  'phone-foreign': 'ask-phone',
  'phone-too-new': 'verify-caller',
  'number-unknown': 'ask-phone',
  'number-barred': 'verify-caller',
  'sms-rejected': 'ask-phone',
  'sms-to-other-number': 'walkthrough',
  'previous-code': 'walkthrough',
  'digits-swapped': 'walkthrough',
  'one-digit-off': 'walkthrough',
  'wrong-code': 'walkthrough',
  'code-not-typed': 'walkthrough',
  'operator-outage': 'radar',
  'operator-outage-over': 'radar',
  'phone-unreachable': 'walkthrough',
  'inbox-full': 'walkthrough',
  'sms-expired': 'walkthrough',
  'sms-late': 'walkthrough',
  'sms-lost': 'radar',
  'sms-on-its-way': 'walkthrough',
  'asked-too-soon': 'walkthrough',
  'too-many-codes': 'verify-caller',
  'qr-window-closed': 'walkthrough',
  'qr-not-scanned': 'walkthrough',
  'phone-clock-off': 'walkthrough',
  'otp-reused': 'walkthrough',
  'old-app-entry': 'walkthrough',
  'other-certificate': 'walkthrough',
  'wrong-app': 'walkthrough',
  'otp-mistyped': 'walkthrough',
  'reset-not-set-up': 'walkthrough',
  'already-active': 'walkthrough',
  'many-locks': 'freeze-activation',
};

/** The first cause; null while nothing is known, or nothing is wrong. */
export function firstFinding(diagnosis: Diagnosis | null): Finding | null {
  const [first] = diagnosis?.findings ?? [];
  return !first || (first.cause === 'already-active' && first.confidence === 'possible') ? null : first;
}

/** It on one line, and the key that shows the others, where there is one. */
export function topFinding(
  diagnosis: Diagnosis | null,
  texts: Texts,
  width: number,
  moreBy: ActionId | null,
): readonly string[] {
  const first = firstFinding(diagnosis);
  if (!first) return [];
  const { diagnosis: say } = texts;
  const { glyph, tone } = marks[first.confidence];
  const others = (diagnosis?.findings.length ?? 0) - 1;
  const more = others > 0 && moreBy ? ` · ${say.more(others, keyOf(moreBy, texts.keys.names))}` : '';
  return [
    line(
      [
        cell(` ${say.why}: `, 'accent'),
        cell(`${glyph} ${say.cause[first.cause].name}`, tone),
        cell(` · ${say.confidence[first.confidence]}${more}`, 'muted'),
      ],
      width,
    ),
  ];
}

/** The causes, most likely first, one line each. */
export function findingRows(findings: readonly Finding[], selected: number, texts: Texts, width: number) {
  const { diagnosis: say } = texts;
  return findings.map(({ cause, confidence }, place) => {
    const { glyph, tone } = marks[confidence];
    const chosen = place === selected;
    return line(
      [
        cell(chosen ? '▸ ' : '  ', 'selected'),
        cell(`${glyph} `, tone),
        cell(say.cause[cause].name, chosen ? 'selected' : 'plain'),
        cell(` · ${say.confidence[confidence]}`, 'muted'),
      ],
      width,
    );
  });
}

/** What speaks for one cause, and what to say. */
export function findingWords(
  { cause, evidence }: Finding,
  { texts, width }: { readonly texts: Texts; readonly width: number },
): readonly string[] {
  const { diagnosis: say } = texts;
  return [
    line([cell(` ${say.evidence}`, 'accent')], width),
    ...evidence.flatMap((one) => bullet('•', tellEvidence(say.proof, one), width)),
    '',
    ...titled(say.say, texts.words.quoted(say.cause[cause].say), 'strong', width),
  ];
}

/** That, what to do next, and what it rules out. */
export function findingDetail(
  finding: Finding,
  { toUnlock, texts, width }: { readonly toUnlock: boolean; readonly texts: Texts; readonly width: number },
): readonly string[] {
  const { diagnosis: say } = texts;
  const { cause, rulesOut } = finding;
  const { next } = say.cause[cause];
  const unlockKey = keyOf('unlock-activation', texts.keys.names);
  const then = nextAction[cause];
  const key = ` [${keyOf(then, texts.keys.names)} ${texts.keys.labels[then]}]`;
  return [
    ...findingWords(finding, { texts, width }),
    ...titled(
      say.next,
      `${toUnlock && cause !== 'many-locks' ? `${say.firstUnlock(unlockKey)} ` : ''}${next}${key}`,
      'plain',
      width,
    ),
    ...(rulesOut.length > 0
      ? titled(say.rulesOut, rulesOut.map((one) => say.cause[one].name).join(' · '), 'muted', width)
      : []),
  ];
}

/** Nothing speaks for any cause: what to ask instead of guessing. */
export function openQuestions({ ask }: Diagnosis, texts: Texts, width: number): readonly string[] {
  const { diagnosis: say } = texts;
  return [
    ...wrap(say.nothing, width - 4).map((one) => line([cell(` ${one}`, 'warning')], width)),
    '',
    line([cell(` ${say.askThis}`, 'accent')], width),
    ...ask.flatMap((question) => bullet('•', texts.words.quoted(say.question[question]), width)),
  ];
}

function bullet(glyph: string, text: string, width: number): readonly string[] {
  return wrap(text, width - 6).map((part, row) =>
    line([cell(row === 0 ? `   ${glyph} ` : '     ', 'accent'), cell(part)], width),
  );
}

function titled(title: string, text: string, tone: Tone, width: number): readonly string[] {
  const head = ` ${title}: `;
  return wrap(text, width - widthOf(head) - 1).map((part, row) =>
    line([cell(row === 0 ? head : ' '.repeat(widthOf(head)), 'accent'), cell(part, tone)], width),
  );
}

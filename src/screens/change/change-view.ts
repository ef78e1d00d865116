import type { KnownAccount } from '../../domain/account.ts';
import { unlockAllowance } from '../../domain/activation-rules.ts';
import type { Phone } from '../../domain/phone-number.ts';
import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import { reasonCodes } from '../../domain/situation.ts';
import { type Proof, pointsOf, proofPoints } from '../../domain/support-case.ts';
import { spacedPhone } from '../../text/spaced-phone.ts';
import { widthOf } from '../../text/width.ts';
import { type Cell, cell, line, wrap } from '../../ui/cells.ts';
import { fieldCells, fieldLine, fieldValue } from '../../ui/text-field.ts';
import type { ViewSettings } from '../account/account-view.ts';
import type { Session } from '../console-context.ts';
import { grouped } from '../grouped.ts';
import type { SupportChange } from '../routes.ts';
import { type ChangeForm, type ChangeStep, fieldOf, proofsFor, proofsMarked, stepsOf } from './change-state.ts';
import type { Preview } from './change-work.ts';
import { bulletLines, foresightLines } from './foresight-view.ts';

export interface ChangeSubject {
  readonly change: SupportChange;
  readonly account: AccountView['account'];
  readonly view: CertificateView;
  readonly role: Session['role'];
  /** The new number as it was read. */
  readonly phone: Phone | null;
  /** What the rules would make of it; null until they were asked. */
  readonly preview: Preview | null;
}

/** Whom and what it is about; stays on screen through all steps. */
export function subjectLines(
  { account, view }: Pick<ChangeSubject, 'account' | 'view'>,
  { texts, width, now }: ViewSettings,
): readonly string[] {
  const { unlock } = texts.console;
  const { certificate, activation } = view;
  const since = (at: number) => [texts.moments.moment(at), texts.moments.duration(now - at)] as const;
  const { lockCause, freezeCause } = texts.words;
  const stopped =
    activation.status === 'locked'
      ? [`✗ ${unlock.lockedSince(lockCause[activation.cause], ...since(activation.lockedAt))}`]
      : activation.status === 'frozen'
        ? [`❄ ${unlock.frozenSince(freezeCause[activation.cause], ...since(activation.frozenAt))}`]
        : [];
  return [
    line([cell(` ${nameOf(account)}`, 'strong'), cell(`  ${account.customerId}`, 'muted')], width),
    line(
      [cell(` ${unlock.certificate(grouped(certificate.serial), texts.moments.date(certificate.notAfter))}`)],
      width,
    ),
    ...stopped.map((one) => line([cell(` ${one}`, 'danger')], width)),
  ];
}

export function nameOf({ givenName, familyName }: Pick<KnownAccount, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`;
}

/** The steps: done ones on a line with what was entered, the one at hand open, the later ones waiting. */
export function stepLines(form: ChangeForm, subject: ChangeSubject, settings: ViewSettings): readonly string[] {
  const steps = stepsOf(subject.change);
  const at = steps.indexOf(form.step);
  // The last step says itself what it rests on, and needs the room.
  const shown = form.step === 'confirm' ? steps.slice(-1) : steps;
  return shown.flatMap((step) => {
    const place = steps.indexOf(step);
    const head = stepHead(form, step, place, place === at ? 'open' : place < at ? 'done' : 'waiting', settings);
    return place === at ? ['', head, ...stepBody(form, subject, settings)] : [head];
  });
}

function stepHead(
  form: ChangeForm,
  step: ChangeStep,
  place: number,
  state: 'open' | 'done' | 'waiting',
  settings: ViewSettings,
): string {
  const { texts, width } = settings;
  const glyph = { open: '▸', done: '✓', waiting: '·' }[state];
  const tone = { open: 'selected', done: 'ok', waiting: 'muted' } as const;
  const name = step === 'phone' ? texts.safety.phoneStep : texts.console.unlock.steps[step];
  const title = ` ${glyph} ${place + 1} ${name}`;
  const entered = state === 'waiting' ? '' : enteredIn(form, step, settings);
  return line([cell(title.padEnd(28), tone[state]), cell(entered, state === 'open' ? 'strong' : 'plain')], width);
}

function enteredIn(form: ChangeForm, step: ChangeStep, { texts, policy }: ViewSettings): string {
  switch (step) {
    case 'ticket':
      return form.step === 'ticket' ? '' : fieldValue(form.ticket);
    case 'verify':
      return texts.console.unlock.points(pointsOf(proofsMarked(form, 'passed')), policy.support.verificationPoints);
    case 'phone':
      return form.step === 'phone' ? '' : fieldValue(form.phone);
    case 'reason':
    case 'confirm':
      return '';
  }
}

function reasonWords({ reason }: ChangeForm, { words }: ViewSettings['texts']): string {
  return words.reason[reasonCodes[reason] ?? 'other'];
}

function stepBody(form: ChangeForm, subject: ChangeSubject, settings: ViewSettings): readonly string[] {
  const { texts, width } = settings;
  const { unlock } = texts.console;
  const hint = (text: string) => wrap(text, width - 6).map((part) => line([cell(`     ${part}`, 'muted')], width));
  switch (form.step) {
    case 'ticket':
      return [
        ...hint(unlock.ticketHint),
        line([cell('     '), ...fieldCells(form.ticket, !form.inWords)], width),
        '',
        wordsLine(form, settings),
        '',
      ];
    case 'verify':
      return [
        ...hint(unlock.verifyHint),
        ...proofsFor(subject.role).flatMap((proof, place) => checkLines(form, proof, place, subject, settings)),
        '',
      ];
    case 'phone':
      return [
        ...hint(texts.safety.phoneHint),
        line([cell('     '), ...fieldCells(form.phone, true)], width),
        line([cell('     '), ...phoneCells(subject, settings)], width),
        '',
      ];
    case 'reason':
      return [
        ...(subject.change === 'verify' ? [] : hint(unlock.reasonHint[subject.change])),
        ...reasonLines(form, settings),
        noteLine(form, settings),
        '',
      ];
    case 'confirm':
      return [...confirmLines(form, subject, settings), ''];
  }
}

function wordsLine(form: ChangeForm, { texts, width }: ViewSettings): string {
  const { safety } = texts;
  const empty = form.words.text === '';
  if (empty && !form.inWords) return line([cell('     '), cell(safety.wordsHint, 'muted')], width);
  const title = cell(`     ${safety.words}: `, form.inWords ? 'selected' : 'plain');
  return fieldLine([title], { field: form.words, focused: form.inWords }, [], width);
}

function phoneCells({ phone }: ChangeSubject, { texts }: ViewSettings): readonly Cell[] {
  if (!phone) return [];
  const { words, safety } = texts;
  return [cell(safety.phoneRead(spacedPhone(phone.e164), words.phoneKind[phone.kind]), 'muted')];
}

/** A proof and what to compare the answer with: beside it, or below it where that is too long to stand there whole. */
function checkLines(
  { checks, check }: ChangeForm,
  proof: Proof,
  place: number,
  subject: ChangeSubject,
  { texts, width }: ViewSettings,
): readonly string[] {
  const box = { unasked: '[ ]', passed: '[✓]', failed: '[✗]' }[checks[proof]];
  const tone = ({ unasked: 'plain', passed: 'ok', failed: 'danger' } as const)[checks[proof]];
  const chosen = place === check;
  const answer = [
    cell(chosen ? '   ▸ ' : '     ', 'selected'),
    cell(`${box} `, tone),
    cell(texts.words.proof[proof].padEnd(PROOF_CELLS), chosen ? 'selected' : 'plain'),
    cell(` ${proofPoints[proof]}`, 'muted'),
  ];
  const evidence = cell(compareWith(proof, subject, texts), 'muted');
  if (PROOF_INDENT + PROOF_CELLS + 4 + widthOf(evidence.text) <= width)
    return [line([...answer, cell('  '), evidence], width)];
  return [line(answer, width), line([cell(' '.repeat(PROOF_INDENT)), evidence], width)];
}

const PROOF_INDENT = 9;
const PROOF_CELLS = 39;

/** What the agent compares the answer with: from our own data where we have it. */
function compareWith(proof: Proof, { account, view }: ChangeSubject, texts: ViewSettings['texts']): string {
  const { unlock } = texts.console;
  switch (proof) {
    case 'call-back':
      return unlock.onFile(account.phone ? spacedPhone(account.phone.e164) : texts.console.account.noPhone);
    case 'certificate-expiry':
      return unlock.onFile(texts.moments.date(view.certificate.notAfter));
    case 'e-mail-on-file':
    case 'e-mail-reply':
      return unlock.onFile(account.email);
    case 'contract-number':
    case 'date-of-birth':
    case 'personal-visit':
      return unlock.elsewhere;
    case 'last-signature':
      return unlock.inAudit;
  }
}

/** Five reasons at a time, so that everything fits on a small screen; arrows say that there are more. */
function reasonLines(form: ChangeForm, { texts, width }: ViewSettings): readonly string[] {
  const shown = 5;
  const from = Math.max(0, Math.min(form.reason - 2, reasonCodes.length - shown));
  return reasonCodes.slice(from, from + shown).map((reason, row) => {
    const chosen = from + row === form.reason;
    const pointer = cell(chosen ? '   ▸ ' : '     ', 'selected');
    const more = (row === 0 && from > 0 && '  ↑') || (row === shown - 1 && from + shown < reasonCodes.length && '  ↓');
    return line(
      [
        pointer,
        cell(`${chosen ? '(•)' : '( )'} ${texts.words.reason[reason]}`, chosen ? 'selected' : 'plain'),
        cell(more || '', 'muted'),
      ],
      width,
    );
  });
}

function noteLine(form: ChangeForm, { texts, width }: ViewSettings): string {
  const { unlock } = texts.console;
  const typing = fieldOf(form) === 'note';
  const empty = form.note.text === '';
  const label = cell(`     ${unlock.note}: `, typing ? 'selected' : 'plain');
  const hint = empty ? [cell(`${typing ? ' ' : ''}${unlock.noteHint}`, 'muted')] : [];
  return fieldLine([label], { field: form.note, focused: typing }, hint, width);
}

function confirmLines(
  form: ChangeForm,
  { account, view, change, preview }: ChangeSubject,
  settings: ViewSettings,
): readonly string[] {
  const { texts, width, now, policy } = settings;
  const { unlock } = texts.console;
  const { safety } = texts;
  const { activation, certificate } = view;
  if (!preview || change === 'verify') return [line([cell(`     ${texts.console.loading}`, 'muted')], width)];
  const proven = proofsMarked(form, 'passed').map((proof) => texts.words.proof[proof]);
  const rests = unlock.rests(proven.join(', '), fieldValue(form.ticket));
  const asks = change !== 'unlock' && change !== 'freeze';
  const heading = (text: string) => line([cell(`     ${text}`, 'accent')], width);
  const possible = preview.asked.refusal === null;
  const asked = safety.question[change](`${nameOf(account)} · ${grouped(certificate.serial)}`);
  return [
    ...(form.emergency
      ? wrapped(safety.emergencyOn(texts.moments.duration(policy.support.emergencyValid)), width, 'danger')
      : []),
    ...foresightLines(preview.asked, settings, asks ? 'in-short' : 'in-full'),
    ...(asks && possible ? [heading(safety.afterYes)] : []),
    ...(asks && possible && !preview.yes ? bulletLines(safety.noSupervisor, width, 'warning') : []),
    ...(preview.yes ? foresightLines(preview.yes, settings, 'in-short') : []),
    ...(change === 'freeze' ? [] : bulletLines(rests, width)),
    ...bulletLines(`${unlock.steps.reason}: ${reasonWords(form, texts)} · ${fieldValue(form.note)}`, width),
    ...(change === 'unlock' && activation.status === 'locked'
      ? bulletLines(
          unlock.allowance(
            unlockAllowance(activation, { now, policy }).left,
            texts.moments.within(policy.support.unlockWindow),
          ),
          width,
        )
      : []),
    ...(preview.asked.refusal?.code === 'cool-down' ? wrapped(safety.emergencyHint, width, 'warning') : []),
    ...(possible ? wrapped(asked, width, 'warning') : []),
  ];
}

function wrapped(text: string, width: number, tone: 'danger' | 'warning'): readonly string[] {
  return wrap(text, width - 7).map((part) => line([cell(`     ${part}`, tone)], width));
}

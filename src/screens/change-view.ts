import { unlockAllowance } from '../domain/activation-rules.ts';
import type { AccountView, CertificateView } from '../domain/read-models.ts';
import { reasonCodes } from '../domain/situation.ts';
import { type Proof, pointsOf, proofPoints, proofs } from '../domain/support-case.ts';
import { type Cell, cell, line, wrap } from '../ui/cells.ts';
import { fieldCells, fieldValue } from '../ui/text-field.ts';
import type { ViewSettings } from './account-view.ts';
import { type ChangeForm, type ChangeStep, changeSteps, fieldOf, proofsMarked } from './change-state.ts';
import { grouped, spacedPhone } from './grouped.ts';
import type { SupportChange } from './routes.ts';

export interface ChangeSubject {
  readonly change: SupportChange;
  readonly account: AccountView['account'];
  readonly view: CertificateView;
}

/** Whom and what it is about; stays on screen through all steps. */
export function subjectLines(
  { account, view }: Pick<ChangeSubject, 'account' | 'view'>,
  { texts, width, now }: ViewSettings,
): readonly string[] {
  const { unlock } = texts.console;
  const { certificate, activation } = view;
  const locked =
    activation.status === 'locked'
      ? [
          unlock.lockedSince(
            texts.words.lockCause[activation.cause],
            texts.moments.moment(activation.lockedAt),
            texts.moments.duration(now - activation.lockedAt),
          ),
        ]
      : [];
  return [
    line([cell(` ${nameOf(account)}`, 'strong'), cell(`  ${account.customerId}`, 'muted')], width),
    line(
      [cell(` ${unlock.certificate(grouped(certificate.serial), texts.moments.date(certificate.notAfter))}`)],
      width,
    ),
    ...locked.map((one) => line([cell(` ✗ ${one}`, 'danger')], width)),
  ];
}

export function nameOf({ givenName, familyName }: AccountView['account']): string {
  return `${givenName} ${familyName}`;
}

/** What a change brings about, and what the subscriber is told of it: a sentence each. */
export function effectsOf(
  action: 'unlock' | 'reset',
  { activation, certificate }: CertificateView,
  texts: ViewSettings['texts'],
): readonly string[] {
  const { unlock } = texts.console;
  const ending = { certificate: certificate.serial.slice(-4) };
  if (action === 'reset') return [unlock.resets, unlock.told(texts.words.notice['activation-reset'](ending))];
  if (activation.status !== 'locked') return [];
  const count = activation.cause === 'sms' ? activation.consecutiveFailures : activation.wrongOtps;
  return [
    unlock.clears(activation.cause, count),
    unlock.stays(activation.secret !== null),
    unlock.told(texts.words.notice['activation-unlocked'](ending)),
  ];
}

export function bulletLines(sentence: string, width: number): readonly string[] {
  return wrap(sentence, width - 9).map((part, row) =>
    line([cell(row === 0 ? '     • ' : '       ', 'accent'), cell(part)], width),
  );
}

/** The four steps: done ones on a line with what was entered, the one at hand open, the later ones waiting. */
export function stepLines(form: ChangeForm, subject: ChangeSubject, settings: ViewSettings): readonly string[] {
  const at = changeSteps.indexOf(form.step);
  return changeSteps.flatMap((step, place) => {
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
  const title = ` ${glyph} ${place + 1} ${texts.console.unlock.steps[step]}`;
  const entered = state === 'waiting' ? '' : enteredIn(form, step, settings);
  return line([cell(title.padEnd(28), tone[state]), cell(entered, state === 'open' ? 'strong' : 'plain')], width);
}

function enteredIn(form: ChangeForm, step: ChangeStep, { texts, policy }: ViewSettings): string {
  switch (step) {
    case 'ticket':
      return form.step === 'ticket' ? '' : fieldValue(form.ticket);
    case 'verify':
      return texts.console.unlock.points(pointsOf(proofsMarked(form, 'passed')), policy.support.verificationPoints);
    case 'reason':
      return form.step === 'confirm' ? `${reasonWords(form, texts)} · ${fieldValue(form.note)}` : '';
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
      return [...hint(unlock.ticketHint), line([cell('     '), ...fieldCells(form.ticket, true)], width), ''];
    case 'verify':
      return [
        ...hint(unlock.verifyHint),
        ...proofs.map((proof, place) => checkLine(form, proof, place, subject, settings)),
        '',
      ];
    case 'reason':
      return [...hint(unlock.reasonHint[subject.change]), ...reasonLines(form, settings), noteLine(form, settings), ''];
    case 'confirm':
      return [...confirmLines(form, subject, settings), ''];
  }
}

function checkLine(
  { checks, check }: ChangeForm,
  proof: Proof,
  place: number,
  subject: ChangeSubject,
  { texts, width, policy: _policy }: ViewSettings,
): string {
  const box = { unasked: '[ ]', passed: '[✓]', failed: '[✗]' }[checks[proof]];
  const tone = ({ unasked: 'plain', passed: 'ok', failed: 'danger' } as const)[checks[proof]];
  const chosen = place === check;
  return line(
    [
      cell(chosen ? '   ▸ ' : '     ', 'selected'),
      cell(`${box} `, tone),
      cell(texts.words.proof[proof].padEnd(39), chosen ? 'selected' : 'plain'),
      cell(` ${proofPoints[proof]}  `, 'muted'),
      cell(compareWith(proof, subject, texts), 'muted'),
    ],
    width,
  );
}

/** What the agent compares the answer with: from our own data where we have it. */
function compareWith(proof: Proof, { account, view }: ChangeSubject, texts: ViewSettings['texts']): string {
  const { unlock } = texts.console;
  switch (proof) {
    case 'call-back':
      return unlock.onFile(account.phone ? spacedPhone(account.phone.e164) : texts.console.account.noPhone);
    case 'certificate-expiry':
      return unlock.onFile(texts.moments.date(view.certificate.notAfter));
    case 'e-mail-on-file':
      return unlock.onFile(account.email);
    case 'contract-number':
    case 'date-of-birth':
      return unlock.elsewhere;
    case 'last-signature':
      return unlock.inAudit;
  }
}

/** Five reasons at a time, so that everything fits on a small screen. */
function reasonLines(form: ChangeForm, { texts, width }: ViewSettings): readonly string[] {
  const shown = 5;
  const from = Math.max(0, Math.min(form.reason - 2, reasonCodes.length - shown));
  return reasonCodes.slice(from, from + shown).map((reason, row) => {
    const chosen = from + row === form.reason;
    const pointer = cell(chosen ? '   ▸ ' : '     ', 'selected');
    return line(
      [pointer, cell(`${chosen ? '(•)' : '( )'} ${texts.words.reason[reason]}`, chosen ? 'selected' : 'plain')],
      width,
    );
  });
}

function noteLine(form: ChangeForm, { texts, width }: ViewSettings): string {
  const { unlock } = texts.console;
  const typing = fieldOf(form) === 'note';
  const empty = form.note.text === '';
  const cells: readonly Cell[] = [
    ...fieldCells(form.note, typing),
    ...(empty ? [cell(`${typing ? ' ' : ''}${unlock.noteHint}`, 'muted')] : []),
  ];
  return line([cell(`     ${unlock.note}: `, typing ? 'selected' : 'plain'), ...cells], width);
}

function confirmLines(
  form: ChangeForm,
  { account, view, change }: ChangeSubject,
  settings: ViewSettings,
): readonly string[] {
  const { texts, width, now, policy } = settings;
  const { unlock } = texts.console;
  const { activation, certificate } = view;
  const proven = proofsMarked(form, 'passed').map((proof) => texts.words.proof[proof]);
  const rests = unlock.rests(proven.join(', '), fieldValue(form.ticket));
  const sentences = [
    ...effectsOf(change === 'ask-reset' ? 'reset' : 'unlock', view, texts),
    rests,
    change === 'unlock' && activation.status === 'locked'
      ? unlock.allowance(unlockAllowance(activation, { now, policy }).left)
      : unlock.needsYes(texts.moments.moment(now + policy.support.approvalValid)),
  ];
  const bullets = sentences.flatMap((sentence) => bulletLines(sentence, width));
  const asked = unlock.question[change](`${nameOf(account)} · ${grouped(certificate.serial)}`);
  return [...bullets, ...wrap(asked, width - 7).map((part) => line([cell(`     ${part}`, 'warning')], width))];
}

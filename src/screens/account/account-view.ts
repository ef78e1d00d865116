import { accountRefusal, type KnownAccount } from '../../domain/account.ts';
import { unlockRefusal } from '../../domain/activation-support.ts';
import { type Ask, askInForce, coolDownRefusal } from '../../domain/approval.ts';
import { certificateRefusal } from '../../domain/certificate.ts';
import type { Diagnosis, Finding } from '../../domain/diagnosis.ts';
import { hasLapsed } from '../../domain/gate.ts';
import { SECOND } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy.ts';
import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import type { Texts } from '../../text/en.ts';
import { meaningOf } from '../../text/meaning.ts';
import { spacedPhone } from '../../text/spaced-phone.ts';
import { tellRefusal } from '../../text/tell.ts';
import { widthOf } from '../../text/width.ts';
import { cell, drawnWidth, line, wrap } from '../../ui/cells.ts';
import type { ActionId } from '../../ui/keymap.ts';
import { type Column, SERIAL_CELLS, table } from '../../ui/table.ts';
import { callsTone } from '../cases/cases-view.ts';
import { explain } from '../explain.ts';
import { grouped } from '../grouped.ts';
import { activationMarks, certificateMarks } from '../state-marks.ts';
import { firstFinding, topFinding } from './diagnosis-view.ts';

/** From this width on the table of certificates shows the whole serial number. */
const SERIAL_FITS_THE_TABLE = 100;

/** What is drawn depends on these alone. */
export interface ViewSettings {
  readonly texts: Texts;
  readonly now: number;
  readonly width: number;
  readonly policy: Policy;
}

/** Who it is and how to reach them; in full, because the agent calls back. */
export function subscriberLines(view: AccountView, settings: ViewSettings): readonly string[] {
  const { account, cases, calls } = view;
  const { texts, width, now, policy } = settings;
  const { account: words } = texts.console;
  const [open] = cases;
  const head = line(
    [
      cell(` ${account.givenName} ${account.familyName}`, 'strong'),
      cell(`   ${account.customerId}`, 'muted'),
      ...(account.status === 'blocked'
        ? [cell(`   ⊘ ${words.blockedSince(texts.moments.moment(account.blockedAt))}`, 'danger')]
        : [cell(`   ✓ ${texts.words.account.open}`, 'ok')]),
      ...(calls > 1 ? [cell(`   ${texts.cases.callsThisWeek(calls)}`, callsTone(calls))] : []),
    ],
    width,
  );
  const phone = [cell(` ${words.phone} `, 'muted'), ...phoneCells(account, settings)];
  const email = (gap: string) => [cell(`${gap}${words.email} `, 'muted'), cell(account.email)];
  const together = line([...phone, ...email('   ')]);
  const reach = drawnWidth(together) <= width ? [together] : [phone, email(' ')].map((cells) => line(cells, width));
  const caller = open
    ? [
        line(
          [
            cell(` ${words.caller} `, 'muted'),
            cell(open.ticket),
            hasLapsed(open.verification, now, policy)
              ? cell(`  ${open.agentId} · ${texts.cases.lapsed}`, 'warning')
              : cell(`  ${open.agentId} · ${texts.words.verification[open.verification.status]}`, 'muted'),
            ...(open.handOver ? [cell(`  ${texts.words.quoted(open.handOver.note)}`)] : []),
          ],
          width,
        ),
      ]
    : [];
  return [head, ...reach, ...numberPending(account, settings), ...coolingDown(view, settings), ...caller];
}

/** A screen's clock stands at whole seconds: what is usable within this one is usable. */
function phoneCells({ phone, phoneUsableFrom }: KnownAccount, { texts, now }: ViewSettings) {
  const { account: words } = texts.console;
  if (!phone) return [cell(words.noPhone, 'warning')];
  const cells = [cell(spacedPhone(phone.e164))];
  if (phone.kind === 'landline') cells.push(cell(` ! ${texts.words.phoneKind.landline}`, 'warning'));
  if (phoneUsableFrom >= now + SECOND) {
    cells.push(cell(` ! ${words.phoneUsableFrom(texts.moments.moment(phoneUsableFrom))}`, 'warning'));
  }
  return cells;
}

/** The portal's *List*: serial, validity, status, and how far the activation is. */
export function certificateTable(texts: Texts, width: number) {
  const { account: words } = texts.console;
  const columns: readonly Column<CertificateView>[] = [
    { title: words.serial, width: 20, grows: SERIAL_CELLS, text: ({ certificate }) => grouped(certificate.serial) },
    { title: words.validUntil, width: 11, text: ({ certificate }) => texts.moments.date(certificate.notAfter) },
    {
      title: words.status,
      width: 16,
      text: ({ status }) => `${certificateMarks[status].glyph} ${texts.words.certificate[status]}`,
      tone: ({ status }) => certificateMarks[status].tone,
    },
    {
      title: words.activationColumn,
      width: 24,
      text: ({ activation }) =>
        `${activationMarks[activation.status].glyph} ${texts.words.activation[activation.status]}`,
      tone: ({ activation }) => activationMarks[activation.status].tone,
    },
  ];
  return table(columns, width);
}

/** What is known besides the account, and who looks at it. */
interface Looking {
  readonly diagnosis: Diagnosis | null;
  /** The key that shows more than the first cause. */
  readonly moreBy: ActionId | null;
  /** It is the onlooker's own account. */
  readonly own: boolean;
}

/** The activation in words: where it stands, what that means, the counters, why, and what to say next. */
export function activationLines(
  account: KnownAccount,
  view: CertificateView,
  settings: ViewSettings,
  { diagnosis, moreBy, own }: Looking,
): readonly string[] {
  const { texts, width } = settings;
  const { account: words } = texts.console;
  return [
    ...standingLines(account, view, settings),
    ...topFinding(diagnosis, texts, width, moreBy),
    ...wrap(
      own ? explain(texts, { code: 'own-account' }) : nextOf(account, view, settings, firstFinding(diagnosis)),
      width - widthOf(words.nextToSay) - 4,
    ).map((part, row) =>
      line(
        [cell(row === 0 ? ` ${words.nextToSay}: ` : ' '.repeat(widthOf(words.nextToSay) + 3), 'accent'), cell(part)],
        width,
      ),
    ),
  ];
}

/** Where the activation stands: the state and what it means, what waits for approval, the counters. */
export function standingLines(account: KnownAccount, view: CertificateView, settings: ViewSettings): readonly string[] {
  const { activation, certificate } = view;
  const { texts, width, policy } = settings;
  const { account: words } = texts.console;
  const { glyph, tone } = activationMarks[activation.status];
  const detail = details(activation, settings).map((one) => cell(`  ${one}`, 'muted'));
  const meaning = wrap(meaningOf(texts.words, account, view), width - 2);
  const counters = [
    words.failuresInARow(activation.consecutiveFailures, policy.sms.failuresToLock),
    words.wrongOtps(activation.wrongOtps, policy.otp.failuresToLock),
  ].join(' · ');
  const serial =
    width < SERIAL_FITS_THE_TABLE
      ? [line([cell(` ${words.serial} `, 'muted'), cell(grouped(certificate.serial))], width)]
      : [];
  return [
    line([cell(` ${glyph} ${texts.words.activation[activation.status]}`, tone), ...detail], width),
    ...meaning.map((one) => line([cell(` ${one}`)], width)),
    ...serial,
    ...resetPending(activation, settings),
    line([cell(` ${counters}`, 'muted')], width),
  ];
}

/** What waits for a supervisor: about the certificate, and about the account's number. */
function resetPending({ pendingApproval: ask }: CertificateView['activation'], settings: ViewSettings) {
  return ask ? pendingLine(ask, settings.texts.words.approvalAction[ask.action], settings) : [];
}

function numberPending({ pendingPhoneChange: ask }: KnownAccount, settings: ViewSettings) {
  const action = settings.texts.words.approvalAction['phone-change'];
  return ask ? pendingLine(ask, `${action} ${spacedPhone(ask.phone.e164)}`, settings) : [];
}

function pendingLine({ requestedBy, emergency }: Ask, action: string, { texts, width }: ViewSettings) {
  const said = texts.console.account.approvalPending(action, requestedBy);
  return [
    emergency
      ? line([cell(` ‼ ${texts.safety.emergency}: ${said}`, 'danger')], width)
      : line([cell(` ▪ ${said}`, 'warning')], width),
  ];
}

/** After a "no" it is seen here, not only at the end of the next request. */
function coolingDown({ account, certificates }: AccountView, settings: ViewSettings): readonly string[] {
  const { texts, now, width, policy } = settings;
  const noes = [account.lastNoAt, ...certificates.map(({ activation }) => activation.lastNoAt)];
  const lastNoAt = Math.max(...noes.map((at) => at ?? Number.NEGATIVE_INFINITY));
  const refusal = Number.isFinite(lastNoAt) ? coolDownRefusal({ lastNoAt, now, policy }) : null;
  if (refusal?.code !== 'cool-down') return [];
  const said = texts.console.account.coolingDown(texts.moments.moment(refusal.until));
  return wrap(said, width - 4).map((part, row) =>
    line([cell(row === 0 ? ` ▪ ${part}` : `   ${part}`, 'warning')], width),
  );
}

/** The next sensible step: past what stands in the way, if anything does; else what the cause asks for, where it is known. */
function nextOf(
  account: KnownAccount,
  { activation, certificate }: CertificateView,
  settings: ViewSettings,
  first: Finding | null,
): string {
  const { texts, now, policy } = settings;
  const situation = { account, certificate, now, policy };
  const refusal =
    activation.status === 'locked'
      ? unlockRefusal(activation, situation)
      : (accountRefusal(account) ?? certificateRefusal(certificate, situation));
  const isWaitedFor = refusal?.code === 'approval-needed' || (!refusal && activation.status !== 'locked');
  const asked = isWaitedFor ? askInForce(activation.pendingApproval, now) : null;
  if (asked) return tellRefusal(texts.words.refusals, { code: 'approval-pending', expiresAt: asked.expiresAt }).next;
  if (refusal) return tellRefusal(texts.words.refusals, refusal).next;
  const isKnown = first !== null && first.confidence !== 'possible' && activation.status !== 'locked';
  return isKnown ? texts.diagnosis.cause[first.cause].next : texts.console.account.next[activation.status];
}

function details(activation: CertificateView['activation'], { texts, now }: ViewSettings): readonly string[] {
  const { account: words } = texts.console;
  const { moment, duration, countdown } = texts.moments;
  const since = (at: number) => words.since(moment(at), duration(now - at));
  switch (activation.status) {
    case 'inactive':
      return [];
    case 'awaiting_code':
      return [words.codeRunsFor(countdown(activation.attempt.deadline - now))];
    case 'awaiting_otp':
      return [words.qrState(texts.words.qr[activation.qr.state])];
    case 'active':
      return [since(activation.activatedAt)];
    case 'locked':
      return [words.cause(texts.words.lockCause[activation.cause]), since(activation.lockedAt)];
    case 'frozen':
      return [texts.words.freezeCause[activation.cause], since(activation.frozenAt)];
    case 'disabled':
      return [since(activation.disabledAt)];
  }
}

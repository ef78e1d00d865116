import { join } from 'node:path';
import { expect, test } from 'vitest';
import { computerDocument, desktopLines, secureDocLines } from '../../src/cli/computer-lines.ts';
import { phoneLines } from '../../src/cli/phone-lines.ts';
import { portalDocument, portalLines } from '../../src/cli/portal-lines.ts';
import { untouched } from '../../src/domain/activation.ts';
import { DAY, MINUTE, SECOND } from '../../src/domain/ids.ts';
import type { CertificateView } from '../../src/domain/read-models.ts';
import { attemptOutcomes } from '../../src/domain/sms-attempt.ts';
import type { SimRefusal } from '../../src/sim/answer.ts';
import type { SecureDocWindow } from '../../src/sim/computer.ts';
import type { Computer, Phone, PortalScreen } from '../../src/sim/machines.ts';
import { type SeenRefusal, seenRefusal } from '../../src/sim/seen-refusal.ts';
import { textFor } from '../../src/text/index.ts';
import { type Language, languages } from '../../src/text/language.ts';
import { tellOnScreen } from '../../src/text/tell.ts';
import { expectKept } from '../support/kept.ts';
import { importRecord, NOON } from '../support/records.ts';
import { certificateOf } from '../support/situations.ts';

const { serial } = importRecord(1).certificate;
const phone = '+48601000001';
const attempt = {
  number: 1,
  phone,
  requestedAt: NOON - 10 * MINUTE,
  deadline: NOON - 5 * MINUTE,
  operator: null,
  acceptedAt: null,
  deliveredAt: null,
  enteredAt: null,
  wrongEntries: 0,
  endedAt: NOON - 5 * MINUTE,
  submittedAt: null,
  reportedAt: null,
  rawState: null,
  errorCode: null,
  failureCause: null,
  counted: true,
};
const sealed = { generation: 1, sealed: 'sealed', issuedAt: NOON };
const view: CertificateView = {
  certificate: certificateOf({ serial, subject: 'CN=Anna Nowak, C=PL' }),
  status: 'valid',
  activation: { ...untouched, status: 'inactive', secret: sealed },
  attempts: [],
};
const page = { serial, failures: 0, limit: 3, last: null, refusal: null };
const wrongCode: SimRefusal = { code: 'wrong-code', entriesLeft: 2 };
const open = {
  on: 'enter-code',
  serial,
  phone,
  requestedAt: NOON,
  deadline: NOON + 5 * MINUTE,
  resendFrom: NOON + MINUTE,
  entriesLeft: 3,
  refusal: null,
} as const;

const portals: readonly PortalScreen[] = [
  { on: 'log-in', refusal: null },
  { on: 'log-in', refusal: { code: 'login-wrong' } },
  { on: 'software', installed: ['app'], refusal: null },
  { on: 'list', certificates: [view, { ...view, status: 'expired' }], refusal: null },
  { on: 'list', certificates: [], refusal: null },
  { on: 'qr-code', ...page },
  ...attemptOutcomes.map(
    (outcome): PortalScreen => ({ on: 'qr-code', ...page, failures: 2, last: { ...attempt, outcome } }),
  ),
  open,
  { ...open, requestedAt: NOON - MINUTE, resendFrom: NOON, entriesLeft: 1, refusal: wrongCode },
  { on: 'confirmed', serial, refusal: null },
  { on: 'secret', serial, lines: ['█▀█'], until: NOON + 4 * MINUTE },
  { on: 'window-closed', serial, refusal: null },
  { on: 'contact-support', serial, wall: { why: 'sms', failures: 3 } },
  { on: 'contact-support', serial, wall: { why: 'otp', failures: 5 } },
  { on: 'contact-support', serial, wall: { why: 'disabled', failures: 100 } },
  { on: 'contact-support', serial, wall: { why: 'frozen' } },
  { on: 'active', serial, since: NOON - DAY, refusal: null },
];

const entry = { entry: 1, issuer: 'EuroCert TRAINING', label: 'a@example.org 0001', serial, addedAt: NOON };
const onPhone = (screen: Phone['screen'], rest: Partial<Phone> = {}): Phone => ({
  id: `${phone}#1`,
  number: phone,
  screen,
  inbox: [],
  skew: 0,
  ...rest,
});
const phones: readonly Phone[] = [
  onPhone({ on: 'lost' }),
  onPhone({ on: 'off' }),
  onPhone({ on: 'store' }),
  onPhone({ on: 'choose-pin', entry: 'first', refusal: { code: 'pin-mismatch' } }),
  onPhone({ on: 'choose-pin', entry: 'again', refusal: null }),
  onPhone({ on: 'ask-pin', refusal: { code: 'pin-wrong' } }),
  onPhone({ on: 'scanner', refusal: { code: 'no-qr-open' } }),
  onPhone({ on: 'codes', entries: [], period: 30_000 }, { number: null }),
  onPhone(
    { on: 'codes', entries: [{ ...entry, otp: '123456', changesIn: 12_345 }], period: 30_000 },
    {
      skew: 4 * MINUTE,
      inbox: [
        {
          arrivedAt: NOON - SECOND,
          sentAt: NOON - 5 * SECOND,
          customerId: 'EC-100001',
          serial,
          language: 'pl',
          body: { kind: 'sms-code', attempt: 1, code: '100001', validUntil: NOON + 5 * MINUTE },
        },
        {
          arrivedAt: NOON - DAY,
          sentAt: NOON - DAY,
          customerId: 'EC-100001',
          serial,
          language: 'en',
          body: { kind: 'notice', template: 'activation-unlocked', reference: 'K7M2QX' },
        },
      ],
    },
  ),
];

const document = { name: 'umowa.pdf', path: '/home/a/umowa.pdf' };
const desktops: readonly Computer['desktop'][] = [
  { is: 'absent' },
  { is: 'stopped' },
  { is: 'logged-out', refusal: { code: 'login-wrong' } },
  { is: 'running', window: 'open' },
  { is: 'running', window: 'minimised' },
];
const faults = [
  'not-a-signature',
  'document-changed',
  'signature-broken',
  'certificate-swapped',
  'authority-unknown',
  'certificate-not-valid-then',
] as const;
const windows: readonly SecureDocWindow[] = [
  { on: 'absent' },
  { on: 'start', refusal: { code: 'document-unreadable', path: '/home/a/x.pdf' } },
  { on: 'files', document, refusal: null },
  { on: 'devices', document, refusal: null },
  { on: 'certificates', document, chosen: null, refusal: { code: 'no-certificate-chosen' } },
  { on: 'certificates', document, chosen: serial, refusal: null },
  { on: 'otp', document, serial, refusal: { code: 'otp-wrong', triesLeft: 1 } },
  { on: 'signed', document, serial, at: NOON, signature: null },
  { on: 'verified', document, signer: 'Anna Nowak', at: NOON },
  ...faults.map(
    (why): SecureDocWindow => ({ on: 'not-valid', document, refusal: { code: 'signature-not-valid', why } }),
  ),
  { on: 'not-valid', document, refusal: { code: 'document-unreadable', path: '/home/a/umowa.pdf.p7s' } },
];

/** Whatever a refusal needs to be told, all at once. */
const everything = {
  since: NOON - DAY,
  usableFrom: NOON + DAY,
  retryAt: NOON + MINUTE,
  digits: 6,
  entriesLeft: 2,
  triesLeft: 4,
  failures: 2,
  limit: 3,
  steps: 8,
  status: 'suspended',
  cause: 'sms',
  shownAt: NOON,
  lastEntryAt: NOON,
  now: NOON,
  path: '/home/a/umowa.pdf',
  why: 'document-changed',
};

const block = (what: string, lines: readonly string[]) => [`── ${what}`, ...lines, ''].join('\n');
const computer = (rest: Partial<Computer>): Computer => ({
  desktop: { is: 'running', window: 'minimised' },
  secureDoc: { on: 'start', refusal: null },
  certificates: [view],
  ...rest,
});

function everyScreen(language: Language): string {
  const texts = textFor(language);
  const codes = Object.keys(texts.machines.refusals) as SeenRefusal['code'][];
  return [
    ...portals.map((one) => block(`portal: ${one.on}`, portalLines(texts, one, NOON))),
    ...phones.map((one) => block(`phone: ${one.screen.on}`, phoneLines(texts, one, NOON))),
    ...desktops.map((desktop) => block(`desktop: ${desktop.is}`, desktopLines(texts, computer({ desktop })))),
    ...windows.map((secureDoc) => block(`securedoc: ${secureDoc.on}`, secureDocLines(texts, computer({ secureDoc })))),
    block('securedoc: nothing in the list', [
      ...secureDocLines(
        texts,
        computer({ secureDoc: { on: 'certificates', document, chosen: null, refusal: null }, certificates: [] }),
      ),
    ]),
    block(
      'certificates',
      (['suspended', 'revoked', 'expired', 'not-yet-valid'] as const).map((status) =>
        tellOnScreen(texts.machines.refusals, {
          code: 'certificate-not-valid',
          status,
          since: NOON - DAY,
        } as SeenRefusal),
      ),
    ),
    block(
      'refusals',
      codes.map((code) => `${code}: ${tellOnScreen(texts.machines.refusals, { ...everything, code } as SeenRefusal)}`),
    ),
  ].join('\n');
}

test.each(languages)('every screen of every machine reads as it was kept, in %s', (language) => {
  expectKept(join(import.meta.dirname, 'kept', `machines.${language}.txt`), everyScreen(language), 'GOLDEN');
});

test('no sentence was left in the other language', () => {
  const [english, polish] = languages.map((language) => textFor(language).machines.refusals);
  for (const code of Object.keys(english ?? {}) as SeenRefusal['code'][]) {
    const told = { ...everything, code } as SeenRefusal;
    expect(tellOnScreen(polish ?? textFor('pl').machines.refusals, told)).not.toBe(
      tellOnScreen(english ?? textFor('en').machines.refusals, told),
    );
  }
});

test('what a subscriber never meets is told in one careful sentence', () => {
  const refusal = seenRefusal({ code: 'caller-not-verified' });
  expect(refusal).toEqual({ code: 'unexpected' });
  expect(tellOnScreen(textFor('pl').machines.refusals, refusal)).toMatch(/^Coś poszło nie tak\./);
});

test('the QR is in no line and no document', () => {
  const secret: PortalScreen = { on: 'secret', serial, lines: ['█▀█'], until: NOON };
  expect(JSON.stringify([portalDocument(secret), ...portalLines(textFor('en'), secret, NOON)])).not.toContain('█');
  expect(JSON.stringify(computerDocument(computer({})))).not.toContain('sealed');
});

import type { Serial } from '../domain/ids.ts';
import { operatorOf } from '../domain/mobile-operators.ts';
import type { Actor } from '../domain/permissions.ts';
import { given, refused, type SimAnswer } from './answer.ts';
import { setRule } from './network-rules.ts';
import type { RuleScope } from './network-scope.ts';
import { choosePin, inbox, otps, pinOf, setSkew } from './phone.ts';
import { closeWindow, enterCode, sendCode, showQr } from './portal.ts';
import { scanWindow } from './scanner.ts';
import type { Move, NetworkScope, TypedCode, TypedOtp } from './scenario.ts';
import { type Scene, subscriberOf } from './scene.ts';
import { signDocument, verifyDocument } from './secure-doc.ts';
import type { NetworkRule } from './shelves.ts';

const FIRST_PIN = '2468';
const DOCUMENT = { name: 'umowa.txt', content: [Buffer.from('Umowa szkoleniowa\n')] };
const authority: Actor = { kind: 'authority', id: 'stage' };

/** Does one thing as the subscriber, the network or the certificate authority, at this moment. */
export async function makeMove(scene: Scene, move: Move): Promise<SimAnswer<unknown>> {
  const { app, cast } = scene;
  const { serial } = cast;
  switch (move.do) {
    case 'send-code':
      return sendCode(app, serial);
    case 'wait-for-sms':
      return (await newestCode(scene, serial)) === null ? refused({ code: 'sms-missing' }) : given(null);
    case 'wait':
      return given(null);
    case 'enter-code':
      return enter(scene, move.which);
    case 'show-qr':
      return showQr(app, serial);
    case 'scan':
      return withPin(scene, (phone, pin) => scanWindow(app, phone, pin, serial));
    case 'close-window':
      return closeWindow(app, serial);
    case 'sign':
      return withPin(scene, (phone, pin) => sign(scene, move.otp, phone, pin));
    case 'phone-clock':
      return withPhone(scene, (phone) => setSkew(app, phone, move.skew));
    case 'network':
      return withPhone(scene, (phone) => rule(scene, phone, move.scope, ruleOf(move)));
    case 'crowd-sends-code':
      return crowd(scene);
    case 'suspend-certificate':
      return asked(scene, { type: 'suspend-certificate', serial });
    case 'revoke-certificate':
      return asked(scene, { type: 'revoke-certificate', serial });
  }
}

/** The code of the newest SMS code that was asked for, when it has come; else null. */
async function newestCode(scene: Scene, serial: Serial): Promise<string | null> {
  const { account, view } = await subscriberOf(scene);
  const codes = await codesIn(scene, account.phone?.e164 ?? '', serial);
  return codes.find(({ attempt }) => attempt === view.activation.attempts)?.code ?? null;
}

async function codesIn({ app }: Scene, phone: string, serial: Serial) {
  const messages = await inbox(app, phone);
  if (messages.verdict === 'refused') return [];
  return messages.value.flatMap(({ serial: about, body }) =>
    about === serial && body.kind === 'sms-code' ? [body] : [],
  );
}

async function enter(scene: Scene, which: TypedCode): Promise<SimAnswer<unknown>> {
  const { serial } = scene.cast;
  const { account } = await subscriberOf(scene);
  const codes = await codesIn(scene, account.phone?.e164 ?? '', serial);
  const code = codes.at(which === 'previous' ? -2 : -1)?.code;
  return code === undefined ? refused({ code: 'sms-missing' }) : enterCode(scene.app, serial, typed(code, which));
}

function typed(code: string, which: TypedCode): string {
  switch (which) {
    case 'right':
    case 'previous':
      return code;
    case 'wrong':
      return otherCode(code);
    case 'swapped':
      return swappedCode(code);
    case 'one-off':
      return `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;
  }
}

/** A code that is wrong for sure, and no slip of the finger: every digit is another. */
function otherCode(code: string): string {
  return code.replace(/\d/g, (digit) => String((Number(digit) + 5) % 10));
}

/** The first two neighbours that differ, swapped; a code of one digit repeated has none, so its last digit is changed. */
function swappedCode(code: string): string {
  const place = [...code].findIndex((digit, index) => index > 0 && digit !== code[index - 1]);
  if (place < 0) return typed(code, 'one-off');
  return `${code.slice(0, place - 1)}${code[place]}${code[place - 1]}${code.slice(place + 1)}`;
}

async function sign(scene: Scene, which: TypedOtp, phone: string, pin: string): Promise<SimAnswer<unknown>> {
  const { app, cast } = scene;
  const shown = await otps(app, phone, pin);
  if (shown.verdict === 'refused') return shown;
  const own = shown.value.filter((entry) => entry.serial === cast.serial);
  const entry = which === 'of-first-entry' ? own.at(-2) : own.at(-1);
  if (!entry) return refused({ code: 'no-app-entry' });
  const otp = which === 'same' ? scene.spentOtp : which === 'wrong' ? otherCode(entry.otp) : entry.otp;
  const signed = await signDocument(app, cast.serial, otp, DOCUMENT);
  if (signed.verdict === 'refused') return signed;
  scene.spentOtp = otp;
  const checked = await verifyDocument(app, signed.value.signature, DOCUMENT.content);
  if (checked.verdict === 'refused') throw new Error('signature does not verify');
  return given(null);
}

/** The subscriber knows the PIN; on a phone whose app was never launched one is chosen. */
function withPin(
  scene: Scene,
  body: (phone: string, pin: string) => Promise<SimAnswer<unknown>>,
): Promise<SimAnswer<unknown>> {
  return withPhone(scene, async (phone) => {
    const known = pinOf(scene.world, phone);
    if (known !== null) return body(phone, known);
    const chosen = await choosePin(scene.app, phone, FIRST_PIN, FIRST_PIN);
    return chosen.verdict === 'refused' ? chosen : body(phone, FIRST_PIN);
  });
}

async function withPhone(
  scene: Scene,
  body: (phone: string) => Promise<SimAnswer<unknown>>,
): Promise<SimAnswer<unknown>> {
  const { account } = await subscriberOf(scene);
  return account.phone ? body(account.phone.e164) : refused({ code: 'no-phone' });
}

function ruleOf({ effect, by }: Extract<Move, { do: 'network' }>): NetworkRule | null {
  if (effect === 'normal') return null;
  return effect === 'late' ? { effect, by } : { effect };
}

function rule(scene: Scene, phone: string, of: NetworkScope, value: NetworkRule | null): Promise<SimAnswer<unknown>> {
  const scope: RuleScope =
    of === 'phone' ? { of, phone } : of === 'operator' ? { of, operator: operatorOf(phone) } : { of };
  if (value) scene.rules.set(JSON.stringify(scope), scope);
  else scene.rules.delete(JSON.stringify(scope));
  return setRule(scene.app, scope, value);
}

/** Somebody may be unable to ask; the others do. */
async function crowd({ app, cast }: Scene): Promise<SimAnswer<unknown>> {
  for (const serial of cast.crowd) await sendCode(app, serial);
  return given(null);
}

async function asked(
  { app }: Scene,
  request: { readonly type: 'suspend-certificate' | 'revoke-certificate'; readonly serial: Serial },
): Promise<SimAnswer<unknown>> {
  const answer = await app.perform(authority, request);
  return answer.verdict === 'refused' ? refused(answer.refusal) : given(null);
}

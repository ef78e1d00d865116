import type { Serial } from '../domain/ids.ts';
import { hash, operatorOf } from '../domain/mobile-operators.ts';
import type { Actor } from '../domain/permissions.ts';
import { given, refused, type SimAnswer } from './answer.ts';
import { crowdFor } from './cast.ts';
import { bridgeRefusal, computerOf } from './computer.ts';
import { logInDesktop, minimiseDesktop, startDesktop, stopDesktop } from './desktop.ts';
import { setRule } from './network-rules.ts';
import type { RuleScope } from './network-scope.ts';
import { choosePin, inbox, installApp, openApp, otps, pinOf, reinstallApp, setSkew } from './phone.ts';
import { losePhone, moveSim, replacePhone, switchPhone } from './phones.ts';
import { closeWindow, enterCode, sendCode, showQr } from './portal.ts';
import { logIn, openCertificate, openTab } from './portal-pages.ts';
import { portalLoginOf } from './portal-password.ts';
import { scanWindow } from './scanner.ts';
import type { Move, NetworkScope, TypedCode, TypedOtp } from './scenario.ts';
import { type Scene, subscriberOf } from './scene.ts';
import { addFile, chooseCertificate, enterOtp, pressButton, verifySample } from './secure-doc-window.ts';
import type { NetworkRule } from './shelves.ts';
import { install } from './software.ts';

const PIN = '2468';
const NOT_THE_PIN = '1357';
const authority: Actor = { kind: 'authority', id: 'stage' };

/** Does one thing as the subscriber, the network or the certificate authority, at this moment. */
export async function makeMove(scene: Scene, move: Move): Promise<SimAnswer<unknown>> {
  const { app, cast, phone } = scene;
  const { serial, customerId } = cast;
  switch (move.do) {
    case 'log-in':
      return logIn(app, customerId, await passwordOf(scene, move.password));
    case 'open':
      return move.page === 'qr-code' ? openCertificate(app, serial) : openTab(app, customerId, move.page);
    case 'install':
      return move.what === 'app' ? installApp(app, phone) : install(app, customerId, move.what);
    case 'choose-pin':
      return choosePin(app, phone, PIN, PIN);
    case 'open-app':
      return openApp(app, phone, move.pin === 'right' ? (pinOf(scene.world, phone) ?? PIN) : NOT_THE_PIN);
    case 'reinstall-app':
      return reinstallApp(app, phone);
    case 'start-desktop':
      return bridge(scene, await passwordOf(scene, move.password));
    case 'stop-desktop':
      return stopDesktop(app, customerId);
    case 'send-code':
      return sendCode(app, serial);
    case 'wait-for-sms':
      return (await newestCode(scene)) === null ? refused({ code: 'sms-missing' }) : given(null);
    case 'wait':
      return given(null);
    case 'enter-code':
      return enter(scene, move.which);
    case 'show-qr':
      return showQr(app, serial);
    case 'scan':
      return withPin(scene, (pin) => scanWindow(app, phone, pin, serial));
    case 'close-window':
      return closeWindow(app, serial);
    case 'sign':
      return withPin(scene, (pin) => sign(scene, move.otp, pin));
    case 'check-signature':
      return checkSignature(scene, move.document);
    case 'phone-clock':
      return setSkew(app, phone, move.skew);
    case 'switch-phone':
      return switchPhone(app, phone, move.to);
    case 'lose-phone':
      return losePhone(app, phone);
    case 'new-phone':
      return newPhone(scene);
    case 'new-number':
      return moveSim(app, cast.newPhone.e164, phone);
    case 'network':
      return rule(scene, move.scope, ruleOf(move));
    case 'crowd-sends-code':
      return crowd(scene);
    case 'suspend-certificate':
      return asked(scene, { type: 'suspend-certificate', serial });
    case 'revoke-certificate':
      return asked(scene, { type: 'revoke-certificate', serial });
  }
}

async function passwordOf(scene: Scene, which: 'right' | 'wrong'): Promise<string> {
  const { password } = portalLoginOf((await subscriberOf(scene)).account);
  return which === 'right' ? password : password.toUpperCase();
}

/** ECSigner Desktop, from its start to the background. */
async function bridge({ app, cast }: Scene, password: string): Promise<SimAnswer<unknown>> {
  const { customerId } = cast;
  const started = await startDesktop(app, customerId);
  if (started.verdict === 'refused' && started.refusal.code !== 'desktop-running') return started;
  const loggedIn = await logInDesktop(app, customerId, password);
  return loggedIn.verdict === 'refused' ? loggedIn : minimiseDesktop(app, customerId);
}

async function newPhone(scene: Scene): Promise<SimAnswer<unknown>> {
  const number = (await subscriberOf(scene)).account.phone?.e164;
  if (number === undefined) return refused({ code: 'no-phone' });
  const replaced = await replacePhone(scene.app, number);
  if (replaced.verdict === 'done') scene.phone = replaced.value.id;
  return replaced;
}

/** The code of the newest SMS code that was asked for, when it has come; else null. */
async function newestCode(scene: Scene): Promise<string | null> {
  const { view } = await subscriberOf(scene);
  const codes = await codesIn(scene);
  return codes.find(({ attempt }) => attempt === view.activation.attempts)?.code ?? null;
}

async function codesIn({ app, phone, cast }: Scene) {
  const messages = await inbox(app, phone);
  if (messages.verdict === 'refused') return [];
  return messages.value.flatMap(({ serial, body }) =>
    serial === cast.serial && body.kind === 'sms-code' ? [body] : [],
  );
}

async function enter(scene: Scene, which: TypedCode): Promise<SimAnswer<unknown>> {
  const code = (await codesIn(scene)).at(which === 'previous' ? -2 : -1)?.code;
  return code === undefined
    ? refused({ code: 'sms-missing' })
    : enterCode(scene.app, scene.cast.serial, typed(code, which));
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

/** *Add file → Sign files → Cryptographic devices → the certificate → OK → OTP*, and then *Verify*. */
async function sign(scene: Scene, which: TypedOtp, pin: string): Promise<SimAnswer<unknown>> {
  const { app, world, cast, phone } = scene;
  const { customerId, serial } = cast;
  const shown = await otps(app, phone, pin);
  if (shown.verdict === 'refused') return shown;
  const own = shown.value.filter((entry) => entry.serial === serial);
  const entry = which === 'of-first-entry' ? own.at(-2) : own.at(-1);
  if (!entry) return refused({ code: 'no-app-entry' });
  const added = await addFile(app, customerId, null);
  if (added.verdict === 'refused') return added;
  for (const button of ['sign-files', 'cryptographic-devices'] as const) await pressButton(app, customerId, button);
  const unbridged = bridgeRefusal(computerOf(world, customerId).desktop);
  if (unbridged) return refused(unbridged);
  const chosen = await chooseCertificate(app, customerId, serial);
  if (chosen.verdict === 'refused') return chosen;
  await pressButton(app, customerId, 'ok');
  const otp = which === 'same' ? scene.spentOtp : which === 'wrong' ? otherCode(entry.otp) : entry.otp;
  const signed = await enterOtp(app, customerId, otp);
  if (signed.verdict === 'refused') return signed;
  scene.spentOtp = otp;
  const { secureDoc } = signed.value;
  if (secureDoc.on === 'signed') scene.signature = secureDoc.signature;
  return pressButton(app, customerId, 'verify');
}

async function checkSignature(scene: Scene, document: 'unchanged' | 'changed'): Promise<SimAnswer<unknown>> {
  const { app, cast, signature } = scene;
  return signature === null
    ? refused({ code: 'not-on-screen' })
    : verifySample(app, cast.customerId, signature, document === 'changed');
}

/** The subscriber knows the PIN; in an app that was never launched one is chosen. */
async function withPin(scene: Scene, body: (pin: string) => Promise<SimAnswer<unknown>>): Promise<SimAnswer<unknown>> {
  const { app, world, phone } = scene;
  const known = pinOf(world, phone);
  if (known !== null) return body(known);
  const chosen = await choosePin(app, phone, PIN, PIN);
  return chosen.verdict === 'refused' ? chosen : body(PIN);
}

function ruleOf({ effect, by }: Extract<Move, { do: 'network' }>): NetworkRule | null {
  if (effect === 'normal') return null;
  return effect === 'late' ? { effect, by } : { effect };
}

async function rule(scene: Scene, of: NetworkScope, value: NetworkRule | null): Promise<SimAnswer<unknown>> {
  const phone = (await subscriberOf(scene)).account.phone?.e164;
  if (phone === undefined) return refused({ code: 'no-phone' });
  const scope: RuleScope =
    of === 'phone' ? { of, phone } : of === 'operator' ? { of, operator: operatorOf(phone) } : { of };
  if (value) scene.rules.set(JSON.stringify(scope), scope);
  else scene.rules.delete(JSON.stringify(scope));
  return setRule(scene.app, scope, value);
}

/** Somebody may be unable to ask; the others do. A story without a crowd gets one now. */
async function crowd(scene: Scene): Promise<SimAnswer<unknown>> {
  const { app, cast } = scene;
  const phone = (await subscriberOf(scene)).account.phone?.e164;
  if (phone === undefined) return refused({ code: 'no-phone' });
  if (scene.crowd.length === 0) scene.crowd = await crowdFor(app, operatorOf(phone), hash(cast.serial));
  for (const serial of scene.crowd) await sendCode(app, serial);
  return given(null);
}

async function asked(
  { app }: Scene,
  request: { readonly type: 'suspend-certificate' | 'revoke-certificate'; readonly serial: Serial },
): Promise<SimAnswer<unknown>> {
  const answer = await app.perform(authority, request);
  return answer.verdict === 'refused' ? refused(answer.refusal) : given(null);
}

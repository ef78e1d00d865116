import type { App } from '../app.ts';
import { type Instant, SECOND, type Serial } from '../domain/ids.ts';
import { timeStepOf } from '../domain/otp.ts';
import type { World } from '../domain/world.ts';
import { given, ownedCertificate, refused, type SimAnswer, type SimRefusal } from './answer.ts';
import { advance } from './clock.ts';
import { setRule } from './network-rules.ts';
import { choosePin, inbox, otps, pinOf, setSkew } from './phone.ts';
import { closeWindow, enterCode, type PortalPage, sendCode, showQr, status } from './portal.ts';
import { scanWindow } from './scanner.ts';
import { type Move, type ScenarioName, scenarios } from './scenarios.ts';
import { signDocument, verifyDocument } from './secure-doc.ts';

/** One move as it turned out; `refusal` is null when it succeeded. */
export interface Step {
  readonly at: Instant;
  readonly move: Move;
  readonly refusal: SimRefusal | null;
}

interface Scene {
  readonly app: App;
  readonly world: World;
  readonly serial: Serial;
  readonly phone: string;
  /** The last OTP that was used to sign. */
  spent: string;
}

/** An SMS that nothing disturbs has arrived by then. */
const SMS_TAKES = 10 * SECOND;
const FIRST_PIN = '2468';
const DOCUMENT = { name: 'umowa.txt', content: [Buffer.from('Umowa szkoleniowa\n')] };

/**
 * Plays a scenario on one certificate, moving the training clock where the story takes time, and yields each step when
 * it has happened. Ends with the certificate's state, or with the first refusal that is not part of the story.
 */
export async function* play(app: App, name: ScenarioName, serial: Serial): AsyncGenerator<Step, SimAnswer<PortalPage>> {
  const { world } = app;
  if (!world) return refused({ code: 'training-only' });
  const owned = await ownedCertificate(app, serial);
  if (owned.verdict === 'refused') return owned;
  const { phone } = owned.value.account;
  if (!phone) return refused({ code: 'no-phone' });
  const scene: Scene = { app, world, serial, phone: phone.e164, spent: '' };
  try {
    for (const move of scenarios[name] as readonly Move[]) {
      const answer = await make(scene, move);
      const refusal = answer.verdict === 'refused' ? answer.refusal : null;
      yield { at: app.now(), move, refusal };
      if (refusal && refusal.code !== move.refused) return refused(refusal);
    }
  } finally {
    await setRule(app, { of: 'phone', phone: phone.e164 }, null);
  }
  return status(app, serial);
}

function make(scene: Scene, move: Move): Promise<SimAnswer<unknown>> {
  const { app, serial, phone } = scene;
  switch (move.do) {
    case 'request-code':
      return sendCode(app, serial);
    case 'wait-for-sms':
      return advance(app, SMS_TAKES);
    case 'wait':
      return advance(app, move.milliseconds);
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
    case 'set-network':
      return setRule(app, { of: 'phone', phone }, move.rule);
    case 'set-phone-clock':
      return setSkew(app, phone, move.skew);
  }
}

async function enter(
  { app, serial, phone }: Scene,
  which: 'right' | 'wrong' | 'previous',
): Promise<SimAnswer<unknown>> {
  const messages = await inbox(app, phone);
  if (messages.verdict === 'refused') return messages;
  const codes = messages.value.flatMap((message) =>
    message.serial === serial && message.body.kind === 'sms-code' ? [message.body.code] : [],
  );
  const code = codes.at(which === 'previous' ? -2 : -1);
  if (code === undefined) return refused({ code: 'sms-missing' });
  return enterCode(app, serial, which === 'wrong' ? otherCode(code) : code);
}

/** The subscriber knows the PIN; on a phone whose app was never launched one is chosen. */
async function withPin<T>(
  { app, world, phone }: Scene,
  body: (pin: string) => Promise<SimAnswer<T>>,
): Promise<SimAnswer<T>> {
  const known = pinOf(world, phone);
  if (known !== null) return body(known);
  const chosen = await choosePin(app, phone, FIRST_PIN, FIRST_PIN);
  return chosen.verdict === 'refused' ? chosen : body(FIRST_PIN);
}

async function sign(
  scene: Scene,
  which: Extract<Move, { do: 'sign' }>['otp'],
  pin: string,
): Promise<SimAnswer<unknown>> {
  const { app, serial } = scene;
  if (which === 'next') await untilNextOtp(scene);
  const shown = await otps(app, scene.phone, pin);
  if (shown.verdict === 'refused') return shown;
  const own = shown.value.filter((entry) => entry.serial === serial);
  const entry = which === 'of-first-entry' ? own.at(-2) : own.at(-1);
  if (!entry) return refused({ code: 'no-app-entry' });
  const otp = which === 'same' ? scene.spent : which === 'wrong' ? otherCode(entry.otp) : entry.otp;
  const signed = await signDocument(app, serial, otp, DOCUMENT);
  if (signed.verdict === 'refused') return signed;
  scene.spent = otp;
  const checked = await verifyDocument(app, signed.value.signature, DOCUMENT.content);
  if (checked.verdict === 'refused') throw new Error('signature does not verify');
  return given(null);
}

/** Each OTP works once: after one was used, the next time step has to begin. */
async function untilNextOtp({ app, serial }: Scene): Promise<void> {
  const owned = await ownedCertificate(app, serial);
  if (owned.verdict === 'refused') return;
  const { activation } = owned.value.view;
  const last = 'lastTimeStep' in activation ? activation.lastTimeStep : null;
  const now = app.now();
  const step = timeStepOf(now, app.policy.otp);
  if (last === null || step > last) return;
  const period = app.policy.otp.periodSeconds * SECOND;
  await advance(app, (last + 1) * period - now);
}

/** A code that is wrong for sure, and no slip of the finger: every digit is another. */
function otherCode(code: string): string {
  return code.replace(/\d/g, (digit) => String((Number(digit) + 5) % 10));
}

import type { ShownOtp } from '../../sim/otp-shown.ts';
import * as phone from '../../sim/phone.ts';
import { scanUri, scanWindow } from '../../sim/scanner.ts';
import { exitCodes, Misuse } from '../exit.ts';
import { flagOf } from '../input.ts';
import { messageWords } from '../message-words.ts';
import { phoneOf } from '../phone-of.ts';
import { launchApp } from '../pin.ts';
import type { Run } from '../spec.ts';

export const inbox: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const of = await phoneOf(app, input.argument('PHONE'));
  if ('refusal' in of) return out.refuse(of.refusal);
  const messages = await phone.inbox(app, of.phone);
  if (messages.verdict === 'refused') return out.refuse(messages.refusal);
  const shown = messages.value.map((message) => ({ ...message, text: messageWords(texts, message) }));
  out.answer(
    {
      address: of.phone,
      messages: shown.map(({ arrivedAt, sentAt, serial, body, text }) => ({
        arrivedAt,
        sentAt,
        serial,
        ...body,
        text,
      })),
    },
    () => {
      if (shown.length === 0) out.note(texts.cli.phone.empty(of.phone));
      for (const { arrivedAt, text } of shown) out.line(`${texts.moments.stamp(arrivedAt)}  ${text}`);
    },
  );
  return exitCodes.done;
};

export const scan: Run = async (context, input) => {
  const { out, texts, keyboard } = context;
  const app = await context.app();
  const of = await phoneOf(app, input.argument('CERT'));
  if ('refusal' in of) return out.refuse(of.refusal);
  const other = input.option('phone');
  const by = other === undefined ? of : await phoneOf(app, other);
  if ('refusal' in by) return out.refuse(by.refusal);
  const pin = await launchApp(context, app, by.phone, input.flag('pinStdin'));
  if ('refusal' in pin) return out.refuse(pin.refusal);
  const uri = input.flag('uriStdin') ? ((await keyboard.piped()) ?? '') : null;
  const scanned =
    uri === null && of.serial !== null
      ? await scanWindow(app, by.phone, pin.pin, of.serial)
      : await scanUri(app, by.phone, pin.pin, uri ?? '');
  if (scanned.verdict === 'refused') return out.refuse(scanned.refusal);
  const { entry, label } = scanned.value;
  out.answer({ entry: entryDocument(scanned.value) }, () => out.line(texts.cli.phone.scanned(entry, label)));
  return exitCodes.done;
};

export const otp: Run = async (context, input) => {
  const { out, texts } = context;
  const wanted = input.count('entry');
  const app = await context.app();
  const of = await phoneOf(app, input.argument('CERT'));
  if ('refusal' in of) return out.refuse(of.refusal);
  const pin = await launchApp(context, app, of.phone, input.flag('pinStdin'));
  if ('refusal' in pin) return out.refuse(pin.refusal);
  const shown = await phone.otps(app, of.phone, pin.pin);
  if (shown.verdict === 'refused') return out.refuse(shown.refusal);
  const entries = shown.value.filter(({ entry }) => wanted === undefined || entry === wanted);
  if (entries.length === 0) return out.refuse({ code: 'no-app-entry' });
  const { fields, phone: say } = texts.cli;
  out.answer({ entries: entries.map(entryDocument) }, () => {
    out.table(
      [fields.entry, fields.certificate, 'OTP', fields.since],
      entries.map((one) => [
        String(one.entry),
        `${one.issuer}: ${one.label}`,
        say.otp(one.otp, one.changesIn),
        texts.moments.stamp(one.addedAt),
      ]),
    );
  });
  return exitCodes.done;
};

export const clock: Run = async (context, input) => {
  const { out, texts } = context;
  const [ahead, behind] = [input.span('ahead'), input.span('behind')];
  if (ahead > 0 && behind > 0) throw new Misuse(texts.cli.misuse.inconsistent(flagOf('ahead'), flagOf('behind')));
  const app = await context.app();
  const of = await phoneOf(app, input.argument('CERT'));
  if ('refusal' in of) return out.refuse(of.refusal);
  const skew = ahead - behind;
  const set = await phone.setSkew(app, of.phone, skew);
  if (set.verdict === 'refused') return out.refuse(set.refusal);
  out.answer({ phone: of.phone, skewMs: skew }, () => out.line(texts.cli.phone.skew(skew)));
  return exitCodes.done;
};

function entryDocument({ entry, issuer, label, serial, otp: code, changesIn, addedAt }: ShownOtp) {
  return { entry, issuer, label, serial, otp: code, changesInMs: changesIn, addedAt };
}

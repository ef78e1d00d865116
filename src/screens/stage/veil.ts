import type { Phone, PhoneScreen } from '../../sim/machines.ts';
import type { InboxMessage } from '../../sim/shelves.ts';
import type { StagePicture } from './picture.ts';

const VEILED = '••••••';

/** The same for somebody of support, who never sees a secret, an SMS code or an OTP, also not a simulated one. */
export function veiled(picture: StagePicture): StagePicture {
  const { portal, phone } = picture;
  return {
    ...picture,
    portal: portal.on === 'secret' ? { ...portal, lines: [] } : portal,
    phone: phone && veiledPhone(phone),
  };
}

function veiledPhone(phone: Phone): Phone {
  return { ...phone, screen: veiledScreen(phone.screen), inbox: phone.inbox.map(veiledMessage) };
}

function veiledScreen(screen: PhoneScreen): PhoneScreen {
  return screen.on === 'codes'
    ? { ...screen, entries: screen.entries.map((entry) => ({ ...entry, otp: VEILED })) }
    : screen;
}

function veiledMessage(message: InboxMessage): InboxMessage {
  const { body } = message;
  return body.kind === 'sms-code' ? { ...message, body: { ...body, code: VEILED } } : message;
}

import { momentsIn } from '../moments.ts';
import { counted, type Forms } from '../plural.ts';

const { countdown, date, duration, moment, time, timeExact } = momentsIn('en');
const number = (count: number, forms: Forms) => counted('en', count, forms);
const tries: Forms = { one: 'try', other: 'tries' };
const attempts: Forms = { one: 'attempt', other: 'attempts' };
const STEP = 30_000;
const CALL = 'Contact EuroCert technical support.';

const certificateStates: Readonly<Record<string, (since: number) => string>> = {
  suspended: (since) => `The certificate has been suspended since ${date(since)}. ${CALL}`,
  revoked: (since) => `The certificate was revoked on ${date(since)}. ${CALL}`,
  expired: (since) => `The certificate expired on ${date(since)}. ${CALL}`,
  'not-yet-valid': (since) => `The certificate is valid only from ${date(since)}.`,
};

/** What the subscriber reads on the portal, the phone and the computer: the products' own labels. */
export const machines = {
  portal: {
    title: 'EuroCert customer portal',
    logIn: { heading: 'Log in', login: 'Login', password: 'Password', button: 'Log in' },
    logOut: 'Log out',
    tabs: { software: 'Software', certificates: 'Certificates' },
    software: {
      heading: 'Software',
      names: { app: 'ECSigner mobile app', desktop: 'ECSigner Desktop', 'secure-doc': 'SecureDoc 2.0' },
      purposes: {
        app: 'makes the single-use OTP code that each signature needs',
        desktop: 'connects the signature in the cloud with the signing program on the computer',
        'secure-doc': 'makes and verifies qualified signatures',
      },
      sources: {
        app: 'Google Play or the App Store',
        desktop: 'download for the computer',
        'secure-doc': 'download for the computer',
      },
      install: 'Install',
      installed: 'installed',
    },
    list: {
      heading: 'List',
      qrCode: 'QR Code',
      serial: 'Serial number',
      validTo: 'Valid to',
      status: 'Status',
      none: 'There is no certificate.',
    },
    qrCode: {
      heading: 'Activation of ECSigner',
      send: 'Send SMS code',
      notice: 'The SMS should arrive within 5 minutes. If it does not, repeat this step.',
      wallAhead: (limit: number) =>
        `After ${number(limit, { one: 'failed attempt', other: 'failed attempts' })} in a row, contact EuroCert technical support.`,
      failed: (failures: number, limit: number) => `Failed attempts in a row: ${failures} of ${limit}.`,
      lastEnded: {
        confirmed: 'The last code was entered rightly.',
        not_delivered: 'The last SMS could not be delivered.',
        expired: 'The last code was not entered within 5 minutes and is no longer valid.',
        wrong_code: 'The last code was entered wrongly too often.',
        superseded: 'The last code was replaced by a newer one.',
      },
    },
    enterCode: {
      heading: 'Enter the SMS code',
      sentTo: (phone: string) => `The code was sent to ${phone}.`,
      field: 'SMS code',
      confirm: 'Confirm',
      timeLeft: (milliseconds: number) => `The code is valid for another ${countdown(milliseconds)}.`,
      over: 'The time for this code is over.',
      notice: 'The SMS should arrive within 5 minutes.',
      resend: 'Send SMS code',
      resendFrom: (at: number) => `A new code can be sent from ${timeExact(at)}.`,
      entriesLeft: (count: number) => `${number(count, tries)} left for this code.`,
    },
    confirmed: {
      heading: 'Code confirmed',
      text: 'The secret is ready for the ECSigner app.',
      show: 'Show the QR code',
    },
    secret: {
      heading: 'Secret',
      scan: 'Scan the QR code with the ECSigner app: press + in the app.',
      keepOpen: 'Do not close this window before the code is scanned!',
      timeLeft: (milliseconds: number) => `The window closes by itself in ${countdown(milliseconds)}.`,
      close: 'Close',
    },
    windowClosed: {
      heading: 'The “Secret” window is closed',
      text: 'The QR code is not shown again. If it was scanned, sign in SecureDoc with a code from the app.',
      again: 'If it was not scanned, send a new SMS code.',
      send: 'Send SMS code',
    },
    support: {
      heading: 'Contact EuroCert technical support',
      sms: (failures: number) =>
        `${number(failures, { one: 'attempt', other: 'attempts' })} to activate failed in a row. No further code can be sent.`,
      otp: (failures: number) =>
        `${number(failures, { one: 'wrong OTP code was', other: 'wrong OTP codes were' })} entered in a row. The signature is locked.`,
      frozen: 'The activation was stopped for safety.',
      disabled: (failures: number) =>
        `The activation was switched off after ${number(failures, attempts)} that failed.`,
      next: 'Only technical support can help now.',
    },
    active: {
      heading: 'ECSigner is active',
      since: (at: number) => `Active since ${moment(at)}.`,
      next: 'Sign in SecureDoc 2.0 with the OTP code that the app shows.',
    },
  },
  phone: {
    lost: 'The phone is lost.',
    off: 'The phone is switched off.',
    appName: 'ECSigner',
    store: { heading: 'App store', found: 'ECSigner: OTP codes for the signature in the cloud', install: 'Install' },
    choosePin: {
      heading: 'Set a PIN',
      first: 'Choose a 4-digit PIN',
      again: 'Type the PIN once more',
      notice: 'The PIN is asked for each time the app is launched.',
    },
    askPin: {
      heading: 'Enter the PIN',
      forgotten: 'Forgotten? Remove the app and install it again; its codes are gone then.',
    },
    codes: {
      heading: 'OTP codes',
      add: '+',
      none: 'No codes yet. Press + and scan the QR code from the portal.',
      changesIn: (milliseconds: number) => `new code in ${Math.ceil(milliseconds / 1000)} s`,
      once: 'Each code works once.',
    },
    scanner: { heading: 'Scan the QR code', hint: 'Point the camera at the QR code in the portal’s “Secret” window.' },
    inbox: { heading: 'Messages', none: 'No messages.' },
    clock: (at: number) => time(at),
  },
  desktop: {
    title: 'ECSigner Desktop',
    absent: 'not installed',
    stopped: 'not running',
    logIn: {
      heading: 'Log in with the login and password of the portal',
      login: 'Login',
      password: 'Password',
      button: 'Log in',
    },
    running: 'Logged in. The window can be minimised; ECSigner goes on in the background.',
    minimise: 'Minimise',
    minimised: 'running in the background',
    quit: 'Quit',
  },
  secureDoc: {
    title: 'SecureDoc 2.0',
    absent: 'not installed',
    addFile: 'Add file',
    dropHint: 'Add the file that you want to sign or verify.',
    signFiles: 'Sign files',
    verify: 'Verify',
    devices: 'Cryptographic devices',
    chooseDevice: 'Where is the certificate?',
    chooseCertificate: 'Choose a certificate',
    noCertificate: 'No certificate was found.',
    ok: 'OK',
    close: 'Close',
    otp: { heading: 'Authorisation code', field: 'OTP code', hint: 'Copy the code that the ECSigner app shows now.' },
    signed: (document: string, at: number) => `${document} was signed on ${moment(at)}.`,
    valid: (document: string, signer: string, at: number) =>
      `The signature of ${document} is valid: ${signer}, ${moment(at)}.`,
    notValid: (document: string) => `The signature of ${document} is NOT valid.`,
    faults: {
      'not-a-signature': 'The file is not such a signature.',
      'document-changed': 'The document was changed after it was signed.',
      'signature-broken': 'The signature itself was changed.',
      'certificate-swapped': 'The certificate is not the one that was signed with.',
      'authority-unknown': 'The certificate comes from an unknown authority.',
      'certificate-not-valid-then': 'The certificate was not valid when the document was signed.',
    },
  },
  /** Why not, as the machines themselves say it to the subscriber. */
  refusals: {
    unexpected: () => `Something went wrong. ${CALL}`,
    'account-blocked': () => `Your account is blocked. ${CALL}`,
    'account-unknown': () => 'There is no such account.',
    'no-phone': () => `There is no phone number in your account. ${CALL}`,
    'phone-too-new': ({ usableFrom }: { readonly usableFrom: number }) =>
      `Your phone number was changed recently. Codes can be sent to it from ${moment(usableFrom)}.`,
    'certificate-unknown': () => 'There is no such certificate.',
    'certificate-not-valid': ({ status, since }: { readonly status: string; readonly since: number }) =>
      certificateStates[status]?.(since) ?? `The certificate is not valid. ${CALL}`,
    'activation-locked': () => `The activation is locked. ${CALL}`,
    'activation-frozen': () => `The activation was stopped for safety. ${CALL}`,
    'activation-disabled': () => `The activation is switched off. ${CALL}`,
    'already-active': () => 'ECSigner is active already. Sign with an OTP code from the app.',
    'too-soon': ({ retryAt }: { readonly retryAt: number }) =>
      `A code was sent a moment ago. A new one can be sent from ${timeExact(retryAt)}.`,
    'too-many-codes': ({ retryAt }: { readonly retryAt: number }) =>
      `Too many codes were sent to this number. The next one can be sent from ${moment(retryAt)}.`,
    'code-to-old-number': () => 'This code went to your former number. Send a new SMS code.',
    'no-open-attempt': () => 'This code is no longer valid. Send a new SMS code.',
    'code-malformed': ({ digits }: { readonly digits: number }) => `The code has exactly ${digits} digits.`,
    'wrong-code': ({ entriesLeft }: { readonly entriesLeft: number }) =>
      `Wrong code. ${number(entriesLeft, tries)} left. Use the code from the newest SMS.`,
    'attempt-failed': ({ failures, limit }: { readonly failures: number; readonly limit: number }) =>
      `Wrong code. This attempt has failed: ${failures} of ${limit}. Send a new SMS code.`,
    'no-secret': () => 'There is no QR code to show. Send an SMS code first.',
    'qr-already-shown': () => 'The QR code was shown already. It is shown only once.',
    'qr-expired': () => 'The “Secret” window is closed. Send a new SMS code.',
    'qr-window-closed': () => 'The “Secret” window is closed already.',
    'secret-unreadable': () => `The QR code cannot be shown. ${CALL}`,
    'clock-behind': () => `Codes cannot be checked at the moment. ${CALL}`,
    'not-activated': () => 'This certificate is not activated. Activate ECSigner in the portal first.',
    'otp-malformed': ({ digits }: { readonly digits: number }) => `The OTP code has exactly ${digits} digits.`,
    'otp-wrong': ({ triesLeft }: { readonly triesLeft: number }) => `Wrong OTP code. ${number(triesLeft, tries)} left.`,
    'otp-already-used': ({ triesLeft }: { readonly triesLeft: number }) =>
      `This OTP code was used already. Wait for the next one. ${number(triesLeft, tries)} left.`,
    'otp-of-old-secret': ({ triesLeft }: { readonly triesLeft: number }) =>
      `This OTP code belongs to an old entry of the app. Use the newest. ${number(triesLeft, tries)} left.`,
    'otp-clock-off': ({ steps, triesLeft }: { readonly steps: number; readonly triesLeft: number }) =>
      `The phone’s clock is ${duration(Math.abs(steps) * STEP)} ${steps > 0 ? 'fast' : 'slow'}. Put it right and use the next code. ${number(triesLeft, tries)} left.`,
    'login-wrong': () => 'Wrong login or password.',
    'not-logged-in': () => 'Log in first.',
    'not-on-screen': () => 'This is not possible here.',
    'phone-unknown': () => 'There is no such phone.',
    'phone-lost': () => 'The phone is lost.',
    'phone-off': () => 'The phone is switched off.',
    'app-not-installed': () => 'The ECSigner app is not installed.',
    'app-installed': () => 'The ECSigner app is installed already.',
    'app-closed': () => 'Launch the app first.',
    'pin-malformed': () => 'The PIN has exactly 4 digits.',
    'pin-mismatch': () => 'The PINs differ. Choose a PIN again.',
    'pin-not-chosen': () => 'Choose a PIN first.',
    'pin-already-chosen': () => 'The app has a PIN already.',
    'pin-wrong': () => 'Wrong PIN.',
    'no-app-entry': () => 'There is no code in the app.',
    'no-qr-open': () => 'No QR code is in view.',
    'qr-unreadable': () => 'This QR code is not one for ECSigner.',
    'desktop-not-installed': () => 'No certificate was found. Install ECSigner Desktop.',
    'desktop-not-running': () => 'No certificate was found. Start ECSigner Desktop and log in.',
    'desktop-logged-out': () => 'No certificate was found. Log in to ECSigner Desktop.',
    'desktop-installed': () => 'ECSigner Desktop is installed already.',
    'desktop-running': () => 'ECSigner Desktop is running already.',
    'secure-doc-not-installed': () => 'SecureDoc 2.0 is not installed.',
    'secure-doc-installed': () => 'SecureDoc 2.0 is installed already.',
    'no-certificate-chosen': () => 'Choose a certificate first.',
    'document-unreadable': ({ path }: { readonly path: string }) => `${path} cannot be read.`,
    'signature-not-written': ({ path }: { readonly path: string }) => `The signature cannot be written: ${path}.`,
    'signature-not-valid': () => 'The signature is NOT valid.',
  },
};

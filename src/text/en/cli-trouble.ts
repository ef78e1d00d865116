import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';
import { tellByCode } from '../tell.ts';
import type { Told } from '../words-shape.ts';
import { scenarios } from './scenarios.ts';

type UnreadableCode = 'not-found' | 'not-readable' | 'not-a-file' | 'symbolic-link';
type FileFault = { readonly path: string } & (
  | { readonly code: UnreadableCode }
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'not-utf8'; readonly line: number }
);

const faults = {
  'not-a-signature': 'this file is no CMS signature of this kind',
  'document-changed': 'the document was changed after it was signed, or is another one',
  'signature-broken': 'the signature itself was changed',
  'certificate-swapped': 'the certificate is not the one that was signed with',
  'authority-unknown': 'the certificate was not issued by this training’s authority',
  'certificate-not-valid-then': 'the certificate was not valid when it was signed',
} as const;

/** Why a database cannot be used. */
export const broken = {
  'not-found': (path: string): Told => ({
    what: `There is no database at ${path}.`,
    next: 'Check the path, or make one: ecsc init --realm training --db FILE',
  }),
  exists: (path: string): Told => ({
    what: `There already is a file at ${path}. It was not touched.`,
    next: 'Choose another path.',
  }),
  'left-behind': (path: string): Told => ({
    what: `${path} is left of another database that stood there. It was not touched, and no database was made.`,
    next: 'Move it away, since a backup may need its keys, or choose another path.',
  }),
  empty: (path: string): Told => ({
    what: `The file ${path} is empty, so it is no database of ours. It was not touched.`,
    next: 'Choose another path, or remove the file and make a database with: ecsc init',
  }),
  'not-a-file': (path: string): Told => ({
    what: `${path} is not a regular file. It was not touched.`,
    next: 'Choose the path of a database file.',
  }),
  'symbolic-link': (path: string): Told => ({
    what: `${path} is a symbolic link; data is never written through one.`,
    next: 'Give the path of the file itself.',
  }),
  'impossible-path': (path: string): Told => ({
    what: `There can be no file at ${path}: something on the way is no folder and cannot become one, or the name is too long.`,
    next: 'Check the path.',
  }),
  'no-home': (): Told => ({
    what: 'There is no telling where your data folder is: HOME is not set, and the system does not know you.',
    next: 'Name the database with --db FILE, or set HOME.',
  }),
  'folder-writable-by-others': (path: string): Told => ({
    what: `Other users of this machine can write to the folder ${path}, so they could swap the database.`,
    next: 'Take that right away (chmod go-w) or use another folder.',
  }),
  'open-to-others': (path: string): Told => ({
    what: `Other users of this machine have a right to ${path}, and it is not yours to take that away.`,
    next: 'Its owner does it with: chmod 600 FILE',
  }),
  'not-a-database': (path: string): Told => ({
    what: `${path} is not a database. It was not touched.`,
    next: 'Choose the path of a database made by: ecsc init',
  }),
  foreign: (path: string): Told => ({
    what: `${path} is a database of another program. It was not touched.`,
    next: 'Choose the path of a database made by: ecsc init',
  }),
  newer: (path: string): Told => ({
    what: `${path} was made by a newer version of this program. It was not touched.`,
    next: 'Use the newer version.',
  }),
  'edited-migration': (path: string): Told => ({
    what: `The program’s own database scripts were changed since ${path} was made. It was not touched.`,
    next: 'Install the program anew.',
  }),
  'wrong-realm': (path: string): Told => ({
    what: `${path} says that it is of another realm (live or training) than its keys: it was changed past the program. It was not touched.`,
    next: 'Keep a copy, tell whoever is responsible for security, and restore the last backup, with its keys.',
  }),
  'keys-missing': (path: string): Told => ({
    what: `The key file ${path} is missing. Without it the secrets in the database cannot be opened.`,
    next: 'Put it back from the backup.',
  }),
  'keys-unreadable': (path: string): Told => ({
    what: `The key file ${path} cannot be read or is damaged.`,
    next: 'Check its permissions, or put it back from the backup.',
  }),
  'keys-of-another-installation': (path: string): Told => ({
    what: `The key file beside ${path} belongs to another database.`,
    next: 'Put the right one back from the backup.',
  }),
  'keys-of-another-time': (path: string): Told => ({
    what: `${path} is sealed with a key that is not in the key file beside it: the two are not of the same time.`,
    next: 'Put back the database and the key file of the same backup.',
  }),
  'sqlite-too-old': (path: string): Told => ({
    what: `The SQLite in this installation is not safe for ${path}.`,
    next: 'Install the program anew.',
  }),
  busy: (path: string): Told => ({
    what: `The database ${path} has been busy for too long. Nothing was changed.`,
    next: 'Try again; if it stays so, see which other program is at work on it.',
  }),
  'disk-full': (path: string): Told => ({
    what: `There is no space left for ${path}. The last change was not made; everything before it is there.`,
    next: 'Free some space and do it again; nothing has to be repaired.',
  }),
  'output-failed': (): Told => ({
    what: 'The answer could not be written out: standard output takes no more. What the command changed is done.',
    next: 'See whether its disk is full; what was changed is told by: ecsc audit list',
  }),
  'no-space-for-new': (path: string): Told => ({
    what: `There is no space left for the new file ${path}. It was not made, and nothing else was changed.`,
    next: 'Free some space, or name a path on another disk, and run the same command again.',
  }),
  'new-not-written': (path: string): Told => ({
    what: `The new file ${path} could not be written. It was not made, and nothing else was changed.`,
    next: 'Check its folder and its disk, or name another path, and run the same command again.',
  }),
  'read-only': (path: string): Told => ({
    what: `${path} cannot be written. Nothing was changed.`,
    next: 'Check the permissions of the file and its folder, and whether the disk is read-only.',
  }),
  'disk-failed': (path: string): Told => ({
    what: `The disk failed while working on ${path}. The last change was not made.`,
    next: 'Check the disk before going on; then: ecsc audit verify',
  }),
  damaged: (path: string): Told => ({
    what: `The database ${path} is damaged. Nothing was changed.`,
    next: 'Keep the file as it is and restore the last backup, with its keys.',
  }),
};

/** Why a new file is not there. */
export const notWritten = {
  exists: 'something stands there already, and was not touched',
  'no-space': 'there is no space left for it; nothing of it was kept',
  'not-writable': 'its folder is not there or not yours, or the disk does not take it',
};

export const crash: (brief: string) => Told = (brief) => ({
  what: `Something went wrong on our side: ${brief}. What was confirmed before is saved, the rest did not happen.`,
  next: 'Try again. If it happens again, run it with ECSC_DEBUG=1 and report what it prints.',
});

/** Refusals that the domain does not know. */
export const refusals = {
  'certificate-ambiguous': ({ serials }: { readonly serials: readonly string[] }): Told => ({
    what: `This fits ${counted('en', serials.length, { one: 'certificate', other: 'certificates' })}: ${serials.join(', ')}`,
    next: 'Give more of the serial number.',
  }),
  'account-ambiguous': ({ customerIds }: { readonly customerIds: readonly string[] }): Told => ({
    what: `This fits ${counted('en', customerIds.length, { one: 'account', other: 'accounts' })}: ${customerIds.join(', ')}`,
    next: 'Give the customer id.',
  }),
  'no-certificate': ({ customerId }: { readonly customerId: string }): Told => ({
    what: `${customerId} has no certificate.`,
    next: 'Check that this is the right subscriber.',
  }),
  'account-not-yet': ({ at }: { readonly at: number }): Told => ({
    what: `On ${momentsIn('en').stamp(at)} this account was not there yet.`,
    next: 'Ask for a later moment; ecsc audit list ID shows what is on record.',
  }),
  'terminal-too-small': ({ rows, columns }: { readonly rows: number; readonly columns: number }): Told => ({
    what: `The QR does not fit this terminal; it needs ${columns} columns and ${rows} lines. The QR was not used up.`,
    next: 'Make the window larger and try again.',
  }),
  'password-missing': (): Told => ({
    what: 'No password was given.',
    next: 'Type it when asked, or hand it over with --password-stdin.',
  }),
  'passwords-differ': (): Told => ({ what: 'The two passwords are not the same.', next: 'Try again.' }),
  'password-too-short': ({ least }: { readonly least: number }): Told => ({
    what: `The password has fewer than ${least} characters.`,
    next: 'Choose a longer one; several words in a row are good.',
  }),
  'login-wrong': () => ({
    what: 'The portal does not know this login and password.',
    next: 'Show what the subscriber would type: ecsc portal password ID',
  }),
  'not-logged-in': () => ({
    what: 'The subscriber is not logged in to the portal.',
    next: 'Log in first: ecsc portal log-in ID',
  }),
  'not-on-screen': () => ({
    what: 'This button is not on the screen now.',
    next: 'Look what is to be seen: ecsc portal screen, phone screen, desktop screen',
  }),
  'phone-unknown': () => ({
    what: 'There is no such phone.',
    next: 'Give the number of its SIM card, or its id as in +48601000001#2.',
  }),
  'phone-lost': () => ({
    what: 'The phone is lost: nobody sees its codes or messages.',
    next: 'Get a new one: ecsc phone replace PHONE',
  }),
  'phone-off': () => ({ what: 'The phone is switched off.', next: 'Switch it on: ecsc phone power PHONE on' }),
  'app-not-installed': () => ({
    what: 'The ECSigner app is not on this phone.',
    next: 'Install it: ecsc phone install PHONE',
  }),
  'app-installed': () => ({
    what: 'The app is on this phone already.',
    next: 'Launch it: ecsc phone launch PHONE. If the PIN is forgotten: ecsc phone reinstall PHONE',
  }),
  'app-closed': () => ({ what: 'The app is not open.', next: 'Launch it with its PIN: ecsc phone launch PHONE' }),
  'desktop-not-installed': () => ({
    what: 'ECSigner Desktop is not installed, so SecureDoc sees no certificate. No OTP was used.',
    next: 'Install it: ecsc desktop install ID',
  }),
  'desktop-not-running': () => ({
    what: 'ECSigner Desktop is not running, so SecureDoc sees no certificate. No OTP was used.',
    next: 'Start it and log in: ecsc desktop start ID, then ecsc desktop log-in ID',
  }),
  'desktop-logged-out': () => ({
    what: 'Nobody is logged in to ECSigner Desktop, so SecureDoc sees no certificate. No OTP was used.',
    next: 'Log in with the portal’s login and password: ecsc desktop log-in ID',
  }),
  'desktop-installed': () => ({
    what: 'ECSigner Desktop is installed already.',
    next: 'Start it: ecsc desktop start ID',
  }),
  'desktop-running': () => ({
    what: 'ECSigner Desktop is running already.',
    next: 'Look at it: ecsc desktop screen ID',
  }),
  'secure-doc-not-installed': () => ({
    what: 'SecureDoc 2.0 is not installed.',
    next: 'Install it: ecsc securedoc install ID',
  }),
  'secure-doc-installed': () => ({
    what: 'SecureDoc 2.0 is installed already.',
    next: 'Add a file: ecsc securedoc add-file ID FILE',
  }),
  'no-certificate-chosen': () => ({
    what: 'No certificate is chosen.',
    next: 'Choose one of the list: ecsc securedoc choose CERT',
  }),
  'pin-malformed': (): Told => ({ what: 'A PIN is exactly 4 digits.', next: 'Choose another one.' }),
  'pin-mismatch': (): Told => ({ what: 'The two PINs are not the same.', next: 'Try again.' }),
  'pin-not-chosen': (): Told => ({
    what: 'The app on this phone was never launched, so it has no PIN.',
    next: 'Launch it with: ecsc phone scan CERT',
  }),
  'pin-already-chosen': (): Told => ({ what: 'The app on this phone has a PIN already.', next: 'Use that PIN.' }),
  'pin-wrong': (): Told => ({ what: 'Wrong PIN: the app stays closed.', next: 'Try again.' }),
  'no-app-entry': (): Told => ({
    what: 'The app has no entry: no QR was scanned.',
    next: 'Show the QR in the portal and scan it: ecsc portal qr CERT, then ecsc phone scan CERT',
  }),
  'no-qr-open': (): Told => ({
    what: 'There is no QR to scan: the portal’s window is not open.',
    next: 'Open it with: ecsc portal qr CERT. Once it was closed, ask for a new SMS code.',
  }),
  'qr-unreadable': (): Told => ({
    what: 'This is not a QR that the app understands.',
    next: 'Scan the QR from the portal’s “Secret” window.',
  }),
  'document-unreadable': ({ path }: { readonly path: string }): Told => ({
    what: `${path} cannot be read, or is not a file. Nothing was done; no OTP was used up.`,
    next: 'Check the path and its permissions.',
  }),
  'signature-not-written': ({ path }: { readonly path: string }): Told => ({
    what: `The signature cannot be written to ${path}.`,
    next: 'Check the folder’s permissions and the free space; use the next OTP.',
  }),
  'signature-not-valid': ({ why }: { readonly why: keyof typeof faults }): Told => ({
    what: `The signature is not valid: ${faults[why]}.`,
    next: 'Do not rely on this document; ask the signer for it again.',
  }),
  'sms-missing': (): Told => ({
    what: 'The SMS that this needs has not arrived.',
    next: 'Look at the network’s rules: ecsc network show',
  }),
  'clock-backwards': (): Told => ({
    what: 'The training clock only moves forward: what has happened stays happened.',
    next: 'Back to real time: ecsc clock reset',
  }),
  'never-rings': (): Told => ({
    what: 'The story broke off before its call.',
    next: 'See where: ecsc simulate SCENARIO',
  }),
  'rejects-not-written': ({ path }: { readonly path: string }): Told => ({
    what: `Rejected records cannot be written to ${path}. What was imported before that is in, whole.`,
    next: 'Name another place with --rejects FILE and run the same command again.',
  }),
  'file-not-written': ({ path, why }: { readonly path: string; readonly why: keyof typeof notWritten }): Told => ({
    what: `${path} cannot be written: ${notWritten[why]}.`,
    next: 'Name another place and run the same command again.',
  }),
  'file-not-read': ({ path, why: code }: { readonly path: string; readonly why: UnreadableCode }): Told => ({
    what: tellByCode(scenarios.files, { code, path }),
    next: 'Look at the path and at who may read it.',
  }),
  'operator-unknown': ({ name }: { readonly name: string }): Told => ({
    what: `There is no operator or phone number “${name}”.`,
    next: 'Give all, an operator as ecsc radar names it, or a number with +48 …',
  }),
  'scenario-unknown': ({ name, meant }: { readonly name: string; readonly meant: string | null }): Told => ({
    what: scenarios.unknown(name, meant),
    next: scenarios.unknownNext,
  }),
  'scenario-unreadable': ({ fault }: { readonly fault: FileFault }): Told => ({
    what: tellByCode(scenarios.files, fault),
    next: 'Nothing was changed.',
  }),
  'scenario-wrong': ({ path, mistakes }: { readonly path: string; readonly mistakes: number }): Told => ({
    what: scenarios.check.bad(path, mistakes),
    next: 'Mend the file and try again; nothing was played. How to write one: docs/SCENARIOS.md',
  }),
  'scenario-without-call': ({ name }: { readonly name: string }): Told => ({
    what: `Nobody calls in the scenario “${name}”, so there is nothing to practise.`,
    next: 'Watch it instead: ecsc stage. Or give it a call: docs/SCENARIOS.md',
  }),
  'scenario-twice': ({ name }: { readonly name: string }): Told => ({
    what: `Two of these scenarios are called “${name}”.`,
    next: 'Name one of the files otherwise: results are kept under the name.',
  }),
};

import { momentsIn } from '../moments.ts';
import { counted, type Forms } from '../plural.ts';
import type { RefusalTexts, Words } from '../words-shape.ts';
import { command as commandWords, role } from './commands.ts';

const { date, duration, moment, timeExact, within } = momentsIn('en');
const number = (count: number, forms: Forms) => counted('en', count, forms);
const tries: Forms = { one: 'try', other: 'tries' };
const failures: Forms = { one: 'failure', other: 'failures' };
const wrongPasswords: Forms = { one: 'wrong password', other: 'wrong passwords' };
const STEP = 30_000;

const certificateStates = {
  suspended: (since: number) => `The certificate has been suspended since ${moment(since)}.`,
  revoked: (since: number) => `The certificate was revoked on ${moment(since)}.`,
  expired: (since: number) => `The certificate expired on ${moment(since)}.`,
  'not-yet-valid': (since: number) => `The certificate is valid only from ${date(since)}.`,
} as const;

const certificateNext = {
  suspended: 'Ask the certificate authority to reinstate it; after 7 days a suspended certificate is revoked for good.',
  revoked: 'Revocation is for good: the subscriber needs a new certificate.',
  expired: 'The subscriber needs a new certificate.',
  'not-yet-valid': 'Wait until it is valid.',
} as const;

export const refusals: RefusalTexts = {
  'not-permitted': ({ command, party }) => ({
    what: `The role “${role[party]}” may not do this: ${commandWords[command]}.`,
    next: 'Hand it to someone whose role allows it.',
  }),
  'not-your-account': () => ({
    what: 'This belongs to somebody else.',
    next: 'Only the owner can do this. Check the certificate or the user name.',
  }),
  'own-account': () => ({
    what: 'This is your own account, and nobody works on their own.',
    next: 'Ask a colleague to take the case.',
  }),
  'agent-unknown': ({ agentId }) => ({
    what: `There is no agent “${agentId}”.`,
    next: 'Check the name. An administrator lists agents with: ecsc agents list',
  }),
  'agent-disabled': () => ({
    what: 'This agent has been disabled.',
    next: 'A supervisor or the administrator can enable the agent again.',
  }),
  'agent-locked': ({ failures: wrong }) => ({
    what: `This agent is locked after ${number(wrong, wrongPasswords)}.`,
    next: 'An administrator can set a new password or enable the agent again.',
  }),
  'agent-exists': ({ agentId }) => ({
    what: `There already is an agent “${agentId}”.`,
    next: 'Choose another name.',
  }),
  'agent-id-malformed': () => ({
    what: 'A user name has 2 to 64 small letters (a to z), digits, dots or dashes and begins with a letter.',
    next: 'Choose another one, such as jan.kowalski.',
  }),
  'agent-name-missing': () => ({
    what: 'The agent’s name is missing.',
    next: 'Give it as it is to be shown.',
  }),
  'same-person': () => ({
    what: 'Whoever asked, or has said yes already, cannot also decide it.',
    next: 'Another supervisor has to decide.',
  }),
  'no-sign-in-open': () => ({ what: 'No sign-in has been begun.', next: 'Sign in from the start.' }),
  'password-wrong': ({ limit }) => ({
    what: 'Unknown name or wrong password.',
    next: `Try again; after ${number(limit, wrongPasswords)} the agent is locked.`,
  }),
  'training-only': () => ({
    what: 'This works in a training database only; this one is live. Nothing was changed.',
    next: 'Choose a training database with --db FILE, or make one: ecsc init --realm training --db FILE',
  }),
  'clock-behind': ({ lastEntryAt, now }) => ({
    what: `The clock is ${duration(lastEntryAt - now)} behind the newest audit entry, so no OTP can be judged.`,
    next: 'Have the clock of this machine put right, then try again.',
  }),
  'account-unknown': () => ({
    what: 'There is no such account.',
    next: 'Search by name, e-mail or phone number instead.',
  }),
  'account-blocked': ({ since }) => ({
    what: `The account has been blocked since ${moment(since)}.`,
    next: 'A supervisor has to unblock it first: ecsc account unblock',
  }),
  'account-not-blocked': () => ({ what: 'The account is not blocked.', next: 'Nothing needs to be done.' }),
  'no-phone': () => ({
    what: 'There is no phone number on file, so no SMS can be sent.',
    next: 'Verify the caller and ask for a phone change.',
  }),
  'phone-too-new': ({ usableFrom }) => ({
    what: `The phone number was changed recently and can be used from ${moment(usableFrom)}.`,
    next: 'Wait until then; a supervisor can allow a new number at once when it is changed.',
  }),
  'phone-unchanged': () => ({ what: 'This already is the number on file.', next: 'Nothing needs to be done.' }),
  'phone-invalid': () => ({
    what: 'This is not a phone number.',
    next: 'Give it with the country code, e.g. +48 503 405 037.',
  }),
  'phone-not-mobile': () => ({
    what: 'A landline receives no SMS, so no code can be sent there.',
    next: 'Ask for a mobile number.',
  }),
  'certificate-unknown': () => ({
    what: 'There is no such certificate.',
    next: 'Check the serial number, or search for the subscriber.',
  }),
  'certificate-not-valid': ({ status, since }) => ({
    what: certificateStates[status](since),
    next: certificateNext[status],
  }),
  'certificate-not-suspended': () => ({
    what: 'The certificate is not suspended.',
    next: 'Only a suspended certificate can be reinstated.',
  }),
  'activation-locked': ({ cause, since }) => ({
    what: `The activation has been locked since ${moment(since)} after too many ${cause === 'sms' ? 'failed SMS attempts' : 'wrong OTPs'}.`,
    next: 'Only support can help: the subscriber calls, is verified, and an agent unlocks it.',
  }),
  'activation-frozen': ({ since }) => ({
    what: `The activation was frozen on suspicion on ${moment(since)}.`,
    next: 'Only a reset, approved by a supervisor, starts it again.',
  }),
  'activation-disabled': ({ failures: failed }) => ({
    what: `The activation is disabled after ${number(failed, failures)} over its lifetime.`,
    next: 'Only a reset, approved by a supervisor, starts it again.',
  }),
  'already-active': ({ since }) => ({
    what: `Already active since ${moment(since)}: no SMS code is needed.`,
    next: 'Sign with an OTP from the app. A new phone needs a reset.',
  }),
  'too-soon': ({ retryAt }) => ({
    what: 'A code was sent less than a minute ago.',
    next: `A new one can be asked for from ${timeExact(retryAt)}; doing so counts the open one as failed.`,
  }),
  'too-many-codes': ({ limit, window, retryAt }) => ({
    what: `${number(limit, { one: 'code was', other: 'codes were' })} sent to this number within ${within(window)}; that is the limit.`,
    next: `The next code can be sent from ${moment(retryAt)}.`,
  }),
  'code-to-old-number': () => ({
    what: 'The code was sent to a number that is not on file any more.',
    next: 'Press “Send SMS code” again: the next one goes to the new number.',
  }),
  'no-open-attempt': () => ({
    what: 'No SMS code is being waited for.',
    next: 'Ask for a new code first: Send SMS code.',
  }),
  'attempt-unknown': () => ({
    what: 'There is no such SMS attempt.',
    next: 'Check the number of the attempt.',
  }),
  'receipt-known': () => ({
    what: 'What became of this SMS is already on record.',
    next: 'Nothing needs to be done.',
  }),
  'code-malformed': ({ digits }) => ({
    what: `An SMS code is exactly ${digits} digits. This entry was not counted.`,
    next: 'Type the digits only, without spaces.',
  }),
  'wrong-code': ({ entriesLeft }) => ({
    what: `Wrong code: ${number(entriesLeft, tries)} left for this SMS.`,
    next: 'Take the code from the newest SMS, not from an earlier one.',
  }),
  'attempt-failed': ({ failures: failed, limit }) => ({
    what: `Wrong code. This attempt has failed, number ${failed} in a row; at ${limit} the activation is locked.`,
    next: 'Ask for a new code: Send SMS code.',
  }),
  'no-secret': () => ({
    what: 'There is no secret to show: no SMS code has been confirmed.',
    next: 'Ask for a code and enter it first.',
  }),
  'qr-already-shown': ({ shownAt }) => ({
    what: `The secret QR was already shown at ${timeExact(shownAt)}; it is shown only once.`,
    next: 'Scan it while the window is open, or ask for a new SMS code.',
  }),
  'qr-expired': ({ since }) => ({
    what: `The window with the secret QR was closed at ${timeExact(since)}.`,
    next: 'Ask for a new SMS code; the entry of the old QR, if any, stops working then.',
  }),
  'qr-window-closed': () => ({
    what: 'The window with the secret QR is closed already.',
    next: 'If the QR was not scanned, ask for a new SMS code.',
  }),
  'not-activated': () => ({
    what: 'This certificate has not been activated, so it cannot sign.',
    next: 'Go through the activation in the portal first: Send SMS code.',
  }),
  'otp-malformed': ({ digits }) => ({
    what: `An OTP is exactly ${digits} digits. This entry was not counted.`,
    next: 'Type the digits as the app shows them, without spaces.',
  }),
  'otp-wrong': ({ triesLeft }) => ({
    what: `Wrong OTP: ${number(triesLeft, tries)} left before the activation is locked.`,
    next: 'Use the code that the app shows now for this certificate.',
  }),
  'otp-already-used': ({ triesLeft }) => ({
    what: `This OTP was used already; each works once. ${number(triesLeft, tries)} left.`,
    next: 'Wait up to 30 seconds for the next code.',
  }),
  'otp-of-old-secret': ({ triesLeft }) => ({
    what: `This OTP comes from an old entry in the app. ${number(triesLeft, tries)} left.`,
    next: 'Delete the old entry and use the newest one; if there is only one, a new QR has to be scanned.',
  }),
  'otp-of-other-certificate': ({ triesLeft }) => ({
    what: `This OTP belongs to another certificate of the same person. ${number(triesLeft, tries)} left.`,
    next: 'In the app, use the entry of this certificate; its serial number stands above the code.',
  }),
  'otp-clock-off': ({ steps, triesLeft }) => ({
    what: `The OTP is right for a phone clock that is ${duration(Math.abs(steps) * STEP)} ${steps > 0 ? 'fast' : 'slow'}. ${number(triesLeft, tries)} left.`,
    next: 'Switch on automatic date and time on the phone, then use the next code.',
  }),
  'secret-unreadable': () => ({
    what: 'The stored secret cannot be opened: the file was changed, or the key file belongs to another database.',
    next: 'Change nothing; have the administrator check the key file and run: ecsc audit verify',
  }),
  'not-locked': () => ({
    what: 'This activation is not locked, so there is nothing to unlock.',
    next: 'Look at its state for what stops the caller.',
  }),
  'already-frozen': () => ({ what: 'This activation is frozen already.', next: 'Only a reset starts it again.' }),
  'case-unknown': () => ({ what: 'There is no such case.', next: 'Open a case with the ticket number first.' }),
  'case-closed': () => ({ what: 'This case is closed.', next: 'Open a new case with the ticket number.' }),
  'case-exists': () => ({ what: 'There already is a case with this number.', next: 'Try once more.' }),
  'case-of-another-account': () => ({
    what: 'This case was opened for another subscriber.',
    next: 'Open a case for this one.',
  }),
  'case-of-another-agent': () => ({
    what: 'This case is with another agent.',
    next: 'Let them hand it over to you, or open your own case and verify the caller yourself.',
  }),
  'already-holds-case': ({ agentId }) => ({
    what: `This case is with ${agentId} already.`,
    next: 'Choose another colleague.',
  }),
  'colleague-cannot': ({ agentId }) => ({
    what: `The colleague ${agentId} cannot take this case: not enabled, not of a role that helps callers, or the case is about their own subscription.`,
    next: 'Choose another colleague.',
  }),
  'ticket-malformed': () => ({
    what: 'This is not a ticket number.',
    next: 'Give 2 to 32 letters, digits or # / _ - as in INC-20931.',
  }),
  'caller-not-verified': () => ({
    what: 'The caller is not verified.',
    next: 'Call back on the number on file and check the caller; change nothing before that.',
  }),
  'verification-expired': ({ verifiedAt }) => ({
    what: `The caller was verified at ${timeExact(verifiedAt)}; that is too long ago.`,
    next: 'Verify the caller again.',
  }),
  'not-enough-points': ({ points, needed }) => ({
    what: `The checks make ${number(points, { one: 'point', other: 'points' })}; ${needed} are needed. The failed verification was recorded.`,
    next: 'Check more: a call-back to the number on file is worth most.',
  }),
  'note-missing': () => ({
    what: 'A note is missing.',
    next: 'Say in your own words why this is done; it goes into the audit log.',
  }),
  'possession-needed': () => ({
    what: 'Answers to questions are not enough for this: they may be known to others.',
    next: 'Call back on the number on file; if the phone is gone: a reply from the e-mail address on file, or a visit in person that a supervisor records.',
  }),
  'visit-needs-supervisor': () => ({
    what: 'A visit in person is recorded by a supervisor, who has seen the identity document.',
    next: 'Have a supervisor open the case, or use another check.',
  }),
  'call-back-proves-nothing': ({ usableFrom }) => ({
    what:
      usableFrom === null
        ? 'There is no number on file: a call-back proves nothing.'
        : `The number on file is new and counts from ${moment(usableFrom)}: until then a call-back to it proves nothing.`,
    next: 'Use other checks: a reply from the e-mail address on file is worth as much.',
  }),
  'cool-down': ({ until }) => ({
    what: `Something was rejected here, or a call was aborted; nothing can be asked for before ${moment(until)}.`,
    next: 'Wait until then. If it cannot wait: an emergency, which takes two supervisors.',
  }),
  overruled: ({ since }) => ({
    what: `After this was asked for, something was rejected on this account, or a call was aborted (${moment(since)}). That ended this request too.`,
    next: 'Reject it. Whoever needs it asks again, with a caller verified anew.',
  }),
  'reference-unknown': () => ({
    what: 'There is no message of ours with this reference, or it is too old.',
    next: 'Type the six signs as they stand in the message, or call support.',
  }),
  'approval-needed': ({ limit, window, freeAgainAt }) =>
    freeAgainAt === null
      ? { what: 'Every unlock needs an approval here.', next: 'Ask a supervisor for approval.' }
      : {
          what: `This activation was unlocked ${number(limit, { one: 'time', other: 'times' })} within ${within(window)} already; more needs an approval.`,
          next: `Ask a supervisor for approval, or wait until ${moment(freeAgainAt)}. Many locks may mean fraud.`,
        },
  'approval-pending': ({ expiresAt }) => ({
    what: `An approval has been asked for already and is waiting until ${moment(expiresAt)}.`,
    next: 'Wait for the decision of a supervisor, who is somebody else.',
  }),
  'no-approval-pending': () => ({ what: 'No approval is waiting here.', next: 'An agent has to ask for one first.' }),
  'outage-known': () => ({ what: 'This outage is recognised already.', next: 'Nothing needs to be done.' }),
  'no-outage': () => ({ what: 'No outage of this operator is recognised.', next: 'Check the operator’s name.' }),
  'outage-lasts': ({ since }) => ({
    what: `The outage lasts, since ${moment(since)}.`,
    next: 'Unlock when it is over: before that, codes do not arrive.',
  }),
  'nobody-locked-by-outage': () => ({
    what: 'This outage keeps nobody locked.',
    next: 'Nothing needs to be done.',
  }),
  'too-many-at-once': ({ most }) => ({
    what: `At most ${most} activations are unlocked at once.`,
    next: 'Ask for those first; the others afterwards.',
  }),
  'bulk-unlock-not-approved': () => ({
    what: 'No bulk unlock is approved for this operator.',
    next: 'Somebody asks for it, another person who is a supervisor approves.',
  }),
  'not-on-the-list': () => ({
    what: 'This certificate is not on the list that was approved.',
    next: 'Unlock it in a call, with a verified caller.',
  }),
  'lock-has-another-cause': () => ({
    what: 'It was not the outage that locked this activation.',
    next: 'Unlock it in a call, with a verified caller.',
  }),
  yourself: () => ({
    what: 'Nobody changes their own role or access.',
    next: 'Ask another supervisor or the administrator.',
  }),
  'supervisors-by-administrator': () => ({
    what: 'Supervisors are made and unmade by the administrator alone, so that nobody makes the second person who agrees with them.',
    next: 'Ask the administrator: ecsc agents.',
  }),
  'last-supervisor': () => ({
    what: 'This is the last supervisor who is enabled; without one nothing can be approved.',
    next: 'Make or enable another supervisor first.',
  }),
  'role-unchanged': ({ role: current }) => ({
    what: `The role already is “${role[current]}”.`,
    next: 'Nothing needs to be done.',
  }),
  'filter-incomplete': () => ({
    what: 'A filter needs a name and something to filter by.',
    next: 'Type the filter (f), then save it under a name.',
  }),
  'filter-too-long': ({ name, text }) => ({
    what: `A filter’s name has at most ${name} letters, the filter itself ${text}.`,
    next: 'Shorten it.',
  }),
  'too-many-filters': ({ most }) => ({
    what: `There are ${most} saved filters for this list already.`,
    next: 'Delete one that you no longer need.',
  }),
  'filter-unknown': ({ name }) => ({
    what: `There is no saved filter “${name}”.`,
    next: 'Look at the list again.',
  }),
};

export const refusalName: Words['refusalName'] = {
  'not-permitted': 'not permitted',
  'not-your-account': 'somebody else’s',
  'own-account': 'own account',
  'agent-unknown': 'agent unknown',
  'agent-disabled': 'agent disabled',
  'agent-locked': 'agent locked',
  'agent-exists': 'agent exists already',
  'agent-id-malformed': 'not a user name',
  'agent-name-missing': 'name missing',
  'same-person': 'same person',
  'no-sign-in-open': 'no sign-in begun',
  'password-wrong': 'wrong password',
  'training-only': 'training only',
  'clock-behind': 'clock behind',
  'account-unknown': 'account unknown',
  'account-blocked': 'account blocked',
  'account-not-blocked': 'account not blocked',
  'no-phone': 'no phone number',
  'phone-too-new': 'phone number too new',
  'phone-unchanged': 'phone number unchanged',
  'phone-invalid': 'not a phone number',
  'phone-not-mobile': 'not a mobile number',
  'certificate-unknown': 'certificate unknown',
  'certificate-not-valid': 'certificate not valid',
  'certificate-not-suspended': 'certificate not suspended',
  'activation-locked': 'activation locked',
  'activation-frozen': 'activation frozen',
  'activation-disabled': 'activation disabled',
  'already-active': 'already active',
  'too-soon': 'asked again too soon',
  'too-many-codes': 'too many codes',
  'code-to-old-number': 'code to an old number',
  'no-open-attempt': 'no code awaited',
  'attempt-unknown': 'attempt unknown',
  'receipt-known': 'receipt known already',
  'code-malformed': 'not a code',
  'wrong-code': 'wrong code',
  'attempt-failed': 'wrong code, attempt failed',
  'no-secret': 'no secret',
  'qr-already-shown': 'QR shown already',
  'qr-expired': 'QR hidden again',
  'qr-window-closed': 'QR window closed',
  'not-activated': 'not activated',
  'otp-malformed': 'not an OTP',
  'otp-wrong': 'wrong OTP',
  'otp-already-used': 'OTP used already',
  'otp-of-old-secret': 'OTP of an old entry',
  'otp-of-other-certificate': 'OTP of another certificate',
  'otp-clock-off': 'phone clock is off',
  'secret-unreadable': 'secret unreadable',
  'not-locked': 'not locked',
  'already-frozen': 'frozen already',
  'case-unknown': 'case unknown',
  'case-closed': 'case closed',
  'case-exists': 'case exists already',
  'case-of-another-account': 'case of another subscriber',
  'case-of-another-agent': 'case of another agent',
  'already-holds-case': 'already holds the case',
  'colleague-cannot': 'colleague cannot take it',
  'ticket-malformed': 'not a ticket number',
  'caller-not-verified': 'caller not verified',
  'verification-expired': 'verification too old',
  'not-enough-points': 'not enough points',
  'note-missing': 'note missing',
  'possession-needed': 'knowledge alone is not enough',
  'visit-needs-supervisor': 'visit needs a supervisor',
  'call-back-proves-nothing': 'call-back proves nothing',
  'cool-down': 'cooling down',
  overruled: 'overruled by a no',
  'reference-unknown': 'reference unknown',
  'approval-needed': 'approval needed',
  'approval-pending': 'approval pending',
  'no-approval-pending': 'no approval pending',
  'outage-known': 'outage known already',
  'no-outage': 'no outage',
  'outage-lasts': 'outage lasts',
  'nobody-locked-by-outage': 'nobody locked by the outage',
  'too-many-at-once': 'too many at once',
  'bulk-unlock-not-approved': 'bulk unlock not approved',
  'not-on-the-list': 'not on the approved list',
  'lock-has-another-cause': 'lock has another cause',
  yourself: 'own role or access',
  'supervisors-by-administrator': 'administrator only',
  'last-supervisor': 'last supervisor',
  'role-unchanged': 'role unchanged',
  'filter-incomplete': 'filter incomplete',
  'filter-too-long': 'filter too long',
  'too-many-filters': 'too many filters',
  'filter-unknown': 'no such filter',
};

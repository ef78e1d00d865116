import type { AbortCause, FreezeCause } from '../../domain/activation.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { WrongCodeKind } from '../../domain/wrong-code.ts';
import { counted } from '../plural.ts';
import { rawReceipt } from '../raw-receipt.ts';
import type { FactTexts } from '../words-shape.ts';
import { role } from './commands.ts';
import { copy } from './copy.ts';

const outcomes = {
  confirmed: 'potwierdzona',
  not_delivered: 'SMS nie został doręczony',
  expired: 'brak właściwego kodu w terminie',
  wrong_code: 'trzykrotnie błędny kod',
  superseded: 'zamówiono nowszy kod',
} as const;

const otpCauses = {
  wrong: 'błędny kod',
  used: 'kod już użyty',
  'old-secret': 'kod ze starego wpisu w aplikacji',
  'other-certificate': 'kod innego certyfikatu tej samej osoby',
  'clock-off': 'zegar telefonu jest przestawiony',
} as const;

const locks = { sms: 'nieudane próby SMS', otp: 'błędne kody OTP' } as const;
const freezes: Readonly<Record<FreezeCause, string>> = {
  suspicion: 'podejrzenie',
  'aborted-call': 'przerwano rozmowę',
  'not-me': 'subskrybent zgłosił: to nie ja',
};
const aborts: Readonly<Record<AbortCause, string>> = {
  pressure: 'rozmówca naciskał',
  'not-the-subscriber': 'rozmówca wyglądał na kogoś innego',
  'somebody-dictates': 'ktoś podpowiadał rozmówcy',
  'asks-for-secrets': 'rozmówca chciał kodów lub sekretów',
};
const actions = { reset: 'reset', unlock: 'odblokowanie' } as const;

const wrongCode: Readonly<Record<WrongCodeKind, string>> = {
  other: 'wpisano błędny kod',
  'previous-code': 'wpisano kod z poprzedniego SMS-a',
  'digits-swapped': 'wpisano kod z zamienionymi cyframi',
  'one-digit-off': 'wpisano kod z jedną błędną cyfrą',
};

/** Entries from before receipts were kept in full say no more than that. */
const said = (receipt: Extract<Receipt, { state: 'failed' }>): string =>
  'raw' in receipt ? ` (${rawReceipt(receipt)})` : '';

export const facts: FactTexts = {
  'account-opened': () => 'konto założone',
  'account-blocked': () => 'konto zastrzeżone',
  'account-unblocked': () => 'zastrzeżenie konta zniesione',
  'phone-change-requested': ({ emergency }) => `poproszono o zmianę numeru telefonu${emergency ? ', TRYB PILNY' : ''}`,
  'phone-change-begun': ({ by }) => `TRYB PILNY: pierwsza zgoda na zmianę numeru, ${by}`,
  'phone-changed': ({ firstYesBy }) =>
    `numer telefonu zmieniony${firstYesBy ? `, TRYB PILNY, dwie zgody (pierwsza: ${firstYesBy})` : ''}`,
  'phone-change-rejected': () => 'odmówiono zmiany numeru telefonu',
  'phone-change-lapsed': () => 'prośba o zmianę numeru wygasła bez decyzji',
  'certificate-registered': () => 'certyfikat zarejestrowany',
  'certificate-received': () => 'otrzymano sam certyfikat',
  'certificate-suspended': () => 'certyfikat zawieszony',
  'certificate-reinstated': () => 'certyfikat odwieszony',
  'certificate-revoked': ({ cause }) =>
    cause === 'authority' ? 'certyfikat unieważniony' : 'certyfikat unieważniony: zbyt długie zawieszenie',
  'sms-code-requested': ({ number }) => `próba SMS nr ${number}: zamówiono kod`,
  'sms-receipt-recorded': ({ number, receipt }) => {
    switch (receipt.state) {
      case 'accepted':
        return `próba SMS nr ${number}: przyjęta przez bramkę SMS`;
      case 'submitted':
        return `próba SMS nr ${number}: przejął ją operator ${receipt.operator}`;
      case 'held':
        return `próba SMS nr ${number}: trzyma ją operator ${receipt.operator} (${rawReceipt(receipt)})`;
      case 'delivered':
        return `próba SMS nr ${number}: doręczona`;
      case 'failed':
        return `próba SMS nr ${number}: operator ${receipt.operator} nie zdołał doręczyć${said(receipt)}`;
    }
  },
  'wrong-code-entered': ({ number, kind = 'other' }) => `próba SMS nr ${number}: ${wrongCode[kind]}`,
  'sms-attempt-ended': ({ number, outcome, counted }) =>
    `próba SMS nr ${number} zakończona: ${outcomes[outcome]}${counted ? '' : ' (nie liczy się: awaria operatora)'}`,
  'otp-secret-issued': ({ generation }) => `wydano sekret OTP (nr ${generation})`,
  'secret-qr-shown': () => 'pokazano subskrybentowi kod QR z sekretem',
  'qr-window-closed': () => 'okno z kodem QR zamknięte',
  'activation-proven': () => 'aktywacja potwierdzona pierwszym właściwym kodem OTP',
  'document-signed': ({ name }) => `podpisano dokument: ${name}`,
  'otp-refused': ({ cause }) => `kod OTP odrzucony: ${otpCauses[cause]}`,
  'activation-locked': ({ cause }) => `aktywacja zablokowana: ${locks[cause]}`,
  'activation-disabled': () => 'aktywacja wyłączona: zbyt wiele niepowodzeń w całym okresie',
  'activation-unlocked': ({ cause, approved }) =>
    `aktywacja odblokowana (${locks[cause]})${approved ? ', za zgodą kierownika' : ''}`,
  'activation-frozen': ({ cause = 'suspicion' }) => `aktywacja zamrożona: ${freezes[cause]}`,
  'call-aborted': ({ cause }) => `przerwano rozmowę: ${aborts[cause]}`,
  'not-me-reported': () => 'subskrybent odpowiedział na powiadomienie: to nie ja',
  'activation-reset': () => 'aktywacja zresetowana',
  'approval-requested': ({ action, emergency }) =>
    `poproszono o zgodę: ${actions[action]}${emergency ? ', TRYB PILNY' : ''}`,
  'approval-begun': ({ by }) => `TRYB PILNY: pierwsza zgoda, ${by}`,
  'approval-granted': ({ action, firstYesBy }) =>
    `wyrażono zgodę: ${actions[action]}${firstYesBy ? `, TRYB PILNY, dwie zgody (pierwsza: ${firstYesBy})` : ''}`,
  'approval-rejected': () => 'odmówiono zgody',
  'approval-lapsed': () => 'prośba o zgodę wygasła bez decyzji',
  'superseded-secret-wiped': ({ generation }) => `stary sekret OTP usunięty (nr ${generation})`,
  'case-opened': ({ ticket }) => `otwarto sprawę, zgłoszenie ${ticket}`,
  'caller-verified': ({ points }) => `rozmówca zweryfikowany (punkty: ${points})`,
  'caller-verification-failed': ({ points }) => `weryfikacja rozmówcy nieudana (punkty: ${points})`,
  'caller-verification-aborted': ({ points }) => `weryfikacja rozmówcy przerwana (punkty: ${points})`,
  'case-handed-over': ({ from, to, note }) => `sprawę przekazano: ${from} → ${to}: ${note}`,
  'case-closed': () => 'sprawa zamknięta',
  'agent-added': ({ agentId }) => `dodano konsultanta: ${agentId}`,
  'agent-disabled': () => 'konsultant wyłączony',
  'agent-enabled': () => 'konsultant włączony',
  'agent-role-changed': ({ role: now }) => `zmieniono rolę: ${role[now]}`,
  'agent-password-set': () => 'ustawiono hasło',
  'sign-in-attempted': () => 'rozpoczęto logowanie',
  'agent-locked': () => 'konsultant zablokowany: zbyt wiele błędnych haseł',
  'signed-in': () => 'zalogowano',
  'signed-out': () => 'wylogowano',
  'audit-exported': ({ customerId, caseId }) => `wyeksportowano dziennik: ${caseId ?? customerId}`,
  'personal-copied': ({ what, customerId }) => `skopiowano: ${copy.names[what]}, ${customerId}`,
  'filter-saved': ({ name, text }) => `zapisano filtr: ${name} (${text})`,
  'filter-deleted': ({ name }) => `usunięto filtr: ${name}`,
  'outage-recognised': ({ operator }) => `uznano awarię operatora: ${operator}`,
  'sms-attempt-excused': ({ number }) => `próba SMS nr ${number}: już się nie liczy, zawinił operator (awaria)`,
  'outage-lock-cleared': ({ outage, requestedBy, approvedBy }) =>
    `odblokowanie zbiorcze po awarii (${outage.operator}): prosi ${requestedBy}, zatwierdza ${approvedBy}`,
  'bulk-unlock-requested': ({ outage, serials }) =>
    `prośba o odblokowanie zbiorcze po awarii (${outage.operator}): ${counted('pl', serials.length, { one: 'aktywacja', few: 'aktywacje', many: 'aktywacji', other: 'aktywacji' })}`,
  'bulk-unlock-approved': ({ operator }) => `odblokowanie zbiorcze zatwierdzone: ${operator}`,
  'bulk-unlock-rejected': ({ operator }) => `odblokowanie zbiorcze odrzucone: ${operator}`,
  'bulk-unlock-lapsed': ({ operator }) => `odblokowanie zbiorcze wygasło: ${operator}`,
  'outage-ended': ({ operator }) => `zakończono awarię operatora: ${operator}`,
};

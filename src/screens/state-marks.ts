import type { ActivationStatus } from '../domain/activation.ts';
import type { CertificateStatus } from '../domain/certificate.ts';
import type { QueueReason } from '../domain/read-models.ts';
import type { AttemptOutcome } from '../domain/sms-attempt.ts';
import type { Tone } from '../ui/theme.ts';

/** A state's glyph and tone; its word comes from the text tables, so that nothing depends on colour. */
export interface Mark {
  readonly glyph: string;
  readonly tone: Tone;
}

export const activationMarks: Readonly<Record<ActivationStatus, Mark>> = {
  inactive: { glyph: '○', tone: 'muted' },
  awaiting_code: { glyph: '◔', tone: 'warning' },
  awaiting_otp: { glyph: '◑', tone: 'warning' },
  active: { glyph: '●', tone: 'ok' },
  locked: { glyph: '✗', tone: 'danger' },
  frozen: { glyph: '❄', tone: 'danger' },
  disabled: { glyph: '⊘', tone: 'danger' },
};

export const certificateMarks: Readonly<Record<CertificateStatus | 'not-yet-valid', Mark>> = {
  valid: { glyph: '✓', tone: 'ok' },
  suspended: { glyph: '‖', tone: 'warning' },
  revoked: { glyph: '✗', tone: 'danger' },
  expired: { glyph: '✗', tone: 'danger' },
  'not-yet-valid': { glyph: '…', tone: 'muted' },
};

export const queueMarks: Readonly<Record<QueueReason, Mark>> = {
  'not-me': { glyph: '‼', tone: 'danger' },
  'aborted-call': { glyph: '‼', tone: 'danger' },
  'locked-sms': { glyph: '✗', tone: 'danger' },
  'locked-otp': { glyph: '✗', tone: 'danger' },
  frozen: { glyph: '❄', tone: 'danger' },
  'waiting-for-sms': { glyph: '◔', tone: 'warning' },
  'expiring-soon': { glyph: '◷', tone: 'muted' },
};

export const outcomeMarks: Readonly<Record<AttemptOutcome, Mark>> = {
  confirmed: { glyph: '✓', tone: 'ok' },
  not_delivered: { glyph: '✗', tone: 'danger' },
  expired: { glyph: '✗', tone: 'danger' },
  wrong_code: { glyph: '✗', tone: 'danger' },
  superseded: { glyph: '↷', tone: 'warning' },
};

export const openMark: Mark = { glyph: '◔', tone: 'warning' };

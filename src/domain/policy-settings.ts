import { DAY, HOUR, MINUTE, SECOND } from './ids.ts';
import type { Policy } from './policy.ts';

type Leaf<Group, Path extends string> = Group extends string | number | boolean
  ? Path
  : { [Key in keyof Group & string]: Leaf<Group[Key], `${Path}.${Key}`> }[keyof Group & string];
type PolicyNumber = { [Key in keyof Policy & string]: Leaf<Policy[Key], Key> }[keyof Policy & string];

/** What every authenticator app takes for granted (RFC 6238): another value would make right OTPs wrong. */
type Fixed = 'otp.algorithm' | 'otp.digits' | 'otp.periodSeconds' | 'otp.secretBytes';

export type SettingName = Exclude<PolicyNumber, Fixed>;
export type SettingValue = number | boolean;

/** How a setting is written, and how far it may go; durations in milliseconds. */
export type SettingKind =
  | { readonly kind: 'count' | 'duration'; readonly least: number; readonly most: number }
  | { readonly kind: 'switch' };

const count = (least: number, most: number): SettingKind => ({ kind: 'count', least, most });
const duration = (least: number, most: number): SettingKind => ({ kind: 'duration', least, most });
const either: SettingKind = { kind: 'switch' };

/** Every number of the policy that an installation may set for itself. Beyond these bounds it would protect nobody. */
export const settingKinds: Readonly<Record<SettingName, SettingKind>> = {
  'sms.codeDigits': count(6, 10),
  'sms.codeValid': duration(MINUTE, HOUR),
  'sms.wrongEntriesPerCode': count(1, 10),
  'sms.failuresToLock': count(1, 10),
  'sms.resendNotBefore': duration(SECOND, HOUR),
  'sms.codesPerPhone': count(1, 1_000),
  'sms.codesPerPhoneWindow': duration(HOUR, 7 * DAY),
  'otp.windowSteps': count(0, 4),
  'otp.failuresToLock': count(1, 20),
  'otp.explainSteps': count(1, 120),
  'otp.qrVisible': duration(30 * SECOND, HOUR),
  'otp.supersededKept': duration(DAY, 365 * DAY),
  'support.unlocksWithoutApproval': count(0, 10),
  'support.unlockWindow': duration(HOUR, 30 * DAY),
  'support.verificationValid': duration(MINUTE, 8 * HOUR),
  'support.verificationPoints': count(2, 10),
  'support.verificationSurvivesHandOver': either,
  'support.approvalValid': duration(HOUR, 30 * DAY),
  'support.emergencyValid': duration(10 * MINUTE, DAY),
  'support.coolDown': duration(0, 7 * DAY),
  'support.disputeValid': duration(DAY, 365 * DAY),
  'support.patterns.within': duration(DAY, 365 * DAY),
  'support.patterns.samePair': count(2, 1_000),
  'support.patterns.manyResets': count(2, 1_000),
  'support.newPhoneUsableAfter': duration(0, 30 * DAY),
  'support.idleLock': duration(MINUTE, 8 * HOUR),
  'support.stuckAfter': duration(10 * SECOND, HOUR),
  'support.passwordFailuresToLock': count(1, 20),
  'support.shortestPassword': count(8, 128),
  lifetimeFailures: count(10, 1_000),
  suspensionLasts: duration(DAY, 7 * DAY),
  clockMayLag: duration(0, HOUR),
  outageExcusesFailures: either,
  'queue.waitingLong': duration(10 * SECOND, HOUR),
  'queue.expiringSoon': duration(DAY, 365 * DAY),
  keepYears: count(1, 100),
};

export const settingNames = Object.keys(settingKinds) as readonly SettingName[];

/** What an installation has set for itself. */
export type PolicySettings = Readonly<Partial<Record<SettingName, SettingValue>>>;

/** One setting, what it is to be, and why. */
export interface PolicyChange {
  readonly name: SettingName;
  readonly value: SettingValue;
  readonly why: string;
}

/** Whether a setting may have this value. */
export function mayBeSet(name: SettingName, value: unknown): value is SettingValue {
  const setting = settingKinds[name];
  if (setting.kind === 'switch') return typeof value === 'boolean';
  return typeof value === 'number' && Number.isInteger(value) && value >= setting.least && value <= setting.most;
}

/** A setting's value in a policy. */
export function settingIn(policy: Policy, name: SettingName): SettingValue {
  let value: unknown = policy;
  for (const key of name.split('.')) value = (value as Readonly<Record<string, unknown>>)[key];
  return value as SettingValue;
}

/** A policy with settings over its own values. What is unknown, or out of bounds, is passed over. */
export function withSettings(policy: Policy, settings: Readonly<Record<string, unknown>>): Policy {
  return settingNames.reduce((changed, name) => {
    const value = settings[name];
    return mayBeSet(name, value) ? (placed(changed, name.split('.'), value) as Policy) : changed;
  }, policy);
}

function placed(group: object, [key = '', ...rest]: readonly string[], value: SettingValue): object {
  const inner = (group as Readonly<Record<string, unknown>>)[key];
  return { ...group, [key]: rest.length === 0 ? value : placed(inner as object, rest, value) };
}

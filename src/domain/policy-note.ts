import type { SettingName, SettingValue } from './policy-settings.ts';

/** The value stands before the free text, and neither a name nor a value has a space in it: no reason given can pass for one. */
const FORM = /^([A-Za-z.]+): (?:\d+|true|false) → (\d+|true|false)\. /;

/** What the audit log says of a setting that was changed: what it was, what it is, and why. */
export function policyNote(name: SettingName, before: SettingValue, value: SettingValue, why: string): string {
  return `${name}: ${before} → ${value}. ${why}`;
}

/** The setting and the value it was given, of such a note; null of any other text. */
export function settingInNote(note: string): readonly [name: string, value: SettingValue] | null {
  const [, name, value] = FORM.exec(note) ?? [];
  return name === undefined || value === undefined ? null : [name, JSON.parse(value)];
}

import { cleanText } from '../../domain/clean-text.ts';
import { parseDuration } from '../../domain/duration.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import {
  mayBeSet,
  type SettingName,
  type SettingValue,
  settingIn,
  settingKinds,
  settingNames,
} from '../../domain/policy-settings.ts';
import type { Texts } from '../../text/en.ts';
import { exitCodes, Misuse } from '../exit.ts';
import type { Run } from '../spec.ts';

export const listPolicy: Run = async ({ out, texts, app }) => {
  const { policy } = await app();
  const { columns, meanings } = texts.policy;
  const settings = settingNames.map((name) => ({
    ...{ name, ...settingKinds[name], value: settingIn(policy, name), usual: settingIn(defaultPolicy, name) },
  }));
  out.answer({ settings }, () =>
    out.table(
      [columns.name, columns.value, columns.usual, columns.meaning],
      settings.map(({ name, value, usual }) => [
        name,
        written(name, value, texts),
        value === usual ? '' : written(name, usual, texts),
        meanings[name],
      ]),
    ),
  );
  return exitCodes.done;
};

export const setPolicy: Run = async ({ out, texts, wiring, app }, input) => {
  const { policy: say } = texts;
  const wanted = input.argument('SETTING');
  const name = settingNames.find((one) => one === wanted);
  if (name === undefined) throw new Misuse(say.unknown(wanted));
  const value = read(name, input.argument('VALUE'));
  if (!mayBeSet(name, value)) throw new Misuse(bounds(name, texts));
  const note = cleanText(input.required('note'));
  if (note === '') return out.refuse({ code: 'note-missing' });
  await (await app()).changePolicy({ kind: 'administrator', id: wiring.user }, name, value, note);
  out.answer({ setting: { name, value } }, () => out.line(say.set(name, written(name, value, texts))));
  return exitCodes.done;
};

const switches: Readonly<Record<string, boolean>> = { yes: true, no: false, tak: true, nie: false };

function read(name: SettingName, text: string): SettingValue | null {
  switch (settingKinds[name].kind) {
    case 'switch':
      return switches[text] ?? null;
    case 'duration':
      return parseDuration(text);
    case 'count':
      return /^\d{1,6}$/.test(text) ? Number(text) : null;
  }
}

function bounds(name: SettingName, texts: Texts): string {
  const setting = settingKinds[name];
  if (setting.kind === 'switch') return texts.policy.either(name);
  const [least, most] = [written(name, setting.least, texts), written(name, setting.most, texts)];
  return setting.kind === 'duration'
    ? texts.policy.duration(name, least, most)
    : texts.policy.number(name, least, most);
}

function written(name: SettingName, value: SettingValue, { policy: say, moments }: Texts): string {
  if (typeof value === 'boolean') return value ? say.switch.on : say.switch.off;
  return settingKinds[name].kind === 'duration' ? moments.duration(value) : String(value);
}

import type { App } from '../app.ts';
import { operators } from '../domain/mobile-operators.ts';
import type { RadarView } from '../domain/radar.ts';
import type { CliRefusal } from './refusal.ts';

/** The operator meant by a name or its beginning, whatever the case: one that carried SMS, or one of the training world. */
export function operatorNamed(name: string, { operators: seen }: RadarView, app: App): string | CliRefusal {
  const wanted = name.trim().toLowerCase();
  const all = [...new Set([...seen.map(({ operator }) => operator), ...(app.realm === 'training' ? operators : [])])];
  const exact = all.filter((one) => one.toLowerCase() === wanted);
  const begun = all.filter((one) => wanted !== '' && one.toLowerCase().startsWith(wanted));
  const [meant, another] = exact.length > 0 ? exact : begun;
  return meant === undefined || another !== undefined ? { code: 'operator-unknown', name } : meant;
}

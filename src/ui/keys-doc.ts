import { keys as en } from '../text/en/keys.ts';
import { keys as pl } from '../text/pl/keys.ts';
import { actionIds, actionOf, categories, keyLabel } from './keymap.ts';

const care = { asks: 'confirmed first', acts: 'acts at once' } as const;

/** docs/KEYS.md: every action of the keymap, in both languages. */
export function renderKeysDoc(): string {
  const sections = categories.map((category) => {
    const rows = actionIds
      .filter((id) => actionOf(id).category === category)
      .map((id) => {
        const { keys, danger } = actionOf(id);
        const shown = keys.map((key) => `\`${keyLabel(key, en.names)}\``).join(' ');
        return `| ${shown} | ${en.labels[id]} | ${pl.labels[id]} | ${danger ? care[danger] : ''} |`;
      });
    const heading = `## ${en.categories[category]} (${pl.categories[category]})`;
    return [heading, '', '| keys | English | polski | |', '|---|---|---|---|', ...rows].join('\n');
  });
  const intro = 'Generated from `src/ui/keymap.ts` by `npm run docs`. Footer and help are drawn from the same table.';
  return `${['# Keys', intro, ...sections].join('\n\n')}\n`;
}

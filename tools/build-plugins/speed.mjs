import { builtinsAsAsked } from './builtins-as-asked.mjs';
import { fastStringWidth } from './fast-string-width.mjs';
import { inkWholeLines } from './ink-whole-lines.mjs';
import { lazyChildProcess } from './lazy-child-process.mjs';
import { sqliteInside } from './sqlite-inside.mjs';
import { yogaWithoutFetch } from './yoga-without-fetch.mjs';

/** Replacements that make the console start and draw faster; each says what it replaces and what was measured. */
export function speedPlugins() {
  return [
    builtinsAsAsked(),
    fastStringWidth(),
    inkWholeLines(),
    lazyChildProcess(),
    sqliteInside(),
    yogaWithoutFetch(),
  ];
}

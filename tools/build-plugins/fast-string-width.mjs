import { readFileSync } from 'node:fs';
import { PLAIN } from './plain-glyphs.mjs';

const WRAPPER = `
import exact from 'string-width?exact';
const plain = /^${PLAIN}*$/;
const colours = /\\x1b\\[[0-9;]*m/g;
const known = new Map();
export default function stringWidth(text, options) {
  if (typeof text !== 'string' || options !== undefined) return exact(text, options);
  const bare = text.includes('\\x1b[') ? text.replace(colours, '') : text;
  if (plain.test(bare)) return bare.length;
  let width = known.get(text);
  if (width === undefined) {
    width = exact(text);
    if (known.size >= 4096) known.clear();
    known.set(text, width);
  }
  return width;
}`;

/**
 * Ink measures every piece of text of every frame with string-width, a third of the time of a key. Plain glyphs are as
 * wide as they are many; everything else is measured by the real one, once, and test/checks compares the two.
 * A key in a list of 160×50: 6.2 ms without, 2.5 with.
 */
export function fastStringWidth() {
  return {
    name: 'fast-string-width',
    async resolveId(id, importer) {
      if (id === 'string-width?exact')
        return { id: `${(await this.resolve('string-width', undefined, { skipSelf: true })).id}?exact` };
      if (id === 'string-width' && !importer?.endsWith('?fast')) return '\0string-width?fast';
      return null;
    },
    load(id) {
      if (id === '\0string-width?fast') return WRAPPER;
      return id.endsWith('?exact') ? readFileSync(id.slice(0, -'?exact'.length), 'utf8') : null;
    },
  };
}

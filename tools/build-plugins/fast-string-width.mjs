import { readFileSync } from 'node:fs';

const WRAPPER = `
import exact from 'string-width?exact';
const plain = /^[\\x20-\\x7e\\u00a1-\\u00ac\\u00ae-\\u02ff\\u2500-\\u259f–’“”„•…←↑→↓↷⊘■□▪▸○●◆◑◔◷✓✗❄]*$/;
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
 * Ink measures every piece of text of every frame with string-width, a third of the time of a key. Text of Latin letters,
 * box drawing and the glyphs our screens use is as wide as it is long; everything else is measured by the real one, once.
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

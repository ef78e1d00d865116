const GET = '    get() {\n';
const CACHES = '    caches = new OutputCaches();\n';

const WHOLE_LINES = `
const sharedCaches = new OutputCaches();
const finished = new Map();
/** Letters, box drawing, our glyphs and our colours: nothing that Ink would put together in another way. */
const ready = /^(?:\\x1b\\[[0-9;]*m|[\\x20-\\x7e\\u00a1-\\u00ac\\u00ae-\\u02ff\\u2500-\\u259f–’“”„•…←↑→↓↷⊘■□▪▸○●◆◑◔◷✓✗❄])*$/;
/** A line as Ink would put it together cell by cell, once for each text. */
function finishedLine(text) {
    let line = finished.get(text);
    if (line === undefined) {
        if (finished.size >= 4096) finished.clear();
        line = ready.test(text) ? text.trimEnd() : styledCharsToString(sharedCaches.getStyledChars(text)).trimEnd();
        finished.set(text, line);
    }
    return line;
}
function wholeLines({ operations, height }) {
    const lines = new Array(height).fill('');
    const taken = new Set();
    for (const { type, x, y, text, transformers } of operations) {
        if (type !== 'write' || x !== 0 || y < 0 || y >= height || taken.has(y) || text.includes('\\n')) return null;
        taken.add(y);
        lines[y] = finishedLine(transformers.reduce((line, transform) => transform(line, 0), text));
    }
    return { output: lines.join('\\n'), height };
}
`;

/**
 * Ink takes every frame apart into cells and puts it together again, 2–4 ms for 160×50 although two lines have changed.
 * A frame of whole lines that do not overlap (every frame of ours) is those lines: each is put together once and kept.
 * Any other frame goes Ink's own way, with caches that outlive the frame.
 */
export function inkWholeLines() {
  return {
    name: 'ink-whole-lines',
    transform: {
      filter: { id: /[\\/]ink[\\/]build[\\/]output\.js$/ },
      handler(code) {
        if (!code.includes(GET) || !code.includes(CACHES)) throw new Error('ink-whole-lines does not fit this Ink');
        const patched = code
          .replace(CACHES, '    get caches() {\n        sharedCaches.forget();\n        return sharedCaches;\n    }\n')
          .replace(GET, `${GET}        const whole = wholeLines(this);\n        if (whole) return whole;\n`)
          .replace(
            '    getStyledChars(line) {\n',
            '    forget() {\n        if (this.styledChars.size + this.widths.size > 20000) {\n            this.widths.clear();\n            this.blockWidths.clear();\n            this.styledChars.clear();\n        }\n    }\n    getStyledChars(line) {\n',
          )
          .replace('export default class Output {', `${WHOLE_LINES}\nexport default class Output {`);
        return { code: patched, map: null };
      },
    },
  };
}

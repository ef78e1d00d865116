import { PLAIN } from './plain-glyphs.mjs';

const WHOLE_LINES = `
const sharedCaches = new OutputCaches();
const finished = new Map();
/** Plain glyphs, painted or not as \`paint\` in src/ui/theme.ts does it: each colour is reset after its text. */
const ready = /^(?:${PLAIN}|\\x1b\\[[0-9;]+m${PLAIN}*\\x1b\\[0m)*$/;
/** The line as Ink would put it together, found out once for each text; null when only Ink can tell. */
function finishedLine(text) {
    let line = finished.get(text);
    if (line === undefined) {
        if (finished.size >= 4096) finished.clear();
        line = ready.test(text) ? text.trimEnd() : null;
        finished.set(text, line);
    }
    return line;
}
function transformed(text, transformers) {
    return transformers.reduce((line, transform) => transform(line, 0), text);
}
function wholeLines({ operations, height }) {
    const lines = new Array(height).fill('');
    const taken = new Set();
    for (const { type, x, y, text, transformers } of operations) {
        if (type !== 'write' || x !== 0 || y < 0 || y >= height || taken.has(y) || text.includes('\\n')) return null;
        taken.add(y);
        const line = transformed(text, transformers) === text ? finishedLine(text) : null;
        if (line === null) return null;
        lines[y] = line;
    }
    return { output: lines.join('\\n'), height };
}
`;

/** What is replaced in Ink's output.js: frames try whole lines first, and caches outlive the frame, with a limit. */
const CHANGES = [
  ['export default class Output {', `${WHOLE_LINES}\nexport default class Output {`],
  ['    get() {\n', '    get() {\n        const whole = wholeLines(this);\n        if (whole) return whole;\n'],
  [
    '    caches = new OutputCaches();\n',
    '    get caches() {\n        sharedCaches.forget();\n        return sharedCaches;\n    }\n',
  ],
  [
    '    getStyledChars(line) {\n',
    `    forget() {
        if (this.styledChars.size + this.widths.size > 20000) {
            this.widths.clear();
            this.blockWidths.clear();
            this.styledChars.clear();
        }
    }
    getStyledChars(line) {\n`,
  ],
];

/**
 * Ink takes every frame apart into cells and puts it together again, 2–4 ms for 160×50 although two lines have changed.
 * A frame of whole, plainly painted lines that do not overlap (nearly every frame of ours) is those lines as they are.
 * Any other frame goes Ink's own way, and test/checks compares the two. A key in a list of 160×50: 11.8 ms without, 2.5 with.
 */
export function inkWholeLines() {
  return {
    name: 'ink-whole-lines',
    transform: {
      filter: { id: /[\\/]ink[\\/]build[\\/]output\.js$/ },
      handler(code) {
        let patched = code;
        for (const [find, put] of CHANGES) {
          if (patched.split(find).length !== 2) throw new Error('ink-whole-lines does not fit this Ink');
          patched = patched.replace(find, () => put);
        }
        return { code: patched, map: null };
      },
    },
  };
}

import fc from 'fast-check';

const ESC = '\u001b';
const letters = fc.constantFrom(...'aZ 9-–…ąćęłńóśźżŻ│─█▸●○✓✗❄◆•©®');
const colours = fc.constantFrom(
  ...['1m', '22m', '31m', '39m', '7m', '27m', '41m', '49m', '0m'].map((code) => `${ESC}[${code}`),
);
const wide = fc.constantFrom(
  '漢',
  '한',
  '\u1100',
  '\u1161',
  'ｶ',
  'ﾞ',
  '👍',
  '👩‍💻',
  '🇵🇱',
  '1\ufe0f\u20e3',
  '❤️',
  '❄\ufe0f',
);
const unseen = fc.constantFrom('e\u0301', '\u0301', '\u00ad', '\u200b', '\u200d', '\u202e', '\ufe0f', '\t', '\u007f');
const broken = fc.constantFrom(`${ESC}[`, `${ESC}]8;;x\u0007`, '\u009b1m', '\ud800', '\u0000');

const mixed = (...kinds: readonly fc.Arbitrary<string>[]) =>
  fc
    .array(fc.oneof({ weight: 6, arbitrary: letters }, colours, ...kinds), { maxLength: 24 })
    .map((pieces) => pieces.join(''));

/** Text as our screens draw it: letters, glyphs, colours, and names from anywhere in the world. */
export const drawnText = mixed(wide, unseen);

/** Anything at all, cut-off escape sequences and lone surrogates too. */
export const anyText = mixed(wide, unseen, broken, fc.string({ unit: 'binary', maxLength: 2 }));

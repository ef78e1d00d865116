/**
 * The class of the characters that our screens draw, one cell wide each and whole by themselves: Latin letters, box drawing,
 * our glyphs. One glyph that is missing sends the frames it is in the long way: 2.7 ms a key become 6.5.
 */
export const PLAIN = String.raw`[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2500-\u259f–—‖‘’“”„•…›←↑→↓↷⊘■□▪▸○●◆◐◑◔◷▮☎‼✓✕✗❄]`;

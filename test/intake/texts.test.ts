import { expect, test } from 'vitest';
import { type RejectCode, rejectCodes } from '../../src/intake/candidate.ts';
import type { InputFault } from '../../src/intake/open-input.ts';
import type { PortalFileFault } from '../../src/intake/portal-file.ts';
import { intake as en } from '../../src/text/en/intake.ts';
import { intake as pl } from '../../src/text/pl/intake.ts';

// Compiles only as long as every code has its sentence.
const rejects: Readonly<Record<RejectCode, string>>[] = [en.rejects, pl.rejects];
const inputs: Readonly<Record<InputFault | Exclude<PortalFileFault, { columns: unknown }>['code'], string>>[] = [
  en.inputs,
  pl.inputs,
];

test('every code has a sentence that says what is wrong and what to do, and no other code has one', () => {
  for (const sentences of rejects) expect(Object.keys(sentences).sort()).toEqual([...rejectCodes].sort());
  for (const sentences of [...rejects, ...inputs]) {
    for (const sentence of Object.values(sentences)) expect(sentence).toMatch(/^\p{Lu}.+[.…)] \p{Lu}.+\.$/u);
  }
});

test('the two languages say it differently', () => {
  for (const code of rejectCodes) expect(pl.rejects[code]).not.toBe(en.rejects[code]);
});

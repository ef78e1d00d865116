import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oneOfEach } from '../support/refusals.ts';

const rules = join(import.meta.dirname, '../../src/domain');
const textOf = (folder: string, wanted: (file: string) => boolean): string =>
  readdirSync(folder)
    .filter(wanted)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
const given = textOf(rules, (file) => file !== 'refusal.ts');
const expected = textOf(import.meta.dirname, (file) => file.endsWith('.test.ts'));

/** What the door and the simulated world refuse by themselves. */
const notOfTheRules = ['password-wrong', 'training-only'];

test.each(Object.keys(oneOfEach))('the refusal %s is given by a rule and expected by a test', (code) => {
  const quoted = `code: '${code}'`;
  expect(given.includes(quoted)).toBe(!notOfTheRules.includes(code));
  expect(expected.includes(quoted)).toBe(!notOfTheRules.includes(code));
});

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openRegular } from '../intake/open-regular.ts';
import { shippedFolder } from '../shipped.ts';
import { nearest } from './nearest.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioFileFault, ScenarioProblem } from './scenario-problem.ts';

/** A scenario of 100 moves with all its words has a third of that. */
const LARGEST = 32 * 1024;
const ENDING = '.yaml';
/** Where a scenario is named by its file: a path, or something that ends like one. */
const A_FILE = /[/\\]|\.ya?ml$/;

type FileLoading =
  | { readonly verdict: 'good'; readonly scenario: Scenario }
  | { readonly verdict: 'bad'; readonly problems: readonly ScenarioProblem[] }
  | { readonly verdict: 'unreadable'; readonly fault: ScenarioFileFault };
export type ScenarioLoading =
  | FileLoading
  | { readonly verdict: 'unknown'; readonly name: string; readonly meant: string | null };

/** The names of the scenarios that ship with the program, in alphabetical order. */
export function scenarioNames(): readonly string[] {
  return readdirSync(folder())
    .filter((name) => name.endsWith(ENDING))
    .map((name) => basename(name, ENDING))
    .sort();
}

/** A scenario by its name (`sms-late`, its words in any order), or by its file (`./mine.yaml`). */
export async function loadScenario(nameOrFile: string): Promise<ScenarioLoading> {
  if (A_FILE.test(nameOrFile)) return loadScenarioFile(nameOrFile);
  const names = scenarioNames();
  const name = names.find((one) => wordsOf(one) === wordsOf(nameOrFile));
  return name !== undefined
    ? loadScenarioFile(join(folder(), `${name}${ENDING}`))
    : { verdict: 'unknown', name: nameOrFile, meant: nearest(nameOrFile, names) };
}

function wordsOf(name: string): string {
  return name.split('-').toSorted().join('-');
}

/** Every scenario that ships with the program. @throws when one of them is wrong: they are tested, so that is our fault. */
export async function shippedScenarios(): Promise<readonly Scenario[]> {
  return Promise.all(
    scenarioNames().map(async (name) => {
      const loading = await loadScenario(name);
      if (loading.verdict !== 'good') throw new Error(`scenario ${name} is ${loading.verdict}`);
      return loading.scenario;
    }),
  );
}

/** Reads a file; whatever is at the path, nothing is changed, and nothing is waited for. */
export async function loadScenarioFile(path: string): Promise<FileLoading> {
  const bytes = await bytesOf(path);
  if ('code' in bytes) return { verdict: 'unreadable', fault: bytes };
  const text = textOf(path, bytes);
  if (typeof text !== 'string') return { verdict: 'unreadable', fault: text };
  // Loaded with the first scenario: a short command reads no YAML.
  const { readScenario } = await import('./scenario-yaml.ts');
  return readScenario(basename(path).replace(/\.ya?ml$/, ''), text);
}

async function bytesOf(path: string): Promise<Buffer | ScenarioFileFault> {
  const handle = await openRegular(path);
  if (typeof handle === 'string') return { code: handle, path };
  try {
    const buffer = Buffer.alloc(LARGEST + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    if (bytesRead <= LARGEST) return buffer.subarray(0, bytesRead);
    return { code: 'too-large', path, most: LARGEST };
  } finally {
    await handle.close();
  }
}

/** UTF-8, with or without a byte order mark; else the first line that is not. */
function textOf(path: string, bytes: Buffer): string | ScenarioFileFault {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    return { code: 'not-utf8', path, line: firstBadLine(bytes) };
  }
}

function firstBadLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  const { isUtf8 } = process.getBuiltinModule('node:buffer');
  const bad = lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')));
  return bad < 0 ? 1 : bad + 1;
}

function folder(): string {
  const found = shippedFolder(import.meta.dirname, 'scenarios');
  if (found === null) throw new Error('the folder scenarios is missing');
  return found;
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly scratch: string;
  }
}

/** Inside the project, where programs in it find their native package and the migrations. */
const CACHE = join(import.meta.dirname, '../../node_modules/.cache');

/** Before all test files: one folder for what many of them need and none changes, gone after the last. */
export default function makeScratch(project: TestProject): () => void {
  mkdirSync(CACHE, { recursive: true });
  const scratch = mkdtempSync(join(CACHE, 'ecsc-test-'));
  project.provide('scratch', scratch);
  return () => rmSync(scratch, { recursive: true, force: true });
}

import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** What many test files need and none changes. */
    readonly scratch: string;
    /** Where each test puts databases and files of its own. */
    readonly tempRoot: string;
  }
}

/** Inside the project, where programs in it find their native package and the migrations. */
const CACHE = join(import.meta.dirname, '../../node_modules/.cache');

/** Linux's folder in memory, where a test does not wait for the disk at each of its thousands of commits. */
const IN_MEMORY = '/dev/shm';
const ENOUGH_BYTES = 1024 ** 3;

/** Before all test files: two folders that are gone after the last. */
export default function makeScratch(project: TestProject): () => void {
  mkdirSync(CACHE, { recursive: true });
  const scratch = mkdtempSync(join(CACHE, 'ecsc-test-'));
  const tempRoot = mkdtempSync(join(hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'ecsc-test-'));
  project.provide('scratch', scratch);
  project.provide('tempRoot', tempRoot);
  return () => {
    for (const folder of [scratch, tempRoot]) rmSync(folder, { recursive: true, force: true });
  };
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}

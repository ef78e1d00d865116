import { vi } from 'vitest';

/** Long enough for a key to be answered while every core has other work. */
const PATIENCE = 10_000;

/** Waits until the check holds; its last failure when it never does within `patience` milliseconds. */
export function eventually<T>(check: () => T, patience = PATIENCE): Promise<Awaited<T>> {
  return vi.waitFor(check, { timeout: patience, interval: 5 }) as Promise<Awaited<T>>;
}

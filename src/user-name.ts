import { userInfo } from 'node:os';

/** The operating system's user; by number where the system has no name for them, as in many a container. */
export function userName(ask: () => { readonly username: string } = userInfo): string {
  try {
    return ask().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}

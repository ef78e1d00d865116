import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

export type OpenFault = 'not-found' | 'not-readable' | 'not-a-file' | 'symbolic-link';

/**
 * Opens a regular file for reading; the caller closes it. Never through a link in the last step, and without waiting for
 * a FIFO's other end: what was opened is asked what it is, so nothing can be swapped in between.
 */
export async function openRegular(path: string): Promise<FileHandle | OpenFault> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    return 'not-a-file';
  } catch (error) {
    return openFault(error);
  }
}

/** What a file system's error means to the person who named the path. @throws what is no answer about the path. */
export function openFault(error: unknown): OpenFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return 'not-found';
    case 'EACCES':
    case 'EPERM':
    case 'EIO':
    case 'EISDIR':
      return 'not-readable';
    case 'ELOOP':
      return 'symbolic-link';
    case 'ENXIO':
    case 'ENODEV':
      return 'not-a-file';
    default:
      throw error;
  }
}

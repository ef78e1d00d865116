import type { FileHandle } from 'node:fs/promises';
import { type Encoding, utf8MarkLength } from './encoding.ts';

/** A piece of a text file, as UTF-8 bytes without the byte order mark. */
export interface TextBlock {
  readonly bytes: Buffer;
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
  readonly last: boolean;
}

const BLOCK = 64 * 1024;

/**
 * Reads a text file piece by piece. UTF-8 passes through as it is, broken bytes included; other encodings are decoded.
 * Each piece has its own memory, because rows keep referring to it for as long as somebody may want the original.
 */
export async function* readTextBlocks(handle: FileHandle, encoding: Encoding): AsyncGenerator<TextBlock> {
  const toUtf8 = encoding === 'utf-8' ? passUtf8() : decode(encoding);
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(BLOCK), 0, BLOCK, position);
    position += bytesRead;
    const last = bytesRead === 0;
    yield { bytes: toUtf8(buffer.subarray(0, bytesRead), last), bytesRead: position, last };
    if (last) return;
  }
}

function passUtf8() {
  let first = true;
  return (bytes: Buffer): Buffer => {
    const mark = first ? utf8MarkLength(bytes) : 0;
    first = false;
    return bytes.subarray(mark);
  };
}

function decode(encoding: Encoding) {
  const decoder = new TextDecoder(encoding);
  return (bytes: Buffer, last: boolean): Buffer => Buffer.from(decoder.decode(bytes, { stream: !last }), 'utf8');
}

import { StringDecoder } from 'node:string_decoder';
import { safeText } from '../domain/clean-text.ts';
import { Interrupted } from './exit.ts';
import type { Io } from './wiring.ts';

const CTRL_C = '\x03';
const CTRL_D = '\x04';
const DELETES = new Set(['\x7f', '\b']);

/** Asks questions on a terminal, and reads lines from a pipe. Prompts go to standard error. */
export interface Keyboard {
  readonly isTerminal: boolean;
  /** A line, seen while it is typed; null at the end of input. */
  line(prompt: string): Promise<string | null>;
  /** A line that is not shown; null at the end of input. */
  secret(prompt: string): Promise<string | null>;
  /** The next line of a pipe, without a prompt; null at the end. */
  piped(): Promise<string | null>;
  /** Waits for Enter. */
  enter(): Promise<void>;
}

export function createKeyboard({ stdin, stderr }: Pick<Io, 'stdin' | 'stderr'>): Keyboard {
  const decoder = new StringDecoder('utf8');
  let waiting = '';
  let ended = false;

  const more = () =>
    new Promise<void>((resolve) => {
      const finish = () => {
        stdin.off('data', onData);
        stdin.off('end', onEnd);
        stdin.pause();
        resolve();
      };
      const onData = (chunk: Buffer | string) => {
        waiting += typeof chunk === 'string' ? chunk : decoder.write(chunk);
        finish();
      };
      const onEnd = () => {
        ended = true;
        finish();
      };
      stdin.on('data', onData);
      stdin.on('end', onEnd);
      stdin.resume();
    });

  const character = async (): Promise<string | null> => {
    while (waiting === '' && !ended) await more();
    const [first] = waiting;
    if (first === undefined) return null;
    waiting = waiting.slice(first.length);
    return first;
  };

  const read = async (raw: boolean): Promise<string | null> => {
    let typed = '';
    for (;;) {
      const next = await character();
      if (next === null) return typed === '' ? null : typed;
      if (next === '\r' || next === '\n') {
        // A CR LF pair is one line end.
        if (next === '\r' && waiting.startsWith('\n')) waiting = waiting.slice(1);
        return typed;
      }
      if (raw && next === CTRL_C) throw new Interrupted();
      if (raw && next === CTRL_D && typed === '') return null;
      if (raw && DELETES.has(next)) typed = [...typed].slice(0, -1).join('');
      else if (!raw || next >= ' ') typed += next;
    }
  };

  const ask = (prompt: string) => stderr.write(safeText(prompt));

  const unseen = async (prompt: string): Promise<string | null> => {
    ask(prompt);
    stdin.setRawMode?.(true);
    try {
      return await read(true);
    } finally {
      stdin.setRawMode?.(false);
      stderr.write('\n');
    }
  };

  return {
    isTerminal: stdin.isTTY === true,
    line: (prompt) => {
      ask(prompt);
      return read(false);
    },
    secret: unseen,
    piped: () => read(false),
    enter: async () => {
      stdin.setRawMode?.(true);
      try {
        await read(true);
      } finally {
        stdin.setRawMode?.(false);
      }
    },
  };
}

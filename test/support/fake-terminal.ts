import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';

/** Keys by name, as a terminal sends them. */
export const keyBytes = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  delete: '\x1b[3~',
  backspace: '\x7f',
  enter: '\r',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  escape: '\x1b',
  space: ' ',
  'ctrl+c': '\x03',
  'ctrl+k': '\x0b',
  'ctrl+l': '\x0c',
  'ctrl+p': '\x10',
  'ctrl+t': '\x14',
  'ctrl+u': '\x15',
  'ctrl+x': '\x18',
} as const;
export type KeyName = keyof typeof keyBytes;

/** The two streams of a terminal of a given size, without a terminal: what Ink writes is kept, what is typed is read. */
export class FakeTerminal {
  readonly stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => this.stdin,
    ref: () => this.stdin,
    unref: () => this.stdin,
  });
  readonly stdout: FakeOutput;

  constructor(columns: number, rows: number) {
    this.stdout = new FakeOutput(columns, rows);
  }

  send(bytes: string): void {
    this.stdin.write(bytes);
  }

  resize(columns: number, rows: number): void {
    this.stdout.columns = columns;
    this.stdout.rows = rows;
    this.stdout.emit('resize');
  }
}

class FakeOutput extends EventEmitter {
  readonly isTTY = true;
  readonly written: string[] = [];
  columns: number;
  rows: number;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string, ...rest: readonly unknown[]): boolean {
    this.written.push(text);
    const callback = rest.at(-1);
    if (typeof callback === 'function') callback();
    return true;
  }
}

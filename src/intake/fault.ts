import type { RejectCode } from './candidate.ts';

/** What a reader of one field returns in place of a value. One object per code: a bad row costs no more than a good one. */
export class Fault {
  readonly code: RejectCode;

  constructor(code: RejectCode) {
    this.code = code;
  }
}

const made = new Map<RejectCode, Fault>();

export function fault(code: RejectCode): Fault {
  const known = made.get(code);
  if (known) return known;
  const fresh = new Fault(code);
  made.set(code, fresh);
  return fresh;
}

import { counted } from '../plural.ts';

const entry = { one: 'entry', other: 'entries' };

/** Exporting entries with their proof, checking one, and checking the whole log on screen. */
export const auditProof = {
  written: (count: number, path: string) => `${counted('en', count, entry)} with proof: ${path}`,
  checkWith: (path: string) => `Anyone can check it without the database: ecsc audit check ${path}`,
  notWritten: (name: string | null) =>
    `${name ?? 'A file'} cannot be written here. Nothing is lost: start the console in a folder of yours.`,
  nothingToExport: 'This entry is about no subscriber: there is nothing to export.',
  holds: (count: number, checkpoints: number) =>
    `The proof holds: ${counted('en', count, entry)}, unchanged, under ${counted('en', checkpoints, { one: 'signed checkpoint', other: 'signed checkpoints' })}.`,
  key: (fingerprint: string) => `Signing key (SHA-256): ${fingerprint}`,
  fails: (why: string, seq: number | null) =>
    `The proof does NOT hold${seq === null ? '' : ` at entry no. ${seq}`}: ${why}.`,
  faults: {
    'not-a-proof': 'the file is not an audit proof',
    'chain-broken': 'an entry does not lead to the signed checkpoint',
    'signature-wrong': 'the checkpoint’s signature is wrong',
    'other-subject': 'an entry is about somebody else',
    'other-installation': 'it comes from another installation',
    'other-key': 'it is signed with another key than the one given',
  },
  knownHead: (seq: number) => `The given head is entry no. ${seq}: nothing up to there is missing.`,
  title: 'Check of the audit log',
  progress: (done: string, total: string) => `${done} of ${total} entries`,
  explained:
    'Every entry is hashed again and compared with the one after it; every signed checkpoint is verified. Work can go on meanwhile.',
  noteHead: 'Note the head and the key outside this machine: ecsc audit verify --head HEX finds a cut end later.',
  stopped: 'The check was stopped. Nothing was found out.',
  head: 'Head',
  signingKey: 'Key',
};

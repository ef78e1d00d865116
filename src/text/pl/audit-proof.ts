import type { auditProof as english } from '../en/audit-proof.ts';
import { counted } from '../plural.ts';

const entry = { one: 'wpis', few: 'wpisy', many: 'wpisów', other: 'wpisu' };

export const auditProof: typeof english = {
  written: (count, path) => `${counted('pl', count, entry)} z dowodem: ${path}`,
  checkWith: (path) => `Każdy może to sprawdzić bez bazy danych: ecsc audit check ${path}`,
  notWritten: (name) =>
    `Nie da się tu zapisać ${name ?? 'pliku'}. Nic nie przepadło: uruchom konsolę we własnym folderze.`,
  nothingToExport: 'Ten wpis nie dotyczy żadnego subskrybenta: nie ma czego eksportować.',
  holds: (count, checkpoints) =>
    `Dowód się zgadza. Niezmienione wpisy: ${count}; podpisane punkty kontrolne: ${checkpoints}.`,
  key: (fingerprint) => `Klucz podpisujący (SHA-256): ${fingerprint}`,
  fails: (why, seq) => `Dowód się NIE zgadza${seq === null ? '' : ` (wpis nr ${seq})`}: ${why}.`,
  faults: {
    'not-a-proof': 'plik nie jest dowodem z dziennika audytu',
    'chain-broken': 'wpis nie prowadzi do podpisanego punktu kontrolnego',
    'signature-wrong': 'podpis punktu kontrolnego jest nieprawidłowy',
    'other-subject': 'jeden z wpisów dotyczy kogoś innego',
    'other-installation': 'pochodzi z innej instalacji',
    'other-key': 'podpisano go innym kluczem niż podany',
  },
  knownHead: (seq) => `Podany skrót to wpis nr ${seq}: do tego miejsca niczego nie brakuje.`,
  title: 'Sprawdzanie dziennika',
  progress: (done, total) => `${done} z ${total} wpisów`,
  explained:
    'Skrót każdego wpisu jest liczony od nowa i porównywany z następnym wpisem; każdy podpisany punkt kontrolny jest weryfikowany. Można w tym czasie pracować.',
  noteHead: 'Zapisz skrót i klucz poza tym komputerem: ecsc audit verify --head HEX wykryje później ucięty koniec.',
  stopped: 'Sprawdzanie przerwano. Niczego nie stwierdzono.',
  head: 'Skrót',
  signingKey: 'Klucz',
};

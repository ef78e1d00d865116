import type { Texts } from '../en.ts';
import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';

const { time } = momentsIn('pl');
const MEGABYTE = 1_000_000;

export const upkeep: Texts['upkeep'] = {
  copying: 'Kopiowanie bazy danych',
  backedUp: (path, bytes) => `Kopia zapasowa jest kompletna: ${path}, ${Math.max(1, Math.round(bytes / MEGABYTE))} MB.`,
  head: (entries, hash) => `Jej dziennik audytu kończy się wpisem nr ${entries}: ${hash}`,
  keysApart: (path) => `Kluczy w niej nie ma: kopię pliku ${path} z tego samego dnia trzymaj w innym miejscu.`,
  resealing: 'Sekrety zapieczętowane na nowo',
  rotated: (keyId, resealed) =>
    `Obowiązuje klucz ${keyId}; zapieczętowano nim na nowo ${counted('pl', resealed, { one: 'sekret', few: 'sekrety', many: 'sekretów', other: 'sekretu' })}.`,
  oldKeyGone: 'Starego klucza już nie ma. Wcześniejsze kopie zapasowe wymagają pliku kluczy z ich czasu.',
  oldKeyStays: (until) =>
    `Stary klucz pozostaje do ${time(until)}, bo trwa wpisywanie kodu SMS. Potem uruchom polecenie jeszcze raz.`,
  lost: (count) =>
    `${counted('pl', count, { one: 'zapieczętowanej wartości nie otwiera żaden klucz: pozostaje bez zmian', other: 'zapieczętowanych wartości nie otwiera żaden klucz: pozostają bez zmian' })}.`,
  lostInUse: 'Są wśród nich używane sekrety tych certyfikatów:',
  lostInUseNext:
    'Ich subskrybenci nie mogą podpisywać, i nie mogli też wcześniej: poproś o reset każdej z tych aktywacji i przeprowadź ją na nowo.',
  lostNext: 'Co jest uszkodzone, powie: ecsc doctor',
  rolledBackNext:
    'Jeśli starszą kopię przywrócono celowo: usuń leżący obok bazy plik z końcówką .head, a ostrzeżenie zniknie.',
};

import type { Texts } from '../en.ts';
import { counted } from '../plural.ts';

const things: Readonly<Record<Parameters<Texts['doctor']['place']>[0], string>> = {
  account: 'konto',
  certificate: 'certyfikat',
  activation: 'aktywacja certyfikatu',
  'support-case': 'sprawa',
  agent: 'konsultant',
  operator: 'operator',
  'sms-attempts': 'próby SMS certyfikatu',
  'otp-secret': 'sekret OTP certyfikatu',
};

export const doctor: Texts['doctor'] = {
  steps: {
    file: 'Badanie pliku',
    references: 'Badanie powiązań',
    log: 'Sprawdzanie dziennika audytu',
    policy: 'Porównywanie polityki z dziennikiem audytu',
    things: 'Porównywanie kont z dziennikiem audytu',
  },
  sound: (accounts, entries) =>
    `Baza danych jest w porządku: ${counted('pl', accounts, { one: 'konto', few: 'konta', many: 'kont', other: 'konta' })} i ${counted('pl', entries, { one: 'wpis', few: 'wpisy', many: 'wpisów', other: 'wpisu' })} w dzienniku audytu; każde konto zgadza się z dziennikiem.`,
  found: (count) =>
    `W tej bazie danych ${counted('pl', count, { one: 'rzecz jest', few: 'rzeczy są', many: 'rzeczy jest', other: 'rzeczy jest' })} nie w porządku:`,
  more: (count) => `… i jeszcze ${count}.`,
  left: 'Plik jest zbyt uszkodzony, by zbadać resztę.',
  file: (detail) => `plik: ${detail}`,
  reference: (table, row) =>
    `tabela ${table}${row === null ? '' : `, wiersz ${row}`}: odwołuje się do wiersza, którego nie ma`,
  log: (entry, why) => `dziennik audytu, wpis nr ${entry}: ${why}`,
  policy: (setting, stands, logged) =>
    `polityka, ${setting}: w bazie danych ${stands ?? 'brak ustawienia'}, w dzienniku audytu ${logged ?? 'brak ustawienia'}`,
  policyIllegible: 'polityka: nie da się odczytać, co ustawiono',
  place: (thing, id, customerId) =>
    `${things[thing]} ${id}${customerId === null || customerId === id ? '' : ` (${customerId})`}`,
  fault: {
    differs: (fields) => `inaczej niż w dzienniku audytu (${fields})`,
    unreadable: () => 'nie da się odczytać wierszy albo któregoś brakuje',
    'not-in-log': () => 'jest w bazie danych, ale nie w dzienniku audytu',
    astray: (fields) => `nie znajdzie tego wyszukiwanie albo sprawdzanie terminów (${fields})`,
    'does-not-open': () => 'nie otwiera go żaden klucz',
  },
  next: {
    file: 'Zostaw plik tak, jak jest, i przywróć ostatnią kopię zapasową razem z jej kluczami.',
    reference: 'Wiersze usunął inny program: przywróć ostatnią kopię zapasową razem z jej kluczami.',
    log: 'Nie zmieniaj już nic w tej bazie, zachowaj jej kopię i powiadom osobę odpowiedzialną za bezpieczeństwo.',
    policy:
      'Politykę zmieniono z pominięciem programu: może obowiązywać inna, niż ktokolwiek ustawił. Ustal, kto mógł zapisywać do pliku, powiadom osobę odpowiedzialną za bezpieczeństwo i przywróć ostatnią kopię zapasową razem z jej kluczami.',
    thing:
      'Wiersze zmieniono z pominięciem programu. Co się naprawdę stało, mówi dziennik: ecsc audit list ID. Zachowaj kopię, powiadom osobę odpowiedzialną za bezpieczeństwo i przywróć ostatnią kopię zapasową.',
  },
};

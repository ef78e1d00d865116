import { hash } from 'node:crypto';

const given = ['Anna', 'Łukasz', 'Żaneta', 'Piotr', 'Świętosława', 'Jan', 'Małgorzata', 'Józef'];
const families = ['Nowak', 'Kowalska', 'Wiśniewski', 'Dąbrowska', 'Zieliński', 'Szymańska', 'Woźniak', 'Jabłońska'];
const foldedGiven = ['anna', 'lukasz', 'zaneta', 'piotr', 'swietoslawa', 'jan', 'malgorzata', 'jozef'];
const foldedFamilies = [
  'nowak',
  'kowalska',
  'wisniewski',
  'dabrowska',
  'zielinski',
  'szymanska',
  'wozniak',
  'jablonska',
];

/** A made-up row by its number; the second half of a double-barrelled name spreads the names over the alphabet. */
export function seedPeople(number: number) {
  const mixed = hash('sha256', String(number), 'hex');
  const pick = (place: number) => Number.parseInt(mixed.charAt(place), 16) % 8;
  const [one, two, three] = [pick(0), pick(1), pick(2)];
  const phone = `+48${['501', '512', '600', '660', '692', '721', '785', '888'][pick(3)]}${String(number % 1_000_000).padStart(6, '0')}`;
  return {
    customerId: `EC-${2_000_000 + number}`,
    login: `user.${number}`,
    givenName: given[one] ?? '',
    familyName: `${families[two]}-${families[three]}`,
    email: `user.${mixed.slice(4, 9)}.${number}@example.org`,
    phone,
    serial: mixed.slice(0, 32).toUpperCase(),
    folded: [`${foldedFamilies[two]}-${foldedFamilies[three]}`, foldedGiven[one] ?? ''] as const,
    reversed: [...phone].reverse().join(''),
  };
}

import type { Person } from '../domain/account.ts';
import { foldText } from '../domain/clean-text.ts';
import type { Phone } from '../domain/phone-number.ts';
import { foreignPeople, genderedSurnames, mensNames, plainSurnames, womensNames } from './names.ts';
import type { Random } from './random.ts';

/** An invented subscriber. */
export interface Fictional {
  readonly person: Person;
  /** Semantics identifier of a personal number that nobody can have. */
  readonly identity: string;
}

/** The first customer id; the others follow, out of the way of the exports a trainer may import beside them. */
export const FIRST_CUSTOMER = 300_000;
/** Reserved for examples (RFC 2606): no letter can reach anybody. */
const domains = ['example.org', 'example.net', 'example.com'] as const;

const mobileBeginnings = ['50', '51', '53', '57', '60', '66', '69', '72', '78', '79', '88'] as const;
const landlineBeginnings = ['12', '22', '42', '52', '58', '61', '71', '81', '85'] as const;
const foreignMobiles = [
  ['+49151', 8],
  ['+38067', 7],
  ['+447400', 6],
  ['+420601', 6],
  ['+46701', 6],
] as const;
const NATIONAL_DIGITS = 9;

export function inventPerson(random: Random, number: number): Fictional {
  const foreign = random.chance(0.02);
  const name = foreign ? random.pick(foreignPeople) : polishName(random, random.chance(0.5));
  return personNamed(random, number, name, foreign);
}

/** Somebody from Poland, a woman or a man. */
export function inventPole(random: Random, number: number, isWoman: boolean): Fictional {
  return personNamed(random, number, polishName(random, isWoman), false);
}

function personNamed(
  random: Random,
  number: number,
  [givenName, familyName]: readonly [given: string, family: string],
  foreign: boolean,
): Fictional {
  const login = `${letters(givenName)}.${letters(familyName)}${number}`;
  const person = {
    customerId: `EC-${FIRST_CUSTOMER + number}`,
    login,
    givenName,
    familyName,
    email: `${login}@${random.pick(domains)}`,
    language: foreign || random.chance(0.04) ? 'en' : 'pl',
  };
  return { person, identity: inventIdentity(random) };
}

export function inventMobile(random: Random): Phone {
  return random.chance(0.02) ? inventForeignMobile(random) : inventPolishMobile(random);
}

export function inventPolishMobile(random: Random): Phone {
  return { e164: polishNumber(random, random.pick(mobileBeginnings)), kind: 'mobile' };
}

export function inventForeignMobile(random: Random): Phone {
  const [beginning, digits] = random.pick(foreignMobiles);
  return { e164: `${beginning}${random.digits(digits)}`, kind: 'mobile' };
}

export function inventLandline(random: Random): Phone {
  return { e164: polishNumber(random, random.pick(landlineBeginnings)), kind: 'landline' };
}

function polishNumber(random: Random, beginning: string): string {
  return `+48${beginning}${random.digits(NATIONAL_DIGITS - beginning.length)}`;
}

function polishName(random: Random, isWoman: boolean): readonly [given: string, family: string] {
  const given = isWoman ? random.pick(womensNames) : random.pick(mensNames);
  const family = surname(random, isWoman);
  const isDouble = random.chance(isWoman ? 0.12 : 0.01);
  const second = isDouble ? surname(random, isWoman) : family;
  return [given, second === family ? family : `${family}-${second}`];
}

function surname(random: Random, isWoman: boolean): string {
  if (random.chance(0.4)) return random.pick(plainSurnames);
  const [his, hers] = random.pick(genderedSurnames);
  return isWoman ? hers : his;
}

/** A PESEL tells the century by its month; 13 to 19 stand for none, so the number can be nobody's. */
function inventIdentity(random: Random): string {
  const [year, month, day] = [random.between(45, 99), random.between(13, 19), random.between(10, 28)];
  return `PNOPL-${year}${month}${day}${random.digits(5)}`;
}

function letters(name: string): string {
  return foldText(name).replace(/[^a-z]/g, '');
}

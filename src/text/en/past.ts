import type { Counter } from '../../domain/account-then.ts';

const counters: Readonly<Record<Counter, string>> = {
  consecutiveFailures: 'failed SMS attempts in a row',
  wrongOtps: 'wrong OTPs in a row',
  lifetimeFailures: 'failures in all',
};

/** Time travel: the account as it was. */
export const past = {
  title: 'Account history',
  asOf: (moment: string) => `AS IT WAS on ${moment}`,
  before: 'BEFORE everything that is on record',
  isNow: 'AS IT IS NOW',
  now: (moment: string) => `now: ${moment}`,
  ago: (duration: string) => `${duration} ago`,
  place: (place: number, count: number) => `${place} of ${count}`,
  nobodyYet: 'This account was not there yet.',
  noSteps: 'The audit log says nothing about this account.',
  nothingHappened: 'Nothing was changed by it.',
  byTime: 'time',
  byTimeMeans: 'a deadline passed; written down later',
  account: 'Account',
  phone: 'Phone',
  certificate: (end: string) => `Certificate …${end}`,
  activation: (end: string) => `Activation …${end}`,
  counter: (counter: Counter, end: string) => `…${end}: ${counters[counter]}`,
  absent: 'not there',
  noPhone: 'none',
  arrow: (from: string | number, to: string | number) => `${from} → ${to}`,
  changes: 'Before → after',
  moment: 'Go to',
  momentHint: '23.11.2026 10:42 (in Poland) · 23.11 · 10:42 (the last one) · 2026-11-23T09:42:00Z',
  notAMoment: (text: string) => `“${text}” is no moment. Write it like this: 23.11.2026 10:42`,
  future: 'That is still to come: this is the account as it is now.',
  noEarlier: 'Nothing earlier is on record.',
  noLater: 'This is the account as it is now.',
  onlyNow: 'This is the past: nothing can be changed in it. Press Esc for the account as it is now.',
  asOfLine: (moment: string, now: string) => `As it was on ${moment}; now: ${now}.`,
  lastStep: (seq: number, moment: string, who: string, command: string) =>
    `Last before that: entry ${seq}, ${moment}, ${who}: ${command}`,
};

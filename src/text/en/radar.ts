import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';

const { time, moment, duration } = momentsIn('en');
const people = (count: number) => counted('en', count, { one: 'activation', other: 'activations' });
const callers = (count: number) => counted('en', count, { one: 'caller', other: 'callers' });

/** The radar: how SMS fare on every operator, outages, and the unlock of everybody they have locked. */
export const radar = {
  title: 'SMS radar',
  empty: 'No SMS has been sent in the last hours.',
  from: (at: number) => `from ${time(at)}`,
  now: 'now',
  legend: 'height: median delivery time · ✗ most failed · blank: nothing sent',
  columns: { operator: 'Operator', state: 'Now', sent: 'Sent', failed: 'Failed', chart: 'Delivery' },
  state: { fine: 'fine', slow: 'slow', missing: 'not coming', out: 'outage', quiet: 'quiet' },
  slow: (operator: string, median: number, since: number, count: number) =>
    `${operator}: median ${duration(median)} since ${time(since)}, ${callers(count)}`,
  nothing: (operator: string, since: number, count: number) =>
    `${operator}: nothing arrives since ${time(since)}, ${callers(count)}`,
  half: (operator: string, median: number) => `${operator}: half arrive within ${duration(median)}`,
  nearlyAll: (p95: number) => `95 % arrive within ${duration(p95)}`,
  outageSince: (from: number) => `outage recognised, since ${moment(from)}`,
  outageWas: (from: number, until: number) => `last outage: ${moment(from)} to ${moment(until)}`,
  noOutage: 'no outage recognised',
  excused: (count: number) =>
    `${counted('en', count, { one: 'failed attempt', other: 'failed attempts' })} not counted: outage`,
  recognise: (operator: string) => `Recognise an outage of ${operator}`,
  end: (operator: string) => `The outage of ${operator} is over`,
  ask: (operator: string) => `Ask for the unlock of those locked by the outage of ${operator}`,
  follows: 'What follows',
  recogniseFollows: (from: number) => [
    `The outage counts from ${moment(from)}.`,
    'Attempts that fail by it from now on do not count towards the lock, and the account says so.',
    'Attempts that have failed already stay counted: whom they locked is unlocked together, when it is over.',
  ],
  endFollows: (locked: number) => [
    'Failed attempts count again from now on.',
    locked === 0
      ? 'Nobody is locked by this outage.'
      : `${people(locked)} locked by it can be unlocked together, with the approval of another person.`,
  ],
  askFollows: (locked: number) => [
    `A supervisor, who is somebody else, is asked to approve exactly this list: ${people(locked)}.`,
    'Nobody whose lock has another cause is on it. Nothing changes before the approval.',
  ],
  approveFollows: (locked: number) => [
    `${people(locked)} are unlocked one by one, each with its own audit entry and a notice to the subscriber.`,
    'What failed by the outage counts no more. Nobody else is touched.',
  ],
  note: 'Note',
  noteMissing: 'A note is needed: a few words that a colleague understands.',
  noteHint: 'In your own words: what was seen, and where. Enter goes on.',
  confirmAsk: 'Shall it be done? Press y.',
  list: (count: number) => `Locked by this outage: ${people(count)}`,
  nobody: 'This outage keeps nobody locked.',
  because: (failed: number, of: number) => `${failed} of ${of} failures by it`,
  lockedAt: (at: number) => `locked ${moment(at)}`,
  pending: (by: string, count: number, until: number) =>
    `Unlock of ${people(count)} asked for by ${by}; waits for a supervisor until ${moment(until)}`,
  approved: (by: string, left: number) =>
    left === 0 ? `Approved by ${by}; all are unlocked` : `Approved by ${by}; ${people(left)} still to be unlocked`,
  listOf: (operator: string, count: number) => `${operator}: ${people(count)}`,
  outageTimes: (from: number, until: number) => `outage ${time(from)}–${time(until)}`,
  listColumns: {
    name: 'Subscriber',
    customer: 'Customer',
    certificate: 'Certificate',
    since: 'Locked',
    why: 'Because',
  },
  told: {
    recognised: (operator: string) => `Outage of ${operator} recognised`,
    ended: (operator: string) => `Outage of ${operator} is over`,
    asked: (until: number) => `Asked for approval; a supervisor, who is somebody else, decides until ${moment(until)}`,
    rejected: 'Rejected; nobody is unlocked',
    unlocked: (count: number) => `Unlocked: ${people(count)}`,
    refused: (count: number) => `; ${count} stay locked`,
  },
  notOnScreen: 'nothing waits for approval',
  cli: {
    fields: { median: 'Median', p95: '95 %', since: 'Trouble since', callers: 'Callers', outage: 'Outage' },
  },
};

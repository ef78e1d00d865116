import { millisecondsInDay, millisecondsInHour, millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants';

/** Names for the strings and numbers that travel through the domain. */

/** Epoch milliseconds, UTC. Always data on a command or a fact, never read from a clock in here. */
export type Instant = number;

/** The customer id printed on the contract, e.g. `EC-100000`; one per account. */
export type CustomerId = string;

/** Certificate serial number: upper-case hex, 1–20 octets (RFC 5280, 4.1.2.2). */
export type Serial = string;

export type AgentId = string;
export type CaseId = string;

/** A support ticket's number in the agents' ticketing system. */
export type Ticket = string;

/** `live` data is real, `training` data is fictional; a database file is one or the other from birth. */
export type Realm = 'live' | 'training';

export const SECOND = millisecondsInSecond;
export const MINUTE = millisecondsInMinute;
export const HOUR = millisecondsInHour;
export const DAY = millisecondsInDay;

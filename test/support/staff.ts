import { type Agent, agentDecider, type KnownAgent } from '../../src/domain/agent.ts';
import type { Actor, Role } from '../../src/domain/permissions.ts';

export const CUSTOMER = 'EC-100001';

/** The people and machines that give commands, by what they are. */
export const subscriber: Actor = { kind: 'subscriber', id: CUSTOMER };
export const ewa: Actor = { kind: 'agent', id: 'ewa' };
export const jan: Actor = { kind: 'agent', id: 'jan' };
export const olga: Actor = { kind: 'agent', id: 'olga' };
export const iza: Actor = { kind: 'agent', id: 'iza' };
export const marek: Actor = { kind: 'agent', id: 'marek' };
export const tomek: Actor = { kind: 'agent', id: 'tomek' };
export const irena: Actor = { kind: 'agent', id: 'irena' };
export const network: Actor = { kind: 'network', id: 'gateway' };
export const authority: Actor = { kind: 'authority', id: 'ca' };
export const administrator: Actor = { kind: 'administrator', id: 'root' };
export const clock: Actor = { kind: 'clock', id: 'clock' };

export const staffRoles: Readonly<Record<string, Role>> = {
  ewa: 'agent',
  jan: 'agent',
  olga: 'supervisor',
  marek: 'supervisor',
  iza: 'supervisor',
  tomek: 'trainer',
  irena: 'auditor',
};

/** Who of the staff is a subscriber too. */
export const ownAccounts: Readonly<Record<string, string>> = { iza: CUSTOMER };

/** Somebody of the staff as stored. */
export function agentNamed(agentId: string, overrides: Partial<Omit<KnownAgent, 'status'>> = {}): Agent {
  const role = staffRoles[agentId];
  if (!role) return agentDecider.initial;
  const profile = {
    agentId,
    name: agentId,
    role,
    passwordHash: null,
    ownCustomerId: ownAccounts[agentId] ?? null,
    failures: 0,
    filters: [],
  };
  return { ...profile, ...overrides, status: 'enabled' };
}

import type { AgentFact } from '../domain/agent.ts';
import type { Instant } from '../domain/ids.ts';
import type { Role } from '../domain/permissions.ts';

const staff = [
  ['ewa', 'Ewa Lis', 'agent'],
  ['jan', 'Jan Sowa', 'agent'],
  ['olga', 'Olga Bober', 'supervisor'],
  ['tomek', 'Tomek Żuraw', 'trainer'],
  ['irena', 'Irena Kruk', 'auditor'],
] as const satisfies readonly (readonly [id: string, name: string, role: Role])[];

/** The invented staff of a training database; nobody has a password there. */
export function hiredStaff(at: Instant): readonly Extract<AgentFact, { type: 'agent-added' }>[] {
  return staff.map(([agentId, name, role]) => {
    return { type: 'agent-added', at, agentId, name, role, passwordHash: null, ownCustomerId: null } as const;
  });
}

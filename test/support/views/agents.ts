import type { Robot } from '../robot.tsx';
import type { View } from './view.ts';

async function toAgents(robot: Robot): Promise<void> {
  await robot.press('0');
  await robot.see('Tomasz Dudek', /Last sign-in|Ostatnie logowanie/);
}

export const agentsViews: readonly View[] = [
  { name: 'agents', screen: 'agents', state: 'full', who: 'marta', go: toAgents },
  {
    name: 'agents-confirm',
    screen: 'agents',
    state: 'full',
    who: 'marta',
    go: async (robot) => {
      await toAgents(robot);
      await robot.press('d');
      await robot.see(/Press\s+y|Naciśnij\s+t/);
    },
  },
  {
    name: 'agents-role',
    screen: 'agents',
    state: 'full',
    who: 'marta',
    go: async (robot) => {
      await toAgents(robot);
      await robot.press('r');
      await robot.see(/Which role|Jaka rola/);
    },
  },
  {
    name: 'agent-add',
    screen: 'agent-add',
    state: 'full',
    who: 'marta',
    go: async (robot) => {
      await toAgents(robot);
      await robot.press('a');
      await robot.see(/sign in with|tym się loguje/);
      await robot.type('ola');
      await robot.see(/ ola/);
    },
  },
];

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { Kind, Order, Outcome } from './agent-process.ts';
import { bundledProgram } from './bundled-program.ts';

/** Time for every process to get its order before the moment comes. */
const LEAD = 15;

/** Several processes on one file, each carrying out what it is told, all at the same moment. */
export async function startProcesses(path: string, count: number, kind: Kind = 'plain') {
  const program = await bundledProgram('agent-process.ts');
  const children = Array.from({ length: count }, () =>
    fork(program, [path, kind], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  );
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  await Promise.all(children.map((child) => once(child, 'message')));
  return {
    children: children as readonly ChildProcess[],
    /** The outcomes in the order of the processes; `order` may differ from one to the next. */
    async atOnce(order: (process: number) => Omit<Order, 'at'>): Promise<readonly Outcome[]> {
      const at = Date.now() + LEAD;
      const answers = children.map((child) => once(child, 'message'));
      for (const [index, child] of children.entries()) child.send({ at, ...order(index) });
      return (await Promise.all(answers)).map(([outcome]) => outcome as Outcome);
    },
  };
}

import type { App, Request } from '../../app.ts';
import { agentIdPattern } from '../../domain/agent.ts';
import { cleanText } from '../../domain/clean-text.ts';
import type { Actor, Role } from '../../domain/permissions.ts';
import { roles } from '../../domain/permissions.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { askNewPassword } from '../password.ts';
import type { Context, Run } from '../spec.ts';

export const listAgents: Run = async ({ app, out, texts }) => {
  const { fields, agents: say, none, yes, no } = texts.cli;
  const { staff } = texts;
  const agents = await (await app()).ask.staff();
  out.answer({ agents }, () => {
    if (agents.length === 0) {
      out.note(say.none);
      return;
    }
    out.table(
      [
        fields.agent,
        fields.name,
        fields.role,
        fields.status,
        fields.password,
        fields.customer,
        staff.lastSignIn,
        staff.failures,
        staff.cases,
      ],
      agents.map(({ agentId, name, role, status, hasPassword, ownCustomerId, lastSignInAt, failures, openCases }) => [
        agentId,
        name,
        texts.words.role[role],
        texts.words.agent[status],
        hasPassword ? yes : no,
        ownCustomerId ?? none,
        lastSignInAt === null ? staff.never : texts.moments.stamp(lastSignInAt),
        String(failures),
        String(openCases),
      ]),
    );
  });
  return exitCodes.done;
};

export const addAgent: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const agentId = input.argument('AGENT');
  const role = roleIn(input.required('role'));
  // Asked before the password: nobody types one twice for a name that is taken, or is none.
  if (!agentIdPattern.test(agentId)) return out.refuse({ code: 'agent-id-malformed' });
  const taken = (await app.ask.agents()).some((agent) => agent.agentId === agentId);
  if (taken) return out.refuse({ code: 'agent-exists', agentId });
  const made = await passwordHash(context, app, agentId, input.flag('passwordStdin'));
  if ('refusal' in made) return out.refuse(made.refusal);
  const request: Request = {
    type: 'add-agent',
    agentId,
    name: input.required('name'),
    role,
    passwordHash: made.passwordHash,
    ownCustomerId: input.option('own') ?? null,
  };
  const exit = await act(context, app, agentId, request, texts.cli.agents.added(agentId, texts.words.role[role]));
  const own = cleanText(request.ownCustomerId ?? '').toUpperCase();
  const isKnown = own === '' || (await app.ask.account(own, app.now())) !== null;
  if (exit === exitCodes.done && !isKnown) out.note(texts.cli.agents.ownUnknown(agentId, own));
  return exit;
};

export const disableAgent: Run = async (context, input) => {
  const agentId = input.argument('AGENT');
  const said = context.texts.cli.agents.disabled(agentId);
  return act(context, await context.app(), agentId, { type: 'disable-agent', agentId }, said);
};

export const enableAgent: Run = async (context, input) => {
  const agentId = input.argument('AGENT');
  const said = context.texts.cli.agents.enabled(agentId);
  return act(context, await context.app(), agentId, { type: 'enable-agent', agentId }, said);
};

export const changeRole: Run = async (context, input) => {
  const agentId = input.argument('AGENT');
  const role = roleIn(input.argument('ROLE'));
  const said = context.texts.cli.agents.role(agentId, context.texts.words.role[role]);
  return act(context, await context.app(), agentId, { type: 'change-agent-role', agentId, role }, said);
};

export const setPassword: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const agentId = input.argument('AGENT');
  const known = (await app.ask.agents()).some((agent) => agent.agentId === agentId);
  if (!known) return out.refuse({ code: 'agent-unknown', agentId });
  const made = await passwordHash(context, app, agentId, input.flag('passwordStdin'));
  if ('refusal' in made) return out.refuse(made.refusal);
  if (made.passwordHash === null) {
    out.note(texts.cli.agents.noPasswords);
    return exitCodes.refused;
  }
  const request: Request = { type: 'set-agent-password', agentId, passwordHash: made.passwordHash };
  return act(context, app, agentId, request, texts.cli.agents.password(agentId));
};

async function act(context: Context, app: App, agentId: string, request: Request, said: string): Promise<ExitCode> {
  const { out, wiring } = context;
  const actor: Actor = { kind: 'administrator', id: wiring.user };
  const answer = await app.perform(actor, request);
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const agent = (await app.ask.agents()).find((one) => one.agentId === agentId) ?? null;
  out.answer({ agent }, () => out.line(said));
  return exitCodes.done;
}

/** In training nobody has a password. */
async function passwordHash(context: Context, app: App, agentId: string, fromStdin: boolean) {
  if (app.realm === 'training') return { passwordHash: null };
  const asked = await askNewPassword(context, agentId, fromStdin, app.policy);
  return 'refusal' in asked ? asked : { passwordHash: await app.hashPassword(asked.password) };
}

function roleIn(given: string): Role {
  // The command table lets no other one through.
  return roles.find((role) => role === given) ?? 'auditor';
}

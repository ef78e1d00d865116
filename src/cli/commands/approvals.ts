import type { App, Request } from '../../app.ts';
import { exitCodes, Misuse } from '../exit.ts';
import { flagOf, type Input } from '../input.ts';
import { locateCertificate, type OwnedView } from '../locate.ts';
import type { CliRefusal } from '../refusal.ts';
import type { Context, Run } from '../spec.ts';
import { type SupportCall, signIn, takeCall } from '../support-call.ts';

/** What waits for a supervisor, emergencies first, and what in the decisions of late somebody ought to look at. */
export const listApprovals: Run = async ({ app: open, out, texts }) => {
  const app = await open();
  const requests = await app.ask.approvals(app.now());
  const patterns = await app.ask.approvalPatterns(app.now());
  const { fields, approvals: say } = texts.cli;
  const within = texts.moments.duration(app.policy.support.patterns.within);
  out.answer({ approvals: requests, patterns }, () => {
    for (const pattern of patterns) out.line(`! ${texts.safety.pattern(pattern, within)}`);
    if (requests.length === 0) {
      out.line(say.none);
      return;
    }
    out.table(
      [fields.command, fields.name, fields.certificate, say.askedBy, say.until, say.ticket, say.why],
      requests.map((one) =>
        one.action === 'bulk-unlock'
          ? [
              texts.words.approvalAction[one.action],
              texts.radar.listOf(one.operator, one.count),
              texts.radar.outageTimes(one.outage.from, one.outage.until),
              one.requestedBy,
              texts.moments.stamp(one.expiresAt),
              texts.cli.none,
              one.note,
            ]
          : [
              `${one.emergency ? `${texts.safety.emergency}: ` : ''}${texts.words.approvalAction[one.action]}`,
              `${one.familyName} ${one.givenName}`,
              one.action === 'phone-change' ? `${one.customerId} → ${one.phone.e164}` : one.serial,
              one.requestedBy,
              texts.moments.stamp(one.expiresAt),
              one.ticket,
              `${texts.words.reason[one.reason]}: ${one.note}`,
            ],
      ),
    );
  });
  return exitCodes.done;
};

type Action = 'reset' | 'unlock' | 'phone-change';

/** Asks for what an agent may not do alone; rests on a verified caller like an unlock. */
export const askApproval: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const action = input.required('action') as Action;
  const phone = action === 'phone-change' ? await newPhone(context, app, input) : null;
  const taken = await takeCall(context, app, input, (call) => requestFor(action, call, phone, input.flag('emergency')));
  if (!taken.done) return out.refuse(taken.refusal);
  const { call } = taken;
  const { serial } = call.view.certificate;
  const { approvalValid, emergencyValid } = app.policy.support;
  const expiresAt = app.now() + (input.flag('emergency') ? emergencyValid : approvalValid);
  const { caseId, ticket, account } = call;
  out.answer({ asked: { action, serial, customerId: account.customerId, caseId, ticket, expiresAt } }, () => {
    out.line(texts.cli.approvals.asked(texts.words.approvalAction[action], expiresAt));
  });
  return exitCodes.done;
};

async function newPhone({ texts }: Context, app: App, input: Input) {
  const given = input.required('phone');
  const phone = await app.readPhone(given);
  if (!phone) throw new Misuse(texts.safetyCli.notAPhone(flagOf('phone'), given));
  return phone;
}

function requestFor(
  action: Action,
  { caseId, reason, note, account, view }: SupportCall,
  phone: Awaited<ReturnType<App['readPhone']>>,
  emergency: boolean,
): Request {
  const grounds = { caseId, reason, note, emergency };
  if (action !== 'phone-change')
    return { type: 'request-approval', action, serial: view.certificate.serial, ...grounds };
  if (!phone) throw new Error('another number is asked for without one');
  return { type: 'request-phone-change', customerId: account.customerId, phone, ...grounds };
}

export const approve: Run = (context, input) => decide('approve', context, input);
export const reject: Run = (context, input) => decide('reject', context, input);

async function decide(decision: 'approve' | 'reject', context: Context, input: Input): ReturnType<Run> {
  const { out, texts } = context;
  const app = await context.app();
  const located = await locateCertificate(app, input.argument('CERT'));
  if (!located.found) return out.refuse(located.refusal);
  const agent = input.required('as');
  const barred: CliRefusal | null = await signIn(context, app, agent, input.flag('passwordStdin'));
  if (barred) return out.refuse(barred);
  const decided = await app.perform({ kind: 'agent', id: agent }, decisionOn(located.value, decision, input));
  if (decided.verdict === 'refused') return out.refuse(decided.refusal);
  const { givenName, familyName } = located.value.account;
  const name = `${givenName} ${familyName}`;
  const { serial } = located.value.view.certificate;
  const half = decided.facts.some(({ type }) => type === 'approval-begun' || type === 'phone-change-begun');
  const { told } = texts.console.approvals;
  const said = decision === 'approve' ? told['approve-request'](name) : told['reject-request'](name);
  out.answer({ [decision === 'approve' ? 'approved' : 'rejected']: { serial, half } }, () =>
    out.line(half ? texts.safety.half(name) : said),
  );
  return exitCodes.done;
}

/** About the certificate, unless only a change of the number waits, or that is what is named. */
function decisionOn({ account, view }: OwnedView, decision: 'approve' | 'reject', input: Input): Request {
  const { customerId } = account;
  const { serial } = view.certificate;
  const onlyPhone = account.pendingPhoneChange !== null && view.activation.pendingApproval === null;
  const aboutPhone = input.flag('phoneChange') || input.flag('atOnce') || onlyPhone;
  if (!aboutPhone) return { type: decision === 'approve' ? 'approve-request' : 'reject-request', serial };
  return decision === 'approve'
    ? { type: 'approve-phone-change', customerId, atOnce: input.flag('atOnce') }
    : { type: 'reject-phone-change', customerId };
}

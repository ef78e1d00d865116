import { useState } from 'react';
import type { Request } from '../../app.ts';
import { isFirstOfTwo } from '../../domain/approval.ts';
import type { Answer } from '../../domain/decision.ts';
import { isPermitted } from '../../domain/permissions.ts';
import type { AccountView, AgentView, PendingRequest } from '../../domain/read-models.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { cell, line } from '../../ui/cells.ts';
import type { Offer } from '../../ui/offers.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { topFinding } from '../account/diagnosis-view.ts';
import { nameOf, subjectLines } from '../change/change-view.ts';
import { type Console, useConsole } from '../console-context.ts';
import { explain } from '../explain.ts';
import { Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { standingOf, useSeen } from '../use-seen.ts';
import { approvalLines } from './approval-view.ts';

type Decision = 'yes' | 'yes-at-once' | 'no';

/** One request with its evidence: a supervisor, who is somebody else, says yes or no. */
export function ApprovalScreen({ route }: { readonly route: Extract<Route, { screen: 'approval' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, session, back, go, notify, undertake } = console;
  const { customerId, serial } = route;
  const [deciding, setDeciding] = useState(false);
  const { answer } = useQuestion(async () => {
    const request = await asked();
    return {
      request,
      view: await app.ask.account(customerId, app.now()),
      why: serial === null ? null : await app.ask.diagnosis(serial, app.now()),
      patterns: await app.ask.approvalPatterns(app.now()),
      yes: request ? await ifYes(request) : null,
    };
  }, `${revision} ${customerId} ${serial}`);
  const shown = serial ?? answer?.view?.certificates[0]?.certificate.serial;
  const view = answer?.view?.certificates.find(({ certificate }) => certificate.serial === shown);
  const request = answer?.request && now < answer.request.expiresAt ? answer.request : undefined;
  const title = texts.console.approvals.one;
  const seen = useSeen(console, customerId, request ? standing(request, answer?.view) : null);

  return <Frame title={title} body={body()} offers={offers()} />;

  function body(): readonly string[] {
    if (!answer?.view) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    const settings = { texts, now, width: size.columns, policy: app.policy };
    const { account } = answer.view;
    return [
      ...(serial !== null && view
        ? subjectLines({ account, view }, settings)
        : [line([cell(` ${nameOf(account)}`, 'strong'), cell(`  ${account.customerId}`, 'muted')], size.columns)]),
      ...(request ? seen.lines : []),
      ...topFinding(answer.why, texts, size.columns, null),
      ...(request
        ? approvalLines({ request, yes: answer.yes, patterns: answer.patterns, why: answer.why }, settings)
        : ['', line([cell(` ${texts.console.approvals.decided}`, 'warning')], size.columns)]),
    ];
  }

  async function asked(): Promise<PendingRequest | undefined> {
    const requests = await app.ask.approvals(app.now());
    return requests
      .filter((one) => one.action !== 'bulk-unlock')
      .find((one) => one.customerId === customerId && one.serial === serial);
  }

  /** The request and what it is about. */
  function standing(about: PendingRequest, of: AccountView | null | undefined): string {
    return `${JSON.stringify(about)} ${standingOf(of, shown)}`;
  }

  /** Has it changed since the screen last heard? Then nothing is decided. */
  async function stillSo(): Promise<boolean> {
    const fresh = await asked();
    return fresh !== undefined && seen.holds(standing(fresh, await app.ask.account(customerId, app.now())));
  }

  /** What the yes would do that carries it out: of this person, or of somebody who could give it; null when nobody can. */
  async function ifYes(about: PendingRequest) {
    const agents = await app.ask.agents();
    const able = agents.filter((agent) => couldDecide(agent, about));
    const mine = able.filter(({ agentId }) => agentId === session?.agentId);
    const needed = isFirstOfTwo(about) ? 2 : 1;
    const deciders = [...mine, ...able.filter((agent) => !mine.includes(agent))].slice(0, needed);
    if (deciders.length < needed) return null;
    const request = requestFor(about, 'yes');
    const seen = await app.rehearse(() =>
      deciders.map(({ agentId }) => ({ actor: { kind: 'agent', id: agentId }, request })),
    );
    return seen.at(-1) ?? null;
  }

  function offers(): readonly Offer[] {
    const goBack: Offer = { action: 'back', run: back };
    const open: readonly Offer[] = [
      { action: 'open', run: () => go({ screen: 'account', customerId, serial: shown ?? null }) },
    ];
    if (!request || deciding) return [goBack, ...open];
    const noNo = whyNotDecide(console, request) ?? seen.why;
    const saidYes = request.firstYesBy === session?.agentId;
    const refused: Refusal | null | undefined = saidYes ? { code: 'same-person' } : answer?.yes?.refusal;
    const noYes = noNo ?? (refused ? explain(texts, refused) : undefined);
    const atOnce: readonly Offer[] =
      request.action === 'phone-change'
        ? [{ action: 'approve-at-once', run: () => undertake(() => decide(request, 'yes-at-once')), disabled: noYes }]
        : [];
    return [
      ...seen.offers,
      { action: 'approve-request', run: () => undertake(() => decide(request, 'yes')), disabled: noYes },
      ...atOnce,
      { action: 'reject-request', run: () => undertake(() => decide(request, 'no')), disabled: noNo },
      ...(seen.why ? [] : open),
      goBack,
    ];
  }

  /** Null, and nothing is decided, when it is no longer what was looked at. */
  async function carryOut(decision: Request): Promise<Answer | null> {
    if (!session || !(await stillSo())) return null;
    return app.perform({ kind: 'agent', id: session.agentId }, decision);
  }

  async function decide(about: PendingRequest, decision: Decision): Promise<void> {
    setDeciding(true);
    const decided = await carryOut(requestFor(about, decision)).finally(() => setDeciding(false));
    if (decided === null) {
      notify({ tone: 'warning', text: texts.console.meanwhile.notDone });
      return;
    }
    if (decided.verdict === 'refused') {
      notify({ tone: 'danger', text: explain(texts, decided.refusal) });
      return;
    }
    back();
    const half = decided.facts.some(({ type }) => type === 'approval-begun' || type === 'phone-change-begun');
    const { told } = texts.console.approvals;
    const name = nameOf(about);
    const done = decision === 'no' ? told['reject-request'](name) : told['approve-request'](name);
    notify(half ? { tone: 'warning', text: texts.safety.half(name) } : { tone: 'ok', text: done });
  }
}

function requestFor({ serial, customerId }: PendingRequest, decision: Decision): Request {
  if (serial !== null) return { type: decision === 'no' ? 'reject-request' : 'approve-request', serial };
  return decision === 'no'
    ? { type: 'reject-phone-change', customerId }
    : { type: 'approve-phone-change', customerId, atOnce: decision === 'yes-at-once' };
}

function couldDecide(agent: AgentView, { requestedBy, firstYesBy, customerId }: PendingRequest): boolean {
  const { agentId, role, status, ownCustomerId } = agent;
  if (role !== 'supervisor' || status !== 'enabled' || ownCustomerId === customerId) return false;
  return agentId !== requestedBy && agentId !== firstYesBy;
}

/** Why this person cannot decide this request, not even with a no, as a sentence; undefined when they can. Who said yes first may think again. */
function whyNotDecide(
  { app, texts, session }: Console,
  { requestedBy, customerId }: PendingRequest,
): string | undefined {
  if (!session) return undefined;
  const { role, agentId, ownCustomerId } = session;
  const refusal: Refusal | null = !isPermitted(role, 'approve-request', app.realm)
    ? { code: 'not-permitted', command: 'approve-request', party: role }
    : requestedBy === agentId
      ? { code: 'same-person' }
      : ownCustomerId === customerId
        ? { code: 'own-account' }
        : null;
  return refusal ? explain(texts, refusal) : undefined;
}

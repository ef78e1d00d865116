import { useState } from 'react';
import { isPermitted } from '../domain/permissions.ts';
import type { PendingRequest } from '../domain/read-models.ts';
import type { Refusal } from '../domain/refusal.ts';
import { cell, line } from '../ui/cells.ts';
import type { Offer } from '../ui/offers.ts';
import { useQuestion } from '../ui/use-question.ts';
import { approvalLines } from './approval-view.ts';
import { subjectLines } from './change-view.ts';
import { type Console, useConsole } from './console-context.ts';
import { topFinding } from './diagnosis-view.ts';
import { explain } from './explain.ts';
import { Frame } from './frame.tsx';
import type { Route } from './routes.ts';

/** One request with its evidence: a supervisor, who is somebody else, says yes or no. */
export function ApprovalScreen({ route }: { readonly route: Extract<Route, { screen: 'approval' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, session, back, go, notify } = console;
  const { customerId, serial } = route;
  const [deciding, setDeciding] = useState(false);
  const { answer } = useQuestion(
    async () => ({
      view: await app.ask.account(customerId, app.now()),
      why: await app.ask.diagnosis(serial, app.now()),
      requests: await app.ask.approvals(app.now()),
    }),
    `${revision} ${serial}`,
  );
  const view = answer?.view?.certificates.find(({ certificate }) => certificate.serial === serial);
  const request = answer?.requests.find((one) => one.serial === serial);
  const title = texts.console.approvals.one;

  return <Frame title={title} body={body()} offers={offers()} />;

  function body(): readonly string[] {
    if (!answer?.view || !view) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    const settings = { texts, now, width: size.columns, policy: app.policy };
    const { account } = answer.view;
    return [
      ...subjectLines({ account, view }, settings),
      ...topFinding(answer.why, texts, size.columns, null),
      '',
      ...(request
        ? approvalLines({ account, view, request }, settings)
        : [line([cell(` ${texts.console.approvals.decided}`, 'warning')], size.columns)]),
    ];
  }

  function offers(): readonly Offer[] {
    const goBack: Offer = { action: 'back', run: back };
    const open: Offer = { action: 'open', run: () => go({ screen: 'account', customerId, serial }) };
    if (!request || deciding) return [goBack, open];
    const disabled = whyNotDecide(console, request);
    return [
      { action: 'approve-request', run: () => void decide('approve-request'), disabled },
      { action: 'reject-request', run: () => void decide('reject-request'), disabled },
      open,
      goBack,
    ];
  }

  async function decide(type: 'approve-request' | 'reject-request'): Promise<void> {
    if (!session || !request) return;
    setDeciding(true);
    const decided = await app.perform({ kind: 'agent', id: session.agentId }, { type, serial });
    setDeciding(false);
    if (decided.verdict === 'refused') {
      notify({ tone: 'danger', text: explain(texts, decided.refusal) });
      return;
    }
    back();
    notify({ tone: 'ok', text: texts.console.approvals.told[type](`${request.givenName} ${request.familyName}`) });
  }
}

/** Why this person cannot decide this request, as a sentence; undefined when they can. */
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

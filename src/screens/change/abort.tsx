import { useState } from 'react';
import { abortCauses } from '../../domain/activation.ts';
import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import type { Offer } from '../../ui/offers.ts';
import type { Tone } from '../../ui/theme.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { broken, explain } from '../explain.ts';
import { Frame } from '../frame.tsx';
import { grouped } from '../grouped.ts';
import type { Route } from '../routes.ts';
import { useList } from '../use-list.ts';
import { nameOf, subjectLines } from './change-view.ts';
import { abortCall, type SoFar } from './change-work.ts';
import { bulletLines, foresightLines } from './foresight-view.ts';

const NOTHING_YET: SoFar = { ticket: '', words: '', passed: [], failed: [], caseId: null };

/** `!` on the account: there is nothing but the call itself. */
export function AbortScreen({ route }: { readonly route: Extract<Route, { screen: 'abort' }> }) {
  const { app, texts, revision, back } = useConsole();
  const { customerId, serial } = route;
  const { answer } = useQuestion(() => app.ask.account(customerId, app.now()), `${revision} ${customerId}`);
  const view = answer?.certificates.find(({ certificate }) => certificate.serial === serial);
  if (!answer || !view)
    return (
      <Frame
        title={texts.safety.abort.title}
        body={[` ${texts.console.loading}`]}
        offers={[{ action: 'back', run: back }]}
      />
    );
  return <AbortCall account={answer.account} view={view} far={NOTHING_YET} onCancel={back} />;
}

type Outcome =
  | { readonly kind: 'asking' | 'working' | 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** One key, one short confirmation: frozen, recorded, the supervisors told, the case closed. */
export function AbortCall({
  account,
  view,
  far,
  onCancel,
}: {
  readonly account: AccountView['account'];
  readonly view: CertificateView;
  readonly far: SoFar;
  readonly onCancel: () => void;
}) {
  const { app, texts, size, now, revision, session, back, notify } = useConsole();
  const { abort } = texts.safety;
  const { serial } = view.certificate;
  const { list, offers: moves } = useList(abortCauses, abortCauses.length, (cause) => cause);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'asking' });
  const cause = abortCauses[list.selected] ?? 'pressure';
  const asking = outcome.kind === 'asking';
  const { passed, failed } = far;
  const { answer } = useQuestion(
    async () => {
      if (!session) return null;
      const actor = { kind: 'agent', id: session.agentId } as const;
      const request = { type: 'abort-call', serial, cause, ticket: null, passed, failed } as const;
      const [seen] = await app.rehearse(() => [{ actor, request }]);
      return seen ?? null;
    },
    asking ? `${revision} ${serial}` : '',
  );
  const width = size.columns;
  const settings = { texts, now, width, policy: app.policy };
  const heading = (text: string, tone: Tone) => line([cell(` ${text}`, tone)], width);
  const paragraph = (text: string) => wrap(text, width - 6).map((one) => line([cell(`   ${one}`)], width));

  return <Frame title={abort.title} body={body()} offers={offers()} />;

  function body(): readonly string[] {
    const name = nameOf(account);
    switch (outcome.kind) {
      case 'done':
        return [
          heading(`❄ ${abort.done(name)}`, 'ok'),
          '',
          heading(texts.console.unlock.say, 'accent'),
          ...paragraph(abort.say),
          '',
          ...paragraph(abort.next),
        ];
      case 'refused':
        return [
          ...subjectLines({ account, view }, settings),
          '',
          heading(`✗ ${abort.failed}`, 'danger'),
          ...paragraph(explain(texts, outcome.refusal)),
        ];
      case 'asking':
      case 'working':
        return [
          ...subjectLines({ account, view }, settings),
          '',
          heading(abort.why, 'accent'),
          ...abortCauses.map((one, place) => {
            const chosen = place === list.selected;
            return line(
              [
                cell(chosen ? '   ▸ ' : '     ', 'selected'),
                cell(`${chosen ? '(•)' : '( )'} ${texts.words.abortCause[one]}`, chosen ? 'selected' : 'plain'),
              ],
              width,
            );
          }),
          heading(abort.effects, 'accent'),
          ...(answer ? foresightLines(answer, settings, 'in-short') : []),
          ...bulletLines(abort.caseClosed, width),
          ...bulletLines(abort.alarm, width),
          ...wrap(abort.question(`${name} · ${grouped(serial)}`), width - 3).map((one) => heading(one, 'warning')),
        ];
    }
  }

  function offers(): readonly Offer[] {
    switch (outcome.kind) {
      case 'working':
        return [];
      case 'done':
        return [
          { action: 'finish', run: back },
          { action: 'back', run: back },
        ];
      case 'refused':
        return [{ action: 'back', run: onCancel }];
      case 'asking':
        return [
          { action: 'confirm-change', run: () => void carryOut() },
          { action: 'previous-step', run: onCancel },
          ...moves,
        ];
    }
  }

  async function carryOut(): Promise<void> {
    if (!session) return;
    setOutcome({ kind: 'working' });
    try {
      const refusal = await abortCall({ app, session, customerId: account.customerId, serial }, cause, far);
      setOutcome(refusal ? { kind: 'refused', refusal } : { kind: 'done' });
    } catch (error) {
      setOutcome({ kind: 'asking' });
      notify({ tone: 'danger', text: texts.console.failed(broken(error)) });
    }
  }
}

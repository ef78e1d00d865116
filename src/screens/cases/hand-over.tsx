import { useState } from 'react';
import { isPermitted } from '../../domain/permissions.ts';
import type { AgentView } from '../../domain/read-models.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import type { Offer } from '../../ui/offers.ts';
import { type Column, NAME_CELLS, table } from '../../ui/table.ts';
import { emptyField, fieldFocus, fieldLine, fieldValue } from '../../ui/text-field.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { explain } from '../explain.ts';
import { Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { useList } from '../use-list.ts';

const SHOWN = 8;

/** To whom a case goes on, and what they should know: a colleague who may hold one, and a note. */
export function HandOverScreen({ route }: { readonly route: Extract<Route, { screen: 'hand-over' }> }) {
  const { app, texts, size, revision, session, back, notify, undertake } = useConsole();
  const { cases: say } = texts;
  const { caseId, customerId } = route;
  const [field, setField] = useState(emptyField);
  const { answer } = useQuestion(async () => {
    const view = await app.ask.account(customerId, app.now());
    const supportCase = view?.cases.find((one) => one.caseId === caseId);
    const name = view ? `${view.account.familyName} ${view.account.givenName}` : '';
    const able = (await app.ask.agents()).filter(
      ({ agentId, role, status, ownCustomerId }) =>
        status === 'enabled' &&
        isPermitted(role, 'open-case', app.realm) &&
        agentId !== supportCase?.agentId &&
        ownCustomerId !== customerId,
    );
    return { supportCase, name, able };
  }, `${revision} ${caseId}`);
  const able = answer?.able ?? [];
  const { list, offers: moves } = useList(able, SHOWN, ({ agentId }) => agentId);
  const chosen = able[list.selected];
  const note = fieldValue(field);

  return (
    <Frame title={say.handOver} body={body()} offers={offers()} field={fieldFocus(field, setField, () => undefined)} />
  );

  function body(): readonly string[] {
    if (!answer) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    const { supportCase, name } = answer;
    if (!supportCase) return [line([cell(` ${say.gone}`, 'warning')], size.columns)];
    const drawn = table(columns(), size.columns);
    const rows = able
      .slice(list.top, list.top + SHOWN)
      .map((one, row) => drawn.row(one, list.top + row === list.selected));
    const about = cell(`   ${caseId} · ${customerId}`, 'muted');
    const kept = app.policy.support.verificationSurvivesHandOver ? say.verificationStays : say.verificationGoes;
    return [
      line([cell(` ${supportCase.ticket}`, 'strong'), cell(`  ${name}`), about], size.columns),
      '',
      fieldLine([cell(` ${say.note}: `, 'muted')], { field, focused: true }, [], size.columns),
      line([cell(` ${say.noteHint}`, 'muted')], size.columns),
      '',
      ...(able.length > 0 ? [drawn.heading, ...rows] : [line([cell(` ${say.nobody}`, 'warning')], size.columns)]),
      '',
      ...wrap(kept, size.columns - 2).map((part) => line([cell(` ${part}`, 'muted')], size.columns)),
    ];
  }

  function columns(): readonly Column<AgentView>[] {
    return [
      { title: say.to, width: 24, grows: NAME_CELLS, text: ({ name }) => name },
      { title: say.role, width: 14, text: ({ role }) => texts.words.role[role], tone: () => 'muted' },
      { title: say.agent, width: 14, text: ({ agentId }) => agentId, tone: () => 'muted' },
    ];
  }

  function offers(): readonly Offer[] {
    const disabled = note === '' ? explain(texts, { code: 'note-missing' }) : undefined;
    return [
      ...(chosen ? [{ action: 'hand-over-now' as const, run: () => undertake(() => handOver(chosen)), disabled }] : []),
      { action: 'back', run: back },
      ...moves,
    ];
  }

  async function handOver({ agentId: to, name }: AgentView): Promise<void> {
    if (!session) return;
    const answered = await app.perform(
      { kind: 'agent', id: session.agentId },
      { type: 'hand-over-case', caseId, to, note },
    );
    if (answered.verdict === 'refused') {
      notify({ tone: 'danger', text: explain(texts, answered.refusal) });
      return;
    }
    back();
    notify({ tone: 'ok', text: say.done(name) });
  }
}

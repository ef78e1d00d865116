import { useState } from 'react';
import { agentIdPattern } from '../../domain/agent.ts';
import { roles } from '../../domain/permissions.ts';
import { tellRefusal } from '../../text/tell.ts';
import { cell, fixed, line, wrap } from '../../ui/cells.ts';
import type { Offer } from '../../ui/offers.ts';
import { emptyField, type FieldState, fieldCells, fieldFocus, fieldValue } from '../../ui/text-field.ts';
import { useConsole } from '../console-context.ts';
import { explain } from '../explain.ts';
import { Frame } from '../frame.tsx';

/** Supervisors are made by the administrator. */
const given = roles.filter((role) => role !== 'supervisor');
const secrets = ['password', 'again'] as const;
type FieldName = 'agent' | 'name' | 'own' | (typeof secrets)[number];

const LABEL = 22;

/** A new agent: who, in which role, and in live the first password, typed twice and never seen. */
export function AgentAddScreen() {
  const { app, texts, size, session, back, notify, undertake } = useConsole();
  const { staff: say, words } = texts;
  const names: readonly FieldName[] =
    app.realm === 'live' ? ['agent', 'name', 'own', ...secrets] : ['agent', 'name', 'own'];
  const [fields, setFields] = useState<Partial<Record<FieldName, FieldState>>>({});
  const [place, setPlace] = useState(0);
  const [rolePlace, setRolePlace] = useState(0);
  const [asking, setAsking] = useState(false);
  const focus = names[place] ?? 'agent';
  const role = given[rolePlace] ?? 'agent';
  const state = (name: FieldName) => fields[name] ?? emptyField;
  const value = (name: FieldName) => fieldValue(state(name));
  /** As typed: blanks belong to a password. */
  const secret = (name: (typeof secrets)[number]) => state(name).text;

  if (asking) return <Frame title={say.addTitle} body={confirmation()} offers={answers()} />;
  return (
    <Frame
      title={say.addTitle}
      body={form()}
      offers={offers()}
      field={fieldFocus(
        state(focus),
        (change) => setFields((all) => ({ ...all, [focus]: change(all[focus] ?? emptyField) })),
        () => undefined,
      )}
    />
  );

  function form(): readonly string[] {
    const hints: Partial<Record<FieldName, string>> = { agent: say.agentHint, own: say.ownHint };
    const hint = hints[focus];
    return [
      '',
      ...names.map((name) => row(name)),
      line([
        fixed(`   ${say.role}`, LABEL, 'muted'),
        cell(words.role[role], 'strong'),
        cell(`   ${say.roleKeys}`, 'muted'),
      ]),
      '',
      ...(hint ? wrap(hint, size.columns - 6).map((part) => line([cell(`   ${part}`, 'muted')])) : []),
      ...(app.realm === 'live' ? [] : [line([cell(`   ${say.noPassword}`, 'muted')])]),
    ];
  }

  function row(name: FieldName): string {
    const masked = name === 'password' || name === 'again';
    const focused = name === focus;
    const label = fixed(`${focused ? ' ▸ ' : '   '}${say[name]}`, LABEL, focused ? 'selected' : 'muted');
    return line([label, ...fieldCells(state(name), focused, masked)], size.columns);
  }

  function offers(): readonly Offer[] {
    const step = (by: number) => () => setPlace((one) => (one + by + names.length) % names.length);
    const turn = (by: number) => () => setRolePlace((one) => (one + by + given.length) % given.length);
    const last = place === names.length - 1;
    return [
      { action: 'next-step', run: last ? check : step(1) },
      { action: 'next-panel', run: step(1) },
      { action: 'previous-panel', run: step(-1) },
      { action: 'back', run: back },
      { action: 'up', run: turn(-1) },
      { action: 'down', run: turn(1) },
    ];
  }

  function check(): void {
    const wrong = whyNot();
    if (wrong === null) setAsking(true);
    else notify({ tone: 'warning', text: wrong });
  }

  function whyNot(): string | null {
    const { refusals } = texts.cli;
    const least = app.policy.support.shortestPassword;
    if (value('agent') === '' || value('name') === '') return say.missing;
    if (!agentIdPattern.test(value('agent'))) return tellRefusal(words.refusals, { code: 'agent-id-malformed' }).what;
    if (app.realm === 'training') return null;
    if ([...secret('password')].length < least) return refusals['password-too-short']({ least }).what;
    return secret('password') === secret('again') ? null : refusals['passwords-differ']().what;
  }

  function confirmation(): readonly string[] {
    return [
      line([cell(` ${value('name')}`, 'strong'), cell(`   ${value('agent')}`, 'muted')], size.columns),
      '',
      line([cell('   • ', 'accent'), cell(say.change(say.access, say.notThere, words.agent.enabled))], size.columns),
      line([cell('   • ', 'accent'), cell(say.change(say.role, say.notThere, words.role[role]))], size.columns),
      ...(value('own') === ''
        ? []
        : [line([cell('   • ', 'accent'), cell(`${say.own}: ${value('own')}`)], size.columns)]),
      '',
      line([cell(` ${say.press}`, 'strong')], size.columns),
    ];
  }

  function answers(): readonly Offer[] {
    return [
      { action: 'confirm-change', run: () => undertake(add) },
      { action: 'back', run: () => setAsking(false) },
    ];
  }

  async function add(): Promise<void> {
    if (!session) return;
    const passwordHash = app.realm === 'live' ? await app.hashPassword(secret('password')) : null;
    setFields(({ agent, name, own }) => ({ ...(agent && { agent }), ...(name && { name }), ...(own && { own }) }));
    const answered = await app.perform(
      { kind: 'agent', id: session.agentId },
      {
        type: 'add-agent',
        agentId: value('agent'),
        name: value('name'),
        role,
        passwordHash,
        ownCustomerId: value('own'),
      },
    );
    if (answered.verdict === 'refused') {
      setAsking(false);
      notify({ tone: 'danger', text: explain(texts, answered.refusal) });
      return;
    }
    back();
    notify({ tone: 'ok', text: say.done(value('name')) });
  }
}

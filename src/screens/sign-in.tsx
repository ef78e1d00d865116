import { useEffect, useState } from 'react';
import type { AgentView } from '../domain/read-models.ts';
import { cell, line, wrap } from '../ui/cells.ts';
import { editField, emptyField, fieldCells, fieldValue, typeText } from '../ui/text-field.ts';
import { useQuestion } from '../ui/use-question.ts';
import { type Session, useConsole } from './console-context.ts';
import { broken, explain } from './explain.ts';
import { Frame } from './frame.tsx';
import { useList } from './use-list.ts';

type SignedIn = (session: Session) => void;

/** In training one says who one is; in live one proves it. `as` is who opened the console by a command, in training. */
export function SignInScreen({
  as,
  onSignedIn,
  onRefused,
}: {
  readonly as: string | null;
  readonly onSignedIn: SignedIn;
  readonly onRefused: () => void;
}) {
  const { app } = useConsole();
  if (as !== null) return <Awaited as={as} onSignedIn={onSignedIn} onRefused={onRefused} />;
  return app.realm === 'live' ? <LiveSignIn onSignedIn={onSignedIn} /> : <TrainingSignIn onSignedIn={onSignedIn} />;
}

/** Signs in, and tells why when it is refused. */
function useSignIn(onSignedIn: SignedIn, onRefused: () => void = () => undefined) {
  const { app, texts, notify } = useConsole();
  const [working, setWorking] = useState(false);
  const signIn = async (agentId: string, password: string | null): Promise<void> => {
    setWorking(true);
    try {
      const answer = await app.signIn(agentId, password);
      const agents = answer.verdict === 'done' ? await app.ask.agents() : [];
      const me = agents.find((agent) => agent.agentId === agentId);
      if (answer.verdict === 'refused') {
        notify({ tone: 'danger', text: explain(texts, answer.refusal) });
        onRefused();
      }
      if (me) onSignedIn({ agentId, name: me.name, role: me.role, ownCustomerId: me.ownCustomerId });
    } catch (error) {
      notify({ tone: 'danger', text: texts.console.failed(broken(error)) });
    } finally {
      setWorking(false);
    }
  };
  return { working, signIn };
}

function Awaited({
  as,
  onSignedIn,
  onRefused,
}: {
  readonly as: string;
  readonly onSignedIn: SignedIn;
  readonly onRefused: () => void;
}) {
  const { texts } = useConsole();
  const { signIn } = useSignIn(onSignedIn, onRefused);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the console opens
  useEffect(() => void signIn(as, null), []);
  return <Frame title={texts.console.signIn.title} body={[]} offers={[]} />;
}

function TrainingSignIn({ onSignedIn }: { readonly onSignedIn: SignedIn }) {
  const { app, texts, size, revision } = useConsole();
  const { answer } = useQuestion(() => app.ask.agents(), `${revision}`);
  const { working, signIn } = useSignIn(onSignedIn);
  const agents = answer ?? [];
  const { list, offers } = useList(agents, size.rows, ({ agentId }) => agentId);
  const chosen = agents[list.selected];
  const body = [
    '',
    line([cell(`   ${texts.console.signIn.chooseWho}`, 'strong')], size.columns),
    '',
    ...agents.map((agent, place) => agentLine(agent, place === list.selected)),
    ...nobodyLines(answer, texts.console.signIn.nobody, size.columns),
  ];
  return (
    <Frame
      title={texts.console.signIn.title}
      body={body}
      offers={[
        ...(chosen && !working ? [{ action: 'sign-in' as const, run: () => void signIn(chosen.agentId, null) }] : []),
        ...offers,
      ]}
    />
  );

  function agentLine({ name, role, status }: AgentView, isChosen: boolean): string {
    const state = status === 'enabled' ? '' : `  ✗ ${texts.words.agent[status]}`;
    return line(
      [
        cell(isChosen ? '   ▸ ' : '     ', 'selected'),
        cell(name.padEnd(24), isChosen ? 'selected' : 'plain'),
        cell(texts.words.role[role], 'muted'),
        cell(state, 'danger'),
      ],
      size.columns,
    );
  }
}

function nobodyLines(agents: readonly AgentView[] | undefined, nobody: string, width: number): readonly string[] {
  return agents?.length === 0 ? wrap(nobody, width - 6).map((one) => `   ${one}`) : [];
}

function LiveSignIn({ onSignedIn }: { readonly onSignedIn: SignedIn }) {
  const { app, texts, size, notify, revision } = useConsole();
  const { answer: agents } = useQuestion(() => app.ask.agents(), `${revision}`);
  const { working, signIn } = useSignIn(onSignedIn);
  const [fields, setFields] = useState({ name: emptyField, password: emptyField });
  const [focus, setFocus] = useState<'name' | 'password'>('name');
  const { signIn: words } = texts.console;
  const label = (text: string, focused: boolean) => cell(`   ${text}: `.padEnd(24), focused ? 'selected' : 'muted');
  const body = [
    '',
    line([label(words.name, focus === 'name'), ...fieldCells(fields.name, focus === 'name')], size.columns),
    '',
    line(
      [label(words.password, focus === 'password'), ...fieldCells(fields.password, focus === 'password', true)],
      size.columns,
    ),
    '',
    line([cell(working ? `   ◔ ${words.checking}` : '', 'muted')]),
    ...nobodyLines(agents, words.nobody, size.columns),
  ];
  const other = () => setFocus((name) => (name === 'name' ? 'password' : 'name'));
  const submit = () => {
    const name = fieldValue(fields.name);
    if (name === '') notify({ tone: 'warning', text: words.nameMissing });
    else if (focus === 'name') setFocus('password');
    else {
      setFields({ ...fields, password: emptyField });
      void signIn(name, fields.password.text);
    }
  };
  return (
    <Frame
      title={words.title}
      body={body}
      field={{
        type: (text) => setFields((state) => ({ ...state, [focus]: typeText(state[focus], text) })),
        edit: (key) => {
          const edited = editField(fields[focus], key);
          if (edited) setFields((state) => ({ ...state, [focus]: editField(state[focus], key) ?? state[focus] }));
          return edited !== null;
        },
      }}
      offers={[
        ...(working ? [] : [{ action: 'sign-in' as const, run: submit }]),
        { action: 'next-panel', run: other },
        { action: 'up', run: other },
        { action: 'down', run: other },
      ]}
    />
  );
}

import { useState } from 'react';
import { cell, line, wrap } from '../ui/cells.ts';
import { editField, emptyField, fieldCells, typeText } from '../ui/text-field.ts';
import { useConsole } from './console-context.ts';
import { explain } from './explain.ts';
import { Frame } from './frame.tsx';

/** Hides everything until the same person is back; in live they prove it by their password. */
export function LockScreen({ onResume, onSignOut }: { readonly onResume: () => void; readonly onSignOut: () => void }) {
  const { app, texts, size, session, notify, undertake } = useConsole();
  const [field, setField] = useState(emptyField);
  const { locked } = texts.console;
  const name = session?.name ?? '';
  const live = app.realm === 'live';

  const resume = async (): Promise<void> => {
    setField(emptyField);
    const answer = await app.signIn(session?.agentId ?? '', live ? field.text : null);
    if (answer.verdict === 'done') onResume();
    else notify({ tone: 'danger', text: explain(texts, answer.refusal) });
  };
  const body = [
    '',
    ...wrap(locked.explained, size.columns - 6).map((one) => line([cell(`   ${one}`)])),
    '',
    live
      ? line([cell(`   ${locked.resumeLive(name)} `, 'strong'), ...fieldCells(field, true, true)], size.columns)
      : line([cell(`   ${locked.resumeTraining(name)}`, 'strong')], size.columns),
  ];
  return (
    <Frame
      title={locked.title}
      body={body}
      field={
        live
          ? {
              type: (text) => setField((state) => typeText(state, text)),
              edit: (key) => {
                const edited = editField(field, key);
                if (edited) setField((state) => editField(state, key) ?? state);
                return edited !== null;
              },
            }
          : null
      }
      offers={[
        { action: 'resume-work', run: () => undertake(resume) },
        { action: 'sign-out', run: onSignOut },
      ]}
    />
  );
}

import { useState } from 'react';
import { answer, hangUp, say } from '../../sim/drill-line.ts';
import { keyOf } from '../../ui/keymap.ts';
import type { Offer } from '../../ui/offers.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { type CallChoice, type CallTab, callTabs, choicesOf, whyNotChosen } from './call-menu.ts';
import { callLines, choicesShown, ringLines } from './call-view.ts';
import { LastDebrief } from './debrief.tsx';
import { type CallOnLine, useCall } from './use-call.ts';

/** The phone: it rings, one talks, and when the call is over the debrief is here. */
export function CallScreen() {
  const call = useCall();
  if (!call) return <LastDebrief />;
  return call.answered ? <Talking call={call} /> : <Ringing call={call} />;
}

function Ringing({ call }: { readonly call: CallOnLine }) {
  const { app, texts, size, back } = useConsole();
  const panelKey = keyOf('call-panel', texts.keys.names);
  const pickUp = () => void answer(app, call.open);
  return (
    <Frame
      title={texts.school.panel.title}
      body={ringLines(call.open.drill, texts, panelKey, size.columns)}
      offers={[
        { action: 'answer-call', run: pickUp },
        { action: 'back', run: back },
        { action: 'call-panel', run: pickUp, quiet: true },
      ]}
    />
  );
}

function Talking({ call: { open, events } }: { readonly call: CallOnLine }) {
  const { app, texts, size, back, notify } = useConsole();
  const [tab, setTab] = useState<CallTab>('ask');
  const room = { width: size.columns, height: size.rows - FRAME_LINES };
  const choices = choicesOf(tab);
  const { list, offers: moves, reset } = useList(choices, choicesShown(room), (choice) => JSON.stringify(choice));
  const chosen = choices[list.selected];
  const turn = (by: 1 | -1) => () => {
    setTab((one) => callTabs[(callTabs.indexOf(one) + by + callTabs.length) % callTabs.length] ?? one);
    reset();
  };
  return (
    <Frame
      title={texts.school.panel.title}
      body={callLines({ drill: open.drill, events, tab, choices, list }, texts, room)}
      offers={offers()}
    />
  );

  function offers(): readonly Offer[] {
    return [
      ...(chosen
        ? [
            {
              action: 'say-it' as const,
              run: () => void choose(chosen),
              disabled: whyNotChosen(chosen, events, texts),
            },
          ]
        : []),
      { action: 'next-tab', run: turn(1) },
      { action: 'previous-tab', run: turn(-1) },
      { action: 'back', run: back },
      { action: 'call-panel', run: back, quiet: true },
      ...moves,
    ];
  }

  async function choose(choice: CallChoice): Promise<void> {
    try {
      if (choice.choose === 'end') await hangUp(app, open, choice.how);
      else await say(app, open, choice);
    } catch (error) {
      notify({ tone: 'danger', text: texts.console.failed(error instanceof Error ? error.message : String(error)) });
    }
  }
}

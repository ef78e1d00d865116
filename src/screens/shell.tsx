import { useApp } from 'ink';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { App } from '../app.ts';
import { textFor } from '../text/index.ts';
import type { Language } from '../text/language.ts';
import { oneAtATime } from '../ui/key-event.ts';
import { dispatchKey, type KeyLayer, type Offer } from '../ui/offers.ts';
import { useIdle } from '../ui/use-idle.ts';
import { useKeys } from '../ui/use-keys.ts';
import { useSize } from '../ui/use-size.ts';
import { useTicking } from '../ui/use-ticking.ts';
import {
  atLeastSmallest,
  type Console,
  ConsoleProvider,
  InFrontProvider,
  type Notice,
  type Session,
} from './console-context.ts';
import { LockScreen } from './lock-screen.tsx';
import type { Route } from './routes.ts';
import { ScreenOf } from './screen-of.tsx';
import { SignInScreen } from './sign-in.tsx';
import { useBackground } from './use-background.ts';

const CLOCK_EVERY = 200;
const REVISION_EVERY = 200;
const home: readonly Route[] = [{ screen: 'queue' }];

export interface ShellProps {
  readonly app: App;
  readonly language: Language;
  /** Stops the program until the user's shell brings it back; absent where no shell can. */
  readonly onStop?: (() => Promise<void>) | undefined;
  readonly onRedraw?: (() => void) | undefined;
}

/** Holds the stack of screens, the one place where keys arrive, and what every screen shares. */
export function Shell({ app, language: first, onStop, onRedraw }: ShellProps) {
  const { exit, suspendTerminal } = useApp();
  const window = useSize();
  const [language, setLanguage] = useState(first);
  const [session, setSession] = useState<Session | null>(null);
  const [stack, setStack] = useState(home);
  const [locked, setLocked] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const layer = useRef<KeyLayer>({ offers: [], field: null });
  const texts = textFor(language);
  const now =
    useTicking(
      useCallback(() => Math.floor(app.now() / 1_000), [app]),
      CLOCK_EVERY,
    ) * 1_000;
  const revision = useTicking(
    useCallback(() => app.revision(), [app]),
    REVISION_EVERY,
  );
  const touch = useIdle(app.policy.support.idleLock, () => session && setLocked(true));
  useBackground(app, (error) => setNotice({ tone: 'danger', text: texts.console.failed(String(error)) }));

  useKeys((event) => {
    touch();
    setNotice(null);
    const { offers, field } = layer.current;
    const front: KeyLayer = helpOpen ? { offers: helpOffers(offers), field: null } : { offers, field };
    const [first, left] = front.field ? [event, null] : oneAtATime(event);
    const dispatched = dispatchKey(front, first);
    if (dispatched.outcome === 'disabled') setNotice({ tone: 'warning', text: dispatched.reason });
    return left;
  });

  /** While help is open Esc closes it; every other key closes it and does what it says there. */
  const helpOffers = (offers: readonly Offer[]): readonly Offer[] => [
    { action: 'back', run: () => setHelpOpen(false) },
    ...offers
      .filter(({ action }) => action !== 'back' && action !== 'previous-step')
      .map((offer) => (offer.action === 'help' ? offer : closingHelp(offer))),
  ];

  const closingHelp = (offer: Offer): Offer => ({
    ...offer,
    run: () => {
      setHelpOpen(false);
      offer.run();
    },
  });

  const signOut = useCallback((text: string) => {
    setSession(null);
    setLocked(false);
    setStack(home);
    setNotice({ tone: 'muted', text });
  }, []);
  useStillEnabled(app, session, revision, setSession, () => signOut(texts.console.signIn.noLongerEnabled));

  const atHome = !session || locked || stack.length === 1;
  const everywhere: readonly Offer[] = useMemo(
    () => [
      { action: 'language', run: () => setLanguage((one) => (one === 'pl' ? 'en' : 'pl')) },
      ...(session && !locked
        ? [
            { action: 'lock' as const, run: () => setLocked(true) },
            {
              action: 'sign-out' as const,
              run: () => {
                void app.perform(
                  { kind: 'agent', id: session.agentId },
                  { type: 'sign-out', agentId: session.agentId },
                );
                signOut(texts.console.signIn.signedOut);
              },
            },
          ]
        : []),
      { action: 'redraw', run: () => onRedraw?.() },
      ...(onStop ? [{ action: 'suspend' as const, run: () => void suspendTerminal(onStop) }] : []),
      { action: 'help', run: () => setHelpOpen((open) => !open) },
      // Elsewhere `q` goes back like Esc, so that no letter too many ends the work.
      ...(atHome ? [{ action: 'quit' as const, run: () => exit() }] : []),
      { action: 'quit-at-once', run: () => exit() },
    ],
    [app, session, locked, atHome, texts, signOut, onStop, suspendTerminal, onRedraw, exit],
  );

  const console: Console = {
    app,
    texts,
    window,
    size: atLeastSmallest(window),
    session,
    now,
    revision,
    notice,
    helpOpen,
    everywhere,
    go: (route) => setStack((routes) => goTo(routes, route)),
    back: () => setStack((routes) => (routes.length > 1 ? routes.slice(0, -1) : routes)),
    notify: setNotice,
    claimKeys: (claimed) => {
      layer.current = claimed;
    },
  };

  return (
    <ConsoleProvider value={console}>
      {session && (
        <InFrontProvider value={!locked}>
          {stack.map((route, depth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a screen is its place on the way back
            <InFrontProvider key={depth} value={!locked && depth === stack.length - 1}>
              <ScreenOf route={route} />
            </InFrontProvider>
          ))}
        </InFrontProvider>
      )}
      {session && locked && (
        <LockScreen onResume={() => setLocked(false)} onSignOut={() => signOut(texts.console.signIn.signedOut)} />
      )}
      {!session && <SignInScreen onSignedIn={setSession} />}
    </ConsoleProvider>
  );
}

/** Going to one of these again goes back to it instead of piling up. */
const places: readonly Route['screen'][] = ['queue', 'search', 'audit', 'approvals'];

function goTo(stack: readonly Route[], route: Route): readonly Route[] {
  const place = stack.findIndex(({ screen }) => screen === route.screen);
  return places.includes(route.screen) && place >= 0 ? stack.slice(0, place + 1) : [...stack, route];
}

/** An agent who is disabled, or gets another role, while signed in, notices it at once. */
function useStillEnabled(
  app: App,
  session: Session | null,
  revision: number,
  onChanged: (session: Session) => void,
  onGone: () => void,
): void {
  const latest = useRef({ onChanged, onGone });
  latest.current = { onChanged, onGone };
  useEffect(() => {
    if (!session || revision < 0) return;
    const look = async (): Promise<void> => {
      const me = (await app.ask.agents()).find(({ agentId }) => agentId === session.agentId);
      if (me?.status !== 'enabled') latest.current.onGone();
      else if (me.role !== session.role) latest.current.onChanged({ ...session, role: me.role });
    };
    void look();
  }, [app, session, revision]);
}

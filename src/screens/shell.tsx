import { useApp, useIsScreenReaderEnabled } from 'ink';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { App } from '../app.ts';
import { MINUTE, type Realm, SECOND } from '../domain/ids.ts';
import { maySeeReports, type Role } from '../domain/permissions.ts';
import type { CalledScenario } from '../sim/drill.ts';
import type { Texts } from '../text/en.ts';
import { loadTexts } from '../text/load.ts';
import { oneAtATime } from '../ui/key-event.ts';
import { keyLabel, keyOf } from '../ui/keymap.ts';
import { dispatchKey, type KeyLayer, type Offer } from '../ui/offers.ts';
import { useIdle } from '../ui/use-idle.ts';
import { useKeys } from '../ui/use-keys.ts';
import { TroubleProvider } from '../ui/use-question.ts';
import { useSize } from '../ui/use-size.ts';
import { useTicking } from '../ui/use-ticking.ts';
import {
  atLeastSmallest,
  type Console,
  ConsoleProvider,
  InFrontProvider,
  type Notice,
  type Overlay,
  READ_ALOUD,
  type Save,
  type SaveTable,
  type Session,
} from './console-context.ts';
import { broken, explain } from './explain.ts';
import { LockScreen } from './lock-screen.tsx';
import type { Owed } from './owed.ts';
import type { Route } from './routes.ts';
import { ScreenOf } from './screen-of.tsx';
import { SignInScreen } from './sign-in.tsx';
import { whyNoStage } from './stage/why-not.ts';
import { useBackground } from './use-background.ts';
import { useTrouble } from './use-trouble.ts';
import { goTo, viewOffers } from './views.ts';

const CLOCK_EVERY = 200;
const REVISION_EVERY = 200;
const NO_CALLS: readonly CalledScenario[] = [];
const CallWatch = lazy(async () => ({ default: (await import('./school/call-watch.tsx')).CallWatch }));

/** Where the console opens beyond the queue. */
export interface Start {
  readonly as: string | null;
  readonly at: Route;
  readonly calls?: readonly CalledScenario[];
}

export interface ShellProps {
  readonly app: App;
  /** In the language it begins with. */
  readonly texts: Texts;
  /** In training: on this screen, and signed in at once when it says as whom. */
  readonly start?: Start | undefined;
  /** Stops the program until the user's shell brings it back; absent where no shell can. */
  readonly onStop?: (() => Promise<void>) | undefined;
  readonly save?: Save | undefined;
  readonly saveTable?: SaveTable | undefined;
  /** What has to be given back before the program ends; whoever ends it sees to that. */
  readonly owed?: Owed | undefined;
  readonly onRedraw?: (() => void) | undefined;
}

/** Where one is after signing in. A place that was not opened for one person stays open for whoever comes next. */
function homeOf(start?: Start): readonly Route[] {
  return [{ screen: 'queue' }, ...(start?.as === null ? [start.at] : [])];
}

/** Holds the stack of screens, the one place where keys arrive, and what every screen shares. */
export function Shell({ app, texts: first, start, save, saveTable, owed, onStop, onRedraw }: ShellProps) {
  const { exit, suspendTerminal } = useApp();
  const terminal = useSize();
  const aloud = useIsScreenReaderEnabled();
  const window = aloud ? READ_ALOUD : terminal;
  const [texts, setTexts] = useState(first);
  const [session, setSession] = useState<Session | null>(null);
  const home = useMemo(() => homeOf(start), [start]);
  const [stack, setStack] = useState(start ? [...homeOf(), start.at] : home);
  const [awaited, setAwaited] = useState(start?.as ?? null);
  const [locked, setLocked] = useState(false);
  const [overlay, cover] = useState<Overlay>(null);
  const [strip, setStrip] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const debts = useMemo<Owed>(() => owed ?? new Set(), [owed]);
  const layer = useRef<KeyLayer>({ offers: [], field: null });
  const clockStep = aloud ? MINUTE : SECOND;
  const now =
    useTicking(
      useCallback(() => Math.floor(app.now() / clockStep), [app, clockStep]),
      CLOCK_EVERY,
    ) * clockStep;
  const revision = useTicking(
    useCallback(() => app.revision(), [app]),
    REVISION_EVERY,
  );
  const { trouble, hear } = useTrouble(texts);
  const touch = useIdle(app.policy.support.idleLock, () => session && setLocked(true));
  const fail = useCallback(
    (error: unknown) => setNotice({ tone: 'danger', text: texts.console.failed(broken(error)) }),
    [texts],
  );
  const undertake = useCallback<Console['undertake']>((work) => void work().catch(fail), [fail]);
  const switchLanguage = useCallback(
    () => undertake(async () => setTexts(await loadTexts(texts.language === 'pl' ? 'en' : 'pl'))),
    [texts, undertake],
  );
  useBackground(app, fail);

  useKeys((event) => {
    touch();
    setNotice(null);
    const front = layer.current;
    if (event.kind === 'paste') {
      front.field?.type(event.text);
      return null;
    }
    const [first, left] = front.field ? [event, null] : oneAtATime(event);
    const dispatched = dispatchKey(front, first);
    if (dispatched.outcome === 'disabled') setNotice({ tone: 'warning', text: dispatched.reason });
    const idle = dispatched.outcome === 'nothing' && (first.kind === 'text' ? first.text : first.name);
    if (idle && (first.kind === 'text' || idle === 'enter'))
      setNotice({ tone: 'muted', text: idleKey(idle, front.field !== null) });
    return left;
  });

  /** A letter, or Enter, that means nothing here says so. */
  const idleKey = (key: string, typing: boolean): string => {
    const { names } = texts.keys;
    return texts.console.idleKey(keyLabel(key === ' ' ? 'space' : key, names), keyOf('help', names, typing));
  };
  const go = useCallback((route: Route) => setStack((routes) => goTo(routes, route)), []);
  const signOut = useCallback(
    (text: string) => {
      setSession(null);
      setLocked(false);
      setStack(home);
      setAwaited(null);
      setNotice({ tone: 'muted', text });
    },
    [home],
  );
  const leave = useCallback(() => {
    if (!session) return;
    const { agentId } = session;
    undertake(() => app.perform({ kind: 'agent', id: agentId }, { type: 'sign-out', agentId }));
    signOut(texts.console.signIn.signedOut);
  }, [app, session, texts, undertake, signOut]);
  useStillEnabled(app, session, revision, {
    undertake,
    onChanged: setSession,
    onGone: () => signOut(texts.console.signIn.noLongerEnabled),
  });

  const atHome = !session || locked || stack.length === 1;
  const everywhere: readonly Offer[] = useMemo(
    () => [
      { action: 'palette', run: () => cover((one) => (one === 'palette' ? null : 'palette')) },
      { action: 'language', run: switchLanguage },
      ...(session && !locked
        ? [
            ...(strip === null
              ? []
              : [{ action: 'call-panel' as const, run: () => go({ screen: 'call' }), quiet: true as const }]),
            ...viewOffers(stack.at(-1), go, whyClosed(app.realm, session.role, texts)),
            { action: 'lock' as const, run: () => setLocked(true) },
            { action: 'sign-out' as const, run: leave },
          ]
        : []),
      { action: 'redraw', run: () => onRedraw?.() },
      ...(onStop ? [{ action: 'suspend' as const, run: () => void suspendTerminal(onStop) }] : []),
      { action: 'help', run: () => cover((one) => (one === 'help' ? null : 'help')) },
      // Elsewhere `q` goes back like Esc, so that no letter too many ends the work.
      ...(atHome ? [{ action: 'quit' as const, run: () => exit() }] : []),
      { action: 'quit-at-once', run: () => exit() },
    ],
    [
      app,
      session,
      locked,
      strip,
      stack,
      go,
      atHome,
      texts,
      leave,
      onStop,
      suspendTerminal,
      onRedraw,
      exit,
      switchLanguage,
    ],
  );

  const console: Console = {
    app,
    texts,
    window,
    size: atLeastSmallest(window),
    session,
    now,
    revision,
    save: save ?? null,
    aloud,
    saveTable: saveTable ?? null,
    owed: debts,
    notice: notice ?? trouble ?? standingClock(app, stack, texts),
    strip: session && !locked ? strip : null,
    ownCalls: start?.calls ?? NO_CALLS,
    overlay,
    everywhere,
    go,
    back: () => setStack((routes) => (routes.length > 1 ? routes.slice(0, -1) : routes)),
    notify: setNotice,
    undertake,
    cover,
    claimKeys: (claimed) => {
      layer.current = claimed;
    },
  };

  return (
    <ConsoleProvider value={console}>
      <TroubleProvider value={hear}>
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
        {session && app.world && (
          <Suspense fallback={null}>
            <CallWatch atPhone={!locked && stack.at(-1)?.screen === 'call'} onStrip={setStrip} />
          </Suspense>
        )}
        {session && locked && <LockScreen onResume={() => setLocked(false)} onSignOut={leave} />}
        {!session && <SignInScreen as={awaited} onSignedIn={setSession} onRefused={() => setAwaited(null)} />}
      </TroubleProvider>
    </ConsoleProvider>
  );
}

/** A stage in another terminal may hold the training clock, or have been killed while it did: then no SMS comes here either. */
function standingClock({ world }: App, stack: readonly Route[], { console: say }: Texts): Notice | null {
  if (world?.clockSetting().speed !== 0) return null;
  const ours = stack.some(({ screen }) => screen === 'stage' || screen === 'replay');
  return ours ? null : { tone: 'muted', text: say.clockStands };
}

/** An agent who is disabled, or gets another role, while signed in, notices it at once. */
function useStillEnabled(
  app: App,
  session: Session | null,
  revision: number,
  hearing: Pick<Console, 'undertake'> & {
    readonly onChanged: (session: Session) => void;
    readonly onGone: () => void;
  },
): void {
  const latest = useRef(hearing);
  latest.current = hearing;
  useEffect(() => {
    if (!session || revision < 0) return;
    const look = async (): Promise<void> => {
      const me = (await app.ask.agents()).find(({ agentId }) => agentId === session.agentId);
      if (me?.status !== 'enabled') latest.current.onGone();
      else if (me.role !== session.role) latest.current.onChanged({ ...session, role: me.role });
    };
    latest.current.undertake(look);
  }, [app, session, revision]);
}

/** Why some views stay closed for this person on this file. */
function whyClosed(realm: Realm, role: Role, texts: Texts) {
  const school = realm === 'live' ? explain(texts, { code: 'training-only' }) : undefined;
  const reports = maySeeReports(role, realm) ? undefined : texts.reports.closed;
  const agents = role === 'supervisor' || role === 'auditor' ? undefined : texts.staff.supervisorsOnly;
  return { school, reports, agents, stage: whyNoStage(realm, role, texts) };
}

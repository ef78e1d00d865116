import { useState } from 'react';
import type { AuditEntry } from '../../domain/audit.ts';
import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import { cell, line } from '../../ui/cells.ts';
import { beside, panel, tall } from '../../ui/layout.ts';
import { type ListMove, listMoves, moveList } from '../../ui/list-state.ts';
import type { Offer } from '../../ui/offers.ts';
import { table } from '../../ui/table.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { auditColumns } from '../audit/audit-view.ts';
import {
  abortOffer,
  closeOffers,
  freezeOffer,
  phoneOffer,
  resetOffer,
  unlockOffer,
  verifyOffer,
} from '../change/change-offers.ts';
import { useConsole } from '../console-context.ts';
import { CopyFrame } from '../copy-frame.tsx';
import { accountValues } from '../copyable.ts';
import { FRAME_LINES } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { closedUp, layoutOf, mostPressing, type PanelName, topWidthOf } from './account-layout.ts';
import { activationLines, certificateTable, subscriberLines, type ViewSettings } from './account-view.ts';
import { attemptLines } from './attempts-view.ts';
import { findingWords, firstFinding, nextAction } from './diagnosis-view.ts';

const ENTRIES = 50;
const CERTIFICATES_SHOWN = 3;

/** One subscriber: who they are, their certificates, where the activation stands, every SMS attempt, and the audit. */
export function AccountScreen({ route }: { readonly route: Extract<Route, { screen: 'account' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, session, go, back } = console;
  const { customerId } = route;
  const asked = useQuestion(async () => {
    const account = mineFirst(await app.ask.account(customerId, app.now()));
    const serials = account?.certificates.map(({ certificate }) => certificate.serial) ?? [];
    const whys = await Promise.all(serials.map((serial) => app.ask.diagnosis(serial, app.now())));
    const entries = await app.ask.audit({ customerId, limit: ENTRIES });
    return { view: account, entries, whys };
  }, `${revision} ${customerId} ${nextDeadlinePassed()}`);
  const [chosen, setChosen] = useState<string | null>(route.serial);
  const [focus, setFocus] = useState<PanelName>('attempts');
  const [scroll, setScroll] = useState(0);
  const view = asked.answer?.view;
  const certificates = view?.certificates ?? [];
  const wanted = certificates.findIndex(({ certificate }) => certificate.serial === chosen);
  const place = wanted < 0 ? mostPressing(certificates) : wanted;
  const current = certificates[place];

  if (!view || !current) return bare(view);
  const room = { columns: size.columns, rows: size.rows - FRAME_LINES };
  const why = asked.answer?.whys[place] ?? null;
  const settings = (width: number): ViewSettings => ({ texts, now, width, policy: app.policy });
  const top = closedUp(topLines(view, current, settings(topWidthOf(room))), room);
  const panelSettings = settings(layoutOf(room, top.length, 0).panelWidth);
  const lists = panelLines(current, asked.answer?.entries ?? [], panelSettings);
  const layout = layoutOf(room, top.length, lists.attempts.length);
  const visible = Math.max(1, layout.heights[focus]);
  const lastTop = Math.max(0, lists[focus].length - visible);
  const from = Math.min(scroll, lastTop);

  return (
    <CopyFrame
      title={texts.console.account.title}
      body={body()}
      offers={offers(view, current)}
      values={accountValues(view, current)}
    />
  );

  function body(): readonly string[] {
    switch (layout.kind) {
      case 'columns':
        return beside(
          tall([...top, ...whyInFull()], room.rows),
          [...drawnPanel('attempts'), ...drawnPanel('audit')],
          layout.topWidth,
        );
      case 'stacked':
        return [...top, '', ...drawnPanel('attempts'), '', ...drawnPanel('audit')];
      case 'single':
        return [...top, '', ...drawnPanel(focus)];
    }
  }

  /** Where there is room, what speaks for the first cause and what to say need no key. */
  function whyInFull(): readonly string[] {
    const first = firstFinding(why);
    return first ? ['', ...findingWords(first, { texts, width: layout.topWidth })] : [];
  }

  function drawnPanel(name: PanelName): readonly string[] {
    const height = layout.heights[name];
    const first = name === focus ? from : 0;
    const { account: words } = texts.console;
    const arrows = `${first > 0 ? ' ↑' : ''}${first + height < lists[name].length ? ' ↓' : ''}`;
    const other = layout.kind === 'single' ? ` · Tab: ${words[name === 'attempts' ? 'audit' : 'attempts']}` : '';
    const lines = tall(lists[name].slice(first, first + height), height);
    return panel(`${words[name]}${arrows}${other}`, lines, layout.panelWidth, name === focus);
  }

  function topLines(account: AccountView, one: CertificateView, own: ViewSettings): readonly string[] {
    const list = certificateTable(texts, own.width);
    const shownFrom = Math.max(0, Math.min(place - 1, certificates.length - CERTIFICATES_SHOWN));
    const shown = certificates.slice(shownFrom, shownFrom + CERTIFICATES_SHOWN);
    return [
      ...subscriberLines(account, own),
      '',
      list.heading,
      ...shown.map((certificate) => list.row(certificate, certificate === one)),
      '',
      ...activationLines(account.account, one, own, {
        diagnosis: why,
        moreBy: 'diagnosis',
        own: session?.ownCustomerId === customerId,
      }),
    ];
  }

  function panelLines(one: CertificateView, entries: readonly AuditEntry[], own: ViewSettings) {
    const log = table(auditColumns(texts, false), own.width);
    const { noAudit } = texts.console.account;
    return {
      attempts: attemptLines(one.attempts, own),
      audit:
        entries.length > 0 ? entries.map((entry) => log.row(entry, false)) : [line([cell(` ${noAudit}`, 'muted')])],
    };
  }

  function offers(account: AccountView, one: CertificateView): readonly Offer[] {
    const step = (by: number) => () => setChosen(certificates[place + by]?.certificate.serial ?? chosen);
    const { serial } = one.certificate;
    const unlock = unlockOffer(console, account.account, one);
    const toUnlock = unlock.disabled === undefined;
    const closing = closeOffers(console, account);
    // Where there is nothing to unlock, `u` only says why.
    const helping: readonly Offer[] = [
      ...(toUnlock ? [unlock] : []),
      { action: 'diagnosis', run: () => go({ screen: 'diagnosis', customerId, serial }) },
      { action: 'walkthrough', run: () => go({ screen: 'walkthrough', customerId, serial }) },
      ...closing,
      verifyOffer(console, account.account, one),
      ...(toUnlock ? [] : [unlock]),
      abortOffer(console, account.account, one),
      resetOffer(console, account.account, one),
      phoneOffer(console, account.account, one),
      freezeOffer(console, account.account, one),
    ];
    return [
      ...nextFirst(helping, closing.length > 0),
      { action: 'account-past', run: () => go({ screen: 'past', customerId, serial }) },
      ...(certificates.length > 1
        ? [
            { action: 'next-certificate' as const, run: step(1) },
            { action: 'previous-certificate' as const, run: step(-1) },
          ]
        : []),
      { action: 'next-panel', run: otherPanel },
      { action: 'previous-panel', run: otherPanel },
      { action: 'back', run: back },
      { action: 'search', run: () => go({ screen: 'search', number: 1 }) },
      ...listMoves.map((move) => ({ action: move, run: () => setScroll((top) => scrolled(top, move)) })),
    ];
  }

  /** What the cause asks for is the first key, if it is possible now; a caller who is in a case is verified already. */
  function nextFirst(helping: readonly Offer[], inCase: boolean): readonly Offer[] {
    const first = firstFinding(why);
    const next = first && first.confidence !== 'possible' && nextAction[first.cause];
    const isNext = ({ action, disabled }: Offer) =>
      action === next && disabled === undefined && action !== 'walkthrough' && !(inCase && action === 'verify-caller');
    return helping[0]?.action === 'unlock-activation'
      ? helping
      : helping.toSorted((one, other) => Number(isNext(other)) - Number(isNext(one)));
  }

  /** Lines are scrolled, not chosen: the window itself moves. */
  function scrolled(top: number, move: ListMove): number {
    return moveList({ selected: Math.min(top, lastTop), top: 0 }, move, lastTop + 1, visible).selected;
  }

  function otherPanel(): void {
    setFocus((name) => (name === 'attempts' ? 'audit' : 'attempts'));
    setScroll(0);
  }

  /** Moves when a deadline on screen passes, so that the account is asked for again. */
  function nextDeadlinePassed(): number {
    return Math.floor(now / 5_000);
  }

  /** Of several open cases the one that is with me is the call I am in. */
  function mineFirst(known: AccountView | null): AccountView | null {
    const isMine = ({ agentId }: AccountView['cases'][number]) => Number(agentId === session?.agentId);
    return known && { ...known, cases: known.cases.toSorted((one, other) => isMine(other) - isMine(one)) };
  }

  function bare(known: AccountView | null | undefined) {
    const { account, loading } = { account: texts.console.account, loading: texts.console.loading };
    const body = known
      ? [
          ...subscriberLines(known, { texts, now, width: size.columns, policy: app.policy }),
          '',
          ` ${account.noCertificates}`,
        ]
      : [` ${known === null ? account.gone : loading}`];
    const values = known ? accountValues(known, undefined) : [];
    return <CopyFrame title={account.title} body={body} offers={[{ action: 'back', run: back }]} values={values} />;
  }
}

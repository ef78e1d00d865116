import { useState } from 'react';
import type { AuditEntry } from '../domain/audit.ts';
import type { AccountView, CertificateView } from '../domain/read-models.ts';
import { cell, line } from '../ui/cells.ts';
import { beside, panel, tall } from '../ui/layout.ts';
import { atStart, type ListState, listMoves, moveList, settleList } from '../ui/list-state.ts';
import type { Offer } from '../ui/offers.ts';
import { table } from '../ui/table.ts';
import { useQuestion } from '../ui/use-question.ts';
import { activationLines, certificateTable, subscriberLines, type ViewSettings } from './account-view.ts';
import { attemptLines } from './attempts-view.ts';
import { auditColumns } from './audit-view.ts';
import { useConsole } from './console-context.ts';
import { FRAME_LINES, Frame } from './frame.tsx';
import type { Route } from './routes.ts';
import { whyNoUnlock } from './unlock-offer.ts';

const ENTRIES = 50;
const WIDE = 120;
const LEFT = 66;
const panels = ['attempts', 'audit'] as const;
const CERTIFICATES_SHOWN = 3;

/** One subscriber: who they are, their certificates, where the activation stands, every SMS attempt, and the audit. */
export function AccountScreen({ route }: { readonly route: Extract<Route, { screen: 'account' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, go, back } = console;
  const { customerId } = route;
  const asked = useQuestion(
    async () => ({
      view: await app.ask.account(customerId, app.now()),
      entries: await app.ask.audit({ customerId, limit: ENTRIES }),
    }),
    `${revision} ${customerId} ${nextDeadlinePassed()}`,
  );
  const [chosen, setChosen] = useState<string | null>(route.serial);
  const [focus, setFocus] = useState<(typeof panels)[number]>('attempts');
  const [scroll, setScroll] = useState<ListState>(atStart);
  const view = asked.answer?.view;
  const certificates = view?.certificates ?? [];
  const place = Math.max(
    0,
    certificates.findIndex(({ certificate }) => certificate.serial === chosen),
  );
  const current = certificates[place];

  if (!view || !current) return bare(view);
  const wide = size.columns >= WIDE;
  const rows = size.rows - FRAME_LINES;
  const settings = (width: number): ViewSettings => ({ texts, now, width, policy: app.policy });
  const top = topLines(view, current, settings(wide ? LEFT : size.columns));
  const lower = wide ? rows : rows - top.length - 1;
  const lists = lowerPanels(
    current,
    asked.answer?.entries ?? [],
    settings(wide ? size.columns - LEFT - 3 : size.columns),
  );
  const scrollable = lists[focus].length;
  const visible = Math.max(1, (wide ? Math.floor(rows / 2) : lower) - 1);
  const from = settleList(scroll, scrollable, visible).top;

  const body = wide
    ? beside(
        tall(top, rows),
        [...drawnPanel('attempts', Math.ceil(rows / 2) - 1), ...drawnPanel('audit', Math.floor(rows / 2) - 1)],
        LEFT,
      )
    : [...top, '', ...drawnPanel(focus, lower - 1)];

  return <Frame title={texts.console.account.title} body={body} offers={offers(view, current)} />;

  function drawnPanel(name: (typeof panels)[number], height: number): readonly string[] {
    const width = wide ? size.columns - LEFT - 3 : size.columns;
    const lines = name === focus ? lists[name].slice(from, from + height) : lists[name].slice(0, height);
    const others = wide ? '' : ` · Tab: ${texts.console.account[name === 'attempts' ? 'audit' : 'attempts']}`;
    return panel(`${texts.console.account[name]}${others}`, tall(lines, height), width, name === focus);
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
      ...activationLines(one, own),
    ];
  }

  function lowerPanels(one: CertificateView, entries: readonly AuditEntry[], own: ViewSettings) {
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
    return [
      {
        action: 'unlock-activation',
        run: () => go({ screen: 'unlock', customerId, serial }),
        disabled: whyNoUnlock(console, account.account, one),
      },
      ...(certificates.length > 1
        ? [
            { action: 'next-certificate' as const, run: step(1) },
            { action: 'previous-certificate' as const, run: step(-1) },
          ]
        : []),
      { action: 'next-panel', run: otherPanel },
      { action: 'previous-panel', run: otherPanel },
      { action: 'search', run: () => go({ screen: 'search' }) },
      { action: 'back', run: back },
      ...listMoves.map((move) => ({
        action: move,
        run: () => setScroll((state) => scrolled(state, move)),
      })),
    ];
  }

  /** Lines are scrolled, not chosen: the window itself moves. */
  function scrolled(state: ListState, move: (typeof listMoves)[number]): ListState {
    const last = Math.max(0, scrollable - visible);
    const { selected } = moveList({ selected: Math.min(state.top, last), top: 0 }, move, last + 1, visible);
    return { selected, top: selected };
  }

  function otherPanel(): void {
    setFocus((name) => (name === 'attempts' ? 'audit' : 'attempts'));
    setScroll(atStart);
  }

  /** Moves when a deadline on screen passes, so that the account is asked for again. */
  function nextDeadlinePassed(): number {
    return Math.floor(now / 5_000);
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
    return <Frame title={account.title} body={body} offers={[{ action: 'back', run: back }]} />;
  }
}

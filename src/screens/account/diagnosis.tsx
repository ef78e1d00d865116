import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import { cell, line } from '../../ui/cells.ts';
import type { Offer } from '../../ui/offers.ts';
import { useQuestion } from '../../ui/use-question.ts';
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
import { Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { useList } from '../use-list.ts';
import { subscriberLines } from './account-view.ts';
import { findingDetail, findingRows, nextAction, openQuestions } from './diagnosis-view.ts';

/** Causes listed at once; there are hardly ever more. */
const MOST_SHOWN = 6;
const ASK_AGAIN_EVERY = 5_000;

/** Why this caller is stuck: every cause with what speaks for it, what to say, and the next key. */
export function DiagnosisScreen({ route }: { readonly route: Extract<Route, { screen: 'diagnosis' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, back } = console;
  const { customerId, serial } = route;
  const { answer } = useQuestion(
    async () => ({
      view: await app.ask.account(customerId, app.now()),
      diagnosis: await app.ask.diagnosis(serial, app.now()),
    }),
    `${revision} ${serial} ${Math.floor(now / ASK_AGAIN_EVERY)}`,
  );
  const findings = answer?.diagnosis?.findings ?? [];
  const { list, offers: moves } = useList(findings, MOST_SHOWN, ({ cause }) => cause);
  const certificate = answer?.view?.certificates.find((one) => one.certificate.serial === serial);
  const chosen = findings[list.selected];

  return <Frame title={texts.diagnosis.title} body={body()} offers={offers()} />;

  function body(): readonly string[] {
    if (!answer?.view || !answer.diagnosis) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    const width = size.columns;
    const [who = ''] = subscriberLines(answer.view, { texts, now, width, policy: app.policy });
    if (!chosen) return [who, '', ...openQuestions(answer.diagnosis, texts, width)];
    const toUnlock = certificate !== undefined && isUnlockable(answer.view, certificate);
    const rows = findingRows(findings, list.selected, texts, width).slice(list.top, list.top + MOST_SHOWN);
    return [who, '', ...rows, '', ...findingDetail(chosen, { toUnlock, texts, width })];
  }

  /** Whoever may not, or must not, unlock it is not told to. */
  function isUnlockable({ account }: AccountView, one: CertificateView): boolean {
    return unlockOffer(console, account, one).disabled === undefined;
  }

  function offers(): readonly Offer[] {
    const about = answer?.view && certificate ? ([console, answer.view.account, certificate] as const) : null;
    const helping = about
      ? [
          unlockOffer(...about),
          { action: 'walkthrough' as const, run: () => console.go({ screen: 'walkthrough', customerId, serial }) },
          verifyOffer(...about),
          abortOffer(...about),
          resetOffer(...about),
          phoneOffer(...about),
          freezeOffer(...about),
        ]
      : [];
    const toUnlock = answer?.view && certificate && isUnlockable(answer.view, certificate);
    // What comes next is the first key: the lock, or what the cause asks for.
    const next = toUnlock ? 'unlock-activation' : chosen && nextAction[chosen.cause];
    const sorted = helping.toSorted((one, other) => Number(other.action === next) - Number(one.action === next));
    const closing = answer?.view ? closeOffers(console, answer.view) : [];
    return [...closing, ...sorted, { action: 'back', run: back }, ...moves];
  }
}

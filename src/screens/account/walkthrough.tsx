import { useState } from 'react';
import { hasLapsed } from '../../domain/gate.ts';
import type { Instant } from '../../domain/ids.ts';
import type { AccountView } from '../../domain/read-models.ts';
import { walkOf } from '../../domain/walkthrough.ts';
import { callerScreens } from '../../sim/caller-screens.ts';
import { cell, line } from '../../ui/cells.ts';
import { beside, tall } from '../../ui/layout.ts';
import type { Offer } from '../../ui/offers.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { abortOffer, closeOffers, unlockOffer } from '../change/change-offers.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { subscriberLines } from './account-view.ts';
import { callerLines, sentencesOf, wayLines } from './walkthrough-view.ts';

const ASK_AGAIN_EVERY = 5_000;
/** Of the width that the caller's screens get, and the most of it. */
const SHARE = 0.46;
const WIDEST = 60;
const BAR = 3;

/** The caller taken through the activation: what they see, what to say, one sentence at a time; it follows the record. */
export function WalkthroughScreen({ route }: { readonly route: Extract<Route, { screen: 'walkthrough' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, go, back } = console;
  const { customerId, serial } = route;
  const { answer } = useQuestion(
    async () => {
      const view = await app.ask.account(customerId, app.now());
      const certificate = view?.certificates.find((one) => one.certificate.serial === serial);
      return view && certificate ? { view, certificate, screens: await callerScreens(app, certificate) } : null;
    },
    `${revision} ${serial} ${Math.floor(now / ASK_AGAIN_EVERY)}`,
  );
  const [openedAt] = useState(now);
  const [spoken, setSpoken] = useState({ at: '', place: 0 });

  if (!answer) {
    const text = answer === null ? texts.console.account.gone : texts.console.loading;
    return <Frame title={texts.walkthrough.title} body={[` ${text}`]} offers={[{ action: 'back', run: back }]} />;
  }
  const { view, certificate, screens } = answer;
  const record = { account: view.account, certificate, scanned: screens.scanned, calledAt: calledAt(view) };
  const walk = walkOf(record, now, app.policy);
  const at = walk.on === 'way' ? walk.step : walk.barrier;
  const sentences = sentencesOf(walk, texts);
  // Another step begins with its first sentence.
  const place = spoken.at === at ? Math.min(spoken.place, sentences.length - 1) : 0;

  return <Frame title={texts.walkthrough.title} body={body()} offers={offers()} />;

  function body(): readonly string[] {
    const width = Math.min(WIDEST, Math.floor(size.columns * SHARE));
    const settings = { texts, now, policy: app.policy, width: size.columns };
    const [who = ''] = subscriberLines(view, settings);
    const height = size.rows - FRAME_LINES - 2;
    const left = callerLines({ ...screens, walk }, { texts, now, width, height });
    const right = wayLines(walk, place, { texts, now, width: size.columns - width - BAR - 1, height });
    // Read aloud, what to say comes before what the caller sees.
    if (console.aloud) return [who, ...right, ...left];
    return [who, line([cell('')]), ...beside(tall(left, height), tall(right, height), width)];
  }

  /** When the call began: its case, while what the caller proved still holds, tells it also to whoever takes it over. */
  function calledAt({ cases }: AccountView): Instant {
    const current = cases.filter(
      ({ verification }) => verification.status === 'passed' && !hasLapsed(verification, now, app.policy),
    );
    return Math.min(openedAt, ...current.map((one) => one.openedAt));
  }

  function offers(): readonly Offer[] {
    const say = (by: number) => () => setSpoken({ at, place: place + by });
    const closing = closeOffers(console, view);
    const unlock = unlockOffer(console, view.account, certificate);
    // What the step is about comes first.
    return [
      ...(at === 'done' ? closing : []),
      ...(at === 'locked' ? [unlock] : []),
      {
        action: 'next-sentence',
        run: say(1),
        ...(place + 1 < sentences.length ? {} : { disabled: texts.walkthrough.lastSentence }),
      },
      {
        action: 'previous-sentence',
        run: say(-1),
        ...(place > 0 ? {} : { disabled: texts.walkthrough.firstSentence }),
      },
      ...(at === 'locked' ? [] : [unlock]),
      { action: 'diagnosis', run: () => go({ screen: 'diagnosis', customerId, serial }) },
      abortOffer(console, view.account, certificate),
      ...(at === 'done' ? [] : closing),
      { action: 'back', run: back },
    ];
  }
}

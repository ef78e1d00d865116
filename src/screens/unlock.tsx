import { useState } from 'react';
import type { CertificateView } from '../domain/read-models.ts';
import { reasonCodes } from '../domain/situation.ts';
import { cell, line, wrap } from '../ui/cells.ts';
import type { FieldFocus, Offer } from '../ui/offers.ts';
import { useQuestion } from '../ui/use-question.ts';
import type { ViewSettings } from './account-view.ts';
import { useConsole } from './console-context.ts';
import { explain } from './explain.ts';
import { Frame } from './frame.tsx';
import type { Route } from './routes.ts';
import { whyNoUnlock } from './unlock-offer.ts';
import {
  backward,
  editIn,
  emptyForm,
  fieldOf,
  forward,
  mark,
  missingIn,
  moveInStep,
  typeInto,
  type UnlockForm,
} from './unlock-state.ts';
import { nameOf, stepLines, subjectLines, type UnlockSubject } from './unlock-view.ts';
import { carryOutUnlock, recordFailedVerification, type UnlockResult } from './unlock-work.ts';

type Progress = { readonly kind: 'filling' } | { readonly kind: 'working' } | UnlockResult;

/** From a ticket to an unlocked activation in four steps; nothing happens before the last, and Esc always goes one back. */
export function UnlockScreen({ route }: { readonly route: Extract<Route, { screen: 'unlock' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, session, back, notify } = console;
  const { unlock } = texts.console;
  const { customerId, serial } = route;
  const [form, setForm] = useState<UnlockForm>(emptyForm);
  const [progress, setProgress] = useState<Progress>({ kind: 'filling' });
  // What was locked when the agent came here: the result tells of it after it has changed.
  const [began, setBegan] = useState<CertificateView | null>(null);
  const { answer } = useQuestion(() => app.ask.account(customerId, app.now()), `${revision} ${customerId}`);
  const view = answer?.certificates.find(({ certificate }) => certificate.serial === serial);
  if (!answer || !view)
    return <Frame title={unlock.title} body={[` ${texts.console.loading}`]} offers={[{ action: 'back', run: back }]} />;
  if (!began) setBegan(view);

  const subject: UnlockSubject = {
    account: answer.account,
    view: progress.kind === 'filling' ? view : (began ?? view),
  };
  const settings: ViewSettings = { texts, now, width: size.columns, policy: app.policy };
  if (progress.kind !== 'filling') return <Frame title={unlock.title} body={resultLines()} offers={resultOffers()} />;

  const prevented = whyNoUnlock(console, answer.account, view);
  return (
    <Frame
      title={unlock.title}
      body={[...subjectLines(subject, settings), ...stepLines(form, subject, settings)]}
      offers={offers()}
      field={field()}
    />
  );

  function offers(): readonly Offer[] {
    const step = (by: 1 | -1) => () => setForm((state) => moveInStep(state, by, reasonCodes));
    const goBack: Offer = {
      action: 'previous-step',
      run: () => {
        const previous = backward(form);
        if (previous) setForm(previous);
        else back();
      },
    };
    if (form.step === 'confirm') {
      return [{ action: 'confirm-change', run: () => void work(carryOutUnlock), disabled: prevented }, goBack];
    }
    const marking: readonly Offer[] =
      form.step === 'verify'
        ? [
            { action: 'toggle-check', run: () => setForm((state) => mark(state, 'passed')) },
            { action: 'fail-check', run: () => setForm((state) => mark(state, 'failed')) },
          ]
        : [];
    const failed = Object.values(form.checks).includes('failed');
    const failing: readonly Offer[] =
      form.step === 'verify'
        ? [
            {
              action: 'record-failure',
              run: () => void work(recordFailedVerification),
              disabled: failed ? undefined : unlock.nothingMarked,
            },
          ]
        : [];
    return [
      // After a wrong answer, recording it is the next sensible step.
      ...(failed ? failing : []),
      { action: 'next-step', run: () => setForm(forward), disabled: stillMissing() },
      ...marking,
      goBack,
      ...(failed ? [] : failing),
      { action: 'up', run: step(-1) },
      { action: 'down', run: step(1) },
    ];
  }

  function field(): FieldFocus | null {
    if (!fieldOf(form)) return null;
    return {
      type: (text) => setForm((state) => typeInto(state, text)),
      edit: (key) => {
        if (!editIn(form, key)) return false;
        setForm((state) => editIn(state, key) ?? state);
        return true;
      },
    };
  }

  function stillMissing(): string | undefined {
    if (prevented) return prevented;
    if (form.step === 'reason' && !form.inNote) return undefined;
    const missing = missingIn(form, app.policy.support.verificationPoints);
    if (!missing) return undefined;
    switch (missing.what) {
      case 'ticket':
        return unlock.ticketWrong;
      case 'points':
        return unlock.pointsMissing(missing.missing);
      case 'wrong-answer':
        return unlock.someFailed;
      case 'note':
        return unlock.noteMissing;
    }
  }

  async function work(what: typeof carryOutUnlock): Promise<void> {
    if (!session) return;
    setBegan(view ?? null);
    setProgress({ kind: 'working' });
    try {
      setProgress(await what({ app, session, customerId, serial, form }));
    } catch (error) {
      setProgress({ kind: 'filling' });
      notify({ tone: 'danger', text: texts.console.failed(error instanceof Error ? error.message : String(error)) });
    }
  }

  function resultOffers(): readonly Offer[] {
    if (progress.kind === 'working') return [];
    const again: Offer = {
      action: 'back',
      run: () => (progress.kind === 'refused' ? setProgress({ kind: 'filling' }) : back()),
    };
    return [{ action: 'finish', run: back }, again];
  }

  function resultLines(): readonly string[] {
    const paragraph = (text: string) =>
      wrap(text, size.columns - 6).map((one) => line([cell(`   ${one}`)], size.columns));
    const heading = (text: string, tone: 'ok' | 'danger' | 'accent' | 'warning') =>
      line([cell(` ${text}`, tone)], size.columns);
    const { activation, certificate } = subject.view;
    switch (progress.kind) {
      case 'filling':
      case 'working':
        return [...subjectLines(subject, settings), '', heading(`◔ ${unlock.working}`, 'warning')];
      case 'unlocked': {
        const cause = activation.status === 'locked' ? activation.cause : 'sms';
        const count = cause === 'sms' ? activation.consecutiveFailures : activation.wrongOtps;
        const told = texts.words.notice['activation-unlocked']({ certificate: certificate.serial.slice(-4) });
        return [
          heading(`✓ ${unlock.done(nameOf(subject.account))}`, 'ok'),
          '',
          heading(unlock.changed, 'accent'),
          ...paragraph(unlock.cleared(cause, count)),
          ...paragraph(unlock.told(told)),
          '',
          heading(unlock.say, 'accent'),
          ...paragraph(unlock.sayNext[cause]),
        ];
      }
      case 'failure-recorded':
        return [
          ...subjectLines(subject, settings),
          '',
          heading(`! ${unlock.failureRecorded}`, 'warning'),
          '',
          ...paragraph(unlock.failureNext),
        ];
      case 'refused':
        return [...subjectLines(subject, settings), '', heading(`✗ ${unlock.refused}`, 'danger'), ...refusedLines()];
    }

    function refusedLines(): readonly string[] {
      if (progress.kind !== 'refused') return [];
      return [...paragraph(explain(texts, progress.refusal)), '', ...paragraph(unlock.notChanged)];
    }
  }
}

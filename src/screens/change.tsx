import { useState } from 'react';
import { unlockRefusal } from '../domain/activation-support.ts';
import type { CertificateView } from '../domain/read-models.ts';
import { reasonCodes } from '../domain/situation.ts';
import { tellRefusal } from '../text/tell.ts';
import { cell, line, wrap } from '../ui/cells.ts';
import type { FieldFocus, Offer } from '../ui/offers.ts';
import { useQuestion } from '../ui/use-question.ts';
import type { ViewSettings } from './account-view.ts';
import { whyNot } from './change-offers.ts';
import {
  backward,
  type ChangeForm,
  editIn,
  emptyForm,
  fieldOf,
  forward,
  mark,
  missingIn,
  moveInStep,
  typeInto,
} from './change-state.ts';
import { type ChangeSubject, nameOf, stepLines, subjectLines } from './change-view.ts';
import { type ChangeResult, carryOut, recordFailedVerification } from './change-work.ts';
import { useConsole } from './console-context.ts';
import { explain } from './explain.ts';
import { Frame } from './frame.tsx';
import type { Route } from './routes.ts';

type Progress = { readonly kind: 'filling' } | { readonly kind: 'working' } | ChangeResult;

/** From a ticket to an unlock, or to a supervisor's desk, in four steps; nothing happens before the last, Esc goes one back. */
export function ChangeScreen({ route }: { readonly route: Extract<Route, { screen: 'change' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, session, back, notify } = console;
  const { unlock } = texts.console;
  const { customerId, serial, change } = route;
  const title = unlock.titles[change];
  const [form, setForm] = useState<ChangeForm>(emptyForm);
  const [progress, setProgress] = useState<Progress>({ kind: 'filling' });
  // What was locked when the agent came here: the result tells of it after it has changed.
  const [began, setBegan] = useState<CertificateView | null>(null);
  const { answer } = useQuestion(() => app.ask.account(customerId, app.now()), `${revision} ${customerId}`);
  const view = answer?.certificates.find(({ certificate }) => certificate.serial === serial);
  if (!answer || !view)
    return <Frame title={title} body={[` ${texts.console.loading}`]} offers={[{ action: 'back', run: back }]} />;
  if (!began) setBegan(view);

  const subject: ChangeSubject = {
    change,
    account: answer.account,
    view: progress.kind === 'filling' ? view : (began ?? view),
  };
  const settings: ViewSettings = { texts, now, width: size.columns, policy: app.policy };
  if (progress.kind !== 'filling') return <Frame title={title} body={resultLines()} offers={resultOffers()} />;

  const prevented = whyNot(console, answer.account, view, change);
  return (
    <Frame
      title={title}
      body={[...subjectLines(subject, settings), ...whyAsked(), ...stepLines(form, subject, settings)]}
      offers={offers()}
      field={field()}
    />
  );

  /** Why it takes a supervisor this time; the last step needs the room. */
  function whyAsked(): readonly string[] {
    if (change !== 'ask-unlock' || form.step === 'confirm' || !answer || !view) return [];
    const situation = { account: answer.account, certificate: view.certificate, now, policy: app.policy };
    const refusal = unlockRefusal(view.activation, situation);
    if (refusal?.code !== 'approval-needed') return [];
    const { what } = tellRefusal(texts.words.refusals, refusal);
    return wrap(what, size.columns - 2).map((part) => line([cell(` ${part}`, 'warning')], size.columns));
  }

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
      return [{ action: 'confirm-change', run: () => void work(carryOut), disabled: prevented }, goBack];
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

  async function work(what: typeof carryOut): Promise<void> {
    if (!session) return;
    setBegan(view ?? null);
    setProgress({ kind: 'working' });
    try {
      setProgress(await what({ app, session, customerId, serial, change, form }));
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
      case 'asked':
        return [
          heading(`✓ ${unlock.asked}`, 'ok'),
          '',
          ...paragraph(unlock.waitsUntil(texts.moments.moment(progress.until))),
          '',
          heading(unlock.say, 'accent'),
          ...paragraph(unlock.sayAsked),
        ];
      case 'failure-recorded':
        return [
          ...subjectLines(subject, settings),
          '',
          heading(`! ${unlock.failureRecorded}`, 'warning'),
          '',
          ...paragraph(unlock.failureNext),
        ];
      case 'refused':
        return [
          ...subjectLines(subject, settings),
          '',
          heading(`✗ ${unlock.refused[change]}`, 'danger'),
          ...refusedLines(),
        ];
    }

    function refusedLines(): readonly string[] {
      if (progress.kind !== 'refused') return [];
      return [...paragraph(explain(texts, progress.refusal)), '', ...paragraph(unlock.notChanged)];
    }
  }
}

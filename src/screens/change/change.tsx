import { useState } from 'react';
import { unlockRefusal } from '../../domain/activation-support.ts';
import type { CertificateView } from '../../domain/read-models.ts';
import { reasonCodes } from '../../domain/situation.ts';
import { tellRefusal } from '../../text/tell.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { squeezed } from '../../ui/layout.ts';
import type { FieldFocus, Offer } from '../../ui/offers.ts';
import { fieldValue } from '../../ui/text-field.ts';
import { useQuestion } from '../../ui/use-question.ts';
import type { ViewSettings } from '../account/account-view.ts';
import { useConsole } from '../console-context.ts';
import { broken, explain } from '../explain.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { standingOf, useSeen } from '../use-seen.ts';
import { AbortCall } from './abort.tsx';
import { abortOffer, myCase, whyNot } from './change-offers.ts';
import { type Progress, resultLines } from './change-result.ts';
import {
  backward,
  type ChangeForm,
  editIn,
  fieldOf,
  formFor,
  formOn,
  forward,
  mark,
  missingIn,
  moveInStep,
  typeInto,
} from './change-state.ts';
import { type ChangeSubject, stepLines, subjectLines } from './change-view.ts';
import { carryOut, foresee, recordAborted, recordFailedVerification, soFar, type Work } from './change-work.ts';

/** From a ticket to a change, or to a supervisor's desk, step by step; nothing happens before the last, Esc goes one back. */
export function ChangeScreen({ route }: { readonly route: Extract<Route, { screen: 'change' }> }) {
  const console = useConsole();
  const { app, texts, size, now, revision, session, back, notify, undertake } = console;
  const { unlock } = texts.console;
  const { customerId, serial, change } = route;
  const title = unlock.titles[change];
  const [form, setForm] = useState<ChangeForm>(() => formFor(change, null));
  const [progress, setProgress] = useState<Progress>({ kind: 'filling' });
  const [aborting, setAborting] = useState(false);
  // What was locked when the agent came here: the result tells of it after it has changed.
  const [began, setBegan] = useState<CertificateView | null>(null);
  const { answer } = useQuestion(() => app.ask.account(customerId, app.now()), `${revision} ${customerId}`);
  const why = useQuestion(() => app.ask.diagnosis(serial, app.now()), serial);
  const typedPhone = fieldValue(form.phone);
  const read = useQuestion(async () => ({ of: typedPhone, phone: await app.readPhone(typedPhone) }), typedPhone);
  const phone = read.answer?.of === typedPhone && typedPhone !== '' ? read.answer.phone : null;
  const atConfirm = form.step === 'confirm' && progress.kind === 'filling';
  const preview = useQuestion(
    async () => (session && atConfirm ? foresee(workOf(session)) : null),
    atConfirm ? `${revision} ${form.emergency}` : '',
  );
  const seen = useSeen(console, customerId, atConfirm ? standingOf(answer, serial) : null);
  const view = answer?.certificates.find(({ certificate }) => certificate.serial === serial);
  if (!answer || !view || !session || why.answer === undefined)
    return <Frame title={title} body={[` ${texts.console.loading}`]} offers={[{ action: 'back', run: back }]} />;
  if (!began) {
    setBegan(view);
    const file = myCase(answer, session);
    const needs = { account: answer.account, now: app.now(), valid: app.policy.support.verificationValid };
    const form = formFor(change, why.answer?.findings[0]?.cause ?? null);
    setForm(file ? formOn(form, file, change, needs) : form);
  }
  if (aborting)
    return <AbortCall account={answer.account} view={view} far={soFar(form)} onCancel={() => setAborting(false)} />;

  const { role } = session;
  const foreseen = atConfirm ? (preview.answer ?? null) : null;
  const subject: ChangeSubject = {
    change,
    role,
    phone,
    preview: foreseen,
    account: answer.account,
    view: progress.kind === 'filling' ? view : (began ?? view),
  };
  const settings: ViewSettings = { texts, now, width: size.columns, policy: app.policy };
  if (progress.kind !== 'filling')
    return <Frame title={title} body={resultLines(progress, subject, settings)} offers={resultOffers()} />;

  const prevented = whyNot(console, answer.account, view, change);
  return (
    <Frame
      title={title}
      body={squeezed(
        [...subjectLines(subject, settings), ...whyAsked(), ...seen.lines, ...stepLines(form, subject, settings)],
        size.rows - FRAME_LINES,
      )}
      offers={offers(abortOffer(console, answer.account, view, () => setAborting(true)))}
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

  function offers(abort: Offer): readonly Offer[] {
    const step = (by: 1 | -1) => () => setForm((state) => moveInStep(state, by, role, reasonCodes));
    const goBack: Offer = { action: 'previous-step', run: stepBack };
    if (form.step === 'confirm') {
      const refused = foreseen?.asked.refusal;
      const why = prevented ?? (foreseen ? refused && explain(texts, refused) : texts.console.loading);
      return [
        ...seen.offers,
        {
          action: 'confirm-change',
          run: () => undertake(confirm),
          disabled: seen.why ?? why ?? undefined,
        },
        ...(asks() ? [emergencyOffer()] : []),
        abort,
        goBack,
      ];
    }
    const marking: readonly Offer[] =
      form.step === 'verify'
        ? [
            { action: 'toggle-check', run: () => setForm((state) => mark(state, 'passed', role)) },
            { action: 'fail-check', run: () => setForm((state) => mark(state, 'failed', role)) },
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
      { action: 'next-step', run: goOn, disabled: stillMissing() },
      ...marking,
      ...(form.step === 'ticket' && !form.inWords ? [wordsOffer()] : []),
      abort,
      goBack,
      ...(failed ? [] : failing),
      { action: 'up', run: step(-1) },
      { action: 'down', run: step(1) },
    ];
  }

  /** Verifying alone is done when the caller is verified: nothing of the subscriber changes. */
  function goOn(): void {
    if (change === 'verify' && form.step === 'verify') void work(carryOut);
    else setForm((state) => forward(state, change));
  }

  function asks(): boolean {
    return change !== 'verify' && change !== 'unlock' && change !== 'freeze';
  }

  function wordsOffer(): Offer {
    return { action: 'callers-words', run: () => setForm((state) => ({ ...state, inWords: true })) };
  }

  function emergencyOffer(): Offer {
    return {
      action: 'toggle-emergency',
      run: () => setForm((state) => ({ ...state, emergency: !state.emergency })),
    };
  }

  /** From the first step it leaves; what was checked by then is recorded as broken off. */
  function stepBack(): void {
    const previous = backward(form, change);
    if (previous) {
      setForm(previous);
      return;
    }
    if (session) void recordAborted(workOf(session));
    back();
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
    if (!answer || (form.step === 'reason' && !form.inNote)) return undefined;
    const points = app.policy.support.verificationPoints;
    const missing = missingIn(form, { change, points, account: answer.account, now, phone });
    if (!missing) return undefined;
    switch (missing.what) {
      case 'ticket':
        return unlock.ticketWrong;
      case 'points':
        return unlock.pointsMissing(missing.missing);
      case 'wrong-answer':
        return unlock.someFailed;
      case 'possession':
        return texts.safety.possession;
      case 'call-back':
        return texts.safety.callBack;
      case 'phone':
        return texts.safety.phoneWrong;
      case 'landline':
        return texts.safety.phoneLandline;
      case 'note':
        return unlock.noteMissing;
    }
  }

  function workOf(by: Work['session']): Work {
    return { app, session: by, customerId, serial, change, form, phone };
  }

  /** Only what was looked at is carried out: the screen may not yet have heard of a change. */
  async function confirm(): Promise<void> {
    if (seen.holds(standingOf(await app.ask.account(customerId, app.now()), serial))) await work(carryOut);
    else notify({ tone: 'warning', text: texts.console.meanwhile.notDone });
  }

  async function work(what: typeof carryOut): Promise<void> {
    if (!session) return;
    setBegan(view ?? null);
    setProgress({ kind: 'working' });
    try {
      setProgress(await what(workOf(session)));
    } catch (error) {
      setProgress({ kind: 'filling' });
      notify({ tone: 'danger', text: texts.console.failed(broken(error)) });
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
}

import type { SimAnswer } from '../../sim/answer.ts';
import { advance, reset, setSpeed, show, type TrainingTime } from '../../sim/clock.ts';
import { type ExitCode, exitCodes, Misuse } from '../exit.ts';
import type { Context, Run } from '../spec.ts';

const SLOWEST = 0.1;
const FASTEST = 1000;

export const showClock: Run = async (context) => said(context, await show(await context.app()));

export const advanceClock: Run = async (context, input) => {
  const milliseconds = input.duration('DURATION');
  return said(context, await advance(await context.app(), milliseconds));
};

export const setClockSpeed: Run = async (context, input) => {
  const given = input.argument('FACTOR');
  const speed = /^\d{1,4}(?:\.\d{1,3})?$/.test(given) ? Number(given) : 0;
  if (speed < SLOWEST || speed > FASTEST) throw new Misuse(context.texts.cli.misuse.notAFactor(given));
  return said(context, await setSpeed(await context.app(), speed));
};

export const pauseClock: Run = async (context) => said(context, await setSpeed(await context.app(), 0));

export const resumeClock: Run = async (context) => said(context, await setSpeed(await context.app(), 1));

export const resetClock: Run = async (context) => said(context, await reset(await context.app()));

async function said({ out, texts }: Context, answer: SimAnswer<TrainingTime>): Promise<ExitCode> {
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { now, setting, behindUntil } = answer.value;
  const { clock: say } = texts.cli;
  out.answer({ now, speed: setting.speed, otpsRefusedUntil: behindUntil }, () => {
    out.line(say.now(now));
    if (setting.speed === 0) out.line(say.paused);
    else if (setting.speed !== 1) out.line(say.speed(setting.speed));
    if (behindUntil !== null) out.note(say.behind(behindUntil));
  });
  return exitCodes.done;
}

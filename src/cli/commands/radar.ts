import { exitCodes } from '../exit.ts';
import type { Run } from '../spec.ts';

export const showRadar: Run = async ({ app: open, out, texts }) => {
  const app = await open();
  const view = await app.ask.radar(app.now());
  const { radar: say, moments } = texts;
  const { columns, cli } = say;
  const orNone = (at: number | null, word: (value: number) => string) => (at === null ? texts.cli.none : word(at));
  out.answer(view, () => {
    if (view.operators.length === 0) {
      out.line(say.empty);
      return;
    }
    out.table(
      [
        columns.operator,
        columns.sent,
        columns.failed,
        cli.fields.median,
        cli.fields.p95,
        cli.fields.since,
        cli.fields.callers,
        cli.fields.outage,
      ],
      view.operators.map((one) => [
        one.operator,
        String(one.sent),
        String(one.failed),
        orNone(one.p50, moments.duration),
        orNone(one.p95, moments.duration),
        orNone(one.trouble?.since ?? null, moments.stamp),
        String(one.callers),
        one.outage?.until === null ? moments.stamp(one.outage.from) : texts.cli.none,
      ]),
    );
  });
  return exitCodes.done;
};

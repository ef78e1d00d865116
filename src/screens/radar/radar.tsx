import { cell, line } from '../../ui/cells.ts';
import { table } from '../../ui/table.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { isTroubled, operatorLines, radarColumns } from './radar-view.ts';

const ASK_AGAIN_EVERY = 5_000;
/** Heading, legend, and the sentences on the chosen operator. */
const AROUND_THE_LIST = 10;

/** How SMS fare on every operator; from here outages are recognised, and those they locked are unlocked. */
export function RadarScreen() {
  const { app, texts, size, now, revision, aloud, go, back } = useConsole();
  const { answer } = useQuestion(() => app.ask.radar(app.now()), `${revision} ${Math.floor(now / ASK_AGAIN_EVERY)}`);
  const operators = answer?.operators ?? [];
  const height = size.rows - AROUND_THE_LIST;
  const { list, offers } = useList(operators, height, ({ operator }) => operator, { beginAt: isTroubled });
  const chosen = operators[list.selected];
  const { radar: say } = texts;

  return (
    <Frame
      title={say.title}
      body={body()}
      offers={[
        ...(chosen
          ? [{ action: 'open' as const, run: () => go({ screen: 'outage', operator: chosen.operator }) }]
          : []),
        { action: 'back', run: back },
        ...offers,
      ]}
    />
  );

  function body(): readonly string[] {
    if (!answer) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    if (!chosen) return [line([cell(`  ${say.empty}`, 'muted')], size.columns)];
    // The chart is for the eye, and nothing remains of it where the screen is read aloud.
    const columns = radarColumns(texts, answer);
    const drawn = table(aloud ? columns.slice(0, -1) : columns, size.columns);
    const rows = operators
      .slice(list.top, list.top + height)
      .map((one, row) => drawn.row(one, list.top + row === list.selected));
    return [
      drawn.heading,
      ...rows,
      ...(aloud ? [] : [line([cell(`  ${say.legend}`, 'muted')], size.columns)]),
      '',
      ...operatorLines(chosen, texts, size.columns),
    ];
  }
}

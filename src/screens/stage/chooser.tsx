import type { Scenario } from '../../sim/scenario.ts';
import { shippedScenarios } from '../../sim/scenario-files.ts';
import { cell, fixed, line, wrap } from '../../ui/cells.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { freePlay } from './free-play.ts';

/** A heading and a blank line above; a blank line and what the story teaches below. */
const ABOVE = 2;
const BELOW = 4;

/** Which story: its title, and what one learns from it. */
export function StoryChooser({
  onChosen,
  onBack,
}: {
  readonly onChosen: (scenario: Scenario) => void;
  readonly onBack: () => void;
}) {
  const { texts, size } = useConsole();
  const { stories: say } = texts.stage;
  const { answer } = useQuestion(shippedScenarios, 'stories');
  const stories = answer ? [freePlay, ...answer] : [];
  const height = size.rows - FRAME_LINES - ABOVE - BELOW;
  const { list, offers } = useList(stories, height, ({ name }) => name);
  const chosen = stories[list.selected];
  const rows = stories.slice(list.top, list.top + height).map((story, row) => {
    const isChosen = list.top + row === list.selected;
    const { name, title } = story;
    return line(
      [
        cell(isChosen ? ' ▸ ' : '   ', 'selected'),
        fixed(title[texts.language], Math.min(64, size.columns - 34), isChosen ? 'selected' : 'plain'),
        cell(`  ${name}`, 'muted'),
      ],
      size.columns,
    );
  });
  const teaches = chosen
    ? wrap(`${say.teaches}: ${chosen.teaches[texts.language]}`, size.columns - 4).map((part) =>
        line([cell(`   ${part}`)], size.columns),
      )
    : [line([cell(` ${texts.console.loading}`, 'muted')])];
  return (
    <Frame
      title={texts.stage.title}
      body={[line([cell(` ${say.title}`, 'strong')], size.columns), '', ...rows, '', ...teaches]}
      offers={[
        ...(chosen ? [{ action: 'open' as const, run: () => onChosen(chosen) }] : []),
        { action: 'back', run: onBack },
        ...offers,
      ]}
    />
  );
}

import { alarming, type Undecided } from '../../domain/read-models.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { table } from '../../ui/table.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { useList } from '../use-list.ts';
import { alarmLines, approvalColumns, patternLines } from './approvals-view.ts';

const ASK_AGAIN_EVERY = 5_000;
const MOST_ALARMS = 5;
const MOST_PATTERNS = 3;

/** What agents have asked for and a supervisor has to decide, the oldest first. */
export function ApprovalsScreen() {
  const { app, texts, size, now, revision, go, back } = useConsole();
  const { answer } = useQuestion(
    async () => ({
      requests: await app.ask.approvals(app.now()),
      patterns: await app.ask.approvalPatterns(app.now()),
      alarms: (await app.ask.queue(app.now())).items.filter(({ reason }) => alarming.includes(reason)),
    }),
    `${revision} ${Math.floor(now / ASK_AGAIN_EVERY)}`,
  );
  const requests = answer?.requests ?? [];
  const settings = { texts, now, width: size.columns, policy: app.policy };
  const above = [
    ...alarmLines((answer?.alarms ?? []).slice(0, MOST_ALARMS), settings),
    ...patternLines((answer?.patterns ?? []).slice(0, MOST_PATTERNS), settings),
  ];
  const watched = above.length > 0 ? [...above, ''] : [];
  const height = size.rows - FRAME_LINES - 1 - watched.length;
  const { list, offers } = useList(requests, height, keyOf);
  const drawn = table(approvalColumns(texts, now), size.columns);
  const rows = requests
    .slice(list.top, list.top + height)
    .map((request, row) => drawn.row(request, list.top + row === list.selected));
  const chosen = requests[list.selected];
  const { approvals } = texts.console;

  return (
    <Frame
      title={approvals.title}
      body={
        answer
          ? [...watched, ...(chosen ? [drawn.heading, ...rows] : empty())]
          : [line([cell(` ${texts.console.loading}`, 'muted')])]
      }
      offers={[
        ...(chosen
          ? [
              {
                action: 'open' as const,
                run: () => go(routeTo(chosen)),
              },
            ]
          : []),
        { action: 'back', run: back },
        { action: 'search', run: () => go({ screen: 'search', number: 1 }) },
        ...offers,
      ]}
    />
  );

  function empty(): readonly string[] {
    return wrap(approvals.empty, size.columns - 4).map((one) => line([cell('  '), cell(one, 'ok')]));
  }
}

function keyOf(one: Undecided): string {
  return one.action === 'bulk-unlock' ? `operator ${one.operator}` : (one.serial ?? one.customerId);
}

/** Where its evidence is, and where it is decided. */
function routeTo(one: Undecided): Route {
  return one.action === 'bulk-unlock'
    ? { screen: 'outage', operator: one.operator }
    : { screen: 'approval', customerId: one.customerId, serial: one.serial };
}

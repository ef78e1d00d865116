import { useStdout } from 'ink';
import { useState } from 'react';
import { cleanText } from '../domain/clean-text.ts';
import { isPermitted } from '../domain/permissions.ts';
import { widthOf } from '../text/width.ts';
import { cell, line, wrap } from '../ui/cells.ts';
import { osc52 } from '../ui/clipboard.ts';
import type { Offer } from '../ui/offers.ts';
import { useConsole } from './console-context.ts';
import { type Copyable, isPersonal } from './copyable.ts';
import { explain } from './explain.ts';
import { FRAME_LINES, Frame, type FrameProps } from './frame.tsx';
import { useList } from './use-list.ts';

/** A name above and the value below. */
const LINES_EACH = 2;

/** A screen with values worth copying: one key, and they stand in a list in its place. */
export function CopyFrame({ values, ...frame }: FrameProps & { readonly values: readonly Copyable[] }) {
  const [listed, setListed] = useState(false);
  if (listed && values.length > 0) {
    return <CopyList title={frame.title} values={values} onClose={() => setListed(false)} />;
  }
  const copying: Offer = { action: 'copy-values', run: () => setListed(true) };
  return <Frame {...frame} offers={[...frame.offers, ...(values.length > 0 && !frame.field ? [copying] : [])]} />;
}

/** Each value alone on its line, from the first column on, so that a terminal's own selection takes exactly it. */
function CopyList({
  title,
  values,
  onClose,
}: {
  readonly title: string;
  readonly values: readonly Copyable[];
  readonly onClose: () => void;
}) {
  const { app, texts, size, session, notify, undertake } = useConsole();
  const { stdout } = useStdout();
  const say = texts.copy;
  const head = [...wrap(say.hint, size.columns - 2).map((part) => line([cell(` ${part}`, 'muted')])), ''];
  const height = Math.floor((size.rows - FRAME_LINES - head.length) / LINES_EACH);
  const { list, offers: moves } = useList(values, height, ({ what }) => what);
  const chosen = values[list.selected];

  return (
    <Frame
      title={say.title(title)}
      body={[...head, ...values.slice(list.top, list.top + height).flatMap(drawn)]}
      offers={[
        ...(chosen
          ? [{ action: 'copy-value' as const, run: () => undertake(() => copy(chosen)), disabled: barred(chosen) }]
          : []),
        { action: 'back', run: onClose },
        ...moves,
      ]}
    />
  );

  function drawn(one: Copyable): readonly string[] {
    const value = cleanText(one.value);
    const remarks = [
      ...(isPersonal(one) ? [say.recorded] : []),
      ...(widthOf(value) > size.columns ? [say.cut] : []),
      ...(barred(one) === undefined ? [] : ['✕']),
    ];
    const tone = one === chosen ? 'selected' : 'muted';
    const name = [cell(one === chosen ? '▸ ' : '  ', tone), cell(say.names[one.what], tone)];
    return [
      line([...name, cell(remarks.length > 0 ? `   ${remarks.join(' · ')}` : '', 'muted')], size.columns),
      line([cell(value)], size.columns),
    ];
  }

  function barred(one: Copyable): string | undefined {
    if (!session || !isPersonal(one) || isPermitted(session.role, 'copy-personal', app.realm)) return undefined;
    return explain(texts, { code: 'not-permitted', command: 'copy-personal', party: session.role });
  }

  /** What is to be on record is there before the value leaves. */
  async function copy(one: Copyable): Promise<void> {
    if (isPersonal(one) && session) {
      const { agentId } = session;
      const request = { type: 'copy-personal', agentId, customerId: one.of, what: one.what } as const;
      const answer = await app.perform({ kind: 'agent', id: agentId }, request);
      if (answer.verdict === 'refused') {
        notify({ tone: 'danger', text: explain(texts, answer.refusal) });
        return;
      }
    }
    stdout.write(osc52(one.value));
    notify({ tone: 'ok', text: say.copied(say.names[one.what]) });
  }
}

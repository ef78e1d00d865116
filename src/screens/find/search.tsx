import { useMemo, useState } from 'react';
import { maskEmail, maskPhone } from '../../domain/mask.ts';
import type { FoundSubscriber } from '../../domain/read-models.ts';
import type { Texts } from '../../text/en.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { type Column, NAME_CELLS, table } from '../../ui/table.ts';
import { emptyField, fieldCells, fieldFocus, fieldValue } from '../../ui/text-field.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { activationMarks } from '../state-marks.ts';
import { useList } from '../use-list.ts';

const LIMIT = 50;
/** The field, a blank line and the table's heading. */
const ABOVE = 3;

/** Find the caller by whatever they say, while it is typed. Personal data are masked in the list. */
export function SearchScreen() {
  const { app, texts, size, revision, go, back } = useConsole();
  const { search } = texts.console;
  const [field, setField] = useState(emptyField);
  const query = fieldValue(field);
  const { answer } = useQuestion(
    async () => ({ query, found: query === '' ? [] : await app.ask.search(query, app.now(), LIMIT) }),
    `${revision} ${query}`,
  );
  const found = query === '' ? [] : (answer?.found ?? []);
  const height = size.rows - FRAME_LINES - ABOVE;
  const { list, offers, reset } = useList(found, height, ({ customerId }) => customerId);
  const drawn = useMemo(() => table(searchColumns(texts), size.columns), [texts, size.columns]);
  const plain = useMemo(() => found.map((item) => drawn.row(item, false)), [found, drawn]);
  const chosen = found[list.selected];

  const rows = found.slice(list.top, list.top + height).map((item, row) => {
    const place = list.top + row;
    return place === list.selected ? drawn.row(item, true) : (plain[place] ?? '');
  });
  const count = answer && found.length > 0 ? search.count(found.length, LIMIT) : '';
  const body = [
    line(
      [cell(` ${search.prompt}: `, 'muted'), ...fieldCells(field, true), cell(`   ${count}`, 'muted')],
      size.columns,
    ),
    '',
    ...(found.length > 0 ? [drawn.heading, ...rows] : nothingFound()),
  ];

  return (
    <Frame
      title={search.title}
      body={body}
      field={fieldFocus(field, setField, reset)}
      offers={[
        ...(chosen
          ? [
              {
                action: 'open' as const,
                run: () => go({ screen: 'account', customerId: chosen.customerId, serial: null }),
              },
            ]
          : []),
        { action: 'back', run: back },
        ...offers,
      ]}
    />
  );

  function nothingFound(): readonly string[] {
    // The hint stays until the first answer is there.
    if (query === '' || !answer?.query) return search.hint.map((one) => line([cell(` ${one}`, 'muted')], size.columns));
    if (answer.query !== query) return [];
    return [
      line([cell(` ${search.none(query)}`, 'warning')], size.columns),
      ...wrap(search.noneNext, size.columns - 2).map((part) => line([cell(` ${part}`, 'muted')], size.columns)),
    ];
  }
}

function searchColumns(texts: Texts): readonly Column<FoundSubscriber>[] {
  const { search } = texts.console;
  return [
    {
      title: search.subscriber,
      width: 24,
      grows: NAME_CELLS,
      text: ({ familyName, givenName }) => `${familyName} ${givenName}`,
    },
    { title: search.customerId, width: 10, text: ({ customerId }) => customerId, tone: () => 'muted' },
    {
      title: search.phone,
      width: 15,
      text: ({ phone }) => (phone === null ? '–' : maskPhone(phone)),
      tone: () => 'muted',
    },
    { title: search.email, width: 24, from: 105, text: ({ email }) => maskEmail(email), tone: () => 'muted' },
    {
      title: search.certificates,
      width: 5,
      from: 90,
      text: ({ certificates }) => String(certificates),
      tone: () => 'muted',
    },
    {
      title: search.activation,
      width: 23,
      text: ({ activation, status }) => activationWords(texts, activation, status),
      tone: ({ activation, status }) =>
        status === 'blocked' ? 'danger' : activation === null ? 'muted' : activationMarks[activation].tone,
    },
  ];
}

function activationWords(
  { words, console }: Texts,
  activation: FoundSubscriber['activation'],
  status: FoundSubscriber['status'],
): string {
  if (status === 'blocked') return `⊘ ${words.account.blocked}`;
  if (activation === null) return `– ${console.search.noCertificate}`;
  return `${activationMarks[activation].glyph} ${words.activation[activation]}`;
}

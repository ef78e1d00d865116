import { useState } from 'react';
import type { AuditEntry } from '../domain/audit.ts';
import type { CustomerId, Serial } from '../domain/ids.ts';
import type { AccountView } from '../domain/read-models.ts';
import { cell, line, wrap } from '../ui/cells.ts';
import type { Offer } from '../ui/offers.ts';
import { useQuestion } from '../ui/use-question.ts';
import { whatOf, whoOf } from './audit/audit-view.ts';
import type { Console } from './console-context.ts';

export interface Seen {
  /** Why nothing may be decided until it was looked at again; undefined while it stands as it was seen. */
  readonly why: string | undefined;
  /** What stands on the screen then: that it changed, and who did what. */
  readonly lines: readonly string[];
  readonly offers: readonly Offer[];
  /** Is this still what was looked at? */
  holds(standing: string | null): boolean;
}

/** Remembers how a thing stood when a decision about it came on screen; null while there is none. */
export function useSeen(
  { app, texts, size, revision }: Console,
  customerId: CustomerId,
  standing: string | null,
): Seen {
  const [seen, setSeen] = useState<string | null>(null);
  if ((seen === null) !== (standing === null)) setSeen(standing);
  const changed = seen !== null && standing !== null && seen !== standing;
  const { answer } = useQuestion(
    () => app.ask.audit({ customerId, limit: 1 }),
    changed ? `${revision} ${customerId}` : '',
  );
  const { meanwhile } = texts.console;
  return {
    why: changed ? meanwhile.lookAgain : undefined,
    lines: changed ? [...warning('!', meanwhile.changed), ...told(answer?.[0])] : [],
    offers: changed ? [{ action: 'look-again', run: () => setSeen(standing) }] : [],
    holds: (now) => seen !== null && now === seen,
  };

  function told(entry: AuditEntry | undefined): readonly string[] {
    if (!entry) return [];
    return warning(' ', `${texts.moments.timeExact(entry.at)} ${whoOf(entry.actor, texts)}: ${whatOf(entry, texts)}`);
  }

  function warning(mark: string, sentence: string): readonly string[] {
    const parts = wrap(sentence, size.columns - 4);
    return parts.map((part, row) => line([cell(` ${row === 0 ? mark : ' '} ${part}`, 'warning')], size.columns));
  }
}

/** How an account and one of its certificates stand; null without it. */
export function standingOf(view: AccountView | null | undefined, serial: Serial | null | undefined): string | null {
  const one = view?.certificates.find(({ certificate }) => certificate.serial === serial);
  return view && one ? JSON.stringify([view.account, one.certificate, one.status, one.activation]) : null;
}

import { useEffect, useState } from 'react';
import type { AuditVerdict } from '../../domain/read-models.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { progressBar } from '../../ui/chart.ts';
import type { Tone } from '../../ui/theme.ts';
import { useConsole } from '../console-context.ts';
import { broken } from '../explain.ts';
import { Frame } from '../frame.tsx';

type Check =
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'checked'; readonly verdict: AuditVerdict }
  | { readonly state: 'failed'; readonly error: unknown };

const BAR = 40;

/** Checks the whole audit log while one watches, or does something else; leaving it stops it. */
export function AuditCheckScreen() {
  const { app, texts, size, back } = useConsole();
  const { auditProof: say, words, cli, console } = texts;
  const [check, setCheck] = useState<Check>({ state: 'running', done: 0, total: 0 });
  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const onProgress = (done: number, total: number) => setCheck({ state: 'running', done, total });
    app.verifyAudit({ onProgress, signal }).then(
      (verdict) => setCheck({ state: 'checked', verdict }),
      (error: unknown) => signal.aborted || setCheck({ state: 'failed', error }),
    );
    return () => stopping.abort();
  }, [app]);
  const said = (text: string, tone: Tone = 'plain') =>
    wrap(text, size.columns - 2).map((part) => line([cell(` ${part}`, tone)], size.columns));

  return <Frame title={say.title} body={['', ...body(), '', ...said(say.explained, 'muted')]} offers={offers()} />;

  function offers() {
    return [{ action: check.state === 'running' ? ('stop-check' as const) : ('back' as const), run: back }];
  }

  function body(): readonly string[] {
    switch (check.state) {
      case 'running':
        return running(check);
      case 'failed':
        return said(console.failed(broken(check.error)), 'danger');
      case 'checked':
        return verdictLines(check.verdict);
    }
  }

  function running({ done, total }: Extract<Check, { state: 'running' }>): readonly string[] {
    const number = (count: number) => count.toLocaleString(texts.language);
    return [
      line(
        [cell(' '), cell(progressBar(done, total, BAR), 'accent'), cell(`  ${percent(done, total)} %`)],
        size.columns,
      ),
      line([cell(` ${say.progress(number(done), number(total))}`, 'muted')], size.columns),
    ];
  }

  function verdictLines(verdict: AuditVerdict): readonly string[] {
    if (!verdict.intact) {
      const { firstBad, why } = verdict;
      return [
        ...said(`✗ ${cli.audit.broken(firstBad, words.auditFault[why])}`, 'danger'),
        '',
        ...said(cli.audit.brokenNext, 'strong'),
      ];
    }
    return [
      ...said(`✓ ${cli.audit.intact(verdict.entries)}`, 'ok'),
      '',
      line([cell(` ${say.head.padEnd(6)} `, 'muted'), cell(verdict.head)], size.columns),
      line([cell(` ${say.signingKey.padEnd(6)} `, 'muted'), cell(verdict.fingerprint)], size.columns),
      '',
      ...said(say.noteHead, 'muted'),
    ];
  }
}

function percent(done: number, total: number): number {
  return total === 0 ? 0 : Math.floor((100 * done) / total);
}

import { useLayoutEffect } from 'react';
import { cell, fill, line } from '../../ui/cells.ts';
import { tall } from '../../ui/layout.ts';
import { Lines } from '../../ui/lines.tsx';
import { useConsole, useInFront } from '../console-context.ts';

/** The secret's QR and nothing else, so that a real phone can scan it on the smallest terminal. Any key goes back. */
export function QrAlone({ lines, onBack }: { readonly lines: readonly string[]; readonly onBack: () => void }) {
  const { texts, size, everywhere, claimKeys } = useConsole();
  const inFront = useInFront();
  useLayoutEffect(() => {
    if (!inFront) return;
    const quit = everywhere.filter(({ action }) => action === 'quit-at-once');
    const edit = (key: string) => {
      if (key !== 'ctrl+c') onBack();
      return key !== 'ctrl+c';
    };
    claimKeys({ offers: quit, field: { type: onBack, edit } });
  });
  if (!inFront) return null;
  const hint = lines.length > 0 ? texts.stage.qr.hint : texts.stage.qr.none;
  return <Lines lines={[...tall(lines, size.rows - 1), fill(line([cell(` ${hint}`, 'muted')], size.columns), 1)]} />;
}

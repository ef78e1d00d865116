import { bulkInForce } from '../../domain/bulk-unlock.ts';
import type { CommandType } from '../../domain/commands.ts';
import { isPermitted } from '../../domain/permissions.ts';
import type { OutageView } from '../../domain/read-models.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Offer } from '../../ui/offers.ts';
import type { Console } from '../console-context.ts';
import { explain } from '../explain.ts';
import { leftOf, type OutageWork } from './outage-state.ts';

export interface OutageDeeds {
  begin(work: OutageWork): void;
  decide(type: 'approve-bulk-unlock' | 'reject-bulk-unlock'): void;
  resume(): void;
}

/** What can be done about this outage by this person now, and why the rest cannot. */
export function outageOffers(console: Console, view: OutageView, deeds: OutageDeeds): readonly Offer[] {
  const { outage } = view;
  const pending = bulkInForce(view.bulkUnlock, console.now);
  const lasts = outage?.until === null;
  const recognising: Offer = lasts
    ? { action: 'end-outage', run: () => deeds.begin('end'), disabled: barred(console, 'end-outage') }
    : {
        action: 'recognise-outage',
        run: () => deeds.begin('recognise'),
        disabled: barred(console, 'recognise-outage'),
      };
  if (pending && !pending.approved) {
    const refusal: Refusal | null = pending.requestedBy === console.session?.agentId ? { code: 'same-person' } : null;
    const disabled = (type: CommandType) =>
      barred(console, type) ?? (refusal ? explain(console.texts, refusal) : undefined);
    return [
      {
        action: 'approve-request',
        run: () => deeds.decide('approve-bulk-unlock'),
        disabled: disabled('approve-bulk-unlock'),
      },
      {
        action: 'reject-request',
        run: () => deeds.decide('reject-bulk-unlock'),
        disabled: disabled('reject-bulk-unlock'),
      },
      recognising,
    ];
  }
  if (pending && leftOf(view) > 0) {
    const disabled = barred(console, 'clear-outage-lock');
    return [{ action: 'resume-bulk-unlock', run: () => deeds.resume(), disabled }, recognising];
  }
  const asking: Offer = {
    action: 'ask-bulk-unlock',
    run: () => deeds.begin('ask'),
    disabled: whyNotAsk(console, view),
  };
  return lasts || !outage ? [recognising, asking] : [asking, recognising];
}

function whyNotAsk(console: Console, { outage, locks }: OutageView): string | undefined {
  const refusal: Refusal | null = !outage
    ? { code: 'no-outage' }
    : outage.until === null
      ? { code: 'outage-lasts', since: outage.from }
      : locks.length === 0
        ? { code: 'nobody-locked-by-outage' }
        : null;
  return barred(console, 'ask-bulk-unlock') ?? (refusal ? explain(console.texts, refusal) : undefined);
}

function barred({ app, texts, session }: Console, command: CommandType): string | undefined {
  if (!session || isPermitted(session.role, command, app.realm)) return undefined;
  return explain(texts, { code: 'not-permitted', command, party: session.role });
}

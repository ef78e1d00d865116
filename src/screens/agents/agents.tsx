import { useState } from 'react';
import type { Request } from '../../app.ts';
import { isPermitted, type Role, roles } from '../../domain/permissions.ts';
import type { StaffView } from '../../domain/read-models.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { cell, line } from '../../ui/cells.ts';
import { tall } from '../../ui/layout.ts';
import type { Offer } from '../../ui/offers.ts';
import { type Column, table } from '../../ui/table.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { CopyFrame } from '../copy-frame.tsx';
import { staffValues } from '../copyable.ts';
import { explain } from '../explain.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { type StaffChange, staffColumns, staffConfirmation, staffDetail } from './agents-view.ts';

/** The heading above, a rule and the chosen one's detail below. */
const AROUND = 3;

/** Who works here, in which role, and how they fare; supervisors take access away and give it, and change roles. */
export function AgentsScreen() {
  const { app, texts, size, revision, session, go, back, notify, undertake } = useConsole();
  const { staff: say } = texts;
  const me = session?.agentId ?? '';
  const [choosing, setChoosing] = useState<StaffView | null>(null);
  const [asked, setAsked] = useState<StaffChange | null>(null);
  const { answer } = useQuestion(() => app.ask.staff(), `${revision}`);
  const people = answer ?? [];
  const height = size.rows - FRAME_LINES - AROUND;
  const { list, offers: moves } = useList(people, height, ({ agentId }) => agentId);
  const { list: place, offers: roleMoves } = useList(roles, roles.length, (role) => role);
  const chosen = people[list.selected];
  const role = roles[place.selected] ?? 'agent';

  if (asked)
    return <Frame title={say.title} body={staffConfirmation(asked, texts, size.columns)} offers={asking(asked)} />;
  if (choosing) return <Frame title={say.title} body={roleLines(choosing)} offers={roleOffers(choosing)} />;
  return <CopyFrame title={say.title} body={body()} offers={offers()} values={chosen ? staffValues(chosen) : []} />;

  function body(): readonly string[] {
    if (!answer) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    if (!chosen) return [line([cell(` ${say.none}`, 'muted')])];
    const drawn = table(staffColumns(texts, me), size.columns);
    const rows = people
      .slice(list.top, list.top + height)
      .map((one, row) => drawn.row(one, list.top + row === list.selected));
    return [drawn.heading, ...tall(rows, height), ...staffDetail(chosen, texts, size.columns)];
  }

  function offers(): readonly Offer[] {
    return [
      ...(chosen ? forChosen(chosen) : []),
      { action: 'add-agent', run: () => go({ screen: 'agent-add' }), disabled: barred('add-agent') },
      { action: 'back', run: back },
      ...moves,
    ];
  }

  function forChosen(whom: StaffView): readonly Offer[] {
    const off = whom.status === 'enabled';
    const command = off ? 'disable-agent' : 'enable-agent';
    return [
      {
        action: 'change-role',
        run: () => setChoosing(whom),
        disabled: barred('change-agent-role') ?? outOfReach(whom),
      },
      {
        action: command,
        run: () => setAsked({ do: off ? 'disable' : 'enable', whom }),
        disabled: barred(command) ?? outOfReach(whom),
      },
    ];
  }

  function barred(command: Extract<Request['type'], `${string}-agent` | 'change-agent-role'>): string | undefined {
    if (!session || isPermitted(session.role, command, app.realm)) return undefined;
    return explain(texts, { code: 'not-permitted', command, party: session.role });
  }

  function outOfReach({ agentId, role: now }: StaffView): string | undefined {
    if (agentId === me) return explain(texts, { code: 'yourself' });
    return now === 'supervisor' ? explain(texts, { code: 'supervisors-by-administrator' }) : undefined;
  }

  function roleLines({ name, role: now }: StaffView): readonly string[] {
    const columns: readonly Column<Role>[] = [{ title: say.role, width: 24, text: (one) => texts.words.role[one] }];
    const drawn = table(columns, size.columns);
    return [
      line([cell(` ${say.chooseRole(name)}`, 'strong'), cell(`   ${texts.words.role[now]}`, 'muted')], size.columns),
      '',
      ...roles.map((one, row) => drawn.row(one, row === place.selected)),
    ];
  }

  function roleOffers(whom: StaffView): readonly Offer[] {
    const refusal: Refusal | null =
      role === 'supervisor'
        ? { code: 'supervisors-by-administrator' }
        : role === whom.role
          ? { code: 'role-unchanged', role }
          : null;
    return [
      {
        action: 'next-step',
        run: () => setAsked({ do: 'role', whom, role }),
        disabled: refusal ? explain(texts, refusal) : undefined,
      },
      { action: 'back', run: () => setChoosing(null) },
      ...roleMoves,
    ];
  }

  function asking(change: StaffChange): readonly Offer[] {
    return [
      { action: 'confirm-change', run: () => undertake(() => carryOut(change)) },
      { action: 'back', run: leave },
    ];
  }

  function leave(): void {
    setAsked(null);
    setChoosing(null);
  }

  async function carryOut(change: StaffChange): Promise<void> {
    leave();
    const { agentId, name } = change.whom;
    const request: Request =
      change.do === 'role'
        ? { type: 'change-agent-role', agentId, role: change.role }
        : { type: change.do === 'disable' ? 'disable-agent' : 'enable-agent', agentId };
    const answered = await app.perform({ kind: 'agent', id: me }, request);
    if (answered.verdict === 'refused') notify({ tone: 'danger', text: explain(texts, answered.refusal) });
    else notify({ tone: 'ok', text: say.done(name) });
  }
}

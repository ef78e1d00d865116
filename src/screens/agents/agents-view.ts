import type { Role } from '../../domain/permissions.ts';
import type { StaffView } from '../../domain/read-models.ts';
import type { Texts } from '../../text/en.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { panel, rule } from '../../ui/layout.ts';
import { type Column, NAME_CELLS } from '../../ui/table.ts';
import type { Mark } from '../state-marks.ts';

const accessMarks: Readonly<Record<StaffView['status'], Mark>> = {
  enabled: { glyph: '✓', tone: 'ok' },
  locked: { glyph: '!', tone: 'warning' },
  disabled: { glyph: '⊘', tone: 'danger' },
};
/** From this width on failed sign-ins and open cases have columns of their own. */
const WIDE = 100;

export function staffColumns(texts: Texts, me: string): readonly Column<StaffView>[] {
  const { staff: say, words, moments } = texts;
  return [
    {
      title: say.name,
      width: 16,
      grows: NAME_CELLS,
      text: ({ name, agentId }) => `${name}${agentId === me ? say.me : ''}`,
    },
    { title: say.agent, width: 10, text: ({ agentId }) => agentId, tone: () => 'muted' },
    { title: say.role, width: 11, text: ({ role }) => words.role[role] },
    {
      title: say.access,
      width: 12,
      text: ({ status }) => `${accessMarks[status].glyph} ${words.agent[status]}`,
      tone: ({ status }) => accessMarks[status].tone,
    },
    {
      title: say.lastSignIn,
      width: 18,
      text: ({ lastSignInAt: at }) => (at === null ? say.never : moments.moment(at)),
      tone: () => 'muted',
    },
    {
      title: say.failures,
      width: 9,
      from: WIDE,
      text: ({ failures }) => String(failures),
      tone: ({ failures }) => (failures > 0 ? 'warning' : 'muted'),
    },
    { title: say.cases, width: 6, from: WIDE, text: ({ openCases }) => String(openCases), tone: () => 'muted' },
  ];
}

/** What the table has no room for. */
export function staffDetail({ failures, openCases, ownCustomerId }: StaffView, texts: Texts, width: number) {
  const { staff: say } = texts;
  const told = [
    ...(width < WIDE ? [say.detail(failures, openCases)] : []),
    ...(ownCustomerId === null ? [] : [`${say.own}: ${ownCustomerId}`]),
  ];
  return [rule(width), line([cell(` ${told.join(' · ')}`, 'muted')], width)];
}

/** What will be done to whom: as it is, as it will be, and what follows. */
export type StaffChange =
  | { readonly do: 'disable' | 'enable'; readonly whom: StaffView }
  | { readonly do: 'role'; readonly whom: StaffView; readonly role: Role };

export function staffConfirmation(change: StaffChange, texts: Texts, width: number): readonly string[] {
  const { staff: say, words } = texts;
  const { whom } = change;
  const told =
    change.do === 'role'
      ? say.change(say.role, words.role[whom.role], words.role[change.role])
      : say.change(say.access, words.agent[whom.status], words.agent[change.do === 'enable' ? 'enabled' : 'disabled']);
  const follows = [
    ...(change.do === 'enable' ? [] : [say.inForce]),
    ...(change.do === 'disable' && whom.openCases > 0 ? [say.casesStay(whom.openCases)] : []),
  ];
  return [
    line([cell(` ${whom.name}`, 'strong'), cell(`   ${whom.agentId}`, 'muted')], width),
    '',
    ...panel(say.confirm, [], width),
    line([cell('   • ', 'accent'), cell(told)], width),
    ...follows.flatMap((one) => wrap(one, width - 6)).map((part) => line([cell(`     ${part}`, 'muted')], width)),
    '',
    line([cell(` ${say.press}`, 'strong')], width),
  ];
}

/** Filters of the queue and of cases, and filters saved under a name. */
export const filters = {
  prompt: 'Filter',
  count: (found: number, all: number) => `${found} of ${all}`,
  keep: 's saves it',
  hint: {
    queue: 'why · a name · EC-… · a serial number · 3+ (calls this week)',
    cases: 'a name · ticket · agent · verified · EC-… · 3+ (calls this week)',
  },
  nothing: 'Nobody here fits this filter.',
  title: (list: string) => `${list}: saved filters`,
  name: 'Name',
  filter: 'Filter',
  none: 'No filter is saved for this list.',
  how: 'a saves it under a name',
  current: 'Set now',
  noneSet: 'No filter is set now. To save one: Esc, f, type it, Enter; then s and a.',
  nameHint: 'the same name again takes its place',
  saved: (name: string) => `Saved: ${name}.`,
  deleted: (name: string, text: string) => `Deleted: ${name} (${text}).`,
};

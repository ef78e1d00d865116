/** Where an action stands in the help and in docs/KEYS.md. */
export const categories = ['navigate', 'support', 'school', 'stage', 'view', 'program'] as const;
export type Category = (typeof categories)[number];

interface Action {
  /** The first key is the one the footer shows. Named keys are listed in `key-event.ts`; letters are themselves. */
  readonly keys: readonly string[];
  readonly category: Category;
  /**
   * Changes something for a subscriber, or goes on record about them. Either a confirmation that names them is asked for
   * first, or the key acts at once, on a screen that names them and says what will be done.
   */
  readonly danger?: 'asks' | 'acts';
}

/** The one table of keys: footer, help and docs/KEYS.md are drawn from it. Function keys cannot be told apart by Ink. */
export const actions = {
  up: { keys: ['up', 'k'], category: 'navigate' },
  down: { keys: ['down', 'j'], category: 'navigate' },
  'page-up': { keys: ['pageup'], category: 'navigate' },
  'page-down': { keys: ['pagedown'], category: 'navigate' },
  first: { keys: ['home', 'g'], category: 'navigate' },
  last: { keys: ['end', 'G'], category: 'navigate' },
  open: { keys: ['enter'], category: 'navigate' },
  back: { keys: ['escape', 'q'], category: 'navigate' },
  'next-panel': { keys: ['tab'], category: 'navigate' },
  'previous-panel': { keys: ['shift+tab'], category: 'navigate' },
  'next-certificate': { keys: ['right', 'n'], category: 'navigate' },
  'previous-certificate': { keys: ['left', 'p'], category: 'navigate' },
  earlier: { keys: ['left', '<'], category: 'navigate' },
  later: { keys: ['right', '>'], category: 'navigate' },
  'go-to-moment': { keys: ['m'], category: 'navigate' },
  'other-certificate': { keys: ['tab'], category: 'navigate' },
  filter: { keys: ['f'], category: 'navigate' },
  'apply-filter': { keys: ['enter'], category: 'navigate' },
  'clear-filter': { keys: ['c'], category: 'navigate' },
  'saved-filters': { keys: ['s'], category: 'navigate' },
  'choose-filter': { keys: ['enter'], category: 'navigate' },
  'save-filter': { keys: ['a'], category: 'navigate' },
  'delete-filter': { keys: ['d'], category: 'navigate' },
  'name-filter': { keys: ['enter'], category: 'navigate' },
  'check-log': { keys: ['V'], category: 'navigate' },
  'stop-check': { keys: ['escape', 'q'], category: 'navigate' },
  'export-audit': { keys: ['E'], category: 'navigate' },
  'next-report': { keys: ['tab'], category: 'navigate' },
  'previous-report': { keys: ['shift+tab'], category: 'navigate' },
  'shorter-period': { keys: ['left', '<'], category: 'navigate' },
  'longer-period': { keys: ['right', '>'], category: 'navigate' },
  'ask-again': { keys: ['enter'], category: 'navigate' },
  'export-report': { keys: ['E'], category: 'navigate' },
  'unlock-activation': { keys: ['u'], category: 'support', danger: 'asks' },
  'verify-caller': { keys: ['v'], category: 'support' },
  'ask-reset': { keys: ['r'], category: 'support', danger: 'asks' },
  'ask-phone': { keys: ['P'], category: 'support', danger: 'asks' },
  'freeze-activation': { keys: ['F'], category: 'support', danger: 'asks' },
  'abort-call': { keys: ['!', 'ctrl+p'], category: 'support', danger: 'asks' },
  diagnosis: { keys: ['y'], category: 'support' },
  'account-past': { keys: ['t'], category: 'support' },
  walkthrough: { keys: ['w'], category: 'support' },
  'next-sentence': { keys: ['right', 'enter', 'space'], category: 'support' },
  'previous-sentence': { keys: ['left'], category: 'support' },
  'approve-request': { keys: ['A'], category: 'support', danger: 'acts' },
  'approve-at-once': { keys: ['O'], category: 'support', danger: 'acts' },
  'reject-request': { keys: ['R'], category: 'support', danger: 'acts' },
  'hand-over': { keys: ['h'], category: 'support' },
  'hand-over-now': { keys: ['enter'], category: 'support' },
  'add-agent': { keys: ['a'], category: 'program' },
  'change-role': { keys: ['r'], category: 'program' },
  'disable-agent': { keys: ['d'], category: 'program' },
  'enable-agent': { keys: ['d'], category: 'program' },
  'close-case': { keys: ['C'], category: 'support' },
  'recognise-outage': { keys: ['o'], category: 'support', danger: 'asks' },
  'end-outage': { keys: ['o'], category: 'support', danger: 'asks' },
  'ask-bulk-unlock': { keys: ['b'], category: 'support', danger: 'asks' },
  'resume-bulk-unlock': { keys: ['b'], category: 'support', danger: 'acts' },
  'next-step': { keys: ['enter'], category: 'support' },
  'previous-step': { keys: ['escape', 'q'], category: 'support' },
  'toggle-check': { keys: ['space'], category: 'support' },
  'fail-check': { keys: ['x'], category: 'support' },
  'callers-words': { keys: ['tab'], category: 'support' },
  'toggle-emergency': { keys: ['E'], category: 'support' },
  'record-failure': { keys: ['f'], category: 'support', danger: 'acts' },
  'look-again': { keys: ['enter'], category: 'support' },
  'confirm-change': { keys: ['y', 't'], category: 'support', danger: 'acts' },
  finish: { keys: ['enter'], category: 'support' },
  'take-call': { keys: ['enter'], category: 'school' },
  'start-shift': { keys: ['s'], category: 'school' },
  'answer-call': { keys: ['enter'], category: 'school' },
  'call-panel': { keys: ['c', 'ctrl+t'], category: 'school' },
  'say-it': { keys: ['enter'], category: 'school' },
  'next-tab': { keys: ['right', 'tab'], category: 'school' },
  'previous-tab': { keys: ['left', 'shift+tab'], category: 'school' },
  'next-call': { keys: ['enter'], category: 'school' },
  'play-model': { keys: ['m'], category: 'school' },
  'last-debrief': { keys: ['d'], category: 'school' },
  class: { keys: ['tab'], category: 'school' },
  'play-or-pause': { keys: ['space'], category: 'stage' },
  'next-step-of-story': { keys: ['.'], category: 'stage' },
  'next-event': { keys: ['>'], category: 'stage' },
  'from-the-start': { keys: ['<'], category: 'stage' },
  'next-speed': { keys: ['x'], category: 'stage' },
  'act-by-hand': { keys: ['a'], category: 'stage' },
  'inject-fault': { keys: ['f'], category: 'stage' },
  'other-story': { keys: ['c'], category: 'stage' },
  'qr-alone': { keys: ['Q'], category: 'stage' },
  'pane-portal': { keys: ['p'], category: 'stage' },
  'pane-phone': { keys: ['h'], category: 'stage' },
  'pane-computer': { keys: ['d'], category: 'stage' },
  'pane-network': { keys: ['n'], category: 'stage' },
  'pane-support': { keys: ['s'], category: 'stage' },
  queue: { keys: ['1'], category: 'view' },
  search: { keys: ['/', '2', 'ctrl+f'], category: 'view' },
  audit: { keys: ['3'], category: 'view' },
  approvals: { keys: ['4'], category: 'view' },
  cases: { keys: ['5'], category: 'view' },
  radar: { keys: ['6'], category: 'view' },
  reports: { keys: ['7'], category: 'view' },
  agents: { keys: ['0'], category: 'view' },
  school: { keys: ['9'], category: 'view' },
  stage: { keys: ['8'], category: 'view' },
  language: { keys: ['L'], category: 'view' },
  redraw: { keys: ['ctrl+l'], category: 'view' },
  'sign-in': { keys: ['enter'], category: 'program' },
  'sign-out': { keys: ['S'], category: 'program' },
  lock: { keys: ['ctrl+x'], category: 'program' },
  'resume-work': { keys: ['enter'], category: 'program' },
  'copy-values': { keys: ['Y'], category: 'program' },
  'copy-value': { keys: ['enter'], category: 'program' },
  palette: { keys: [':', 'ctrl+k'], category: 'program' },
  'run-action': { keys: ['enter'], category: 'program' },
  help: { keys: ['?', 'ctrl+g'], category: 'program' },
  suspend: { keys: ['ctrl+z'], category: 'program' },
  quit: { keys: ['q'], category: 'program' },
  'quit-at-once': { keys: ['ctrl+c'], category: 'program' },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionId = keyof typeof actions;
export const actionIds = Object.keys(actions) as readonly ActionId[];

export function actionOf(id: ActionId): Action {
  return actions[id];
}

/** Movements everyone knows: the palette lists them last, the footer leaves them out. */
export const understood: readonly ActionId[] = [
  'up',
  'down',
  'page-up',
  'page-down',
  'first',
  'last',
  'redraw',
  'suspend',
  'previous-panel',
  'previous-certificate',
  'previous-tab',
  'previous-report',
  'quit-at-once',
];

/** There and back: the help shows them on one line. */
export const wayBack: Readonly<Partial<Record<ActionId, ActionId>>> = {
  up: 'down',
  'page-up': 'page-down',
  first: 'last',
  earlier: 'later',
  'shorter-period': 'longer-period',
};

const glyphs: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  'shift+tab': 'Shift+Tab',
};

/** What keys with words on them are called in a language. */
export interface KeyNames {
  readonly space: string;
}

/** The key of an action as the footer shows it, for sentences that name it; while text is typed one that is no letter. */
export function keyOf(id: ActionId, names: KeyNames, typing = false): string {
  const { keys } = actionOf(id);
  return keyLabel(keys.find((key) => !typing || key.length > 1) ?? '', names);
}

/** A key as it is shown: `↑`, `Enter`, `Ctrl+L`, `u`. */
export function keyLabel(key: string, names: KeyNames): string {
  if (key === 'space') return names.space;
  return glyphs[key] ?? (key.startsWith('ctrl+') ? `Ctrl+${key.slice(-1).toUpperCase()}` : key);
}

import { counted } from '../plural.ts';

/** The palette of actions: what can be done here, found by typing. */
export const palette = {
  prompt: 'Action',
  key: 'Key',
  action: 'Action',
  why: 'Where, or why not',
  count: (found: number, all: number): string =>
    found === all ? counted('en', all, { one: 'action', other: 'actions' }) : `${found} of ${all}`,
  none: (query: string) => `No action here is called “${query}”. Fewer letters find more.`,
  answerOnScreen: 'Answered on the screen itself, which says what will change: Esc, then its key.',
};

import { useEffect, useRef, useState } from 'react';

export interface Asked<T> {
  /** The last answer; it stays until a newer one comes. */
  readonly answer: T | undefined;
  readonly failed: unknown;
}

/**
 * Asks when `about` changes: the words of the question and the database's revision. Only the latest question's answer
 * is taken, and while it is on its way the last one stays.
 */
export function useQuestion<T>(ask: () => Promise<T>, about: string): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ answer: undefined, failed: undefined });
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let wanted = about !== '';
    latest.current().then(
      (answer) => wanted && setAsked({ answer, failed: undefined }),
      (failed: unknown) => wanted && setAsked(({ answer }) => ({ answer, failed })),
    );
    return () => {
      wanted = false;
    };
  }, [about]);
  return asked;
}

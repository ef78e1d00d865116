import { createContext, useContext, useEffect, useId, useRef, useState } from 'react';

export interface Asked<T> {
  /** The last answer; it stays until a newer one comes. */
  readonly answer: T | undefined;
  readonly failed: unknown;
}

/** Hears which question gets no answer and why, and when it has got one again (null). */
export type HearTrouble = (question: string, why: unknown) => void;

const Trouble = createContext<HearTrouble>(() => undefined);
export const TroubleProvider = Trouble.Provider;

/** A question that failed is asked again after so long. */
const AGAIN_AFTER = 2_000;

/**
 * Asks when `about` changes: the words of the question and the database's revision. Only the latest question's answer
 * is taken, and while it is on its way the last one stays. One that fails is heard of above, and asked again.
 */
export function useQuestion<T>(ask: () => Promise<T>, about: string): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ answer: undefined, failed: undefined });
  const [round, setRound] = useState(0);
  const hear = useContext(Trouble);
  const id = useId();
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let wanted = about !== '' && round >= 0;
    let again: ReturnType<typeof setTimeout> | undefined;
    latest.current().then(
      (answer) => {
        if (!wanted) return;
        hear(id, null);
        setAsked({ answer, failed: undefined });
      },
      (failed: unknown) => {
        if (!wanted) return;
        hear(id, failed);
        setAsked(({ answer }) => ({ answer, failed }));
        again = setTimeout(() => setRound((one) => one + 1), AGAIN_AFTER);
      },
    );
    return () => {
      wanted = false;
      clearTimeout(again);
    };
  }, [about, round, hear, id]);
  useEffect(() => () => hear(id, null), [hear, id]);
  return asked;
}

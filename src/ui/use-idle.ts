import { useCallback, useEffect, useRef } from 'react';

const LOOK_EVERY = 1_000;

/** Calls `onIdle` once nobody has called `touch` for so many milliseconds of real time. */
export function useIdle(milliseconds: number, onIdle: () => void): () => void {
  const touched = useRef(performance.now());
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    const timer = setInterval(() => {
      if (performance.now() - touched.current >= milliseconds) latest.current();
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return useCallback(() => {
    touched.current = performance.now();
  }, []);
}

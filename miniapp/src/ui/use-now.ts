import { useEffect, useState } from 'react';
import { now, onClockCorrected } from '../platform/clock';

const EVERY = 30_000;

/** Now by the server's clock, moving on by itself (`every` milliseconds): what is open closes before one's eyes. */
export function useNow(every = EVERY): string {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const look = () => setAt(now());
    const timer = setInterval(look, every);
    const forget = onClockCorrected(look);
    return () => {
      clearInterval(timer);
      forget();
    };
  }, [every]);
  return at;
}

import { useEffect, useState } from 'react';

const PAUSE = 300;

/** What was typed, once the person has paused, so that not every sign asks the server. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

import { useEffect, useState } from 'react';

const QUERY = '(min-width: 1024px)';

/** Whether there is room for the desk's layout: tables, list and detail side by side. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => window.matchMedia(QUERY).matches);
  useEffect(() => {
    const watch = window.matchMedia(QUERY);
    const note = () => setWide(watch.matches);
    watch.addEventListener('change', note);
    return () => watch.removeEventListener('change', note);
  }, []);
  return wide;
}

import { create } from 'zustand';

/** What a screen reader is to say now, though nothing moved the focus there. */
export const useAnnounced = create<{ words: string }>(() => ({ words: '' }));

/** Several that were waiting for a signal are sent one upon the other: none may talk the one before down. */
const TOGETHER = 500;

let waiting: string[] = [];

/** Says what happened by itself: something was sent, a number was called. What is seen stands on the page too. */
export function announce(words: string): void {
  waiting.push(words);
  if (waiting.length > 1) return;
  // The same words again are news again only if they were gone in between.
  useAnnounced.setState({ words: '' });
  setTimeout(() => {
    useAnnounced.setState({ words: waiting.join('；') });
    waiting = [];
  }, TOGETHER);
}

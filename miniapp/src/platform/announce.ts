import { create } from 'zustand';

/** What a screen reader is to say now, though nothing moved the focus there. */
export const useAnnounced = create<{ words: string }>(() => ({ words: '' }));

/** Says what happened by itself: something was sent, a number was called. What is seen stands on the page too. */
export function announce(words: string): void {
  // The same words again are news again only if they were gone in between.
  useAnnounced.setState({ words: '' });
  setTimeout(() => useAnnounced.setState({ words }), 50);
}

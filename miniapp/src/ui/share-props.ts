export interface ShareProps {
  /** What the card in the chat is called. */
  title: string;
  /** The page's address with its query. */
  path: string;
  /** Residents send to their family, staff to colleagues, or to everybody what is public. */
  to?: 'colleagues' | 'family' | 'everybody';
}

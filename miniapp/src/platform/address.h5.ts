import { withQuery } from './navigation';

/** Writes what a page shows into the browser's address, so that a link, a reload or a return shows the same. */
export function keepInAddress(query: Record<string, string | undefined>): void {
  window.history.replaceState(window.history.state, '', withQuery(window.location.pathname, query));
}

import { useEffect, useRef, type RefObject } from 'react';
import { forgetFaults } from './first-fault';

/** The address of the page that has the focus; nothing before the first page. */
let place: string | undefined;
/** The first page of all is the browser's to announce. */
let isMoved = false;

/** The page that is seen: those beneath it stay in the document, hidden. */
export function shownPage(): Element | undefined {
  return [...document.querySelectorAll('.page')].filter((page) => page.getClientRects().length > 0).at(-1);
}

/** Puts the focus on the page's heading, from where a screen reader reads on. */
export function focusHeading(): void {
  shownPage()?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

/**
 * After a change of page the focus stands on its heading; coming back, on what had led away. Without it a keyboard
 * would go on from wherever the last page happened to end.
 */
export function usePageFocus(heading: RefObject<HTMLElement>, isShown: boolean): void {
  const left = useRef<HTMLElement>();
  useEffect(() => {
    const page = heading.current?.closest<HTMLElement>('.page');
    if (!page) return;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('.page-main')) left.current = target;
    };
    // A form that was sent gives way to the word that it was: with it goes whatever had the focus.
    const watch = new MutationObserver(() => {
      if (!left.current || left.current.isConnected || document.activeElement !== document.body) return;
      left.current = undefined;
      if (shownPage() === page) focusHeading();
    });
    page.addEventListener('focusin', remember);
    watch.observe(page, { childList: true, subtree: true });
    return () => {
      page.removeEventListener('focusin', remember);
      watch.disconnect();
    };
  }, [heading]);
  useEffect(() => {
    if (!isShown) return;
    const now = window.location.href;
    isMoved ||= place !== undefined && place !== now;
    place = now;
    forgetFaults();
    const page = heading.current?.closest('.page');
    if (!isMoved || page?.contains(document.activeElement)) return;
    (left.current?.isConnected ? left.current : heading.current)?.focus({ preventScroll: true });
  }, [heading, isShown]);
}

import { useEffect, useRef, type KeyboardEvent, type PropsWithChildren } from 'react';
import { focusHeading } from './page-focus';

const REACHABLE = 'button, a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/** Holds the keyboard inside a dialog while it stands, and gives the focus back when it goes. */
export function DialogFocus({ label, onClose, children }: PropsWithChildren<{ label: string; onClose(): void }>) {
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus();
    return () => {
      // What opened it may be gone by now, as a row that was dealt with: then the page's heading.
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else focusHeading();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Tab' || !dialog.current) return;
    const all = Array.from(dialog.current.querySelectorAll<HTMLElement>(REACHABLE));
    const edge = event.shiftKey ? all[0] : all[all.length - 1];
    if (document.activeElement !== edge && document.activeElement !== dialog.current) return;
    event.preventDefault();
    (event.shiftKey ? all[all.length - 1] : all[0])?.focus();
  };

  return (
    <div
      ref={dialog}
      className="sheet"
      role="dialog"
      aria-modal="true"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

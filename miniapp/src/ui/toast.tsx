import { create } from 'zustand';
import { useAnnounced } from '../platform/announce';
import { Box } from './base/box';
import { Icon } from './icon';

interface Shown {
  words: string;
  kind: 'success' | 'danger';
}

const useToast = create<{ shown: Shown | undefined }>(() => ({ shown: undefined }));

// A4's "no race against time": a toast only repeats what the page itself shows too.
const STAYS = 4_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says briefly that something was done. What must be read belongs in a `Notice`. */
export function toast(words: string, kind: Shown['kind'] = 'success'): void {
  clearTimeout(timer);
  useToast.setState({ shown: { words, kind } });
  timer = setTimeout(() => useToast.setState({ shown: undefined }), STAYS);
}

/** Where what happens by itself is spoken: it must be in the page before its words are; part of `Page`. */
export function AnnouncementHost() {
  const { words } = useAnnounced();
  return (
    <Box className="spoken-only" role="status" live="polite">
      {words}
    </Box>
  );
}

/** Where toasts appear; part of `Page`. */
export function ToastHost() {
  const { shown } = useToast();
  return (
    <Box className="toast-host" role="status" live="polite">
      {shown ? (
        <Box className={`toast is-${shown.kind}`}>
          <Icon name={shown.kind === 'success' ? 'circle-check' : 'circle-alert'} />
          <Box as="span">{shown.words}</Box>
        </Box>
      ) : null}
    </Box>
  );
}

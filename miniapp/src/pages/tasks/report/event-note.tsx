import { getEventReportDraft } from '@county/shared/public-events/event-record-routes';
import { useEffect, useRef, type ReactNode } from 'react';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';

/** What is known of the event somebody comes from, before the form is opened. */
export function WithEventNote({
  eventId,
  children,
}: {
  eventId: string | undefined;
  children(note: string | undefined): ReactNode;
}) {
  const draft = useCall(getEventReportDraft, eventId ? { params: { eventId } } : null);
  if (!eventId) return <>{children(undefined)}</>;
  return (
    <Answer of={draft} shape="words">
      {({ note }) => children(note)}
    </Answer>
  );
}

/** The event's words go into the report once, behind whatever was begun on this device. */
export function useEventNote(eventNote: string | undefined, note: string, onChange: (note: string) => void): void {
  const taken = useRef(false);
  useEffect(() => {
    if (!eventNote || taken.current) return;
    taken.current = true;
    if (!note.includes(eventNote)) onChange([note.trim(), eventNote].filter(Boolean).join('\n'));
  }, [eventNote]);
}

import { ATTENDEE_STATE_LABELS } from '@county/shared/public-events/event-words';
import type { AttendeeState } from '@county/shared/public-events/sign-up';
import type { IconName } from '../../../ui/icon-name';
import { Tag, type Tone } from '../../../ui/tag';

const SIGNS = {
  entered: ['blue', 'clock'],
  confirmed: ['pine', 'circle-check'],
  waiting: ['amber', 'clock'],
  withdrawn: ['stone', 'undo-2'],
} as const satisfies Record<AttendeeState, readonly [Tone, IconName]>;

export function AttendeeTag({ state }: { state: AttendeeState }) {
  const [tone, icon] = SIGNS[state];
  return (
    <Tag tone={tone} icon={icon}>
      {ATTENDEE_STATE_LABELS[state]}
    </Tag>
  );
}

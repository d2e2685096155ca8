import { EVENT_PHASE_LABELS } from '@county/shared/public-events/event-words';
import type { EventPhase } from '@county/shared/public-events/public-event';
import type { IconName } from '../ui/icon-name';
import { Tag, type Tone } from '../ui/tag';

const SIGNS = {
  announced: ['blue', 'clock'],
  'sign-up-open': ['pine', 'pencil'],
  'sign-up-closed': ['stone', 'circle-minus'],
  'no-sign-up': ['pine', 'circle-check'],
  running: ['amber', 'megaphone'],
  over: ['stone', 'check'],
  cancelled: ['cinnabar', 'x'],
} as const satisfies Record<EventPhase, readonly [Tone, IconName]>;

/** How an event stands, in colour, sign and word. */
export function EventTag({ phase, more }: { phase: EventPhase; more?: string }) {
  const [tone, icon] = SIGNS[phase];
  return (
    <Tag tone={tone} icon={icon}>
      {[EVENT_PHASE_LABELS[phase], more].filter(Boolean).join('，')}
    </Tag>
  );
}

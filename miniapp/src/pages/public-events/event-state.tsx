import { EVENT_STATE_LABELS } from '@county/shared/public-events/event-words';
import type { WritingState } from '@county/shared/writings/writing-rules';
import type { IconName } from '../../ui/icon-name';
import { Tag, type Tone } from '../../ui/tag';

const LOOKS = {
  draft: ['stone', 'pencil'],
  proposed: ['amber', 'clock'],
  published: ['pine', 'megaphone'],
  withdrawn: ['cinnabar', 'circle-minus'],
} as const satisfies Record<WritingState, readonly [Tone, IconName]>;

/** How far a notice is on its way to everybody. */
export function EventStateTag({ state }: { state: WritingState }) {
  const [tone, icon] = LOOKS[state];
  return (
    <Tag tone={tone} icon={icon}>
      {EVENT_STATE_LABELS[state]}
    </Tag>
  );
}

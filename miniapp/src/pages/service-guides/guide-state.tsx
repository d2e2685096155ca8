import { dueDayInWords } from '@county/shared/calendar/day';
import { GUIDE_STATE_LABELS, type GuideState } from '@county/shared/service-guides/service-guide';
import { today } from '../../platform/clock';
import type { IconName } from '../../ui/icon-name';
import { Tag, type Tone } from '../../ui/tag';

const LOOKS = {
  draft: ['stone', 'pencil'],
  proposed: ['amber', 'clock'],
  published: ['pine', 'megaphone'],
  withdrawn: ['cinnabar', 'circle-minus'],
} as const satisfies Record<GuideState, readonly [Tone, IconName]>;

/** How far a guide or handbook is on its way to everybody. */
export function GuideStateTag({ state }: { state: GuideState }) {
  const [tone, icon] = LOOKS[state];
  return (
    <Tag tone={tone} icon={icon}>
      {GUIDE_STATE_LABELS[state]}
    </Tag>
  );
}

/** The owner has not looked at it by the day it was due. */
export function StaleTag({ reviewOn }: { reviewOn: string }) {
  return (
    <Tag tone="amber" icon="triangle-alert">
      {`该核对了，${dueDayInWords(reviewOn, today())}`}
    </Tag>
  );
}
